"""Where people are: takes what is known of somebody, gives a place with its evidence, or nothing.

What the owner or an enrichment file says is taken as it is. Otherwise the e-mail address, the
title, the company's name and its legal form are weighed, and if they contradict each other the
place is unknown. A person's name and language are never looked at.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, partial

from netreport.facts.regions import in_company, in_email, in_location, in_title
from netreport.facts.regions.atlas import EVERYWHERE, NO_OWN, Own, members
from netreport.facts.regions.evidence import Clue, Place, Source, placed, weighed

CONFIDENCE_OF_ENRICHMENT = 0.95


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of one person; every field as it was written, or None.

    `person_place` and `company_place`: the country or region in the owner's own tables.
    `location`: from an enrichment file. The other three are from the export.
    """

    title: str | None = None
    company: str | None = None
    email: str | None = None
    location: str | None = None
    company_place: str | None = None
    person_place: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A place, or None, and every clue that was weighed."""

    place: Place | None
    clues: tuple[Clue, ...]

    @property
    def reason(self) -> str:
        """Say why the place is unknown; empty if it is known."""
        if self.place:
            return ""
        return "the clues contradict each other" if self.clues else "nothing says where"


def locate(hints: Hints, own: Own = NO_OWN) -> Place | None:
    """Give where somebody probably is, or None if nothing says so or the clues contradict."""
    return explain(hints, own).place


def explain(hints: Hints, own: Own = NO_OWN) -> Reading:
    """Give the place with all clues; `Reading.reason` says why it is unknown."""
    clues = _clues(hints, _readers(own))
    return Reading(_place(clues, own), clues)


def places(people: Sequence[Hints], own: Own = NO_OWN) -> list[Place | None]:
    """Give a place, or None, for each person; a text that occurs twice is read once."""
    readers = _readers(own)
    place = cache(partial(_place, own=own))
    return [place(_clues(hints, readers)) for hints in people]


def within(place: Place, wanted: Collection[str], own: Own = NO_OWN) -> bool | None:
    """Say whether somebody is in one of the wanted countries or regions; None if it is open.

    `wanted`: countries by their letters, regions, the owner's regions. It is yes if every
    country meant is wanted, and no only if no country that remains possible is.
    Raises KeyError for a name that is no country or region.
    """
    countries = EVERYWHERE & frozenset[str]().union(*(members(name, own) for name in wanted))
    meant = (
        [place.countries] if place.countries else [members(region, own) for region in place.regions]
    )
    if place.area <= countries or any(one <= countries for one in meant):
        return True
    return False if place.area.isdisjoint(countries) else None


@dataclass(frozen=True, slots=True)
class _Readers:
    """The readers of each hint, which remember what they have read."""

    title: Callable[[str], Clue | None]
    companies: Callable[[str], tuple[Clue, ...]]
    email: Callable[[str], Clue | None]
    location: Callable[[str, Source, float], Clue | None]


def _readers(own: Own) -> _Readers:
    return _Readers(
        title=cache(partial(in_title.clue, own=own)),
        companies=cache(partial(in_company.clues, own=own)),
        email=in_email.clue,
        location=cache(partial(in_location.clue, own=own)),
    )


def _clues(hints: Hints, readers: _Readers) -> tuple[Clue, ...]:
    """Give the first clue that is taken as it is, or else all that are weighed."""
    certain = (
        (hints.person_place, Source.OWNER_PERSON, 1.0),
        (hints.company_place, Source.OWNER_COMPANY, 1.0),
        (hints.location, Source.ENRICHMENT, CONFIDENCE_OF_ENRICHMENT),
    )
    for text, source, confidence in certain:
        if text and (clue := readers.location(text, source, confidence)):
            return (clue,)
    found = (
        readers.email(hints.email) if hints.email else None,
        readers.title(hints.title) if hints.title else None,
        *(readers.companies(hints.company) if hints.company else ()),
    )
    return tuple(clue for clue in found if clue)


def _place(clues: tuple[Clue, ...], own: Own) -> Place | None:
    clue = weighed(clues)
    return placed(clue, own) if clue else None
