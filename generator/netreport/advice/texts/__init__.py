"""Prepared texts in seven languages, for the owner to copy, change and send; nothing is sent.

Takes a purpose and a language, gives a text with `{first_name}` and `{my_name}` in it, or filled.
The owner's own texts, by name (`ask-why.de`), stand in the place of those that ship here.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from netreport.model.advice import Purpose, TextKey
from netreport.model.strategy import Strategy
from netreport.model.text import Untrusted, clean

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")
PLACES = ("first_name", "my_name")
_PLACE = re.compile(r"\{(\w+)\}")
_NAMELESS = re.compile(r" ?\{first_name\}")


def text_key(purpose: Purpose, language: str | None, strategy: Strategy) -> TextKey:
    """Name the text in the other's language, else in the owner's first that there is one in."""
    spoken = (language, *strategy.owner.languages)
    return TextKey(purpose, next((one for one in spoken if one in LANGUAGES), LANGUAGES[0]))


def prepared(key: TextKey, owned: Mapping[str, str]) -> str:
    """Give the text as it was written, the owner's own before ours; lines are kept."""
    return owned.get(str(key)) or _shipped(key)


def shipped(languages: Iterable[str]) -> Mapping[str, str]:
    """Give our texts in these languages, by name; none in a language that there are none in."""
    keys = [TextKey(one, spoken) for spoken in languages if spoken in LANGUAGES for one in Purpose]
    return {str(key): _shipped(key) for key in keys}


def filled(text: str, first_name: str | None, my_name: str) -> tuple[Untrusted, ...]:
    """Give the lines of a text with names in it; without a first name the greeting has none.

    Names are put in once and never read again, so that a name in braces stays a name.
    """
    names = {"first_name": clean(first_name or ""), "my_name": clean(my_name)}
    greeted = text if names["first_name"] else _NAMELESS.sub("", text)
    whole = _PLACE.sub(lambda found: names.get(found[1], found[0]), greeted)
    return tuple(map(Untrusted, whole.splitlines()))


def unknown_places(text: str) -> tuple[str, ...]:
    """Give the names in braces that nothing is put into, each once, in order."""
    return tuple(dict.fromkeys(name for name in _PLACE.findall(text) if name not in PLACES))


@cache
def _shipped(key: TextKey) -> str:
    return files(__package__).joinpath(f"{key}.md").read_text(encoding="utf-8").strip()
