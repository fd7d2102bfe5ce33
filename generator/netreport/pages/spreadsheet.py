"""Tables as files that a spreadsheet opens, no cell of which it runs as a formula."""

from codecs import BOM_UTF8
from io import SEEK_END, BytesIO

import polars as pl

from netreport.model.formulas import FORMULA

ROWS = 2_000
"""Rows written at a time: a copy of them all would be the largest thing in memory."""


def spreadsheet(table: pl.DataFrame) -> bytes:
    """Give a table as CSV with a byte order mark; a cell is empty where it is null."""
    disarmed = pl.col(pl.String).str.replace_all(f"(?m)^{FORMULA}", "'${0}")
    file = BytesIO(BOM_UTF8)
    file.seek(0, SEEK_END)
    table.clear().write_csv(file, line_terminator="\r\n")
    for rows in table.iter_slices(ROWS):
        written = rows.with_columns(disarmed)
        written.write_csv(file, include_header=False, line_terminator="\r\n")
    return file.getvalue()
