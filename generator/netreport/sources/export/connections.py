"""Connections.csv: one row per first-degree connection, the newest first.

Takes the file's text, gives the rows of `Table.CONNECTIONS`. Hidden and closed members, of whom
only the day is given, stay as rows without a person.
"""

import polars as pl

from netreport.model.slugs import unaddressed
from netreport.sources.export import dates
from netreport.sources.export.addresses import slugs
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

LAYOUT = Layout(
    takes={
        "first_name": ("First Name", "Vorname", "Prénom"),
        "last_name": ("Last Name", "Nachname", "Nom"),
        "url": ("URL",),
        "email": ("Email Address", "E-Mail-Adresse", "Adresse e-mail"),
        "company": ("Company", "Unternehmen", "Entreprise"),
        "position": ("Position", "Poste"),
        "day": ("Connected On", "Verbunden am", "Date de connexion"),
    },
    needs=("first_name", "day"),
    lacks=("url",),
)
_DAYS = (
    dates.DAY_MONTH_YEAR,
    *dates.SPREADSHEET_DAYS,
    dates.PACIFIC,  # in 2018 a time stood here
    dates.UTC_UNSTATED,
)


def read(text: Text) -> Sheet:
    """Read the whole file; a profile that comes twice is kept once."""
    sheet = read_sheet(text, LAYOUT)
    cells = sheet.cells.with_columns(
        slugs(sheet.cells["url"]).alias("slug"),
        dates.days(sheet.cells["day"], _DAYS).alias("connected_on"),
        pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True).alias("name"),
        pl.when(~pl.col("email").str.starts_with("urn:li:")).then("email").alias("email"),
    )
    hidden = (pl.col("name") == "") & pl.col("url").is_null()
    cells = cells.with_columns(hidden.alias("hidden"))
    sheet = sheet.having(cells.with_columns(_people(cells).alias("person")))
    sheet = sheet.doubting(pl.col("connected_on").is_null(), "the day cannot be read")
    again = pl.col("person").is_not_null() & ~pl.col("person").is_first_distinct()
    return sheet.telling(again, "this profile stands in an earlier row").dropping(again)


def _people(cells: pl.DataFrame) -> pl.Series:
    """Give each row's key: the slug, a key of its own without an address, null where hidden."""
    nameless = cells.filter(pl.col("slug").is_null() & ~pl.col("hidden"))
    rows = nameless.select("name", "connected_on").iter_rows()
    keys = pl.DataFrame({"key": pl.Series([unaddressed(*row) for row in rows], dtype=pl.String)})
    repeat = pl.int_range(pl.len()).over("key")
    numbered = pl.when(repeat > 0).then(pl.format("{}#{}", "key", repeat + 1)).otherwise("key")
    own = nameless.select("line").with_columns(keys.select(numbered.alias("own"))["own"])
    joined = cells.join(own, on="line", how="left", maintain_order="left")
    return joined.select(pl.coalesce("slug", "own").alias("person"))["person"]
