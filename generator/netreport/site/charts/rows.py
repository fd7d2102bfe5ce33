"""What bars, dots and waterfalls share: labels at the left, a scale in the middle, values behind.

Only the first rows are drawn, and whoever is unknown; the table has them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from netreport.model.results import Part, Unit
from netreport.site.charts.chart import WIDTH, Chart, Picture, aside, value
from netreport.site.charts.elements import number, path, tag, text, words
from netreport.site.charts.labels import BOLD, SMALL, broken, fit, widest, width
from netreport.site.charts.plot import BASELINE, GAP, LINE, MOST_UNPLACED, unplaced
from netreport.site.charts.scales import Scale

MOST_ROWS = 20
PITCH = 25.0
THICK = 15.0
MOST_VALUE = 155.0
LEAST_SCALE = 120.0
MOST_LABEL = 205.0  # longer labels take two lines
HALF = 5.2  # from the middle of a row to the middle of each of two lines
SPACE = 6.0


@dataclass(frozen=True, slots=True)
class Said:
    """A number in words, and fainter ones behind it; cut to fit."""

    value: str
    more: str

    @property
    def width(self) -> float:
        """How wide both are, with the space between."""
        return BOLD * width(self.value) + (SPACE + width(self.more, SMALL) if self.more else 0.0)


def said(value: str, more: str, room: float = MOST_VALUE) -> Said:
    """Give a number and the words behind it, within the room there is for them."""
    number = fit(value, room / BOLD)
    room -= BOLD * width(number) + SPACE
    return Said(number, fit(more, room, SMALL) if room > SMALL else "")


def counted(chart: Chart, part: Part) -> Said:
    """Give a part's number, and what belongs beside it."""
    return said(value(chart, part), aside(chart, part))


def shown(chart: Chart) -> tuple[Part, ...]:
    """Give the parts that get a row, in order: the first ones and the unknown, all of one unit."""
    unknown = sum(part.unit is chart.unit for part in chart.unknown)
    room = {True: min(unknown, MOST_UNPLACED), False: MOST_ROWS - min(unknown, MOST_UNPLACED)}
    kept = []
    for part in chart.breakdown.parts:
        if part.unit is chart.unit and room[part.unknown]:
            room[part.unknown] -= 1
            kept.append(part)
    return tuple(kept)


def margins(labels: Sequence[str], values: Sequence[Said]) -> tuple[float, float]:
    """Give where the scale starts and ends between the widest label and the widest value."""
    right = WIDTH - max(one.width for one in values) - GAP
    return min(widest(labels) + GAP, MOST_LABEL, right - LEAST_SCALE), right


def label(left: float, middle: float, name: str) -> str:
    """Write a row's label so that it ends where the scale starts; a long one on two small lines."""
    x, room = left - GAP, left - GAP
    if width(name) <= room:
        return text("nr-end", x, middle + BASELINE, fit(name, room))
    upper, lower = broken(name, room, SMALL)
    if not lower:
        return text("nr-end nr-long", x, middle + BASELINE, upper)
    first = text("nr-end nr-long", x, middle + BASELINE - HALF, upper)
    return first + text("nr-end nr-long", x, middle + BASELINE + HALF, lower)


def figure(x: float, y: float, told: Said, kind: str = "nr-value") -> str:
    """Write a number on the baseline `y`, the fainter words behind it."""
    more = f'<tspan class="nr-small" dx="{number(SPACE)}">{words(told.more)}</tspan>'
    place = f'class="{kind}" x="{number(x)}" y="{number(y)}"'
    return tag("text", place, words(told.value), more if told.more else "")


def zero(x: Scale, top: float, bottom: float) -> str:
    """Draw the line that bars start from."""
    return path("nr-base", f"M{number(x(0))} {number(top)}V{number(bottom)}")


def tail(chart: Chart, drawn: Sequence[Part], left: float, y: float) -> Picture:
    """Draw the unknown that have no row, and say how many other parts have none."""
    here = {id(part) for part in drawn}
    strips = [part for part in chart.unknown if id(part) not in here][:MOST_UNPLACED]
    picture = unplaced(chart, strips, left, y)
    hidden = len(chart.breakdown.parts) - len(drawn) - len(strips)
    if not hidden:
        return picture
    note = f"and {chart.number(hidden, Unit.COUNT)} more, in the table below"
    more = text("nr-small", left, y + picture.height + LINE, fit(note, WIDTH - left, SMALL))
    return Picture(picture.body + more, picture.height + LINE + GAP)
