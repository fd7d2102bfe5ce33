"""The columns of the People page: what they are called, and where a reader meets them.

A column that can be filtered has a meaning, which the page prints. The numbers of other pages
link to its values: see `rows` for how each value comes about.
"""

from dataclasses import dataclass
from enum import StrEnum

from netreport.model.taxonomy import SENIORITIES
from netreport.pages.links import COUNTED

UNKNOWN = "unknown"
NONE = "none"
YES_NO = ("yes", "no")
STANDINGS = ("core", "latent", "social", "junk")
FITS = ("ideal", "good", "neutral", "poor")
TOUCHES = ("conversation", "two-way", "earlier", "one-way", "never")


class Kind(StrEnum):
    """How values are written and compared. PERIOD: a year or a month, as 2024 or 2024-05."""

    TEXT = "text"
    PERIOD = "period"
    DAY = "day"
    NUMBER = "number"


class Filter(StrEnum):
    """Whether a column can be filtered: by hand, by a link of another page only, or not."""

    OFFERED = "offered"
    LINKED = "linked"
    NOT = ""


class Place(StrEnum):
    """Where a column is seen: in the table from the start, when chosen, or in details alone."""

    TABLE = "table"
    CHOICE = "choice"
    DETAILS = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `order`: its values in their own order, where it is not the alphabet's.

    `missing`: the word for a value that is not there; empty where nothing need be said.
    `meaning`: what a filter keeps, for the reader. `searched`: its words are found.
    """

    key: str
    label: str
    place: Place = Place.DETAILS
    filter: Filter = Filter.NOT
    kind: Kind = Kind.TEXT
    order: tuple[str, ...] = ()
    missing: str = ""
    meaning: str = ""
    searched: bool = False

    @property
    def only_filters(self) -> bool:
        """Whether the column says nothing that another one does not say more exactly."""
        return self.place is Place.DETAILS and self.filter is not Filter.NOT


def _number(key: str, label: str) -> Column:
    return Column(key, label, Place.CHOICE, kind=Kind.NUMBER, missing=UNKNOWN)


_WHO = (
    Column("profile", "Profile"),
    Column("name", "Name", Place.TABLE, searched=True),
    Column("position", "Title", Place.TABLE, searched=True),
    Column("employer", "Company", Place.TABLE, searched=True),
)
_OFFERED = (
    Column(
        "standing",
        "Standing",
        Place.TABLE,
        Filter.OFFERED,
        order=STANDINGS,
        missing=UNKNOWN,
        meaning="core: relevant, and both wrote in the window of your strategy; latent: relevant, "
        "and not; social: not relevant, but both wrote once, or on your social list; junk: none "
        "of these",
    ),
    Column(
        "segment",
        "Segment",
        Place.TABLE,
        Filter.OFFERED,
        missing=UNKNOWN,
        meaning="the segment of your strategy; none: it can be none of them; unknown: it could be "
        "several",
    ),
    Column(
        "function",
        "Function",
        Place.CHOICE,
        Filter.OFFERED,
        missing=UNKNOWN,
        meaning="what the work is, read from the title",
    ),
    Column(
        "seniority",
        "Seniority",
        Place.CHOICE,
        Filter.OFFERED,
        order=SENIORITIES,
        missing=UNKNOWN,
        meaning="the level, read from the title",
    ),
    Column(
        "region",
        "Region",
        Place.CHOICE,
        Filter.OFFERED,
        missing=UNKNOWN,
        meaning="all regions and countries that somebody could be in",
    ),
    Column(
        "company",
        "Company",
        filter=Filter.OFFERED,
        missing=UNKNOWN,
        meaning="the employer, however its name is written; unknown: none is named",
    ),
    Column(
        "year",
        "Year",
        filter=Filter.OFFERED,
        kind=Kind.PERIOD,
        missing=UNKNOWN,
        meaning="the year you connected",
    ),
    Column(
        "owed",
        "Owed an answer",
        Place.CHOICE,
        Filter.OFFERED,
        order=YES_NO,
        missing=UNKNOWN,
        meaning="the last word is theirs, and your strategy wants it answered",
    ),
    Column(
        "dormant",
        "Dormant",
        Place.CHOICE,
        Filter.OFFERED,
        order=YES_NO,
        missing=UNKNOWN,
        meaning="both wrote once, and it has been silent for longer than your strategy allows",
    ),
    Column(
        "decision",
        "Decision",
        Place.CHOICE,
        Filter.OFFERED,
        missing=NONE,
        meaning="what you decided about somebody",
    ),
)
_LINKED = (
    Column(
        "relevant",
        "Relevant",
        Place.CHOICE,
        Filter.LINKED,
        order=YES_NO,
        missing=UNKNOWN,
        meaning="in an ideal or good segment",
    ),
    Column(
        "fit",
        "Fit",
        Place.CHOICE,
        Filter.LINKED,
        order=FITS,
        missing=UNKNOWN,
        meaning="how well the segment suits your strategy",
    ),
    Column(
        "touch",
        "In touch",
        Place.CHOICE,
        Filter.LINKED,
        order=TOUCHES,
        missing=UNKNOWN,
        meaning="conversation: one in the window of your strategy; two-way: both wrote in it; "
        "earlier: both wrote before it; one-way: only one side ever wrote; never: nobody did",
    ),
    Column(
        "month",
        "Month",
        filter=Filter.LINKED,
        kind=Kind.PERIOD,
        missing=UNKNOWN,
        meaning="the month you connected",
    ),
    Column(
        COUNTED,
        "Counted in",
        filter=Filter.LINKED,
        missing=NONE,
        meaning="those behind a number of another page that no other filter can tell apart",
    ),
)
_TALKS = (
    Column("connected", "Connected", Place.TABLE, kind=Kind.DAY),
    Column("first", "First message", Place.CHOICE, kind=Kind.DAY),
    Column("last", "Last message", Place.TABLE, kind=Kind.DAY),
    _number("turns", "Turns"),
    _number("received", "Messages received"),
    _number("sent", "Messages sent"),
    _number("strength", "Tie strength"),
)
_REASONS = (
    Column("industry", "Industry", Place.CHOICE, searched=True),
    Column("tags", "Tags", Place.CHOICE, searched=True),
    Column("second_function", "Function, second guess"),
    Column("title_words", "Words that decided the function"),
    Column("title_source", "Function read from"),
    Column("title_certainty", "Certainty of the function, %", kind=Kind.NUMBER),
    Column("place_words", "Words that decided the region"),
    Column("place_source", "Region read from"),
    Column("place_certainty", "Certainty of the region, %", kind=Kind.NUMBER),
    Column("possible_segments", "Possible segments"),
    Column("decisions", "Decisions"),
    Column("advice", "Recommendation"),
)

COLUMNS: tuple[Column, ...] = (*_WHO, *_OFFERED, *_LINKED, *_TALKS, *_REASONS)
