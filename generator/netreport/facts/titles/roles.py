"""A title to the roles it names: takes free text, gives the words that may speak, role by role.

"Sales Lead at Bakers Inc | ex-Lawyer" is a present role of two words and a past one of one word:
the company's words are gone. Words that carry no meaning of their own ("of", "(m/w/d)") are gone
too, and so are the halves of gendered forms ("Leiter:in").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from netreport.facts.titles.tables import word_list
from netreport.facts.words import Word, fold, split

LONGEST = 300
"""Characters of a title that are read."""
SILENT = word_list("silent")
"""Words that mean nothing of their own."""
_HARD = re.compile(r"[|•·;–—»«>→\n\r\t!?●▪◆★✦‣∙~]|\s-|[\u2190-\u2bff\U0001f000-\U0001faff]")
_ENDING = re.compile(r"\s?[(\[]?[/:*·•_-]?-?$")


class Time(Enum):
    """When a role is held, or that it is somebody else's."""

    NOW = auto()
    PAST = auto()
    ANOTHERS = auto()  # "assistant to the CEO", "helping CEOs grow"


class Gap(Enum):
    """What stands between two words."""

    NOTHING = auto()
    COMMA = auto()
    HARD = auto()
    COMPANY = auto()


@dataclass(frozen=True, slots=True)
class Role:
    """The speaking words of one role, in order."""

    words: tuple[Word, ...]
    time: Time


def roles(title: str) -> tuple[Role, ...]:
    """Give the roles that a title names, in order; none when no word is left."""
    text = title[:LONGEST]
    return tuple(role for part in _parts(text) for role in _divided(text, part))


def _parts(text: str) -> Iterator[list[tuple[Gap, Word]]]:
    part: list[tuple[Gap, Word]] = []
    before = 0
    for word in split(text):
        written = text[before : word.start]
        gap = _gap(written)
        if part and gap is Gap.NOTHING and _is_half(word, written):
            before = word.end
            continue
        if gap is Gap.HARD and part:
            yield part
            part = []
        part.append((gap, _plain(word)))
        before = word.end
    if part:
        yield part


def _divided(text: str, part: Iterable[tuple[Gap, Word]]) -> Iterator[Role]:
    """Cut a part where a company, a past or somebody else begins."""
    time, skipping, words = Time.NOW, False, list[Word]()
    for gap, word in part:
        change = _change(gap, word, text)
        if gap is Gap.COMMA and (skipping or time is not Time.NOW):
            change = change or Time.NOW
        if change is not None:
            yield from _role(words, time)
            words, skipping = [], change is Gap.COMPANY
            time = change if isinstance(change, Time) else time
        if not (skipping or word.folded in SILENT or _is_elided(word, text)):
            words.append(word)
    yield from _role(words, time)


def _change(gap: Gap, word: Word, text: str) -> Time | Gap | None:
    if gap is Gap.COMPANY:
        return Gap.COMPANY
    if word.folded in _COMPANY_FOLLOWS and not _AT_LAW.match(text, word.end):
        return Gap.COMPANY
    return _TIMES.get(word.folded)


def _role(words: list[Word], time: Time) -> Iterator[Role]:
    if words:
        yield Role(tuple(words), time)


@lru_cache(maxsize=2**12)
def _gap(written: str) -> Gap:
    if "@" in written:
        return Gap.COMPANY
    if _HARD.search(written):
        return Gap.HARD
    return Gap.COMMA if "," in written or ". " in written else Gap.NOTHING


def _is_half(word: Word, gap: str) -> bool:
    """Whether the word is what a gendered form adds: "(in)", ":in", "/a", "-trice"."""
    return bool(gap) and word.folded in _HALVES and gap[-1] in "/:*·•(-._"


def _is_elided(word: Word, text: str) -> bool:
    """Whether the word is what French and Italian put before a vowel: "d'", "l'"."""
    return len(word.folded) == 1 and text[word.end : word.end + 1] in _APOSTROPHES


def _plain(word: Word) -> Word:
    """Give the word in small letters even where it was written in mathematical ones."""
    if word.folded.isascii() and word.folded.islower():
        return word
    return Word(fold(fold(word.folded)), word.start, word.end)


_AT_LAW = re.compile(r"\s+(?:law|large|home|heart|sea|work)\b", re.IGNORECASE)
_APOSTROPHES = ("'", "’")
_HALVES = word_list("halves")
_COMPANY_FOLLOWS = word_list("company_follows")
_TIMES = (
    dict.fromkeys(word_list("past"), Time.PAST)
    | dict.fromkeys(word_list("anothers"), Time.ANOTHERS)
    | dict.fromkeys(word_list("now"), Time.NOW)
)
