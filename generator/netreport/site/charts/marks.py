"""Draws what stands for a part: its mark, the range around it, and those whom nobody can place."""

from html import escape

from netreport.model.results import Footing, Part
from netreport.site.charts.chart import Chart, sentence, standing
from netreport.site.charts.elements import at, box, number, path, tag, title

CAP = 3.0  # half the length of the tick at the end of a range


def mark(chart: Chart, part: Part, shape: str, route: str) -> str:
    """Draw a part along `route`, named by its sentence; a link to its rows if there are any.

    `shape` is the class of the mark. Whoever is unknown is hatched instead.
    """
    name = title(sentence(chart, part))
    if chart.link is None or part.where is None:
        return _drawn(chart, part, shape, route, name)
    stop = ' tabindex="-1"' if chart.crowded else ""
    address = f'href="{escape(chart.link(part.where))}"{stop}'
    return tag("a", address, name, "\n", _drawn(chart, part, shape, route))


def classes(chart: Chart, part: Part, shape: str) -> str:
    """Give the classes of a mark: its shape, and whether it is highlighted or faint."""
    marked = "nr-marked" if part.mark else ""
    grey = "nr-grey" if standing(chart, part) is Footing.FAINT else ""
    return " ".join(filter(None, (shape, marked, grey)))


def hatched(chart: Chart, route: str, *name: str) -> str:
    """Draw an area in the pattern that says "nobody knows"."""
    attributes = f'class="nr-unknown" fill="url(#{hatching(chart)})" d="{route}"'
    return tag("path", attributes, *name)


def hatching(chart: Chart) -> str:
    """Give the id of that pattern."""
    return f"{chart.id}-hatching"


def range_across(low: float, high: float, y: float) -> str:
    """Draw a range from left to right."""
    start, end = (f"M{at(x, y - CAP)}v{number(2 * CAP)}" for x in (low, high))
    return path("nr-range", f"{start}M{at(low, y)}H{number(high)}{end}")


def range_upright(low: float, high: float, x: float) -> str:
    """Draw a range from the bottom up."""
    start, end = (f"M{at(x - CAP, y)}h{number(2 * CAP)}" for y in (low, high))
    return path("nr-range", f"{start}M{at(x, low)}V{number(high)}{end}")


def bound(chart: Chart, left: float, top: float, right: float, bottom: float) -> str:
    """Draw where a value would lie as if all, or none, of those left out were so."""
    return hatched(chart, box(left, top, right, bottom))


def _drawn(chart: Chart, part: Part, shape: str, route: str, *name: str) -> str:
    if part.unknown:
        return hatched(chart, route, *name)
    return path(classes(chart, part, shape), route, *name)
