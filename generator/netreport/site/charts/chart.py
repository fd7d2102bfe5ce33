"""What a form is given to draw, what it gives back, and how a part is put into words.

The display rule for rates stands here: below 5 cases a part is told as "2 of 5" and has no mark,
below 30 it is faint. It holds where `n` is what the share is a share of: not for parts of a whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    Breakdown,
    Footing,
    Form,
    Part,
    Spread,
    Unit,
    Where,
    footing,
)

Number = Callable[[float, Unit], str]
Link = Callable[[Where], str]
Say = Callable[[str], str]

WIDTH = 400.0  # units of every view box: about the pixels of a phone
MOST_TAB_STOPS = 12
RATES = frozenset({Form.BARS, Form.COLUMNS, Form.LINE, Form.DOTS, Form.MULTIPLES, Form.TABLE})
TIMES = frozenset({Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.WEEKS})
COUNTED = frozenset({Unit.PEOPLE, Unit.COUNT})


@dataclass(frozen=True, slots=True)
class Chart:
    """A breakdown of one part or more, and how its numbers, links and ids are written.

    `say` writes a label: a month or day as its reader does, any other text as it is.
    `known` and `unknown` are its parts, `unit` that of the known ones if there are any. `cases` is
    the n of all parts, or None where they differ. `crowded`: it has more links than anybody wants
    to walk through by key; that way leads through the table.
    """

    breakdown: Breakdown
    number: Number
    link: Link | None
    id: str
    known: tuple[Part, ...]
    unknown: tuple[Part, ...]
    unit: Unit
    cases: int | None
    crowded: bool
    say: Say = str


def charted(
    breakdown: Breakdown, number: Number, link: Link | None, name: str, say: Say = str
) -> Chart:
    """Give the chart of a breakdown that has parts, under the id `name`."""
    parts = breakdown.parts
    known = tuple(part for part in parts if not part.unknown)
    unknown = tuple(part for part in parts if part.unknown)
    unit = (known or unknown)[0].unit
    cases = parts[0].n if len({part.n for part in parts}) == 1 else None
    crowded = sum(part.where is not None for part in parts) > MOST_TAB_STOPS
    return Chart(breakdown, number, link, name, known, unknown, unit, cases, crowded, say)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a form gives: SVG elements, and how high a view box they need."""

    body: str
    height: float


def standing(chart: Chart, part: Part) -> Footing:
    """Say how firmly a part may be shown; a rate that others found, without our cases, firmly."""
    ruled = part.unit is Unit.SHARE and chart.breakdown.form in RATES
    if not ruled or chart.breakdown.whole or part.unknown or _from_outside(part):
        return Footing.FIRM
    return footing(part.n)


def is_drawn(chart: Chart, part: Part) -> bool:
    """Say whether a part may have a mark."""
    return standing(chart, part) is not Footing.COUNTS


def is_ranged(chart: Chart, part: Part) -> bool:
    """Say whether a part has a range to draw."""
    return part.estimate.low < part.estimate.high and is_drawn(chart, part)


def is_bound(part: Part) -> bool:
    """Say whether a range comes from people left out, not from chance."""
    return part.estimate.spread is Spread.LEFT_OUT


def is_mixed(chart: Chart) -> bool:
    """Say whether the parts have several units, so that no scale can hold them."""
    return len({part.unit for part in chart.breakdown.parts}) > 1


def unit_of(chart: Chart) -> str:
    """Give the word for what the numbers count or measure, such as People, Share or Days."""
    word = chart.breakdown.of if chart.unit is Unit.COUNT else chart.unit
    return word[:1].upper() + word[1:]


def time_unit(chart: Chart) -> Unit:
    """Give the unit of the parts' `at`: their own if it is one of time, or else days."""
    return chart.unit if chart.unit in TIMES else Unit.DAYS


def ends(parts: Sequence[Part]) -> list[float]:
    """Give both ends of every range, for a scale to enclose."""
    return [end for part in parts for end in (part.estimate.low, part.estimate.high)]


def value(chart: Chart, part: Part) -> str:
    """Give a part's number in words: "12 %", or "2 of 5" where a rate would say too much."""
    if is_drawn(chart, part):
        return chart.number(part.estimate.value, part.unit)
    if part.n == 0:
        return "no cases"
    hits = chart.number(round(part.estimate.value * part.n), Unit.COUNT)
    return f"{hits} of {chart.number(part.n, Unit.COUNT)}"


def aside(chart: Chart, part: Part) -> str:
    """Give what belongs beside a number: what else it may be, its share of the whole, or its n."""
    if is_ranged(chart, part) and is_bound(part):
        high = f"to {chart.number(part.estimate.high, part.unit)}"
        return high if part.estimate.value == part.estimate.low else f"({span(chart, part)})"
    if counts_itself(part) or not is_drawn(chart, part) or _from_outside(part):
        return ""
    if chart.cases is None:
        return f"n {chart.number(part.n, Unit.COUNT)}"
    shared = chart.breakdown.whole and part.unit in COUNTED
    if not shared or not part.estimate.value or chart.cases < FEWEST_FOR_A_COMPARISON:
        return ""
    return chart.number(part.estimate.value / chart.cases, Unit.SHARE)


def counts_itself(part: Part) -> bool:
    """Say whether a part's number is that of the cases behind it."""
    return part.unit in COUNTED and part.estimate.value == part.n


def span(chart: Chart, part: Part) -> str:
    """Give a part's range in words, "3 % to 8 %"; nothing where it has none that may be told."""
    if not is_ranged(chart, part):
        return ""
    low = chart.number(part.estimate.low, part.unit)
    return f"{low} to {chart.number(part.estimate.high, part.unit)}"


def sentence(chart: Chart, part: Part) -> str:
    """Tell a part: group, label, number, range, share or n, note."""
    named = part.group and chart.breakdown.form is not Form.GRID
    group = f"{part.group}, " if named else ""
    beside = "" if is_bound(part) else aside(chart, part)
    details = dict.fromkeys(text for text in (span(chart, part), beside, part.note) if text)
    more = f" ({'; '.join(details)})" if details else ""
    return f"{group}{chart.say(part.label)}: {value(chart, part)}{more}"


def _from_outside(part: Part) -> bool:
    return part.n == 0 and part.estimate.value > 0
