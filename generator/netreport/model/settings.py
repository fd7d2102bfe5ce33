"""What the owner's `mkdocs.yml` may set: title, language, palette, and nothing that runs code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The owner's settings; an empty string leaves netreport's own in place.

    `primary` and `accent` are names of Material's colours, `language` one of Material's languages.
    """

    site_name: str = ""
    language: str = "en"
    primary: str = ""
    accent: str = ""
