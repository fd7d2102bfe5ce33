"""The frame of a chart of values over time: gridlines, numbers at the left, times below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from netreport.model.results import Part, Unit
from netreport.site.charts.chart import WIDTH, Chart, Picture, Say, counts_itself, value
from netreport.site.charts.elements import box, number, path, text
from netreport.site.charts.labels import SMALL, fit, widest, width
from netreport.site.charts.marks import mark
from netreport.site.charts.scales import Scale, steps

GAP = 8.0
BASELINE = 4.0  # from the middle of a line of text down to its baseline
MOST_MARGIN = 150.0
LONGEST_BELOW = 90.0
MONTH = re.compile(r"(\d{4})-(\d{2})")
FEWEST_MONTHS_FOR_YEARS = 25
STRIP, LINE, TICK = 8.0, 17.0, 4.0
MOST_UNPLACED = 3
CLOSEST = 0.1


@dataclass(frozen=True, slots=True)
class Plot:
    """The rectangle that values are drawn in, and where a value lies in its height."""

    left: float
    right: float
    top: float
    bottom: float
    y: Scale
    frame: str

    @property
    def width(self) -> float:
        """How wide the rectangle is."""
        return self.right - self.left


def plot(chart: Chart, values: Sequence[float], top: float, bottom: float, right: float) -> Plot:
    """Give the plot from `top` to `bottom`, up to `right`, with a place for 0 and `values`."""
    unit = chart.unit
    marks = steps([0.0, *values], unit)
    labels = [fit(chart.number(at, unit), MOST_MARGIN) for at in marks]
    left = widest(labels) + GAP
    y = Scale(marks[0], marks[-1], bottom, top)
    lines = [path(_ruler(at), f"M{number(left)} {number(y(at))}H{number(right)}") for at in marks]
    numbers = [
        text("nr-end", left - GAP, y(at) + BASELINE, label)
        for at, label in zip(marks, labels, strict=True)
    ]
    return Plot(left, right, top, bottom, y, "".join([*lines, *numbers]))


def _ruler(value: float) -> str:
    return "nr-grid" if value else "nr-base"


def below(places: Sequence[float], labels: Sequence[str], y: float, say: Say = str) -> str:
    """Write as many labels as fit, evenly, each under its place; months of many years as years."""
    shown = _years(places, labels) or list(zip(places, map(say, labels), strict=True))
    spacing = _spacing([place for place, _ in shown])
    longest = min(LONGEST_BELOW, widest([label for _, label in shown]))
    every = max(1, ceil((longest + GAP) / spacing))
    written, free = [], 0.0
    for place, label in shown[::every]:
        said = fit(label, min(WIDTH, spacing * every - GAP))
        half = width(said) / 2
        middle = min(WIDTH - half, max(half, place))
        if middle - half >= free:
            written.append(text("nr-middle", middle, y, said))
            free = middle + half + GAP
    return "".join(written)


def ruler(chart: Chart, x: Scale, marks: Sequence[float], unit: Unit, foot: float) -> str:
    """Draw a scale from left to right at `foot`: a tick and a number at each mark."""
    places = [x(at) for at in marks]
    ticks = "".join(f"M{number(place)} {number(foot)}v{number(TICK)}" for place in places)
    labels = [chart.number(at, unit) for at in marks]
    labels[-1] = f"{labels[-1]} {unit}"
    return path("nr-base", ticks) + below(places, labels, foot + LINE)


def unplaced(chart: Chart, parts: Sequence[Part], left: float, top: float) -> Picture:
    """Draw those without a place on the plot: a hatched strip, as long as their share of all cases.

    The height is that of what was drawn; 0 for nobody.
    """
    drawn, y = "", top + GAP
    for part in parts[:MOST_UNPLACED]:
        length = max(2.0, (WIDTH - left) * _share_of_all(chart, part))
        said = fit(f"{part.label}: {value(chart, part)}", WIDTH - left, SMALL)
        drawn += mark(chart, part, "nr-bar", box(left, y, left + length, y + STRIP))
        drawn += text("nr-small", left, y + STRIP + LINE, said)
        y += STRIP + LINE + GAP
    return Picture(drawn, y - top if drawn else 0.0)


def _share_of_all(chart: Chart, part: Part) -> float:
    """Give which share of all cases a part is; where cases overlap, as in risk sets, at least."""
    if chart.cases is not None:
        return min(1.0, abs(part.estimate.value) / max(1, chart.cases))
    apart = all(counts_itself(one) for one in chart.known)
    everybody = sum(one.n for one in chart.known) if apart else max(one.n for one in chart.known)
    return part.n / max(1, everybody + sum(one.n for one in chart.unknown))


def _years(places: Sequence[float], labels: Sequence[str]) -> list[tuple[float, str]]:
    """Give the year at each January, if all labels are months such as 2024-05 and many."""
    months = [MONTH.fullmatch(label) for label in labels]
    if len(months) < FEWEST_MONTHS_FOR_YEARS or not all(months):
        return []
    found = zip(places, months, strict=True)
    return [(place, month[1]) for place, month in found if month and month[2] == "01"]


def _spacing(places: Sequence[float]) -> float:
    """Give the mean distance of neighbours; all the width for a single one."""
    if len(places) < 2:  # noqa: PLR2004 - a distance takes two
        return WIDTH
    return max(CLOSEST, abs(places[-1] - places[0]) / (len(places) - 1))
