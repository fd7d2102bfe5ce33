"""What lines, steps and small multiples share: a curve with its band, and names at the ends.

A rate over too few cases interrupts a curve; where a curve has one point alone, it is a dot.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from netreport.model.results import Part
from netreport.site.charts.chart import Chart, is_bound, is_drawn, is_ranged, value
from netreport.site.charts.elements import Point, area, disc, line, path, text
from netreport.site.charts.labels import BOLD, SIZE, fit, widest
from netreport.site.charts.marks import hatched, mark
from netreport.site.charts.plot import BASELINE, GAP
from netreport.site.charts.scales import Scale, within

MOST_CURVES = 6  # one colour and one kind of dash each
DOT = 2.5
MOST_NAME = 140.0
LINE_APART = SIZE + 2

Bend = Callable[[Sequence[Point]], Sequence[Point]]
Run = Sequence[tuple[float, Part]]


@dataclass(frozen=True, slots=True)
class Curve:
    """The parts of one group, each with its place from left to right; `rank` gives the colour."""

    name: str
    rank: int
    parts: tuple[Part, ...]
    places: tuple[float, ...]


def straight(points: Sequence[Point]) -> Sequence[Point]:
    """Join points as they are."""
    return points


def stairs(points: Sequence[Point]) -> Sequence[Point]:
    """Join points by going level first, then up or down."""
    corners = zip(points[1:], points, strict=False)
    return [*points[:1], *(place for here, last in corners for place in ((here[0], last[1]), here))]


def times(parts: Sequence[Part]) -> list[float]:
    """Give when each part is: its `at` if all have one, or else the order of the labels."""
    known = [within(part.at) for part in parts if part.at is not None]
    if len(known) == len(parts):
        return known
    labels = dict.fromkeys(part.label for part in parts)
    order = {label: float(place) for place, label in enumerate(labels)}
    return [order[part.label] for part in parts]


def over_time(parts: Sequence[Part], left: float, right: float) -> Scale:
    """Give the scale on which the times of all parts just fit between `left` and `right`."""
    low, high = min(times(parts)), max(times(parts))
    return Scale(low, high if high > low else low + max(1.0, abs(low)), left, right)


def curves(parts: Sequence[Part], x: Scale) -> list[Curve]:
    """Give the curve of each group, groups in the order in which they first come."""
    members: dict[str, list[tuple[float, Part]]] = {}
    for time, part in zip(times(parts), parts, strict=True):
        members.setdefault(part.group, []).append((x(time), part))
    return [_curve(name, rank, pairs) for rank, (name, pairs) in enumerate(members.items())]


def drawn(chart: Chart, curve: Curve, y: Scale, bend: Bend, most_dots: int = 0) -> str:
    """Draw a curve: bands, lines, then a dot for each of up to `most_dots` points, or the last."""
    runs = list(_runs(chart, curve))
    bands = "".join(_band(chart, curve, run, y, bend) for run in runs)
    routes = [bend([(x, y(part.estimate.value)) for x, part in run]) for run in runs]
    lines = "".join(path(f"nr-line nr-line-{curve.rank}", line(route)) for route in routes)
    return bands + lines + _dots(chart, curve, runs, y, most_dots)


def names(chart: Chart, curves: Sequence[Curve]) -> list[str]:
    """Give what is written at the end of each curve: its name and its last number."""
    return [fit(f"{one.name} {value(chart, one.parts[-1])}", MOST_NAME) for one in curves]


def room_for(written: Sequence[str]) -> float:
    """Give how wide the names at the ends are, with the gap before them."""
    return BOLD * widest(written) + GAP


def at_ends(curves: Sequence[Curve], written: Sequence[str], y: Scale, x: float) -> str:
    """Write the names at `x`, each as near to the end of its curve as the others allow."""
    ends = [y(curve.parts[-1].estimate.value) for curve in curves]
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    texts, free = [], min(y.start, y.end)
    for behind, place in enumerate(order):
        lowest = max(y.start, y.end) - LINE_APART * (len(order) - 1 - behind)
        middle = max(free, min(ends[place], lowest))
        kind = f"nr-value nr-name-{curves[place].rank}"
        texts.append(text(kind, x + GAP, middle + BASELINE, written[place]))
        free = middle + LINE_APART
    return "".join(texts)


def _curve(name: str, rank: int, pairs: list[tuple[float, Part]]) -> Curve:
    pairs.sort(key=lambda pair: pair[0])
    places, parts = zip(*pairs, strict=True)
    return Curve(name, rank % MOST_CURVES, parts, places)


def _runs(chart: Chart, curve: Curve) -> Iterator[Run]:
    pairs = zip(curve.places, curve.parts, strict=True)
    for told, run in groupby(pairs, key=lambda pair: is_drawn(chart, pair[1])):
        if told:
            yield list(run)


def _band(chart: Chart, curve: Curve, run: Run, y: Scale, bend: Bend) -> str:
    if not any(is_ranged(chart, part) for _, part in run):
        return ""
    upper = bend([(x, y(part.estimate.high)) for x, part in run])
    lower = bend([(x, y(part.estimate.low)) for x, part in run])
    if any(is_bound(part) for _, part in run):
        return hatched(chart, area(upper, lower))
    return path(f"nr-band nr-line-{curve.rank}", area(upper, lower))


def _dots(chart: Chart, curve: Curve, runs: Sequence[Run], y: Scale, most: int) -> str:
    few = len(curve.parts) <= most
    shown = [point for run in runs for point in run if few or len(run) == 1 or point[1].mark]
    last = runs[-1][-1:] if runs and not few else []
    shape = f"nr-point nr-line-{curve.rank}"
    return "".join(
        mark(chart, part, shape, disc(x, y(part.estimate.value), DOT))
        for x, part in (*shown, *last)
    )
