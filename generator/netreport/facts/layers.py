"""At what pace two people are in touch: weekly, monthly, half-yearly, yearly, or slower.

Takes exchanges, gives each person's pace as a number from 0 to 4.
"""

from datetime import date

import polars as pl

YEAR = 52  # weeks, counted back from the export's day, the last day of the last week
SPANS = (52, 26, 4, 1)  # weeks in which both are to write, for the paces 1 to 4
KEPT_OF_FOUR = 3  # of four such spans; people have holidays


def layers(exchanges: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """Give person and layer: the fastest pace that was kept in the 52 weeks up to `as_of`.

    0 is slower than once a year, 1 yearly, 2 half-yearly, 3 monthly (of four weeks), 4 weekly.
    A pace is kept if both sides wrote in three of four of its spans, LinkedIn's own texts aside.
    Source: layers by frequency of contact, MacCarron, Kaski and Dunbar 2016 (Social Networks 47).
    """
    week = (pl.lit(as_of) - pl.col("at").dt.date()).dt.total_days() // 7
    written = exchanges.filter(~pl.col("automatic")).with_columns(week.alias("week"))
    lately = written.filter(pl.col("week").is_between(0, YEAR - 1))
    kept = pl.concat(_keeping(lately, weeks, pace) for pace, weeks in enumerate(SPANS, start=1))
    fastest = kept.group_by("person").agg(pl.col("layer").max())
    everybody = exchanges.select("person").unique()
    return everybody.join(fastest, on="person", how="left").with_columns(
        pl.col("layer").fill_null(0)
    )


def _keeping(lately: pl.DataFrame, weeks: int, pace: int) -> pl.DataFrame:
    both = pl.col("incoming").any() & (~pl.col("incoming")).any()
    spans = lately.group_by("person", pl.col("week") // weeks).agg(both.alias("both"))
    held = spans.group_by("person").agg(pl.col("both").sum())
    enough = 4 * pl.col("both") >= KEPT_OF_FOUR * (YEAR // weeks)
    return held.filter(enough).select("person", layer=pl.lit(pace, pl.UInt32))
