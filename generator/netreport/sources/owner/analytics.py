"""LinkedIn's analytics of the owner's posts and followers, as the XLSX that it lets you download.

Takes a path, gives `Table.POST_REACH`, `Table.AUDIENCE_DAYS`, `Table.DEMOGRAPHICS` (those that the
file has) and totals. Reads the layouts of 2022 to 2026, in English and Brazilian Portuguese, and
the files about a single post. Sheets are known by their names.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from netreport.errors import ExportError
from netreport.model.network import Issue
from netreport.model.reach import ReachTotals
from netreport.model.tables import SCHEMAS, Table
from netreport.model.text import clean
from netreport.sources.export.sheets import told
from netreport.sources.owner import analytics_sheets as sheets
from netreport.sources.owner.analytics_words import LANGUAGES, SCOPES, Part, folded
from netreport.sources.owner.days import Order
from netreport.sources.owner.own_file import OwnFile, content_of, own_file
from netreport.sources.owner.workbook import MOST_BYTES, Worksheet, read_workbook

KEYS = {
    Table.POST_REACH: ("url",),
    Table.AUDIENCE_DAYS: ("day",),
    Table.DEMOGRAPHICS: ("scope", "category", "value"),
}
_READERS: Mapping[Part, tuple[Table, Callable[[sheets.Rows, Order], sheets.Found]]] = {
    Part.ENGAGEMENT: (Table.AUDIENCE_DAYS, sheets.daily),
    Part.FOLLOWERS: (Table.AUDIENCE_DAYS, sheets.daily),
    Part.TOP_POSTS: (Table.POST_REACH, sheets.top_posts),
    Part.POST: (Table.POST_REACH, sheets.single_post),
}
_SHOWN = 200  # letters of the names of sheets that nobody knows

Parts = Mapping[Part, Worksheet]


@dataclass(frozen=True, slots=True)
class Analytics:
    """One file of LinkedIn's analytics: its tables, and its totals, which are in no table."""

    file: OwnFile
    totals: ReachTotals


def read(path: Path) -> Analytics:
    """Read one workbook.

    Raises ExportError for a file that is no plain workbook, or none of LinkedIn's analytics.
    """
    content = content_of(path, MOST_BYTES)
    worksheets = read_workbook(path, content)
    parts, order = _known(path.name, worksheets)
    frames: dict[Table, list[pl.DataFrame]] = defaultdict(list)
    issues: list[Issue] = []
    for part in sorted(parts.keys() - {Part.DISCOVERY}):
        table, (frame, bad) = _found(part, parts[part].rows, order)
        frames[table].append(frame)
        issues += told(path.name, ((line, f"{part}: {reason}") for line, reason in bad))
    if len(parts) < len(worksheets):
        unknown = len(worksheets) - len(parts)
        issues.append(Issue(path.name, 0, f"sheets that we do not know, not read: {unknown}"))
    rows = sum(len(sheet.rows) for sheet in parts.values())
    tables = {table: joined(table, each) for table, each in frames.items()}
    file = own_file(path.name, content, rows, tables, tuple(issues))
    return Analytics(file, _totals(parts, order))


def joined(table: Table, frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Give frames of one table as one: a row for each key, and each figure where it first stands.

    So several files may overlap; the newest goes first.
    """
    keys = KEYS[table]
    rows = pl.concat(frames).group_by(keys, maintain_order=True)
    merged = rows.agg(pl.all().drop_nulls().first()).select(SCHEMAS[table].names())
    return merged.sort(keys, nulls_last=True) if table is Table.AUDIENCE_DAYS else merged


def _known(name: str, worksheets: Sequence[Worksheet]) -> tuple[Parts, Order]:
    """Tell the sheets by their names, and by the names their language."""
    for language in LANGUAGES:
        known = {language.sheets.get(folded(sheet.name)): sheet for sheet in worksheets}
        parts = {part: sheet for part, sheet in known.items() if part}
        if parts:
            return parts, language.order
    found = clean(", ".join(sheet.name for sheet in worksheets), _SHOWN)
    raise ExportError(
        f"{name} has none of the sheets of LinkedIn's analytics; found: {found}",
        remedy="set LinkedIn to English or Brazilian Portuguese and export the analytics again",
    )


def _found(part: Part, rows: sheets.Rows, order: Order) -> tuple[Table, sheets.Found]:
    if part in SCOPES:
        return Table.DEMOGRAPHICS, sheets.demographics(rows, SCOPES[part])
    table, reading = _READERS[part]
    return table, reading(rows, order)


def _totals(parts: Parts, order: Order) -> ReachTotals:
    rows = {part: sheet.rows for part, sheet in parts.items()}
    reach = sheets.discovery(rows.get(Part.DISCOVERY, ()), order)
    last = sheets.followers(rows.get(Part.FOLLOWERS, ()), order)
    return replace(reach, followers=last.followers, followers_on=last.followers_on)
