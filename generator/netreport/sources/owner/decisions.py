"""decisions.csv: what the owner decided, written by netreport and edited by hand.

Takes a path, gives `Table.DECISIONS`, and writes decisions down. Rows that are not understood are
told when they are read, and stay in the file when it is written: they are the owner's. So do
columns that are not ours, and the delimiter and byte order mark that the owner's Excel left.
"""

from collections.abc import Iterable
from dataclasses import astuple, replace
from datetime import date
from pathlib import Path

import polars as pl

from netreport.errors import ExportError
from netreport.model.decisions import Decision, Kind
from netreport.model.tables import SCHEMAS, Table
from netreport.sources.export.sheets import told
from netreport.sources.owner.decision_log import Log, Row, load
from netreport.sources.owner.own_file import OwnFile, content_of, own_file
from netreport.sources.owner.writing import replace_file


def read(path: Path) -> OwnFile:
    """Read the file: of several decisions about the same, the latest; of one day, the lowest row.

    Raises ExportError for a file that is no table of decisions.
    """
    content = content_of(path)
    log = load(path.name, content)
    decided = [astuple(row.decision) for row in _merged(log.rows) if row.decision]
    frame = pl.DataFrame(decided, schema=SCHEMAS[Table.DECISIONS], orient="row")
    frame = frame.with_columns(pl.when(pl.col("note") != "").then("note"))
    odd = [*log.bad, *((row.line, row.odd) for row in log.rows if row.odd)]
    rows = len(log.rows) + len(log.bad)
    return own_file(path.name, content, rows, {Table.DECISIONS: frame}, told(path.name, odd))


def write(path: Path, decisions: Iterable[Decision]) -> None:
    """Write a file of these decisions and nothing else, in one step.

    Raises OutputError if it cannot be written; what stood there still stands.
    """
    replace_file(path, Log(rows=_merged(_rows(decisions))).text())


def record(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions to the file, or begin it; of two about the same the later stays.

    Raises ExportError, and writes nothing, if what stands there cannot be read in full.
    """
    old = load(path.name, content_of(path)) if path.exists() else Log()
    for line, reason in old.bad:
        problem = f"{path.name}:{line}: {reason}"
        raise ExportError(problem, remedy="mend this row first, so that nothing of yours is lost")
    replace_file(path, replace(old, rows=_merged((*old.rows, *_rows(decisions)))).text())


def _rows(decisions: Iterable[Decision]) -> tuple[Row, ...]:
    return tuple(Row(decision, {}) for decision in decisions)


def _merged(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Keep the latest row about each subject, in the order of days; others stay below them."""
    latest: dict[tuple[str, Kind], Row] = {}
    others = []
    for row in rows:
        if row.decision is None:
            others.append(row)
            continue
        before = latest.get(row.decision.about)
        if before is None or _day(row) >= _day(before):
            latest[row.decision.about] = row if before is None else row.after(before)
    about = sorted(latest, key=lambda each: (_day(latest[each]), each))
    return (*(latest[each] for each in about), *others)


def _day(row: Row) -> date:
    """Give the day; a decision without one is older than all others."""
    return (row.decision and row.decision.decided_on) or date.min
