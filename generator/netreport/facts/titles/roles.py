"""A title to the roles it names: takes free text, gives the words that may speak, role by role.

"Sales Lead at Bakers Inc | ex-Lawyer" is a present role of two words and a past one of one word:
the company's words are gone. Words that carry no meaning of their own ("of", "(m/w/d)") are gone
too, and so are the halves of gendered forms ("Leiter:in").
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from netreport.facts.titles.tables import word_list
from netreport.facts.words import Word, fold, split

LONGEST = 300
"""Characters of a title that are read."""
SILENT = word_list("silent")
"""Words that mean nothing of their own."""
_BREAK = re.compile(r"[|•·;–—»«>→\n\r\t!?●▪◆★✦‣∙~]|\s-|[\u2190-\u2bff\U0001f000-\U0001faff]")
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


NOW, PAST, ANOTHERS = Time  # a name of a module is found three times as fast as a member
NOTHING, COMMA, HARD, COMPANY = Gap


class Role(NamedTuple):
    """The speaking words of one role, in order, and `plain`: folded."""

    words: tuple[Word, ...]
    plain: tuple[str, ...]
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
        before = word.end
        gap = _gap(written)
        if part and word.folded in _HALVES and gap is NOTHING and _adds_a_half(written):
            continue
        if gap is HARD and part:
            yield part
            part = []
        part.append((gap, word if word.folded.isascii() else _plain(word)))
    if part:
        yield part


def _divided(text: str, part: Iterable[tuple[Gap, Word]]) -> Iterator[Role]:
    """Cut a part where a company, a past or somebody else begins."""
    time, skipping, words = NOW, False, list[Word]()
    for gap, word in part:
        change = COMPANY if gap is COMPANY else _CHANGES.get(word.folded)
        if change is COMPANY and gap is not COMPANY and _AT_LAW.match(text, word.end):
            change = None
        if gap is COMMA and (skipping or time is not NOW):
            change = change or NOW
        if change is not None:
            yield from _role(words, time)
            words, skipping = [], change is COMPANY
            time = change if isinstance(change, Time) else time
        if not (skipping or word.folded in SILENT or _is_elided(word, text)):
            words.append(word)
    yield from _role(words, time)


def _role(words: list[Word], time: Time) -> Iterator[Role]:
    if words:
        yield Role(tuple(words), tuple([word.folded for word in words]), time)


@lru_cache(maxsize=2**12)
def _gap(written: str) -> Gap:
    if "@" in written:
        return COMPANY
    if _BREAK.search(written):
        return HARD
    return COMMA if "," in written or ". " in written else NOTHING


def _adds_a_half(written: str) -> bool:
    """Whether what follows may be what a gendered form adds: "(in)", ":in", "/a", "-trice"."""
    return bool(written) and written[-1] in "/:*·•(-._"


def _is_elided(word: Word, text: str) -> bool:
    """Whether the word is what French and Italian put before a vowel: "d'", "l'"."""
    return len(word.folded) == 1 and text[word.end : word.end + 1] in _APOSTROPHES


def _plain(word: Word) -> Word:
    """Give the word in small letters even where it was written in mathematical ones."""
    return Word(fold(fold(word.folded)), word.start, word.end)


_AT_LAW = re.compile(r"\s+(?:law|large|home|heart|sea|work)\b", re.IGNORECASE)
_APOSTROPHES = ("'", "’")
_HALVES = word_list("halves")
_CHANGES: dict[str, Time | Gap] = {
    word: change
    for kind, change in (
        ("past", PAST),
        ("anothers", ANOTHERS),
        ("now", NOW),
        ("company_follows", COMPANY),
    )
    for word in word_list(kind)
}
