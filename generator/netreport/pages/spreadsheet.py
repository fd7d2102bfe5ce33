"""Tables as files that a spreadsheet opens, no cell of which it runs as a formula."""

from io import BytesIO

import polars as pl

from netreport.model.formulas import FORMULA


def spreadsheet(table: pl.DataFrame) -> bytes:
    """Give a table as CSV with a byte order mark; a cell is empty where it is null."""
    disarmed = pl.col(pl.String).str.replace_all(f"(?m)^{FORMULA}", "'${0}")
    file = BytesIO()
    table.with_columns(disarmed).write_csv(file, include_bom=True, line_terminator="\r\n")
    return file.getvalue()
