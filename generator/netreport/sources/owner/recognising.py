"""Which program wrote a CSV file, told by its header alone, and the file's cells under our names.

Takes bytes and dialects, gives the dialect and a `Sheet` whose columns are named `<field> <n>`,
n counting the program's columns for the field, the best first. File names play no part.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import polars as pl

from netreport.errors import ExportError
from netreport.model.text import clean
from netreport.sources.export.decoding import Text, Unreadable, decoded
from netreport.sources.export.records import Header, Layout, candidates, read_sheet
from netreport.sources.export.sheets import Sheet, refuse_ruin

MEND = "export it again as CSV UTF-8, or mend it in a spreadsheet"
WESTERN = "is not UTF-8; read as Windows-1252"
_HEAD_BYTES = 2**20
_SHOWN = 200  # characters of a header that nobody knows


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one program heads its columns.

    `marks`: sets of columns; a header with one whole set is this program's.
    `columns`: our field to the program's columns for it, the best first.
    """

    source: str
    marks: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]


def read_known(
    name: str, content: bytes, dialects: Iterable[Dialect], wanted: str
) -> tuple[Dialect, Sheet]:
    """Give the first dialect that fits, and the cells.

    Raises ExportError if none does (`wanted` says what would), or if the file is no usable CSV.
    """
    with as_the_owners(name):
        text = decoded(name, content)
    dialect, layout = _recognised(text, dialects, wanted)
    with as_the_owners(name):
        sheet = refuse_ruin(read_sheet(text, layout))
    return dialect, _in_own_words(sheet, text)


@contextmanager
def as_the_owners(name: str) -> Iterator[None]:
    """Tell what is wrong with a file as of one that LinkedIn never sent: as an ExportError."""
    try:
        yield
    except Unreadable as error:
        raise ExportError(f"{name} {error.reason}", remedy=MEND) from None
    except csv.Error:
        raise ExportError(f"{name} breaks the rules of CSV", remedy=MEND) from None
    except ExportError as error:
        raise ExportError(error.problem, remedy=MEND) from None


def of_field(cells: pl.DataFrame, field: str) -> list[str]:
    """Give the columns of a field, the best first; none if the file has no column for it."""
    return [name for name in cells.columns if name.rpartition(" ")[0] == field]


def first_of(cells: pl.DataFrame, field: str) -> pl.Expr:
    """Give what the best column of a field says that says anything; null without any."""
    return pl.coalesce(*of_field(cells, field), pl.lit(None, pl.String)).alias(field)


def all_of(cells: pl.DataFrame, *fields: str, between: str) -> pl.Expr:
    """Give what all columns of some fields say, joined; null where none says anything."""
    columns = [name for field in fields for name in of_field(cells, field)]
    if not columns:
        return pl.lit(None, pl.String)
    joined = pl.concat_str(columns, separator=between, ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def one_line(text: pl.Expr) -> pl.Expr:
    """Put a text on one line; some programs break lines within a cell."""
    return text.str.replace_all(r"\s+", " ")


def _recognised(text: Text, dialects: Iterable[Dialect], wanted: str) -> tuple[Dialect, Layout]:
    headers = tuple(candidates(_head(text)))
    for dialect in dialects:
        for header in headers:
            layout = _layout(dialect, header) if _is_marked(header, dialect) else None
            if layout:
                return dialect, layout
    raise ExportError(f"{text.name} has no header that we know{_found(text)}", remedy=wanted)


def _head(text: Text) -> Text:
    """Give as much as a header is looked for in: a quote that stays open takes in all there is."""
    if len(text.content) <= _HEAD_BYTES:
        return text
    return replace(text, content=text.content[: text.content.rfind(b"\n", 0, _HEAD_BYTES) + 1])


def _is_marked(header: Header, dialect: Dialect) -> bool:
    return any(all(header.place((mark,)) is not None for mark in marks) for marks in dialect.marks)


def _found(text: Text) -> str:
    """Give the first line as what was found, unless it is people instead of column names."""
    first = next((line for line in text.lines() if line.strip()), "")
    if "@" in first or "://" in first:
        return ": its first row is no header"
    return f"; found: {clean(first, _SHOWN)}"


def _layout(dialect: Dialect, header: Header) -> Layout | None:
    """Take the columns that are there; what other columns say is nobody's business."""
    takes: dict[str, tuple[str, ...]] = {}
    for field, names in dialect.columns.items():
        there = [name for name in names if header.place((name,)) is not None]
        takes |= {f"{field} {number}": (name,) for number, name in enumerate(there)}
    # crlf: line ends say nothing here of who saved the file last
    return Layout(takes, tuple(takes), leaves=header.names, crlf=True) if takes else None


def _in_own_words(sheet: Sheet, text: Text) -> Sheet:
    """Say of an encoding only what it is: here it is no sign that the file was spoilt."""
    western = tuple(replace(issue, message=WESTERN) for issue in text.issues)
    others = tuple(issue for issue in sheet.issues if issue not in text.issues)
    return replace(sheet, issues=(*western, *others))
