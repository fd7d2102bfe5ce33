"""A network as it was read: its tables, what became of each file, and what could not be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

import polars as pl

from netreport.model.tables import SCHEMAS, Table


class Fate(StrEnum):
    """What became of a file."""

    READ = "read"
    LEFT_OUT = "left out"  # one that the report would use, and that cannot be read
    LEFT_ALONE = "left alone"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of an export: `rows` as they stand in it, or None where it was not opened."""

    name: str
    fate: Fate
    rows: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """A row or a file that could not be used. `line` is where the record starts; 0: the file."""

    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose export it is. `slug` is None in exports without profile addresses."""

    slug: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What `netreport check` counts in one table, by name, in order; None: cannot be told."""

    figures: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Network:
    """The tables of one export and how they came to be. An absent table is no key.

    `as_of` is the export's own day, `fingerprint` a hash of the bytes that were read,
    `added` one of the files that the owner added to it.
    Raises ValueError if a table does not have its schema.
    """

    tables: Mapping[Table, pl.DataFrame] = field(compare=False, repr=False)
    as_of: date
    owner: Owner
    files: tuple[FileReport, ...] = ()
    issues: tuple[Issue, ...] = ()
    counts: Mapping[Table, Counts] = field(default_factory=dict)
    fingerprint: str = ""
    added: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a table whose columns are not those of its schema."""
        for table, frame in self.tables.items():
            if table in SCHEMAS and frame.schema != SCHEMAS[table]:
                raise ValueError(f"{table}: columns {frame.schema}, want {SCHEMAS[table]}")

    def adding(self, tables: Mapping[Table, pl.DataFrame], *issues: Issue) -> "Network":
        """Give the same network with more tables and issues."""
        return replace(self, tables={**self.tables, **tables}, issues=(*self.issues, *issues))
