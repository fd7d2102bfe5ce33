"""The words of the demo: lists that ship as data, and sentences put together from them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import TypeAdapter

from netreport.demo.chance import Chance

T = TypeVar("T")
Texts = tuple[str, ...]
_SLOT = re.compile(r"{(\w+)}")
_STARTS_A_SENTENCE = re.compile(r'(?:^|[.?!]"? |\n)"?$')


def vocabulary(name: str, kind: type[T]) -> T:
    """Read the word list `vocabulary/<name>.toml`, which must be of this kind."""
    text = files("netreport.demo").joinpath(f"vocabulary/{name}.toml").read_text("utf-8")
    return TypeAdapter(kind).validate_python(tomllib.loads(text))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Sentences with words in braces, each of which becomes one of its choices."""

    choices: Mapping[str, Texts]

    def say(self, pattern: str, by: Chance, given: Mapping[str, str]) -> str:
        """Give `pattern` with its braces filled: from `given` first, else drawn by lot.

        KeyError for a word that neither knows. A word that starts a sentence gets a capital.
        """
        said = []
        for before, slot, capital in _pieces(pattern):
            said.append(before)
            if slot:
                word = given.get(slot) or self.say(by.pick(self.choices[slot]), by, given)
                said.append(word[:1].upper() + word[1:] if capital else word)
        return "".join(said)


def phrases() -> Phrases:
    """Give the phrases of `slots.toml`."""
    return Phrases(vocabulary("slots", dict[str, dict[str, Texts]])["choices"])


@cache
def _pieces(pattern: str) -> tuple[tuple[str, str, bool], ...]:
    pieces, end = [], 0
    for found in _SLOT.finditer(pattern):
        starts = _STARTS_A_SENTENCE.search(pattern[: found.start()]) is not None
        slot = found[1]
        pieces.append((pattern[end : found.start()], slot.lower(), starts or slot[0].isupper()))
        end = found.end()
    return (*pieces, (pattern[end:], "", False))
