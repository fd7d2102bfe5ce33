"""A file of the owner's: its bytes, and what came of it.

A symbolic link is followed, since the owner named the file; a pipe or a device is refused.
"""

import hashlib
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from netreport.errors import ExportError
from netreport.model.network import Fate, FileReport, Issue
from netreport.model.tables import SCHEMAS, Table

MOST_BYTES = 64 * 1024**2  # a hundred times what the notes of a busy owner come to


@dataclass(frozen=True, slots=True)
class OwnFile:
    """What one file gives. `fingerprint`: a hash of its bytes."""

    report: FileReport
    tables: Mapping[Table, pl.DataFrame]
    issues: tuple[Issue, ...]
    fingerprint: str


def content_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """Give the bytes of a file. Raises ExportError if it is not there, no file, or too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ExportError(f"{path.name} is no file", remedy="name the file itself")
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise ExportError(
            f"{path.name} cannot be read: {error.strerror}",
            remedy="check that the file is there and that you may read it",
        ) from None
    if len(content) > most:
        raise ExportError(
            f"{path.name} is larger than {most // 1024**2} MB",
            remedy="give a file with the rows and columns that matter",
        )
    return content


def own_file(
    name: str,
    content: bytes,
    rows: int,
    tables: Mapping[Table, pl.DataFrame],
    issues: tuple[Issue, ...],
) -> OwnFile:
    """Put a file together that was read; every table gets the columns of its schema, in order."""
    fitted = {
        table: frame.select(pl.col(column).cast(kind) for column, kind in SCHEMAS[table].items())
        for table, frame in tables.items()
    }
    report = FileReport(name, Fate.READ, rows)
    return OwnFile(report, fitted, tuple(sorted(set(issues))), hashlib.sha256(content).hexdigest())
