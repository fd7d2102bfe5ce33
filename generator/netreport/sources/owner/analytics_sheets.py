"""The sheets of LinkedIn's analytics, one by one: rows of cells become rows of tables.

Columns are found by their labels or by the addresses in them, never by place: layouts moved them,
and one writes a stray number, 481, where a cell should be empty. What is not there is null.
Each reader gives what it found and the rows that it could not use in full, with the reason.
"""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from netreport.model.reach import ReachTotals
from netreport.model.tables import SCHEMAS, Table
from netreport.sources.export.records import Bad
from netreport.sources.owner.analytics_cells import (
    count,
    dates_in,
    is_post,
    period_in,
    share,
    share_id,
    time_in,
)
from netreport.sources.owner.analytics_words import (
    CATEGORIES,
    FIGURES,
    OF_A_POST,
    folded,
    named,
)
from netreport.sources.owner.days import Order
from netreport.sources.owner.workbook import Row

Rows = Sequence[Row]
Found = tuple[pl.DataFrame, list[Bad]]
Record = Mapping[str, object]  # a row of the table that its reader gives

_NO_DAY, _NO_NUMBER = "the day cannot be read", "a number cannot be read"
_BELOW = "a number is below 0, and is kept"


def discovery(rows: Rows, order: Order) -> ReachTotals:
    """Read the totals of a period."""
    periods = (period_in(row.text(1), order) for row in rows)
    since, until = next((each for each in periods if all(each)), (None, None))
    figures = {named(row.text(0), FIGURES): count(row.cells.get(1)) for row in rows}
    return ReachTotals(since, until, figures.get("impressions"), figures.get("members_reached"))


def followers(rows: Rows, order: Order) -> ReachTotals:
    """Read how many followers there were on the last day, which stands above the days."""
    days = dates_in((row.text(0) for row in rows), order)
    for row, day in zip(rows, days, strict=True):
        if day and named(row.text(0), FIGURES):
            return ReachTotals(followers=count(row.cells.get(1)), followers_on=day)
    return ReachTotals()


def daily(rows: Rows, order: Order) -> Found:
    """Read the figures of each day below the header, as `Table.AUDIENCE_DAYS`."""
    above, columns = _header(rows)
    body = [row for row in rows if row.number > above]
    found: list[Record] = []
    bad: list[Bad] = []
    for row, day in zip(body, dates_in((row.text(0) for row in body), order), strict=True):
        figures = {name: count(row.cells.get(at)) for at, name in columns.items()}
        if day is None:
            bad.append((row.number, _NO_DAY))
        elif any(at in row.cells and figures[name] is None for at, name in columns.items()):
            bad.append((row.number, _NO_NUMBER))
        if day is not None:
            found.append({"day": day, **figures})
            below = any(figure is not None and figure < 0 for figure in figures.values())
            bad += [(row.number, _BELOW)] if below else []
    return _frame(Table.AUDIENCE_DAYS, found), bad


def top_posts(rows: Rows, order: Order) -> Found:
    """Read rankings that stand side by side, told by their addresses, as `Table.POST_REACH`.

    A post of both rankings has a row for each.
    """
    _, columns = _header(rows)
    entries = [(row, at) for row in rows for at, cell in row.cells.items() if is_post(cell)]
    found: list[Record] = []
    bad: list[Bad] = []
    days = dates_in((row.text(at + 1) for row, at in entries), order)
    for (row, at), day in zip(entries, days, strict=True):
        figure, value = columns.get(at + 2), count(row.cells.get(at + 2))
        if figure is None or value is None:
            bad.append((row.number, _NO_NUMBER))
        if day is None:
            bad.append((row.number, _NO_DAY))
        figures = {} if figure is None else {figure: value}
        found.append({**_identity(row.text(at)), "posted_on": day, **figures})
    return _frame(Table.POST_REACH, found), bad


def single_post(rows: Rows, order: Order) -> Found:
    """Read the figures of one post; the table of its readers below them is not kept."""
    told = {folded(row.text(0)): row for row in rows}
    url, day = told.get("post url"), told.get("post date")
    if url is None or not is_post(url.cells.get(1)):
        return _frame(Table.POST_REACH, ()), [(1, "there is no address of a post")]
    (posted_on,) = dates_in([day.text(1) if day else ""], order)
    cells = {name: told[label].cells for label, name in OF_A_POST.items() if label in told}
    figures = {name: count(row.get(1)) for name, row in cells.items()}
    bad = [] if posted_on else [((day or url).number, _NO_DAY)]
    record = {**_identity(url.text(1)), "posted_on": posted_on, **figures}
    return _frame(Table.POST_REACH, [record]), bad


def demographics(rows: Rows, scope: str | None) -> Found:
    """Read category, value and share below the header, as `Table.DEMOGRAPHICS`."""
    found: list[Record] = []
    bad: list[Bad] = []
    for row in rows[1:]:
        category, part = named(row.text(0), CATEGORIES), share(row.cells.get(2))
        if category is None or not row.text(1):
            bad.append((row.number, "the category is not known"))
        elif part is None:
            bad.append((row.number, "the percentage cannot be read"))
        else:
            ends = {"share_low": part[0], "share_high": part[1]}
            found.append({"scope": scope, "category": category, "value": row.text(1), **ends})
    return _frame(Table.DEMOGRAPHICS, found), bad


def _header(rows: Rows) -> tuple[int, Mapping[int, str]]:
    """Give the first row with the label of a figure, other than in the first column.

    0 and nothing where there is none.
    """
    for row in rows:
        labels = {at: named(row.text(at), FIGURES) for at in row.cells if at > 0}
        columns = {at: name for at, name in labels.items() if name}
        if columns:
            return row.number, columns
    return 0, {}


def _identity(url: str) -> Record:
    return {"url": url, "share_id": share_id(url), "posted_at": time_in(url)}


def _frame(table: Table, rows: Iterable[Record]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=SCHEMAS[table])
