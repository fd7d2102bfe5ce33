"""What passed between the owner and each person within the days that count as warming up.

Messages either way, a request accepted that carried a note, and what the owner wrote down. Likes,
views and comments are tied to nobody in an export, so every count is a lower bound.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

import polars as pl

from netreport.advice.ground import Ground
from netreport.model.tables import Table


def touches(ground: Ground) -> Mapping[str, int]:
    """Give how often each person was touched; who is not there was not, as far as is known."""
    days = timedelta(days=ground.strategy.outreach.warm_up.window_days)
    since = datetime.combine(ground.as_of, time.max) - days
    noted = (pl.col("kind") != "none") & (pl.col("connected_on") > since.date())
    counted = pl.concat(
        [
            _counts(ground.table(Table.EXCHANGES).filter(pl.col("at") > since), pl.lit(1)),
            _counts(ground.table(Table.REQUESTS).filter(noted), pl.lit(1)),
            _counts(
                ground.table(Table.OUTREACH).filter(pl.col("sent_at") > since),
                1 + pl.col("touches").fill_null(0),
            ),
        ]
    )
    return dict(counted.group_by("person").agg(pl.col("count").sum()).iter_rows())


def _counts(rows: pl.DataFrame, count: pl.Expr) -> pl.DataFrame:
    """Give person and count; rows on nobody in particular are left out."""
    told = rows.select("person", count.cast(pl.Int64).alias("count"))
    return told.drop_nulls("person")
