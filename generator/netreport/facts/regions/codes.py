"""Abbreviations of places: takes a text and its words, gives the places that capitals stand for.

"US", "NA", "SEA", "IT" or "IN" are places only in capitals and in the right surroundings, so
`codes.csv` says of each code how it must be used.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from netreport.facts.regions.atlas import areas
from netreport.facts.regions.gazetteer import Hit, Kind, Name
from netreport.facts.regions.tables import Role, plays, table
from netreport.facts.regions.tables import words as words_that
from netreport.facts.words import Word

_BREAKS = frozenset(",;:|/()[]{}<>–—-•·@\n")
_LINKS = frozenset({"/", ",", "&", "+", "-", "–"})


class Use(StrEnum):
    """How a code must be used to be a place."""

    CAPS = "caps"  # in capitals
    SPOKEN = "spoken"  # and the text around it is not, and does not address us
    TAIL = "tail"  # at the end of a part of the text: "Sales NA"
    ALONE = "alone"  # a part of its own, or after what is sold there: "Sales, SEA"
    LIST = "list"  # beside another code: "DE/AT/CH"


def is_silent(words: Sequence[str]) -> bool:
    """Say quickly that no code can be among words as they are written."""
    return _spellings().isdisjoint(words)


def hits(text: str, words: Sequence[Word]) -> Iterator[Hit]:
    """Give the codes in a text, from left to right."""
    codes = _codes()
    for place, word in enumerate(words):
        found = codes.get(text[word.start : word.end].replace(".", ""))
        if found and _is_used(found[1], _Spot(text, words, place)):
            yield Hit(found[0], place, place + 1)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word of a text, by its number, with what stands around it."""

    text: str
    words: Sequence[Word]
    place: int

    @property
    def before(self) -> str:
        return self.words[self.place - 1].folded if self.place else ""

    @property
    def after(self) -> str:
        return self.words[self.place + 1].folded if self.place + 1 < len(self.words) else ""

    @property
    def starts(self) -> bool:
        """Say whether the text, or a part of it, starts here."""
        return not self.place or not _BREAKS.isdisjoint(_gap(self.text, self.words, self.place))

    @property
    def ends(self) -> bool:
        """Say whether the text, or a part of it, ends here."""
        following = self.place + 1
        if following == len(self.words):
            return True
        return not _BREAKS.isdisjoint(_gap(self.text, self.words, following))

    @property
    def is_listed(self) -> bool:
        """Say whether the next or the last word is a code too, with only a link between them."""
        return any(self._is_linked(other) for other in (self._other(-1), self._other(1)))

    def _other(self, step: int) -> int:
        """Give the number of the word beside, past an "&"."""
        other = self.place + step
        skips = 0 <= other < len(self.words) and self.words[other].folded in "&+"
        return other + step if skips else other

    def _is_linked(self, other: int) -> bool:
        if not 0 <= other < len(self.words):
            return False
        if _written(self.text, self.words[other]) not in _codes():
            return False
        first, second = sorted((self.place, other))
        between = self.text[self.words[first].end : self.words[second].start]
        return between.strip() in _LINKS


def _is_used(use: Use, spot: _Spot) -> bool:
    loud = spot.text.isupper()
    match use:
        case Use.CAPS:
            return True
        case Use.SPOKEN:
            addresses = spot.before in words_that(Role.ADDRESSES_US)
            return not loud and not addresses and len(spot.words) > 1
        case Use.TAIL:
            follows = spot.place > 0 and spot.ends
            return not loud and (follows or spot.after in words_that(Role.SELLS))
        case Use.ALONE:
            alone = spot.starts and spot.ends and spot.place > 0
            sold = spot.before in words_that(Role.SELLS)
            plain = [word.folded for word in spot.words]
            return (alone or sold or spot.is_listed) and not plays(plain, Role.ADVERTISES)
        case Use.LIST:
            return spot.is_listed


def _gap(text: str, words: Sequence[Word], place: int) -> str:
    """Give what stands before a word that is not the first."""
    return text[words[place - 1].end : words[place].start]


def _written(text: str, word: Word) -> str:
    return text[word.start : word.end].replace(".", "")


@cache
def _spellings() -> frozenset[str]:
    """Every code as a text may write it: "US" and "U.S" (the last dot is no part of a word)."""
    return frozenset(_codes()) | frozenset(".".join(code) for code in _codes())


@cache
def _codes() -> Mapping[str, tuple[Name, Use]]:
    return {row["code"]: (_name(row), Use(row["use"])) for row in table("codes.csv")}


def _name(row: Mapping[str, str]) -> Name:
    words = (row["code"].casefold(),)
    if row["means"] in areas():
        return Name(words, Kind.AREA, area=row["means"])
    return Name(words, Kind.COUNTRY, frozenset({row["means"]}))
