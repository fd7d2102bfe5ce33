"""Rows about people become rows with keys that are each used once.

Takes a sheet with `person` (a slug or null), `emails` (a list) and `line`; gives a row for each
e-mail, the first of a record with its person. An e-mail that two people have belongs to neither.
"""

from dataclasses import replace

import polars as pl

from netreport.model.network import Issue
from netreport.sources.export.sheets import Sheet

_KEYLESS = pl.col("person").is_null() & (pl.col("emails").list.len() == 0)


def told_apart(sheet: Sheet) -> Sheet:
    """Give the sheet with `email` instead of `emails`; what is left out is told."""
    sheet = _with_keys(sheet)
    again = pl.col("person").is_not_null() & ~pl.col("person").is_first_distinct()
    sheet = sheet.telling(again, "this profile stands in an earlier row").dropping(again)
    some = pl.when(pl.col("emails").list.len() > 0).then("emails")  # a null keeps its row
    cells = sheet.cells.with_columns(some.alias("email")).explode("email")
    several = pl.col("person").drop_nulls().n_unique().over("email") > 1
    shared = several & pl.col("email").is_not_null()
    sheet = sheet.having(cells).telling(shared, "this e-mail is several people's: not used")
    return _each_once(sheet.having(_without(sheet.cells, shared)))


def _with_keys(sheet: Sheet) -> Sheet:
    """Leave out the rows that nobody can be found by, and count them."""
    keyless = sheet.cells.filter(_KEYLESS)
    if keyless.is_empty():
        return sheet
    told = f"rows with neither a profile nor an e-mail, left out: {keyless.height}"
    issue = Issue(sheet.name, keyless["line"][0], told)
    return replace(sheet.dropping(_KEYLESS), issues=(*sheet.issues, issue))


def _each_once(sheet: Sheet) -> Sheet:
    """Keep an e-mail where it first stands, and a record's person in its first row."""
    cells = _without(sheet.cells, ~pl.col("email").is_first_distinct())
    cells = cells.with_columns(pl.when(pl.col("line").is_first_distinct()).then("person"))
    nobody = pl.col("person").is_null() & pl.col("email").is_null()
    lost = nobody.all().over("line") & pl.col("line").is_first_distinct()
    return sheet.having(cells).telling(lost, "stands in an earlier row").dropping(nobody)


def _without(cells: pl.DataFrame, emails: pl.Expr) -> pl.DataFrame:
    return cells.with_columns(pl.when(~emails).then("email").alias("email"))
