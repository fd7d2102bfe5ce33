"""Invitations, read: what kind of note they carry, and whether they were accepted.

Takes invitations and connections; gives REQUESTS (with the note, and its language, still in it
for `facts.conversations` and `facts.pending`).
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from netreport.facts import notes


def derive(
    invitations: pl.DataFrame, connections: pl.DataFrame | None, as_of: date
) -> pl.DataFrame:
    """Give one row per invitation with its note read, and its day of acceptance if it has one."""
    read = _read(invitations)
    connected = _connected(connections)
    joined = read.join(connected, on="person", how="left", maintain_order="left")
    age = (pl.lit(as_of) - pl.col("sent_at").dt.date()).dt.total_days()
    known = pl.col("person").is_not_null()
    pending = ~pl.col("person").is_in(connected.get_column("person").implode())
    return joined.with_columns(
        age.cast(pl.Int32).alias("age"), pl.when(known).then(pending).alias("pending")
    )


def _read(invitations: pl.DataFrame) -> pl.DataFrame:
    """Read incoming and outgoing notes apart: what the owner repeats is the owner's template."""
    parts = []
    for incoming in (True, False):
        part = invitations.filter(pl.col("incoming") == incoming)
        readings = notes.readings(_texts(part, "note"), _texts(part, "name"))
        parts.append(
            part.with_columns(
                pl.Series("kind", [str(reading.kind) for reading in readings], pl.String),
                pl.Series("words", [list(r.words) for r in readings], pl.List(pl.String)),
                pl.Series("language", [r.language for r in readings], pl.String),
            )
        )
    return pl.concat(parts)


def _texts(frame: pl.DataFrame, column: str) -> Sequence[str]:
    return frame.get_column(column).fill_null("").to_list()


def _connected(connections: pl.DataFrame | None) -> pl.DataFrame:
    if connections is None:
        return pl.DataFrame(schema={"person": pl.String, "connected_on": pl.Date})
    return connections.select("person", "connected_on").drop_nulls("person")
