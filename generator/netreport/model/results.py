"""What a question is answered with: a number with its range, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

FEWEST_FOR_A_RATE = 5
FEWEST_FOR_A_COMPARISON = 30


class Unit(StrEnum):
    """What a number counts or measures."""

    PEOPLE = "people"
    SHARE = "share"  # 0 to 1, printed as per cent
    COUNT = "count"  # of what the part or metric says
    PER_THOUSAND = "per 1,000"
    HOURS = "hours"
    HOURS_A_WEEK = "hours a week"
    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    POINTS = "points"  # compared with oneself only
    RATIO = "ratio"
    BITS = "bits"
    GROUPS = "groups"  # an effective number of groups
    MONEY = "money"
    PERCENTAGE_POINTS = "percentage points"  # a difference of two shares, -1 to 1


class Spread(StrEnum):
    """What a range is a range of."""

    EXACT = "counted; nothing was left out"
    LEFT_OUT = "as if all, or none, of those left out were so"
    WILSON = "95 % Wilson interval"
    NEWCOMBE = "95 % Newcombe interval of the difference"
    BOOTSTRAP = "95 % bootstrap interval"
    AUDIT = "95 % interval of the audit"
    KAPLAN_MEIER = "95 % interval (Greenwood, log-log)"
    LARGE_SAMPLE = "95 % large-sample interval"
    PROJECTION = "from the lowest to the highest case"
    ROUNDED = "rounded, so that nobody can be counted out"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and its range: finite, low <= value <= high. Raises ValueError otherwise."""

    value: float
    low: float
    high: float
    spread: Spread

    def __post_init__(self) -> None:
        """Refuse a range that does not hold its value."""
        ordered = self.low <= self.value <= self.high
        if not (ordered and isfinite(self.low) and isfinite(self.high)):
            raise ValueError(f"not a range: {self.low} <= {self.value} <= {self.high}")


def exactly(value: float) -> Estimate:
    """Give a counted number, whose range is itself."""
    return Estimate(value, value, value, Spread.EXACT)


@dataclass(frozen=True, slots=True)
class Where:
    """Which rows of the People page stand behind a number: every facet must have one of its values.

    Empty facets mean everybody. The People page counts exactly these rows. Where no facet tells
    them apart, `keys` are the `person`s, and `name` says to the reader who they are.
    """

    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name: str = ""
    keys: frozenset[str] = field(default=frozenset(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a number rests on: considered == used + all left out. Raises ValueError otherwise.

    `left_out` counts by reason. `of` names what is counted ("people", "messages", "requests").
    `where` is the filter that shows the rows on the People page, if people stand behind it.
    """

    considered: int
    used: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    of: str = "people"
    where: Where | None = None

    def __post_init__(self) -> None:
        """Refuse evidence that does not add up."""
        if self.considered != self.used + sum(self.left_out.values()):
            raise ValueError(f"{self.considered} != {self.used} + {dict(self.left_out)}")


class Form(StrEnum):
    """How a breakdown is best drawn. TABLE and FIGURES are not drawn."""

    BARS = "bars"  # a bar for each part, with range and n
    COLUMNS = "columns"  # by month or year; `mark` highlights a part
    LINE = "line"  # by month or export, with a band
    DOTS = "dots"  # a dot and its interval, for rates; parts of one group share a line
    STEPS = "steps"  # Kaplan-Meier: `at` is the time, estimate the share
    GRID = "grid"  # the 2 x 2 of relevance and engagement, people as area
    STRIP = "strip"  # one mark for each tie, `at` its age
    MULTIPLES = "multiples"  # one small line for each group
    WATERFALL = "waterfall"  # what moved, step by step
    TABLE = "table"
    FIGURES = "figures"  # a few named numbers of different units


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a breakdown. `n`: how many things stand behind it; `at`: its place in time.

    `mark`: it stands out. `unknown`: it holds what nobody can place, and is always drawn so.
    `single`: it tells of one person, such as the one who has waited longest.
    """

    label: str
    estimate: Estimate
    n: int
    unit: Unit = Unit.PEOPLE
    where: Where | None = None
    group: str = ""
    note: str = ""
    mark: bool = False
    unknown: bool = False
    at: float | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A number taken apart. `of` names what `n` counts. `id` is stable, `[a-z0-9-]`.

    `whole`: the parts exclude each other and add up to everything considered, so that a hidden
    part could be computed from the others.
    """

    id: str
    title: str
    form: Form
    parts: tuple[Part, ...]
    of: str = "people"
    caption: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """An answer. `remarks` are whole sentences that belong beside the number."""

    estimate: Estimate
    evidence: Evidence
    breakdowns: tuple[Breakdown, ...] = ()
    remarks: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why there is no number."""

    FILE_ABSENT = "a file is missing"
    TOO_FEW = "too few to say"
    NOT_ASKED = "the strategy does not ask for it"
    NOT_TYPED_IN = "it is not in LinkedIn's export and has not been typed in"
    ONE_EXPORT = "it takes two exports"
    WITHHELD = "it is for the owner alone"


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, with the reason, what exactly is missing, and how to come by it."""

    reason: Reason
    detail: str
    remedy: str = ""


Result = Measured | Unknown


class Footing(StrEnum):
    """How firmly a rate may be shown, by how many cases stand behind it (the display rule)."""

    COUNTS = "counts"  # fewer than 5: "2 of 5", no rate
    FAINT = "faint"  # fewer than 30: rate with its interval, greyed, no comparison
    FIRM = "firm"


def footing(n: int) -> Footing:
    """Say how firmly a rate over `n` cases may be shown."""
    if n < FEWEST_FOR_A_RATE:
        return Footing.COUNTS
    return Footing.FAINT if n < FEWEST_FOR_A_COMPARISON else Footing.FIRM
