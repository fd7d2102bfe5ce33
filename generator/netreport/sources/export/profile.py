"""The owner's own pages: profile, positions, skills, and notes on connections."""

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.activity import NO_TIME
from netreport.sources.export.addresses import slugs
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

_PRIVATE = (
    "Maiden Name",
    "Address",
    "Birth Date",
    "Contact Instructions",
    "Country",
    "Zip Code",
    "Twitter Handles",
    "Websites",
    "Instant Messengers",
)


def profile(text: Text) -> Sheet:
    """Read Profile.csv: one row, the owner, without an address; private columns are not loaded."""
    takes = {
        "first_name": ("First Name",),
        "last_name": ("Last Name",),
        "headline": ("Headline",),
        "summary": ("Summary",),
        "industry": ("Industry",),
        "location": ("Geo Location",),
    }
    return read_sheet(text, Layout(takes, needs=("first_name", "headline"), leaves=_PRIVATE))


def positions(text: Text) -> Sheet:
    """Read Positions.csv; a position without an end is held today."""
    takes = {
        "company": ("Company Name",),
        "title": ("Title",),
        "location": ("Location",),
        "start": ("Started On",),
        "end": ("Finished On",),
    }
    sheet = read_sheet(text, Layout(takes, needs=("company", "title"), leaves=("Description",)))
    cells = sheet.cells.with_columns(
        dates.months(sheet.cells["start"]).alias("started"),
        dates.months(sheet.cells["end"]).alias("finished"),
    )
    endless = pl.col("end").is_not_null() & pl.col("finished").is_null()
    startless = pl.col("start").is_not_null() & pl.col("started").is_null()
    kept = sheet.having(cells).without(endless, "the end cannot be read")
    return kept.telling(startless, "the start cannot be read")


def skills(text: Text) -> Sheet:
    """Read Skills.csv."""
    return read_sheet(text, Layout({"skill": ("Name",)}, needs=("skill",)))


def notes(text: Text) -> Sheet:
    """Read Notes.csv: what the owner wrote down about connections."""
    takes = {
        "first_name": ("Connection First Name",),
        "last_name": ("Connection Last Name",),
        "url": ("Connection Profile URL",),
        "note": ("Note",),
        "date": ("Created On",),
    }
    layout = Layout(takes, needs=("url", "note"), leaves=("Edited On",), verbatim=("note",))
    sheet = read_sheet(text, layout)
    name = pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True)
    cells = sheet.cells.with_columns(
        slugs(sheet.cells["url"]).alias("person"),
        pl.when(name != "").then(name).alias("name"),
        dates.times(sheet.cells["date"], (dates.UTC_STATED, *dates.ACTIVITY)).alias("created_at"),
    )
    return sheet.having(cells).telling(pl.col("created_at").is_null(), NO_TIME)
