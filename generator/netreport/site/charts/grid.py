"""The 2 x 2 of relevance and engagement: people as area, those whom nobody can place beside it.

The squares grow from the cross in the middle, so that one sees where the weight of a network lies.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from netreport.model.results import Breakdown, Part
from netreport.site.charts.chart import Chart, Picture, aside, value
from netreport.site.charts.elements import at, box, number, path, text
from netreport.site.charts.marks import mark
from netreport.site.charts.rows import figure, said
from netreport.site.charts.scales import within

SIDE = 112.0  # of the largest square
APART = 4.0  # from a square to the cross
MIDDLE, BESIDE = 132.0, 284.0
ROOM = 116.0  # for the words of a square
WORDS = 55.0  # how high their three lines are
UPPER, LOWER = (-37.0, -21.0, -6.0), (16.0, 32.0, 47.0)  # the baselines, from a square's outer edge


@dataclass(frozen=True, slots=True)
class _Field:
    """A place of the grid: its words, from where its square grows, and which way (-1: left, up)."""

    name: str
    note: str
    x: float
    across: int
    down: int


FIELDS: Mapping[str, _Field] = {
    "core": _Field("Core", "relevant, engaged", MIDDLE, 1, -1),
    "latent": _Field("Latent", "relevant, silent", MIDDLE, -1, -1),
    "social": _Field("Social", "outside, engaged", MIDDLE, 1, 1),
    "junk": _Field("Junk", "outside, silent", MIDDLE, -1, 1),
    "unknown": _Field("Unknown", "nobody can say", BESIDE, 1, -1),
}


def can_draw(breakdown: Breakdown) -> bool:
    """Say whether the parts are those of the grid, each at most once."""
    names = [_name(part) for part in breakdown.parts]
    return len(names) == len(set(names)) and set(names) <= set(FIELDS)


def draw(chart: Chart) -> Picture:
    """Draw the squares to one scale of area, their names and numbers above and below them."""
    parts = chart.breakdown.parts
    most = max(map(_area, parts)) or 1.0
    sides = {_name(part): SIDE * sqrt(_area(part) / most) for part in parts}
    above = APART + WORDS + max(sides.get(name, 0.0) for name in ("core", "latent", "unknown"))
    height = above + APART + WORDS + max(sides.get(name, 0.0) for name in ("social", "junk"))
    cross = f"M0 {number(above)}H{number(2 * MIDDLE)}M{at(MIDDLE, 0)}V{number(height)}"
    squares = [_square(chart, part, sides[_name(part)], above) for part in parts]
    return Picture("".join([path("nr-grid", cross), *squares]), height)


def _square(chart: Chart, part: Part, side: float, cross: float) -> str:
    field = FIELDS[_name(part)]
    near_x, near_y = field.x + field.across * APART, cross + field.down * APART
    far_x, far_y = near_x + field.across * side, near_y + field.down * side
    square = box(near_x, near_y, far_x, far_y)
    return mark(chart, part, f"nr-{_name(part)}", square) + _words(chart, part, near_x, far_y)


def _words(chart: Chart, part: Part, x: float, edge: float) -> str:
    field = FIELDS[_name(part)]
    end = " nr-end" if field.across < 0 else ""
    name, told, note = (edge + shift for shift in (UPPER if field.down < 0 else LOWER))
    return "".join(
        (
            text(f"nr-name{end}", x, name, field.name),
            figure(x, told, said(value(chart, part), aside(chart, part), ROOM), f"nr-value{end}"),
            text(f"nr-small{end}", x, note, field.note),
        )
    )


def _area(part: Part) -> float:
    return max(0.0, within(part.estimate.value))


def _name(part: Part) -> str:
    """Give the name of a part's field: its group, or else its label; the unknown have their own."""
    return "unknown" if part.unknown else (part.group or part.label).casefold()
