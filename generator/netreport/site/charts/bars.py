"""A bar for each part, with its range, its number and what stands behind it."""

from netreport.model.results import Part
from netreport.site.charts.chart import Chart, Picture, ends, is_bound, is_drawn, is_ranged
from netreport.site.charts.elements import box
from netreport.site.charts.marks import bound, mark, range_across
from netreport.site.charts.plot import BASELINE, GAP
from netreport.site.charts.rows import (
    PITCH,
    THICK,
    counted,
    figure,
    label,
    margins,
    shown,
    tail,
    zero,
)
from netreport.site.charts.scales import Scale, within


def draw(chart: Chart) -> Picture:
    """Draw the bars from the same zero, downwards in the order of the parts."""
    parts = shown(chart)
    left, right = margins([part.label for part in parts], [counted(chart, part) for part in parts])
    reach = [0.0, *map(within, ends([part for part in parts if is_drawn(chart, part)]))]
    x = Scale(min(reach), max(reach) if any(reach) else 1.0, left, right)
    rows = [_row(chart, part, x, PITCH * (place + 0.5)) for place, part in enumerate(parts)]
    foot = PITCH * len(parts)
    after = tail(chart, parts, left, foot)
    return Picture("".join([*rows, zero(x, 0, foot), after.body]), foot + after.height)


def _row(chart: Chart, part: Part, x: Scale, middle: float) -> str:
    name = label(x.start, middle, part.label)
    if not is_drawn(chart, part):
        return name + figure(x(0) + GAP, middle + BASELINE, counted(chart, part))
    top, bottom = middle - THICK / 2, middle + THICK / 2
    start, end = sorted((x(0), x(part.estimate.value)))
    bar = mark(chart, part, "nr-bar", box(start, top, end, bottom))
    told = figure(max(end, _far_end(chart, part, x)) + GAP, middle + BASELINE, counted(chart, part))
    return name + bar + _range(chart, part, x, middle) + told


def _range(chart: Chart, part: Part, x: Scale, middle: float) -> str:
    if not is_ranged(chart, part):
        return ""
    low, high = x(part.estimate.low), x(part.estimate.high)
    if is_bound(part):
        return bound(chart, low, middle - THICK / 2, high, middle + THICK / 2)
    return range_across(low, high, middle)


def _far_end(chart: Chart, part: Part, x: Scale) -> float:
    return x(part.estimate.high if is_ranged(chart, part) else part.estimate.value)
