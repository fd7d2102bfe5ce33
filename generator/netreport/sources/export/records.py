"""CSV text becomes a table of texts: a header is looked for, cells are named, rows keep their line.

Columns are taken by name, in any order and case, with or without blanks and underscores. Rows that
are no rows become issues. Nothing here knows what a column means.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

import polars as pl

from netreport.model.network import Issue
from netreport.sources.export.decoding import RuinedError, Text, Unreadable
from netreport.sources.export.regular import columns, run_of
from netreport.sources.export.sheets import Sheet, told

HEADER_WITHIN = 20  # records
_DELIMITERS = (",", "\t", ";")
_BATCH = 1000  # records; more at a time is slower, for the caches of the processor
_LONGEST_CELL = 2**30  # the bytes are counted long before
_OPEN_QUOTE = "unexpected end of data"  # how the csv module puts it

Bad = tuple[int, str]  # the line that a record starts on, and why it is none


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a file over the years.

    `takes`: our name to LinkedIn's names. `needs`: ours, without which a row is no header.
    `lacks`: ours that some years do not have. `leaves`: LinkedIn's that are not read.
    `verbatim`: ours whose blanks are kept. `crlf`: LinkedIn itself ends lines so in some years.
    `loose`: the last column holds commas that are not quoted.
    """

    takes: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    verbatim: tuple[str, ...] = ()
    crlf: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header was found: `line` is its last line; `names` are folded."""

    names: tuple[str, ...]
    delimiter: str
    line: int

    def place(self, names: Sequence[str]) -> int | None:
        """Give the first column that goes by one of LinkedIn's `names`."""
        folded = {_folded(name) for name in names}
        return next((at for at, name in enumerate(self.names) if name in folded), None)


def read_sheet(text: Text, layout: Layout) -> Sheet:
    """Read a whole file. Raises Unreadable without a header, RuinedError for an open quote."""
    header = find_header(text, layout)
    places = {ours: header.place(names) for ours, names in layout.takes.items()}
    bad: list[Bad] = []
    parts = [_bare(part, layout) for part in _parts(text, header, layout, places, bad)]
    cells = pl.concat(parts, rechunk=True)
    issues = (*text.issues, *_about_columns(text.name, header, layout), *told(text.name, bad))
    if _writes_blanks_as_na(cells, text, layout, places):
        cells = cells.with_columns(pl.when(pl.exclude("line") != "NA").then(pl.exclude("line")))
        issues = (*issues, Issue(text.name, header.line, "NA was read as an empty cell"))
    return Sheet(text.name, cells, cells.height + len(bad), len(bad), issues)


def find_header(text: Text, layout: Layout) -> Header:
    """Look for the header among the first records, with each delimiter in turn."""
    wanted = [layout.takes[ours] for ours in layout.needs]
    for header in candidates(text):
        if all(header.place(names) is not None for names in wanted):
            return header
    names = ", ".join(layout.takes[ours][0] for ours in layout.needs)
    raise Unreadable(f"has no header with {names} in its first {HEADER_WITHIN} rows")


def candidates(text: Text) -> Iterator[Header]:
    """Give the first records, by each delimiter in turn, as if each were the header."""
    csv.field_size_limit(_LONGEST_CELL)  # the module knows no limit per reader
    for delimiter in _DELIMITERS:
        yield from _first_records(text, delimiter)


def _first_records(text: Text, delimiter: str) -> Iterator[Header]:
    """Pass over what breaks the rules of CSV: a note above the header may."""
    reader = csv.reader(text.lines(), delimiter=delimiter)
    for _ in range(HEADER_WITHIN):
        with suppress(csv.Error):
            record = next(reader, None)
            if record is None:
                return
            yield Header(tuple(map(_folded, record)), delimiter, reader.line_num)


def records(
    text: Text, header: Header, bad: list[Bad], escape: str | None = None
) -> Iterator[tuple[list[int], list[list[str]]]]:
    """Give the records below the header and the lines they start on, a thousand at a time.

    What the rules of CSV forbid goes to `bad`. Raises RuinedError for a quote that stays open.
    """
    careful = _Careful(text, header, bad, escape)
    while careful.more:
        yield careful.batch()


def _parts(
    text: Text,
    header: Header,
    layout: Layout,
    places: Mapping[str, int | None],
    bad: list[Bad],
) -> Iterator[pl.DataFrame]:
    """Give the cells at `places`: of regular records at once, of others record by record."""
    run = run_of(header.delimiter, len(header.names))
    careful = _Careful(text, header, bad)
    while careful.more:
        found = run.match(text.content, careful.stream.tell()) if len(header.names) > 1 else None
        if found is None:
            yield _columns(*_as_wide(header, layout, *careful.batch(), bad), places)
        else:
            yield columns(found.group(), header.delimiter, careful.start, places)
            careful.pass_over(found)


