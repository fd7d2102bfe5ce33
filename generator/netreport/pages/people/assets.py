"""The rows of the People page as files: a script that carries them by column, and a table.

Takes a frame as `rows.rows` gives it, whole or with fewer columns; knows nothing about people.
"""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import islice, product

import polars as pl

from netreport.facts.words import fold
from netreport.model.formulas import disarmed
from netreport.model.slugs import profile_url
from netreport.pages.people.columns import COLUMNS, Column, Kind

Word = str | int | float | date
DIGITS = tuple(map(chr, range(ord("#"), ord("[") + 1)))
"""Digits to the base 57: letters none of which a text in JSON has to escape."""
BASE = len(DIGITS)

Encoded = dict[str, str | bool | Sequence[str | float | None]]


def data_asset(people: pl.DataFrame) -> bytes:
    """Give the script that hands the rows to the page.

    Each column is a list of its distinct values in sort order, the first of which stands for a
    missing one, and `at`, for each person, the place of theirs in it: to sort is to compare
    places. Where a person can have several, `lengths` says how many each person has. Numbers
    are packed into texts, which a browser reads ten times as quickly as a list.
    """
    columns = [_encoded(one, people.get_column(one.key)) for one in _present(people)]
    data = {"count": people.height, "columns": columns}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'NR_DATA("people",{text});\n'.encode()


def csv_asset(people: pl.DataFrame) -> bytes:
    """Give the rows as CSV that a spreadsheet opens: no cell of it can run as a formula."""
    columns = [one for one in _present(people) if not one.only_filters]
    cells = people.select(_cell(one, people).alias(one.label) for one in columns)
    return cells.write_csv(include_bom=True, line_terminator="\r\n").encode()


def _present(people: pl.DataFrame) -> list[Column]:
    return [one for one in COLUMNS if one.key in people.columns]


def _encoded(column: Column, values: pl.Series) -> Encoded:
    many = isinstance(values.dtype, pl.List)
    single = values.explode(empty_as_null=True) if many else values
    words = _sorted(column, single.drop_nulls().unique().to_list())
    places = single.replace_strict(
        words, range(1, len(words) + 1), default=0, return_dtype=pl.UInt32
    )
    told: Encoded = {
        "key": column.key,
        "label": column.label,
        "kind": str(_kind(column, values)),
        "place": str(column.place),
        "filter": str(column.filter),
        "ordered": bool(column.order) or column.kind is not Kind.TEXT,
        "searched": column.searched,
        "missing": column.missing,
        "values": [None, *(word.isoformat() if isinstance(word, date) else word for word in words)],
        "at": _packed(places.to_list()),
    }
    return told | {"lengths": _lengths(values)} if many else told


def _kind(column: Column, values: pl.Series) -> Kind:
    """Give the kind of a column; a day that comes as a text is told as its month."""
    in_months = column.kind is Kind.DAY and values.dtype == pl.String
    return Kind.PERIOD if in_months else column.kind


def _sorted(column: Column, values: Sequence[Word]) -> list[Word]:
    """Put values in their own order, or that of the alphabet without case and accents."""
    unplaced = sorted(set(values).difference(column.order))
    if column.kind is Kind.TEXT:
        unplaced.sort(key=lambda word: fold(str(word)))
    return [*column.order, *unplaced]


def _lengths(lists: pl.Series) -> str:
    """Give how many places each person takes: an empty list takes one, that of a missing value."""
    return _packed(lists.list.len().clip(lower_bound=1).to_list())


def _packed(numbers: Sequence[int]) -> str:
    """Write whole numbers as digits to the base 57, all as wide as the first letter says."""
    width, most = 1, max(numbers, default=0)
    while most >= BASE**width:
        width += 1
    written = list(map("".join, islice(product(DIGITS, repeat=width), most + 1)))
    return str(width) + "".join(map(written.__getitem__, numbers))


def _cell(column: Column, people: pl.DataFrame) -> pl.Expr:
    cell = pl.col(column.key)
    if column.key == "profile":
        return cell.map_elements(profile_url, pl.String)
    if column.kind is not Kind.TEXT:
        return cell
    if isinstance(people.schema[column.key], pl.List):
        cell = pl.when(cell.list.len() > 0).then(cell.list.join("; "))
    return cell.fill_null(column.missing).map_elements(cache(disarmed), pl.String)
