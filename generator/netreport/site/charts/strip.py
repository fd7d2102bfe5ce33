"""One mark for each tie, at its age: where they crowd, and which stand alone."""

from collections.abc import Sequence

from netreport.model.results import Part
from netreport.site.charts.chart import WIDTH, Chart, Picture, time_unit
from netreport.site.charts.elements import at, number, path, text
from netreport.site.charts.labels import fit, widest
from netreport.site.charts.marks import classes, mark
from netreport.site.charts.plot import BASELINE, GAP, LINE, ruler
from netreport.site.charts.rows import tail
from netreport.site.charts.scales import Scale, steps, within

HIGH, APART = 20.0, 30.0
MOST_LABEL = 120.0
MOST_GROUPS = 12
MOST_NAMED = 60  # more marks are drawn together, without names of their own
MARGIN = 8.0


def draw(chart: Chart) -> Picture:
    """Draw a strip for each group, downwards, over one scale that starts at age 0."""
    groups: dict[str, list[Part]] = {}
    for part in chart.known:
        groups.setdefault(part.group, []).append(part)
    shown = list(groups.items())[:MOST_GROUPS]
    drawn = [part for _, parts in shown for part in parts]
    ages = steps([0.0, *(_age(part) for part in drawn)], time_unit(chart))
    left = min(MOST_LABEL, widest([name for name, _ in shown])) + MARGIN
    x = Scale(ages[0], ages[-1], left, WIDTH - MARGIN)
    foot = APART * len(shown)
    strips = [_strip(chart, name, parts, x, APART * row) for row, (name, parts) in enumerate(shown)]
    after = tail(chart, drawn, left, foot + LINE)
    body = "".join([*strips, ruler(chart, x, ages, time_unit(chart), foot), after.body])
    return Picture(body, foot + LINE + GAP + after.height)


def _strip(chart: Chart, name: str, parts: Sequence[Part], x: Scale, top: float) -> str:
    middle, few = top + APART / 2, len(chart.known) <= MOST_NAMED
    label = (
        text("nr-end", x.start - MARGIN, middle + BASELINE, fit(name, MOST_LABEL)) if name else ""
    )
    ground = path("nr-grid", f"M{at(x.start, middle)}H{number(x.end)}")
    return label + ground + (_apart if few else _together)(chart, parts, x, middle)


def _apart(chart: Chart, parts: Sequence[Part], x: Scale, middle: float) -> str:
    return "".join(mark(chart, part, "nr-tie", _tick(part, x, middle)) for part in parts)


def _together(chart: Chart, parts: Sequence[Part], x: Scale, middle: float) -> str:
    routes: dict[str, str] = {}
    for part in parts:
        kind = classes(chart, part, "nr-tie")
        routes[kind] = routes.get(kind, "") + _tick(part, x, middle)
    return "".join(path(kind, route) for kind, route in routes.items())


def _tick(part: Part, x: Scale, middle: float) -> str:
    return f"M{at(x(_age(part)), middle - HIGH / 2)}v{number(HIGH)}"


def _age(part: Part) -> float:
    return within(part.estimate.value if part.at is None else part.at)
