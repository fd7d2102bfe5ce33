"""What passed between the owner and somebody before an attempt, as far as anybody can know.

Takes attempts (see facts.attempts), EXCHANGES and REQUESTS; gives the attempts with two columns
more. Likes, comments and views carry no name in an export, so only the log can tell of them.
"""

import polars as pl

_EVENTS: dict[str, pl.DataType | type[pl.DataType]] = {"who": pl.String, "at": pl.Datetime("us")}


def touched(
    made: pl.DataFrame,
    exchanges: pl.DataFrame | None,
    requests: pl.DataFrame | None,
    days: int,
) -> pl.DataFrame:
    """Add `seen`: touches that the export shows in the `days` before the day of the attempt.

    At most two: a request with a note that was accepted, and a thread of messages. Add `before`:
    these and the touches of the log, or null where the log does not tell of any.
    """
    thread = _within(made, _threads(exchanges), days).alias("thread")
    note = _within(made, _accepted_notes(requests), days).alias("note")
    seen = made.with_columns((thread.cast(pl.UInt16) + note.cast(pl.UInt16)).alias("seen"))
    return seen.with_columns((pl.col("touches") + pl.col("seen")).alias("before"))


def _within(made: pl.DataFrame, events: pl.DataFrame, days: int) -> pl.Series:
    """Say for each attempt whether something happened on one of the `days` days before its own."""
    numbered = made.select(pl.col("person").alias("who"), pl.col("at").alias("tried"))
    pairs = numbered.with_row_index("number").join(events, on="who")
    gap = (pl.col("tried").dt.date() - pl.col("at").dt.date()).dt.total_days()
    hits = pairs.filter(gap.is_between(1, days)).get_column("number").unique()
    return pl.int_range(made.height, dtype=pl.UInt32, eager=True).is_in(hits.implode())


def _threads(exchanges: pl.DataFrame | None) -> pl.DataFrame:
    if exchanges is None:
        return pl.DataFrame(schema=_EVENTS)
    return exchanges.filter(~pl.col("automatic")).select(pl.col("person").alias("who"), "at")


def _accepted_notes(requests: pl.DataFrame | None) -> pl.DataFrame:
    if requests is None:
        return pl.DataFrame(schema=_EVENTS)
    noted = requests.filter(pl.col("kind") != "none").drop_nulls(["person", "connected_on"])
    return noted.select(
        pl.col("person").alias("who"), pl.col("connected_on").cast(pl.Datetime("us")).alias("at")
    )
