"""The numbers behind a chart, all of them: for those who read rather than look."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from netreport.model.results import Form, Part, Unit
from netreport.site.charts.chart import (
    Chart,
    counts_itself,
    is_mixed,
    is_ranged,
    time_unit,
    unit_of,
    value,
)
from netreport.site.charts.elements import words

WORDED = frozenset({"Group", "Note"})
WHEN = frozenset({Form.COLUMNS, Form.LINE, Form.MULTIPLES})


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    cell: Callable[[Part], str]


def folded(chart: Chart) -> str:
    """Give the table in a `<details>` that opens by mouse and by key, without blank lines."""
    of = f'<span class="nr-unseen">: {words(chart.breakdown.title)}</span>'
    summary = f"<summary>Numbers{of}</summary>\n"
    return f'<details class="nr-data">\n{summary}{table(chart)}</details>\n'


def table(chart: Chart) -> str:
    """Give every part with its number, its range, and what stands behind it."""
    columns = _columns(chart)
    head = "".join(f'<th scope="col">{words(column.head)}</th>' for column in columns)
    rows = "".join(_row(chart, columns, part) for part in chart.breakdown.parts)
    name = f'aria-label="Numbers: {words(chart.breakdown.title)}"'
    return (
        f'<div class="nr-scroll" tabindex="0" role="group" {name}>\n<table class="nr-values">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def _row(chart: Chart, columns: list[_Column], part: Part) -> str:
    cells = "".join(_cell(column, words(column.cell(part))) for column in columns[1:])
    return f"<tr>{_label(chart, part)}{cells}</tr>\n"


def _cell(column: _Column, told: str) -> str:
    return f'<td class="nr-worded">{told}</td>' if column.head in WORDED else f"<td>{told}</td>"


def _label(chart: Chart, part: Part) -> str:
    side = "" if part.label.isascii() else ' dir="auto"'
    label = words(chart.say(part.label))
    if chart.link is not None and part.where is not None:
        label = f'<a href="{escape(chart.link(part.where))}">{label}</a>'
    return f'<th scope="row"{side}>{label}</th>'


def _columns(chart: Chart) -> list[_Column]:
    """Give the columns that have something to say, the labels first."""
    when, mixed = chart.breakdown.form in WHEN, is_mixed(chart)
    label = _Column("When" if when else "What", lambda part: part.label)
    others = (
        _Column("Group", lambda part: part.group),
        _Column(f"Age ({time_unit(chart)})", lambda part: _time(chart, part)),
        _Column(_head_of(chart), lambda part: value(chart, part)),
        _Column("Unit", lambda part: str(part.unit) if mixed else ""),
        _Column("From", lambda part: _end(chart, part, part.estimate.low)),
        _Column("To", lambda part: _end(chart, part, part.estimate.high)),
        _cases(chart),
        _Column("Note", lambda part: part.note),
    )
    return [label, *(one for one in others if any(map(one.cell, chart.breakdown.parts)))]


def _cases(chart: Chart) -> _Column:
    """Give the column of n; an empty one where every number is its own n."""
    if any(not counts_itself(part) for part in chart.breakdown.parts):
        return _Column(f"n ({chart.breakdown.of})", lambda part: _n(chart, part))
    return _Column("n", lambda _: "")


def _n(chart: Chart, part: Part) -> str:
    """Write of how many a number is; a share of others' cases that nobody counted has no n."""
    if not part.n and part.unit is Unit.SHARE:
        return "not told"
    return chart.number(part.n, Unit.COUNT)


def _head_of(chart: Chart) -> str:
    return "Number" if is_mixed(chart) else unit_of(chart)


def _time(chart: Chart, part: Part) -> str:
    if part.at is None or chart.breakdown.form is not Form.STRIP:
        return ""
    return chart.number(part.at, time_unit(chart))


def _end(chart: Chart, part: Part, end: float) -> str:
    return chart.number(end, part.unit) if is_ranged(chart, part) else ""
