"""A number, its range and its target on one line: what is sure, what may be, what was wanted.

It stands below the number in words, so that a screen reader needs none of it.
"""

from markupsafe import Markup

from netreport.model.results import Estimate, Spread
from netreport.model.strategy import Target
from netreport.site.charts.elements import at, box, number, path, tag
from netreport.site.charts.scales import Scale, within

WIDE, HIGH, TOP, BOTTOM = 240.0, 14.0, 4.0, 11.0
LEAST = 1.5  # how wide what is not nothing is drawn
HEAD = 4.5  # half of the head of a target's mark
ROOM = 1.15  # beyond the farthest number, where there is no natural end


def gauge(name: str, estimate: Estimate, target: Target | None, most: float | None) -> Markup:
    """Draw from zero up to `most`, or as far as the numbers reach; ids start with `name`.

    Nothing for numbers below zero: a line from zero cannot hold them.
    """
    wanted = [] if target is None else [one for one in (target.low, target.high) if one is not None]
    if min([estimate.low, *wanted]) < 0:
        return Markup("")
    end = most or ROOM * max([estimate.high, *wanted])
    x = Scale(0.0, within(end) or 1.0, 0.0, WIDE)
    drawn = [
        path("nr-gauge__track", box(0, TOP, WIDE, BOTTOM)),
        _sure(estimate, x),
        _maybe(name, estimate, x),
        *(_target(x(one)) for one in wanted),
    ]
    shape = f'class="nr-gauge" viewBox="0 0 {number(WIDE)} {number(HIGH)}" aria-hidden="true"'
    return Markup(tag("svg", shape, "\n", *drawn))  # noqa: S704 - numbers, and an id of ours


def _sure(estimate: Estimate, x: Scale) -> str:
    bound = estimate.spread is Spread.LEFT_OUT
    value = estimate.low if bound else estimate.value
    return path("nr-bar", box(0, TOP, max(x(value), LEAST), BOTTOM)) if value else ""


def _maybe(name: str, estimate: Estimate, x: Scale) -> str:
    low, high = x(estimate.low), x(estimate.high)
    if high - low < LEAST:
        return ""
    if estimate.spread is not Spread.LEFT_OUT:
        middle = (TOP + BOTTOM) / 2
        return path("nr-gauge__range", f"M{at(low, middle)}H{number(high)}")
    size = 'width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    strokes = path("nr-hatch-ground", "M0 0H5V5H0z") + path("nr-hatch", "M1 0V5")
    pattern = tag("defs", "", "\n", tag("pattern", f'id="{name}" {size}', "\n", strokes))
    area = box(low, TOP, high, BOTTOM)
    return pattern + tag("path", f'class="nr-unknown" fill="url(#{name})" d="{area}"')


def _target(x: float) -> str:
    head = f"M{at(x - HEAD, 0)}h{number(2 * HEAD)}l{number(-HEAD)} {number(HEAD)}z"
    return path("nr-gauge__target", f"{head}M{at(x - 0.9, TOP)}h1.8V{number(HIGH)}h-1.8z")
