"""What the owner's `mkdocs.yml` may set: title, language, palette, and nothing that runs code."""

from dataclasses import dataclass

COLOURS = (
    *("red", "pink", "purple", "deep purple", "indigo", "blue", "light blue", "cyan", "teal"),
    *("green", "light green", "lime", "yellow", "amber", "orange", "deep orange", "brown"),
    *("grey", "blue grey", "black", "white"),
)
LANGUAGES = (
    *("af", "ar", "be", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et"),
    *("eu", "fa", "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka"),
    *("kn", "ko", "ku-IQ", "lb", "lt", "lv", "mk", "mn", "ms", "my", "nb", "nl", "nn", "pl"),
    *("pt-BR", "pt", "ro", "ru", "sa", "sh", "si", "sk", "sl", "sq", "sr", "sv", "ta", "te"),
    *("th", "tl", "tr", "uk", "ur", "uz", "vi", "zh-Hant", "zh-TW", "zh"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's settings; an empty string leaves netreport's own in place.

    `language` is one of LANGUAGES, `primary` and `accent` are of COLOURS, as Material has them.
    """

    site_name: str = ""
    language: str = "en"
    primary: str = ""
    accent: str = ""
