"""A column for each month or year. What is marked, such as a rush, stands out and is told."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from netreport.model.results import Part
from netreport.site.charts.chart import (
    WIDTH,
    Chart,
    Picture,
    ends,
    is_bound,
    is_drawn,
    is_ranged,
    value,
)
from netreport.site.charts.elements import box, disc, group, path, text
from netreport.site.charts.labels import SMALL, fit, width
from netreport.site.charts.marks import bound, mark, range_upright
from netreport.site.charts.plot import GAP, LINE, Plot, below, plot, unplaced

TOP, BOTTOM = 20.0, 180.0
THICKEST = 44.0
FULL = 0.82  # how much of its slot a column fills
MOST_COLUMNS = 240  # more are thinner than a pixel, and are drawn together
MOST_LINKS = 60  # more are too thin to be aimed at, but for those that are marked
MOST_RANGES = 40  # more would be a thicket
LONGEST_NOTE = 130.0
FEW = 2.0

Placed = tuple[float, Part]


def draw(chart: Chart) -> Picture:
    """Draw the columns from zero, from left to right in the order of the parts."""
    told = [part for part in chart.known if is_drawn(chart, part)]
    room = plot(chart, ends(told), TOP, BOTTOM, WIDTH)
    slot = room.width / len(chart.known)
    places = [room.left + slot * (place + 0.5) for place in range(len(chart.known))]
    placed = list(zip(places, chart.known, strict=True))
    half = min(THICKEST, slot * FULL) / 2
    columns = _together if len(placed) > MOST_COLUMNS else _apart
    times = below(places, [part.label for part in chart.known], BOTTOM + LINE, chart.say)
    foot = BOTTOM + LINE + GAP
    after = unplaced(chart, chart.unknown, room.left, foot)
    drawn = [room.frame, columns(chart, room, placed, half), _rushes(chart, room, placed)]
    return Picture("".join([*drawn, times, after.body]), foot + after.height)


def _apart(chart: Chart, room: Plot, placed: Sequence[Placed], half: float) -> str:
    ranged = _ranges(chart, room, placed, half) if len(placed) <= MOST_RANGES else ""
    thin = replace(chart, link=None) if len(placed) > MOST_LINKS else chart
    drawn = [_column(chart if part.mark else thin, room, x, part, half) for x, part in placed]
    return group("nr-columns", *drawn) + ranged


def _together(chart: Chart, room: Plot, placed: Sequence[Placed], half: float) -> str:
    drawn = [(x, part) for x, part in placed if is_drawn(chart, part)]
    plain = "".join(_route(room, x, part, half) for x, part in drawn if not part.mark)
    marked = "".join(_route(room, x, part, half) for x, part in drawn if part.mark)
    return group("nr-columns", path("", plain), path("nr-marked", marked) if marked else "")


def _column(chart: Chart, room: Plot, x: float, part: Part, half: float) -> str:
    if not is_drawn(chart, part):
        return mark(chart, part, "nr-few", disc(x, room.y(0) - FEW, FEW))
    return mark(chart, part, "", _route(room, x, part, half))


def _route(room: Plot, x: float, part: Part, half: float) -> str:
    return box(x - half, room.y(part.estimate.value), x + half, room.y(0))


def _ranges(chart: Chart, room: Plot, placed: Sequence[Placed], half: float) -> str:
    drawn = []
    for x, part in placed:
        low, high = room.y(part.estimate.low), room.y(part.estimate.high)
        if is_ranged(chart, part) and is_bound(part):
            drawn.append(bound(chart, x - half, high, x + half, low))
        elif is_ranged(chart, part):
            drawn.append(range_upright(low, high, x))
    return "".join(drawn)


def _rushes(chart: Chart, room: Plot, placed: Sequence[Placed]) -> str:
    """Say the highest of neighbouring marked columns, where there is room beside the one before."""
    written, free = [], 0.0
    for marked, run in groupby(placed, key=lambda one: one[1].mark):
        if not marked:
            continue
        x, part = max(run, key=lambda one: one[1].estimate.value)
        said = fit(part.note or value(chart, part), LONGEST_NOTE, SMALL)
        half = width(said, SMALL) / 2
        middle = min(WIDTH - half, max(half, x))
        if middle - half >= free:
            top = room.y(max(part.estimate.value, part.estimate.high)) - GAP
            written.append(text("nr-middle nr-small nr-rush", middle, top, said))
            free = middle + half + GAP
    return "".join(written)
