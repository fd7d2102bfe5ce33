"""The page of all people: what it says around the explorer, and the files that feed it.

A template prints no person: the rows reach the page as a script beside it, limited by
`rows` to what the build's audience may see.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netreport.model.report import Report
from netreport.model.tables import Table
from netreport.pages.people.assets import csv_asset, data_asset
from netreport.pages.people.columns import COLUMNS, Column, Filter, Kind
from netreport.pages.people.rows import rows
from netreport.pages.writer import Writer

__all__ = ["assets", "context", "csv_asset", "data_asset", "in_months", "rows"]

DATA = "assets/data/people.js"
CSV = "assets/data/people.csv"
UNTOLD = ("profile", "tags", "title_words", "place_words")


@dataclass(frozen=True, slots=True)
class FilterView:
    """One filter: its name, the values it can have where they are few, and what it keeps."""

    label: str
    values: str
    meaning: str


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the number of people and what each filter means; `people` is empty for nobody."""
    table = report.network.tables.get(Table.PEOPLE)
    count = 0 if table is None else table.height
    return {
        "people": writer.wording.count(count) if count else "",
        "noun": "connection" if count == 1 else "connections",
        "filters": [_filter(one) for one in COLUMNS if one.filter is not Filter.NOT],
        "data": DATA,
        "csv": CSV,
    }


def in_months(people: pl.DataFrame) -> pl.DataFrame:
    """Give the rows as a reader gets them who may know no profile, no tags and no days."""
    days = [one.key for one in COLUMNS if one.kind is Kind.DAY and one.key in people.columns]
    kept = people.drop(*(name for name in UNTOLD if name in people.columns))
    return kept.with_columns(pl.col(name).dt.strftime("%Y-%m") for name in days)


def assets(people: pl.DataFrame) -> Mapping[str, bytes]:
    """Give the files beside the page, by path; `people` as `rows` gives them, or less."""
    return {DATA: data_asset(people), CSV: csv_asset(people)}


def _filter(column: Column) -> FilterView:
    return FilterView(column.label, ", ".join((*column.order, column.missing)), column.meaning)
