"""The whole way from a path to a `Network`: open, sort out, read file by file, learn the owner."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from netreport.errors import ExportError
from netreport.model.network import Issue, Network, Owner
from netreport.model.tables import SCHEMAS, Table
from netreport.sources.export import messages
from netreport.sources.export.archive import opened
from netreport.sources.export.catalogue import PROFILE_TABLES
from netreport.sources.export.dates import EARLIEST
from netreport.sources.export.figures import count_all, day_in_name, newest_day
from netreport.sources.export.intake import take_in
from netreport.sources.export.owner import find_owner
from netreport.sources.export.sheets import Sheet


def read(path: Path, as_of: date | None = None) -> Network:
    """Read an export.

    `as_of` is the export's day; without it, the day in its name, or that of its newest row.
    Raises ExportError, with one sentence that names it and what to do, where it cannot be read.
    """
    try:
        return _read(path, as_of)
    except ExportError as error:
        if error.problem.startswith((path.name, str(path))):
            raise
        raise ExportError(f"{path.name}: {error.problem}", remedy=error.remedy) from error


def _read(path: Path, as_of: date | None) -> Network:
    with opened(path) as archive:
        intake = take_in(archive)
    owner, untold = find_owner(
        intake.first(Table.PROFILE), intake.first(Table.INVITATIONS), intake.first(Table.MESSAGES)
    )
    sheets = _settled(intake.sheets, owner)
    tables = {table: _table(table, sheets[table]) for table in Table if table in sheets}
    _refuse_too_little(tables, intake.issues)
    name = path.name or path.resolve().name
    day, dated = _day(as_of or day_in_name((name, *reversed(intake.root))), tables, name)
    told = (issue for parts in sheets.values() for sheet in parts for issue in sheet.issues)
    return Network(
        tables=tables,
        as_of=day,
        owner=owner,
        files=intake.files,
        issues=tuple(sorted({*intake.issues, *told, *untold, *dated})),
        counts=count_all(tables, owner),
        fingerprint=intake.fingerprint,
        source=name,
    )


def _settled(
    sheets: Mapping[Table, tuple[Sheet, ...]], owner: Owner
) -> Mapping[Table, tuple[Sheet, ...]]:
    """Finish what takes the owner to know: messages, and that nobody is their own connection."""
    settled = dict(sheets)
    for sheet in sheets.get(Table.MESSAGES, ()):
        settled[Table.MESSAGES] = (messages.settled(sheet, owner),)
    for sheet in sheets.get(Table.CONNECTIONS, ()):
        own = (pl.col("person") == (owner.slug or "")).fill_null(value=False)
        settled[Table.CONNECTIONS] = (sheet.telling(own, "is the owner").dropping(own),)
    return settled


def _table(table: Table, parts: Iterable[Sheet]) -> pl.DataFrame:
    columns = SCHEMAS[table].names()
    return pl.concat([sheet.cells.select(columns) for sheet in parts])


def _refuse_too_little(tables: Mapping[Table, pl.DataFrame], issues: tuple[Issue, ...]) -> None:
    if not tables:
        first = f": {issues[0].file} {issues[0].message}" if issues else ""
        raise ExportError(
            f"none of the export's files tells about the network{first}",
            remedy="ask LinkedIn for the full archive and give its ZIP unopened",
        )
    if tables.keys() <= PROFILE_TABLES:
        raise ExportError(
            "the export holds your profile and nobody else",
            remedy="LinkedIn sends this part first: wait for the second mail, and give that ZIP",
        )


def _day(
    told: date | None, tables: Mapping[Table, pl.DataFrame], name: str
) -> tuple[date, tuple[Issue, ...]]:
    """Give the export's day, and what is odd about it."""
    newest = newest_day(tables)
    if told is None and newest is None:
        return EARLIEST.date(), (Issue(name, 0, "no row has a date: the day is not known"),)
    if told is None or newest is None or newest <= told + timedelta(days=1):
        return told or newest or EARLIEST.date(), ()
    return told, (Issue(name, 0, f"rows are dated after the export's day, {told}"),)
