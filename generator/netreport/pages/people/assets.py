"""The rows of the People page as files: a script that carries them by column, and a table.

Takes a frame as `rows.rows` gives it, whole or with fewer columns; knows nothing about people.
"""

import json
from collections.abc import Sequence
from itertools import islice, product

import polars as pl

from netreport.facts.words import fold
from netreport.model.slugs import profile_url
from netreport.pages.people.columns import COLUMNS, Column, Kind
from netreport.pages.spreadsheet import spreadsheet

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
    """Give the rows as a table for a spreadsheet."""
    columns = [one for one in _present(people) if not one.only_filters]
    return spreadsheet(people.select(_cell(one, people).alias(one.label) for one in columns))


def _present(people: pl.DataFrame) -> list[Column]:
    return [one for one in COLUMNS if one.key in people.columns]


def _encoded(column: Column, values: pl.Series) -> Encoded:
    many = isinstance(values.dtype, pl.List)
    single = values.explode(empty_as_null=True) if many else values
    words = _sorted(column, single.drop_nulls().unique())
    told: Encoded = {
        "key": column.key,
        "label": column.label,
        "kind": str(_kind(column, values)),
        "place": str(column.place),
        "filter": str(column.filter),
        "ordered": bool(column.order) or column.kind is not Kind.TEXT,
        "searched": column.searched,
        "missing": column.missing,
        "values": [None, *_written(words).to_list()],
        "at": _packed(_places(single, words)),
    }
    return told | {"lengths": _lengths(values)} if many else told


def _kind(column: Column, values: pl.Series) -> Kind:
    """Give the kind of a column; a day that comes as a text is told as its month."""
    in_months = column.kind is Kind.DAY and values.dtype == pl.String
    return Kind.PERIOD if in_months else column.kind


def _sorted(column: Column, values: pl.Series) -> pl.Series:
    """Put values in their own order, or that of the alphabet without case and accents."""
    if column.kind is not Kind.TEXT:
        return values.sort()
    placed = pl.Series(column.order, dtype=pl.String)
    unplaced = values.filter(~values.is_in(placed.implode())) if column.order else values
    folded = unplaced.map_elements(fold, pl.String)
    ordered = pl.DataFrame({"folded": folded, "word": unplaced}).sort("folded", "word")
    return placed.append(ordered.get_column("word"))


def _written(words: pl.Series) -> pl.Series:
    """Give days as texts, and anything else as JSON has it."""
    return words.dt.to_string("iso") if words.dtype == pl.Date else words


def _places(values: pl.Series, words: pl.Series) -> pl.Series:
    """Give for each value its place among the words, from 1; 0 for a missing one."""
    numbered = pl.DataFrame({"word": words}).with_row_index("place", offset=1)
    found = pl.DataFrame({"word": values}).join(
        numbered, on="word", how="left", maintain_order="left"
    )
    return found.get_column("place").fill_null(0)


def _lengths(lists: pl.Series) -> str:
    """Give how many places each person takes: an empty list takes one, that of a missing value."""
    return _packed(lists.list.len().clip(lower_bound=1))


def _packed(numbers: pl.Series) -> str:
    """Write whole numbers as digits to the base 57, all as wide as the first letter says."""
    width, most = 1, numbers.to_frame().max().item() or 0
    while most >= BASE**width:
        width += 1
    written = pl.Series(map("".join, islice(product(DIGITS, repeat=width), most + 1)))
    return f"{width}{written.gather(numbers).str.join().item()}"


def _cell(column: Column, people: pl.DataFrame) -> pl.Expr:
    cell = pl.col(column.key)
    if column.key == "profile":
        return cell.map_elements(profile_url, pl.String)
    if column.kind is not Kind.TEXT:
        return cell
    if isinstance(people.schema[column.key], pl.List):
        cell = pl.when(cell.list.len() > 0).then(cell.list.join("; "))
    return cell.fill_null(column.missing)
