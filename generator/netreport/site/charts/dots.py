"""A dot and its interval for each rate; what belongs to one group stands together, to compare.

The first part of a group is a disc, the others, such as benchmarks, are diamonds.
"""

from dataclasses import dataclass

from netreport.model.results import Part
from netreport.site.charts.chart import Chart, Picture, ends, is_drawn, is_ranged, value
from netreport.site.charts.elements import box, diamond, disc, number, path
from netreport.site.charts.marks import mark, range_across
from netreport.site.charts.plot import BASELINE, GAP, LINE, below
from netreport.site.charts.rows import (
    PITCH,
    Said,
    counted,
    figure,
    label,
    margins,
    said,
    shown,
    tail,
)
from netreport.site.charts.scales import Scale, steps

CLOSER = 17.0  # from one dot of a group to the next
RADIUS = 4.5


@dataclass(frozen=True, slots=True)
class _Row:
    part: Part
    label: str
    told: Said
    middle: float
    first: bool


def draw(chart: Chart) -> Picture:
    """Draw the groups downwards, in the order in which they first come, over one scale."""
    rows = _rows(chart)
    left, right = margins([row.label for row in rows], [row.told for row in rows])
    drawn = [row.part for row in rows]
    marks = steps([0.0, *ends([part for part in drawn if is_drawn(chart, part)])], drawn[0].unit)
    x = Scale(marks[0], marks[-1], left, right)
    foot = rows[-1].middle + PITCH / 2
    scale = _ruler(chart, x, marks, foot)
    after = tail(chart, drawn, left, foot + LINE)
    body = "".join([scale, *(_drawn(chart, row, x) for row in rows), after.body])
    return Picture(body, foot + LINE + GAP + after.height)


def _rows(chart: Chart) -> list[_Row]:
    groups: dict[str, list[Part]] = {}
    for place, part in enumerate(shown(chart)):
        groups.setdefault(part.group or f"{place} {part.label}", []).append(part)
    rows, top = [], 0.0
    for parts in groups.values():
        for place, part in enumerate(parts):
            rows.append(_row(chart, part, place, top + PITCH / 2 + place * CLOSER))
        top += PITCH + CLOSER * (len(parts) - 1)
    return rows


def _row(chart: Chart, part: Part, place: int, middle: float) -> _Row:
    if not part.group:
        return _Row(part, part.label, counted(chart, part), middle, first=True)
    name = "" if place else part.group
    return _Row(part, name, said(value(chart, part), part.label), middle, first=not place)


def _ruler(chart: Chart, x: Scale, marks: tuple[float, ...], foot: float) -> str:
    places = [x(at) for at in marks]
    unit = chart.unit
    lines = [path("nr-grid", f"M{number(place)} 0V{number(foot)}") for place in places]
    return "".join(lines) + below(places, [chart.number(at, unit) for at in marks], foot + LINE)


def _drawn(chart: Chart, row: _Row, x: Scale) -> str:
    part, y = row.part, row.middle
    written = label(x.start, y, row.label) + figure(x.end + GAP, y + BASELINE, row.told)
    if not is_drawn(chart, part):
        return written
    low, here, high = (x(at) for at in (part.estimate.low, part.estimate.value, part.estimate.high))
    reach = range_across(low, high, y) if is_ranged(chart, part) else ""
    if part.unknown:
        route = box(x(0), y - RADIUS, here, y + RADIUS)
    else:
        route = disc(here, y, RADIUS) if row.first else diamond(here, y, RADIUS + 1)
    return written + reach + mark(chart, part, "nr-dot" if row.first else "nr-dot nr-other", route)
