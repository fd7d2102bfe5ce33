"""Endorsements and recommendations: who vouched for whom, and when."""

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.activity import NO_TIME
from netreport.sources.export.addresses import slugs
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

_FULL_NAME = pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True)
_NAME = pl.when(_FULL_NAME != "").then(_FULL_NAME).alias("name")
_ENDORSED = (dates.UTC_SLASHED, *dates.ACTIVITY)
# The zone of a recommendation is not known; its clock is taken for UTC.
_RECOMMENDED = (
    dates.Pattern("%m/%d/%y, %I:%M %p"),
    *dates.SPREADSHEET_DAYS,
    *dates.SPREADSHEET_TIMES,
)


def endorsements_received(text: Text) -> Sheet:
    """Read Endorsement_Received_Info.csv, or its twin of 2022 where that is alone."""
    return _endorsements(text, "Endorser", received=True)


def endorsements_given(text: Text) -> Sheet:
    """Read Endorsement_Given_Info.csv."""
    return _endorsements(text, "Endorsee", received=False)


def recommendations_received(text: Text) -> Sheet:
    """Read Recommendations_Received.csv."""
    return _recommendations(text, received=True)


def recommendations_given(text: Text) -> Sheet:
    """Read Recommendations_Given.csv."""
    return _recommendations(text, received=False)


def _endorsements(text: Text, other: str, *, received: bool) -> Sheet:
    takes = {
        "date": ("Endorsement Date",),
        "skill": ("Skill Name",),
        "first_name": (f"{other} First Name",),
        "last_name": (f"{other} Last Name",),
        "url": (f"{other} Public Url",),
        "status": ("Endorsement Status",),
    }
    layout = Layout(takes, needs=("date", "first_name"), lacks=("url",), leaves=("Display Status",))
    sheet = read_sheet(text, layout)
    cells = sheet.cells.with_columns(
        slugs(sheet.cells["url"]).alias("person"),
        _NAME,
        pl.lit(received).alias("received"),
        pl.col("status").str.to_uppercase(),
        dates.times(sheet.cells["date"], _ENDORSED).alias("endorsed_at"),
    )
    return sheet.having(cells).telling(pl.col("endorsed_at").is_null(), NO_TIME)


def _recommendations(text: Text, *, received: bool) -> Sheet:
    takes = {
        "first_name": ("First Name",),
        "last_name": ("Last Name",),
        "company": ("Company",),
        "position": ("Job Title",),
        "date": ("Creation Date",),
        "status": ("Status",),
    }
    sheet = read_sheet(text, Layout(takes, needs=("last_name", "date"), leaves=("Text",)))
    cells = sheet.cells.with_columns(
        _NAME,
        pl.lit(received).alias("received"),
        dates.times(sheet.cells["date"], _RECOMMENDED).alias("created_at"),
    )
    return sheet.having(cells).telling(pl.col("created_at").is_null(), NO_TIME)
