"""Charts as inline SVG, drawn while the site is built: a `Breakdown` in, one block of HTML out.

They follow the page's colours, need no script and no file, and have all their numbers in a table.
Knows no Markdown, Jinja or MkDocs; how numbers are written and where links lead is passed in.
"""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from netreport.model.results import Breakdown, Form
from netreport.site.charts import (
    bars,
    columns,
    dots,
    figure,
    grid,
    lines,
    multiples,
    steps,
    strip,
    waterfall,
)
from netreport.site.charts.chart import Chart, Link, Number, Picture, Say, charted
from netreport.site.charts.curves import MOST_CURVES
from netreport.site.charts.gauge import gauge
from netreport.site.charts.spark import sparkline

__all__ = ["draw", "gauge", "sparkline"]

DRAWN: Mapping[Form, Callable[[Chart], Picture]] = {
    Form.BARS: bars.draw,
    Form.COLUMNS: columns.draw,
    Form.LINE: lines.draw,
    Form.DOTS: dots.draw,
    Form.STEPS: steps.draw,
    Form.GRID: grid.draw,
    Form.STRIP: strip.draw,
    Form.MULTIPLES: multiples.draw,
    Form.WATERFALL: waterfall.draw,
}


def draw(
    breakdown: Breakdown,
    *,
    link: Link | None,
    number: Number,
    prefix: str = "chart-",
    say: Say = str,
) -> Markup:
    """Give the `<figure>` of a breakdown: an SVG, what its marks mean, and a table of its numbers.

    `number` writes a bare number, "12 %" or "1,234": the word of its unit stands over the chart.
    `say` writes a label that is a month or a day, and gives any other as it is.
    `link` gives the address of the rows behind a part. All ids start with `prefix` and the
    breakdown's id, so that a page may show a breakdown twice. Without parts it is a sentence;
    where the parts have several units, or the form asks for it, a table.
    """
    name = f"{prefix}{breakdown.id}"
    if not breakdown.parts:
        return Markup(figure.nothing(breakdown, name))  # noqa: S704 - went through `words`
    chart = charted(breakdown, number, link, name, say)
    form = _form(chart)
    drawn = figure.drawn(chart, DRAWN[form](chart)) if form in DRAWN else figure.listed(chart)
    return Markup(drawn)  # noqa: S704 - every text in it went through `words`


def _form(chart: Chart) -> Form:
    """Give the form that can show these parts; a table where none can."""
    form = chart.breakdown.form
    if len({part.unit for part in chart.known}) > 1:
        return Form.TABLE
    if not chart.known:
        return Form.BARS if form in DRAWN else form
    if form is Form.GRID and not grid.can_draw(chart.breakdown):
        return Form.BARS
    if form is Form.LINE and len({part.group for part in chart.known}) > MOST_CURVES:
        return Form.MULTIPLES
    if form is Form.STEPS and any(part.at is None for part in chart.known):
        return Form.LINE
    return form
