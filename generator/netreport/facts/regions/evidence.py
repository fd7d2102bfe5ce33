"""What a piece of evidence says about where somebody is, and how several are weighed.

Takes clues, gives one place, or none where they contradict each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from netreport.facts.regions.atlas import EVERYWHERE, Countries, Own, regions_of


class Source(StrEnum):
    """Where a clue comes from, the strongest first. The first three are taken as they are."""

    OWNER_PERSON = "your table of people"
    OWNER_COMPANY = "your table of companies"
    ENRICHMENT = "an enrichment file"
    EMAIL = "the country of the e-mail address"
    TITLE = "a word of the title"
    COMPANY = "a word of the company's name"
    LEGAL_FORM = "the company's legal form"


_RANK = {source: rank for rank, source in enumerate(Source)}


@dataclass(frozen=True, slots=True)
class Clue:
    """What one piece of text says.

    `countries`: those it speaks of. `area`: all that it does not rule out, which holds them;
    everywhere for a weak clue. `named`: countries are named, not only a region. `words`: what
    decided, as it stands in the text. `confidence`: 0 to 1, a judgement that ranks clues, not a
    measured share.
    """

    countries: Countries
    area: Countries
    named: bool
    words: str
    source: Source
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody probably is.

    `countries`: in one of these; empty if only a region is known. `regions`: all that hold
    every one of the countries. `area`: the countries that are not ruled out. `evidence`: the
    words that decided, which stand in the text.
    """

    countries: Countries
    regions: frozenset[str]
    source: Source
    evidence: str
    confidence: float
    area: Countries


def weighed(clues: Iterable[Clue]) -> Clue | None:
    """Give what all clues agree on, in any order; None without clues or if they contradict."""
    ranked = sorted(clues, key=lambda clue: (-clue.confidence, _RANK[clue.source], clue.words))
    agreed: Clue | None = ranked[0] if ranked else None
    return reduce(_both, ranked[1:], agreed)


def placed(clue: Clue, own: Own) -> Place:
    """Give the place that a clue speaks of."""
    return Place(
        countries=clue.countries if clue.named else frozenset(),
        regions=regions_of(clue.countries, own),
        source=clue.source,
        evidence=clue.words,
        confidence=clue.confidence,
        area=clue.area,
    )


def _both(strong: Clue | None, weak: Clue) -> Clue | None:
    """Give what both say; a rare use of a legal form counts where the other clue names it."""
    if strong is None:
        return None
    area = strong.area & weak.area
    if common := strong.countries & weak.countries:
        decides = strong if _is_narrower(strong, weak) else weak
        return replace(decides, countries=common, area=area, named=strong.named or weak.named)
    if strong.area != EVERYWHERE and (common := weak.countries & strong.area):
        return replace(weak, countries=common, area=area)
    if common := strong.countries & weak.area:
        return replace(strong, countries=common, area=area)
    return None


def _is_narrower(strong: Clue, weak: Clue) -> bool:
    """Say whether the stronger clue alone says what both say."""
    return strong.countries <= weak.countries and strong.named >= weak.named
