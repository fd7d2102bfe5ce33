"""Where people are: takes what is known of somebody, gives a place with its evidence, or nothing.

What the owner or an enrichment file says is taken as it is. Otherwise the e-mail address, the
title, the company's name and its legal form are weighed, and if they contradict each other the
place is unknown. A person's name and language are never looked at.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from netreport.facts.regions import in_company, in_email, in_location, in_title
from netreport.facts.regions.atlas import EVERYWHERE, NO_OWN, Own, members
from netreport.facts.regions.evidence import Clue, Place, Source, placed, weighed

CONFIDENCE_OF_ENRICHMENT = 0.95

T = TypeVar("T")
Clues = tuple[Clue, ...]
_Reader = Callable[[str], Clues]


class Hints(NamedTuple):
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
    clues: Clues

    @property
    def reason(self) -> str:
        """Say why the place is unknown; empty if it is known."""
        if self.place:
            return ""
        return "the clues contradict each other" if self.clues else "nothing says where"


@dataclass(frozen=True, slots=True)
class Located:
    """Different places, and for each person the number of theirs; a place may be None."""

    places: Sequence[Place | None]
    numbers: Sequence[int]


def locate(hints: Hints, own: Own = NO_OWN) -> Place | None:
    """Give where somebody probably is, or None if nothing says so or the clues contradict."""
    return explain(hints, own).place


def explain(hints: Hints, own: Own = NO_OWN) -> Reading:
    """Give the place with all clues; `Reading.reason` says why it is unknown."""
    readers = _readers(own)
    clues = _clues([read(text) if text else () for text, read in zip(hints, readers, strict=True)])
    return Reading(_place(clues, own), clues)


def located(columns: Sequence[Sequence[str | None]], own: Own = NO_OWN) -> Located:
    """Place many people: takes a column for each of Hints, and reads every text once."""
    heard = [_heard(texts, read) for texts, read in zip(columns, _readers(own), strict=True)]
    told, number_of_told = _numbered(zip(*(numbers for _, numbers in heard), strict=True))
    found = [
        _clues([answers[number] for number, (answers, _) in zip(numbers, heard, strict=True)])
        for numbers in told
    ]
    places, number_of_place = _numbered(_place(clues, own) for clues in found)
    return Located(places, [number_of_place[number] for number in number_of_told])


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


def _readers(own: Own) -> Sequence[_Reader]:
    """Give the reader of each of Hints."""
    return (
        lambda title: _found(in_title.clue(title, own)),
        lambda company: in_company.clues(company, own),
        lambda email: _found(in_email.clue(email)),
        _reader_of_locations(Source.ENRICHMENT, CONFIDENCE_OF_ENRICHMENT, own),
        _reader_of_locations(Source.OWNER_COMPANY, 1.0, own),
        _reader_of_locations(Source.OWNER_PERSON, 1.0, own),
    )


def _reader_of_locations(source: Source, confidence: float, own: Own) -> _Reader:
    return lambda location: _found(in_location.clue(location, source, confidence, own))


def _found(clue: Clue | None) -> Clues:
    return (clue,) if clue else ()


def _clues(said: Sequence[Clues]) -> Clues:
    """Give what is taken as it is, if any of Hints is, or else all that is weighed."""
    title, company, email, location, company_place, person_place = said
    return person_place or company_place or location or (*email, *title, *company)


def _heard(texts: Sequence[str | None], read: _Reader) -> tuple[list[Clues], list[int]]:
    """Give the different answers of a reader, and for each text the number of its answer."""
    answers = {text: read(text) if text else () for text in dict.fromkeys(texts)}
    different, numbers = _numbered(answers.values())
    number_of = dict(zip(answers, numbers, strict=True))
    return different, [number_of[text] for text in texts]


def _numbered(values: Iterable[T]) -> tuple[list[T], list[int]]:
    """Give the different values, and for each value its number among them."""
    numbers: dict[T, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return list(numbers), found


def _place(clues: Clues, own: Own) -> Place | None:
    clue = weighed(clues)
    return placed(clue, own) if clue else None
