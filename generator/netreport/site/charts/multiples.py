"""One small line for each group, all on one scale, so that they can be compared at a glance."""

from dataclasses import replace

from netreport.site.charts.chart import WIDTH, Chart, Picture, ends, is_drawn, value
from netreport.site.charts.curves import Curve, curves, drawn, over_time, straight
from netreport.site.charts.elements import at, number, path, text
from netreport.site.charts.labels import SMALL, fit, width
from netreport.site.charts.plot import GAP, LINE
from netreport.site.charts.rows import tail
from netreport.site.charts.scales import Scale, steps

ACROSS = 2
BETWEEN = 24.0
PANEL = (WIDTH - BETWEEN * (ACROSS - 1)) / ACROSS
HEAD, LINE_HIGH, DOWN = 20.0, 44.0, 84.0
INSET = 4.0
MOST_PANELS = 12


def draw(chart: Chart) -> Picture:
    """Draw the panels in rows of two, in the order of the groups."""
    told = [part for part in chart.known if is_drawn(chart, part)]
    marks = steps([0.0, *ends(told)], chart.unit)
    lines = curves(chart.known, over_time(chart.known, INSET, PANEL - INSET))
    shown = lines[:MOST_PANELS]
    panels = [_panel(chart, one, marks, place) for place, one in enumerate(shown)]
    foot = DOWN * -(-len(shown) // ACROSS)
    note = _scale(chart, marks, foot)
    after = tail(chart, [part for one in shown for part in one.parts], 0, foot + LINE)
    return Picture("".join([*panels, note, after.body]), foot + LINE + GAP + after.height)


def _panel(chart: Chart, curve: Curve, marks: tuple[float, ...], place: int) -> str:
    left = (place % ACROSS) * (PANEL + BETWEEN)
    top = (place // ACROSS) * DOWN + HEAD
    y = Scale(marks[0], marks[-1], top + LINE_HIGH, top)
    moved = replace(curve, rank=0, places=tuple(left + x for x in curve.places))
    last = fit(value(chart, curve.parts[-1]), PANEL / 2, SMALL)
    name = fit(curve.name, PANEL - width(last, SMALL) - GAP, SMALL)
    return "".join(
        (
            text("nr-small", left, top - GAP, name),
            text("nr-end nr-small nr-value", left + PANEL, top - GAP, last),
            path("nr-base", f"M{at(left, y(0))}H{number(left + PANEL)}"),
            drawn(chart, moved, y, straight),
        )
    )


def _scale(chart: Chart, marks: tuple[float, ...], foot: float) -> str:
    """Say what all panels show: from which number to which, from when to when."""
    unit = chart.unit
    low, high = chart.number(marks[0], unit), chart.number(marks[-1], unit)
    first, last = (chart.say(chart.known[end].label) for end in (0, -1))
    said = fit(f"Each from {low} to {high}, {first} to {last}", WIDTH, SMALL)
    return text("nr-small", 0, foot + LINE - GAP, said)