class _Careful:
    """Goes through a file record by record; `start`: the line that the next one starts on."""

    def __init__(
        self, text: Text, header: Header, bad: list[Bad], escape: str | None = None
    ) -> None:
        self.name, self.delimiter, self.escape, self.bad = text.name, header.delimiter, escape, bad
        self.stream = text.stream()
        self.start, self.more = header.line + 1, True
        for _ in range(header.line):
            self.stream.readline()

    def batch(self) -> tuple[list[int], list[list[str]]]:
        """Give the next records and the lines they start on; none at the end."""
        reader = csv.reader(
            map(bytes.decode, self.stream),
            delimiter=self.delimiter,
            escapechar=self.escape,
            strict=True,
        )
        above = self.start
        starts, rows = [], []
        try:
            for row in islice(reader, _BATCH):
                starts.append(self.start)
                rows.append(row)
                self.start = above + reader.line_num
        except csv.Error as error:
            if str(error) == _OPEN_QUOTE:
                reason = "a quote is opened here and never closed"
                raise RuinedError(self.name, reason, line=self.start) from None
            self.bad.append((self.start, "a quote stands where none can"))
            self.start = above + reader.line_num
        self.more = self.start > above
        return starts, rows

    def pass_over(self, run: re.Match[bytes]) -> None:
        """Go on below records that were read otherwise."""
        self.stream.seek(run.end())
        self.start += run.group().count(b"\n")


def _columns(
    starts: list[int], rows: list[list[str]], places: Mapping[str, int | None]
) -> pl.DataFrame:
    turned = list(zip(*rows, strict=True))
    nothing = [None] * len(rows)
    texts = [
        pl.Series(ours, turned[at] if rows and at is not None else nothing, pl.String)
        for ours, at in places.items()
    ]
    return pl.DataFrame([pl.Series("line", starts, pl.UInt32), *texts])


def _as_wide(
    header: Header, layout: Layout, starts: list[int], rows: list[list[str]], bad: list[Bad]
) -> tuple[list[int], list[list[str]]]:
    """Make every row as wide as the header: programs leave out, or add, empty cells at the end."""
    width = len(header.names)
    if set(map(len, rows)) <= {width}:
        return starts, rows
    fitting: list[tuple[int, list[str]]] = []
    for start, cells in zip(starts, rows, strict=True):
        if layout.loose or not any(cells[width:]):
            fitting.append((start, cells[:width] + [""] * (width - len(cells))))
        else:
            bad.append((start, f"has {len(cells)} cells where the header has {width}"))
    return [start for start, _ in fitting], [cells for _, cells in fitting]


def _bare(cells: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    """Take the blanks off the ends, except of texts; make empty cells null, and drop empty rows."""
    bared = []
    for ours in layout.takes:
        bare = pl.col(ours).str.strip_chars()
        bared.append(pl.when(bare != "").then(pl.col(ours) if ours in layout.verbatim else bare))
    cells = cells.with_columns(bared)
    return cells.filter(pl.any_horizontal(pl.exclude("line").is_not_null()))


def _writes_blanks_as_na(
    cells: pl.DataFrame, text: Text, layout: Layout, places: Mapping[str, int | None]
) -> bool:
    """Say whether another program wrote NA for every cell that was empty.

    Only then may it be read as empty, since somebody may be called so: the file bears another
    program's marks, and no cell of it is empty.
    """
    there = [cells[ours] for ours, at in places.items() if at is not None]
    if any(column.has_nulls() for column in there) or not any("NA" in column for column in there):
        return False
    return text.resaved or (not layout.crlf and b"\r\n" in text.content)


def _about_columns(name: str, header: Header, layout: Layout) -> Iterator[Issue]:
    for ours, names in layout.takes.items():
        if ours not in layout.lacks and header.place(names) is None:
            yield Issue(name, header.line, f"has no column {names[0]}")
    known = {_folded(known) for names in layout.takes.values() for known in names}
    left = {_folded(leave) for leave in layout.leaves}
    repeated = len(header.names) - len(set(header.names))
    if repeated and any(header.names.count(column) > 1 for column in known):
        yield Issue(name, header.line, "has a column twice: the first one was read")
    foreign = sum(1 for column in header.names if column and column not in known | left)
    if foreign:
        yield Issue(name, header.line, f"columns that LinkedIn does not write, not read: {foreign}")


def _folded(name: str) -> str:
    """Give a column's name as it is compared: LinkedIn changes blanks and capitals over the years.

    Programs that number repeated columns leave `.1` behind.
    """
    plain = "".join(letter for letter in name.casefold() if letter not in " _\ufeff\xa0")
    stem, _, number = plain.rpartition(".")
    return stem if stem and number.isdigit() else plain
