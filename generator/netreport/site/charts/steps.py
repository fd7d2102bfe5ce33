"""Kaplan-Meier curves: which share is so, or no longer so, after how many days, with its band."""

from collections.abc import Sequence
from dataclasses import replace

from netreport.model.results import Part, Unit, exactly
from netreport.site.charts.chart import WIDTH, Chart, Picture, ends
from netreport.site.charts.curves import (
    Curve,
    at_ends,
    curves,
    drawn,
    names,
    over_time,
    room_for,
    stairs,
    times,
)
from netreport.site.charts.plot import GAP, LINE, plot, ruler, unplaced
from netreport.site.charts.scales import Scale, steps

TOP, BOTTOM = 12.0, 180.0


def draw(chart: Chart) -> Picture:
    """Draw the curve of each group from day 0, named where it ends."""
    written = names(chart, curves(chart.known, over_time(chart.known, 0, 1)))
    room = plot(chart, ends(chart.known), TOP, BOTTOM, WIDTH - room_for(written))
    days = steps([0.0, *times(chart.known)], Unit.DAYS)
    x = Scale(days[0], days[-1], room.left, room.right)
    lines = [_from_start(curve, x(0)) for curve in curves(chart.known, x)]
    foot = BOTTOM + LINE + GAP
    after = unplaced(chart, chart.unknown, room.left, foot)
    body = [room.frame, *(drawn(chart, one, room.y, stairs) for one in lines)]
    body += [ruler(chart, x, days, Unit.DAYS, BOTTOM), after.body]
    return Picture(
        "".join([*body, at_ends(lines, written, room.y, room.right)]), foot + after.height
    )


def _from_start(curve: Curve, start: float) -> Curve:
    """Let a curve that first moves later begin at the start: nobody had moved then."""
    share = all(part.unit is Unit.SHARE for part in curve.parts)
    if not share or curve.places[0] <= start or len(curve.parts) == 1:
        return curve
    first = replace(curve.parts[0], estimate=exactly(_share_at_start(curve.parts)))
    return replace(curve, parts=(first, *curve.parts), places=(start, *curve.places))


def _share_at_start(parts: Sequence[Part]) -> float:
    """Give 0 for a share that grows, 1 for one that falls."""
    return 0.0 if parts[-1].estimate.value > parts[0].estimate.value else 1.0
