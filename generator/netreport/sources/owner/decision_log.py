"""A table of decisions between its bytes and its rows, keeping what is not ours.

Takes bytes, gives a `Log`; takes a `Log`, gives text. Each row is understood on its own.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import polars as pl

from netreport.model.decisions import Choice, Decision, Kind
from netreport.model.formulas import disarmed, rearmed
from netreport.model.text import clean
from netreport.sources.export.decoding import Text, Unreadable, decoded
from netreport.sources.export.records import Bad, Header, candidates, records
from netreport.sources.owner.days import moments
from netreport.sources.owner.keys import profile_by_hand
from netreport.sources.owner.recognising import as_the_owners

COLUMNS = ("subject", "kind", "decision", "decided_on", "note", "advised")
_NEEDED = COLUMNS[:3]
_MARK = "\ufeff"
_LONGEST = 2000  # letters of a note
_KINDS = {"connection": "person", "recognition": "quiz", "request": "invitation"}
_CHOICES = {"ask": "ask_why", "know": "yes", "known": "yes", "dont_know": "unsure"}
_OF_PEOPLE = {"dont_know": "no"}  # whom you do not know, you do not know; that is no doubt

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells as they stand in the file, what they mean, and what is odd about them."""

    decision: Decision | None
    cells: Cells
    line: int = 0
    odd: str = ""

    def written(self) -> Cells:
        """Give the cells to write: what was understood in our words, the rest as it stood."""
        if self.decision is None:
            return self.cells
        made = self.decision
        day = made.decided_on.isoformat() if made.decided_on else ""
        told = (*made.about, made.choice, day, made.note, made.advised or "")
        ours = zip(COLUMNS, told, strict=True)
        shown = {column: clean(cell, _LONGEST) for column, cell in ours if cell}
        return {**self.cells, **shown}

    def after(self, before: "Row") -> "Row":
        """Give this row in the place of another: what the owner's own columns say stays."""
        own = {column: cell for column, cell in before.cells.items() if column not in COLUMNS}
        return replace(self, cells={**own, **self.cells})


@dataclass(frozen=True, slots=True)
class Log:
    """A file of decisions. `bad`: records that are no rows; `marked`: Excel's byte order mark."""

    columns: tuple[str, ...] = COLUMNS
    rows: tuple[Row, ...] = ()
    bad: tuple[Bad, ...] = ()
    delimiter: str = ","
    marked: bool = False

    def text(self) -> str:
        """Give the file's text; a cell that a spreadsheet would run is disarmed."""
        columns = (*self.columns, *(own for own in COLUMNS if own not in self.columns))
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow(map(_harmless, columns))
        for row in self.rows:
            cells = row.written()
            writer.writerow([_harmless(cells.get(column, "")) for column in columns])
        return (_MARK if self.marked else "") + text.getvalue()


def load(name: str, content: bytes) -> Log:
    """Read a file. Raises ExportError if it is no table with subject, kind and decision."""
    bad: list[Bad] = []
    with as_the_owners(name):
        text = decoded(name, content)
        header = _header(text)
        columns = _columns(text, header)
        cells = list(_cells(text, header, columns, bad))
    days = moments(pl.Series([row.get("decided_on") for _, row in cells], dtype=pl.String))
    rows = tuple(_row(line, row, day) for (line, row), day in zip(cells, days, strict=True))
    return Log(columns, rows, tuple(bad), header.delimiter, text.resaved)


def _harmless(cell: str) -> str:
    """Disarm a cell; its line breaks become those that the csv module quotes."""
    return disarmed("\n".join(cell.splitlines()))


def _header(text: Text) -> Header:
    for header in candidates(text):
        if all(header.place((needed,)) is not None for needed in _NEEDED):
            return header
    raise Unreadable(f"has no header with {', '.join(_NEEDED)}")


def _columns(text: Text, header: Header) -> tuple[str, ...]:
    """Give the header as it is written, our own columns under our names."""
    reader = csv.reader(text.lines(), delimiter=header.delimiter)
    written = next(record for record in reader if reader.line_num == header.line)
    ours = {header.place((column,)): column for column in COLUMNS}
    columns = tuple(ours.get(at, name.strip()) for at, name in enumerate(written))
    if len(set(columns)) < len(columns):
        raise Unreadable("has two columns of one name")
    return columns


def _cells(
    text: Text, header: Header, columns: tuple[str, ...], bad: list[Bad]
) -> Iterator[tuple[int, Cells]]:
    """Give the cells of each row by column; rows without any are passed over."""
    for starts, rows in records(text, header, bad):
        for line, row in zip(starts, rows, strict=True):
            if any(row[len(columns) :]):
                bad.append((line, f"has {len(row)} cells where the header has {len(columns)}"))
            elif any(row):
                named = zip(columns, row, strict=False)
                yield line, {column: rearmed(cell.strip()) for column, cell in named}


def _row(line: int, cells: Cells, decided: datetime | None) -> Row:
    subject = cells.get("subject", "")
    kind = _folded(cells.get("kind", ""), _KINDS)
    people = kind in {Kind.QUIZ, Kind.PERSON}
    choice = _folded(cells.get("decision", ""), _CHOICES | (_OF_PEOPLE if people else {}))
    if not subject:
        return Row(None, cells, line, "has no subject")
    if kind not in set(Kind):
        return Row(None, cells, line, f"the kind is none of {', '.join(Kind)}")
    if choice not in set(Choice):
        return Row(None, cells, line, f"the decision is none of {', '.join(Choice)}")
    day = decided.date() if decided else None
    known = profile_by_hand(subject) or subject
    advised = _folded(cells.get("advised", ""), _CHOICES)
    advice = Choice(advised) if advised in set(Choice) else None
    decision = Decision(known, Kind(kind), Choice(choice), day, cells.get("note", ""), advice)
    return Row(decision, cells, line, _odd(decision, cells))


def _odd(decision: Decision, cells: Cells) -> str:
    """Say what of a decision that counts was not understood."""
    if cells.get("decided_on") and not decision.decided_on:
        return "has no day that can be read for certain"
    if cells.get("advised") and not decision.advised:
        return f"the advice is none of {', '.join(Choice)}"
    return ""


def _folded(word: str, others: Mapping[str, str]) -> str:
    plain = "_".join(word.casefold().replace("'", "").split())
    return others.get(plain, plain)
