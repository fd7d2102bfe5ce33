"""Names of places: takes words, gives the places they name.

Countries, areas, states and cities with their names in seven languages, the adjectives of
countries and areas, and phrases that only look like places ("Sierra Nevada"). The longest name
wins, so "New South Wales" is not Wales.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from netreport.facts.regions.atlas import Countries
from netreport.facts.regions.tables import lines, table
from netreport.facts.words import folded_words


class Kind(StrEnum):
    """What a name is the name of."""

    NO_PLACE = "no place"
    COUNTRY = "country"
    AREA = "area"
    STATE = "state"
    CITY = "city"
    OWN_ADJECTIVE = "adjective in the country's own language"
    ADJECTIVE = "adjective"


class Name(NamedTuple):  # made by the thousand before anything is read
    """A name of a place. `area`: the area it names, whose countries the atlas knows.

    `only_in_titles`: as part of a company's name it is more often something else.
    """

    words: tuple[str, ...]
    kind: Kind
    countries: Countries = frozenset()
    area: str = ""
    only_in_titles: bool = False


class Hit(NamedTuple):
    """A name that the words `first` to `last` (excluded) of a text make up."""

    name: Name
    first: int
    last: int


def is_silent(words: Sequence[str]) -> bool:
    """Say quickly that no name can be among folded words."""
    return _index().keys().isdisjoint(words)


def hits(words: Sequence[str]) -> list[Hit]:
    """Give the names among folded words, from left to right, none inside another."""
    index, found, place = _index(), [], 0
    while place < len(words):
        names = index.get(words[place])
        hit = _longest(words, place, names) if names else None
        if hit:
            found.append(hit)
        place = hit.last if hit else place + 1
    return [hit for hit in found if hit.name.kind is not Kind.NO_PLACE]


def _longest(words: Sequence[str], place: int, names: Sequence[Name]) -> Hit | None:
    for name in names:
        end = place + len(name.words)
        if tuple(words[place:end]) == name.words:
            return Hit(name, place, end)
    return None


@cache
def _index() -> Mapping[str, Sequence[Name]]:
    """Names by their first word, the longest first; of equal ones the first read."""
    index: dict[str, dict[tuple[str, ...], Name]] = {}
    for name in _names():
        index.setdefault(name.words[0], {}).setdefault(name.words, name)
    return {
        first: sorted(names.values(), key=lambda name: -len(name.words))
        for first, names in index.items()
    }


def _names() -> Iterator[Name]:
    for phrase in lines("not_places.txt"):
        yield Name(tuple(folded_words(phrase)), Kind.NO_PLACE)
    yield from _of_countries()
    yield from _of_areas()
    for file, kind in (("states.csv", Kind.STATE), ("cities.csv", Kind.CITY)):
        for row in table(file):
            countries = frozenset(row["countries"].split())
            for words in _spellings(row["names"]):
                yield Name(words, kind, countries)
            for words in _spellings(row["only_in_titles"]):
                yield Name(words, kind, countries, only_in_titles=True)


def _of_countries() -> Iterator[Name]:
    for row in table("countries.csv"):
        country = frozenset({row["country"]})
        for words in _spellings(row["names"]):
            yield Name(words, Kind.COUNTRY, country)
        for words in _spellings(row["only_in_titles"]):
            yield Name(words, Kind.COUNTRY, country, only_in_titles=True)
        for words in _spellings(row["own_adjectives"]):
            yield Name(words, Kind.OWN_ADJECTIVE, country)
        for words in _spellings(row["adjectives"]):
            yield Name(words, Kind.ADJECTIVE, country)


def _of_areas() -> Iterator[Name]:
    for row in table("areas.csv"):
        for words in _spellings(row["names"]):
            yield Name(words, Kind.AREA, area=row["area"])
        for words in _spellings(row["adjectives"]):
            yield Name(words, Kind.OWN_ADJECTIVE, area=row["area"])


def _spellings(names: str) -> Iterator[tuple[str, ...]]:
    """Give each name's words, also with umlauts written as "ae", "oe", "ue"."""
    for name in filter(None, names.split("|")):
        yield tuple(folded_words(name))
        if not name.isascii() and _UMLAUT.search(name):
            yield tuple(folded_words(name.casefold().translate(_WITHOUT_UMLAUTS)))


_UMLAUT = re.compile("[äöü]", re.IGNORECASE)
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
