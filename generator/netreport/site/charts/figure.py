"""Puts a picture into its figure: title above, key and numbers below, one block of HTML.

The block starts at the beginning of a line and has no blank line and no indentation, so that
Markdown passes it on as it is. Its ids all start with the id of the chart.
"""

from collections.abc import Iterator, Sequence

from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    FEWEST_FOR_A_RATE,
    Breakdown,
    Footing,
    Form,
    Part,
    Unit,
)
from netreport.model.text import clean
from netreport.site.charts.chart import (
    WIDTH,
    Chart,
    Picture,
    counts_itself,
    is_bound,
    is_drawn,
    is_mixed,
    is_ranged,
    standing,
    unit_of,
    value,
)
from netreport.site.charts.elements import number, path, tag, words
from netreport.site.charts.marks import hatching
from netreport.site.charts.plot import MOST_UNPLACED
from netreport.site.charts.table import folded, table

LONGEST_LABEL, LONGEST_TEXT = 60, 2000


def drawn(chart: Chart, picture: Picture) -> str:
    """Give the figure of a picture, its numbers folded away below it."""
    key = _key([*_about_cases(chart), *_about_marks(chart), *_about_ranges(chart)])
    return _figure(chart, _svg(chart, picture) + key + folded(chart))


def listed(chart: Chart) -> str:
    """Give the figure of a breakdown that is not drawn: its numbers, in the open."""
    return _figure(chart, table(chart) + _key([*_about_cases(chart), *_about_ranges(chart)]))


def nothing(breakdown: Breakdown, name: str) -> str:
    """Say that a breakdown has nothing to draw."""
    return f'<p class="nr-nothing" id="{name}">{words(breakdown.title)}: nothing to show yet.</p>\n'


def _figure(chart: Chart, inside: str) -> str:
    said = words(" ".join(_subtitle(chart)), LONGEST_TEXT)
    head = f"<figcaption><strong>{words(chart.breakdown.title)}</strong> {said}</figcaption>\n"
    attributes = f'class="nr-chart nr-chart--{chart.breakdown.form}" id="{chart.id}"'
    return f'<figure {attributes} data-search-exclude="">\n{head}{inside}</figure>\n'


def _subtitle(chart: Chart) -> Iterator[str]:
    """Say what the numbers are, which are written without it, and what the caption adds."""
    if chart.unit is not Unit.SHARE and not is_mixed(chart):
        yield f"{unit_of(chart)}."
    if chart.breakdown.caption:
        yield chart.breakdown.caption


def _svg(chart: Chart, picture: Picture) -> str:
    """Give the picture with its name and description.

    An image hides what is in it from screen readers; one with links must not, so it is a group.
    """
    role = "group" if "<a " in picture.body else "img"
    names = f'role="{role}" aria-labelledby="{chart.id}-title" aria-describedby="{chart.id}-desc"'
    shape = f'viewBox="0 0 {number(WIDTH)} {number(picture.height)}"'
    title = tag("title", f'id="{chart.id}-title"', words(chart.breakdown.title))
    description = tag("desc", f'id="{chart.id}-desc"', words(_description(chart)))
    pattern = _pattern(chart) if f"#{hatching(chart)}" in picture.body else ""
    return f"<svg {shape} {names}>\n{title}{description}{pattern}{picture.body}</svg>\n"


def _pattern(chart: Chart) -> str:
    size = 'width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    strokes = path("nr-hatch-ground", "M0 0H5V5H0z") + path("nr-hatch", "M1 0V5")
    return tag("defs", "", "\n", tag("pattern", f'id="{hatching(chart)}" {size}', "\n", strokes))


def _description(chart: Chart) -> str:
    """Tell the chart in a line: how many parts, the highest and the lowest, the unknown."""
    parts = chart.breakdown.parts
    count = chart.number(len(parts), Unit.COUNT)
    said = [f"{count} {'part' if len(parts) == 1 else 'parts'}"]
    told = [part for part in chart.known if is_drawn(chart, part)]
    if told:
        highest, lowest = max(told, key=_value), min(told, key=_value)
        said += [f"highest {_short(chart, highest)}", f"lowest {_short(chart, lowest)}"]
    said += [_short(chart, part) for part in chart.unknown[:MOST_UNPLACED]]
    return "; ".join(said) + "."


def _value(part: Part) -> float:
    return part.estimate.value


def _short(chart: Chart, part: Part) -> str:
    return f"{clean(chart.say(part.label), LONGEST_LABEL)}: {value(chart, part)}"


def _key(sentences: Sequence[str]) -> str:
    """Give the sentences below a figure; nothing where there are none."""
    said = words(" ".join(sentences), LONGEST_TEXT)
    return f'<p class="nr-key">{said}</p>\n' if said else ""


def _about_cases(chart: Chart) -> Iterator[str]:
    """Say the n of all parts, if they share one that their numbers do not tell."""
    alone = chart.breakdown.form is Form.STRIP or all(map(counts_itself, chart.breakdown.parts))
    if chart.cases is not None and chart.cases > 1 and not alone:
        each = "From" if chart.breakdown.whole else "Each from"
        yield f"{each} {chart.number(chart.cases, Unit.COUNT)} {chart.breakdown.of}."


def _about_marks(chart: Chart) -> Iterator[str]:
    """Say what hatching and grey mean, where there are any."""
    parts = chart.breakdown.parts
    bounds = any(is_ranged(chart, part) and is_bound(part) for part in parts)
    if chart.unknown or bounds:
        yield "Hatched: unknown."
    if any(standing(chart, part) is Footing.FAINT for part in parts):
        yield f"Grey: fewer than {chart.number(FEWEST_FOR_A_COMPARISON, Unit.COUNT)} cases."


def _about_ranges(chart: Chart) -> Iterator[str]:
    """Say what the ranges are ranges of, and why some parts have no rate."""
    parts = chart.breakdown.parts
    for spread in sorted({part.estimate.spread for part in parts if is_ranged(chart, part)}):
        yield f"Range: {spread}."
    if not all(is_drawn(chart, part) for part in parts):
        yield f"No rate for fewer than {chart.number(FEWEST_FOR_A_RATE, Unit.COUNT)} cases."
