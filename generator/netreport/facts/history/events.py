"""Rows of CHANGES: takes people to whom something happened, gives a row for each."""

import polars as pl

from netreport.model.history import Change
from netreport.model.tables import SCHEMAS, Table

SCHEMA = SCHEMAS[Table.CHANGES]


def events(frame: pl.DataFrame, kind: Change, **columns: pl.Expr) -> pl.DataFrame:
    """Give a row of CHANGES for each row: `person` and `name` of the frame, the rest as given."""
    said = {
        "person": pl.col("person"),
        "name": pl.col("name"),
        "kind": pl.lit(str(kind)),
        **columns,
    }
    nothing = pl.lit(None)
    return frame.select(
        said.get(column, nothing).cast(dtype).alias(column) for column, dtype in SCHEMA.items()
    )
