"""A line as high as a word, to stand in a sentence or a cell beside its number."""

from collections.abc import Sequence

from markupsafe import Markup

from netreport.model.results import Part
from netreport.model.text import md
from netreport.site.charts.chart import Number, Say
from netreport.site.charts.elements import disc, line
from netreport.site.charts.scales import Scale, within

WIDE, HIGH, INSET, DOT = 60.0, 16.0, 3.0, 2.0
FEWEST = 3  # two numbers and their difference say more than a line between two points


def sparkline(parts: Sequence[Part], number: Number, say: Say = str) -> Markup:
    """Give the line through the parts, in their order, over zero; empty for fewer than three.

    It stands on one line of text, so that a Markdown table can hold it, and its words are spelled
    out, since Markdown reads on between the tags of a sentence.
    """
    if len(parts) < FEWEST:
        return Markup("")
    values = [within(part.estimate.value) for part in parts]
    low, high = min(0.0, *values), max(0.0, *values)
    y = Scale(low, high if high > low else low + 1, HIGH - INSET, INSET)
    x = Scale(0, len(values) - 1, INSET, WIDE - INSET)
    points = [(x(place), y(value)) for place, value in enumerate(values)]
    told = [f"{say(part.label)}: {number(part.estimate.value, part.unit)}" for part in parts]
    return Markup(  # noqa: S704 - numbers, and words that md() has spelled out
        f'<svg class="nr-spark" viewBox="0 0 {WIDE:g} {HIGH:g}" role="img"'
        f' aria-label="{md("; ".join(told))}">'
        f'<path class="nr-line" d="{line(points)}"/>'
        f'<path class="nr-point" d="{disc(*points[-1], DOT)}"/></svg>'
    )
