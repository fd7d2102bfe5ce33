"""How people stand: relevant against engaged, and whether they sleep."""

from datetime import date

import polars as pl

TIE_COLUMNS = ("last_at", "turns", "strength")


def stand(people: pl.DataFrame, ties: pl.DataFrame | None) -> pl.DataFrame:
    """Add engaged, ever_two_way, conversation, standing, last_at, turns and strength.

    Without messages, or for people without a profile address, nobody can tell who was in touch:
    these columns are null there, and the standing is unknown.
    """
    return _with_ties(people, ties).with_columns(_standing().alias("standing"))


def _with_ties(people: pl.DataFrame, ties: pl.DataFrame | None) -> pl.DataFrame:
    if ties is None:
        return people.with_columns(
            *(pl.lit(None, pl.Boolean).alias(name) for name in ("engaged", "ever_two_way")),
            pl.lit(None, pl.Boolean).alias("conversation"),
            pl.lit(None, pl.Datetime("us")).alias("last_at"),
            pl.lit(None, pl.UInt32).alias("turns"),
            pl.lit(None, pl.Float64).alias("strength"),
        )
    addressed = ~pl.col("person").str.starts_with("name:")
    told = ties.select(
        "person",
        *TIE_COLUMNS,
        pl.col("recent_two_way").alias("engaged"),
        pl.col("two_way").alias("ever_two_way"),
        pl.col("recent_conversation").alias("conversation"),
    )
    joined = people.join(told, on="person", how="left", maintain_order="left")
    flags = ("engaged", "ever_two_way", "conversation")
    return joined.with_columns(
        *(pl.when(addressed).then(pl.col(name).fill_null(False)).alias(name) for name in flags),
        pl.when(addressed).then(pl.col("turns").fill_null(0)).alias("turns"),
        pl.when(addressed).then(pl.col("strength").fill_null(0.0)).alias("strength"),
    )


def _standing() -> pl.Expr:
    relevant, engaged, ever = pl.col("relevant"), pl.col("engaged"), pl.col("ever_two_way")
    return (
        pl.when(relevant & engaged)
        .then(pl.lit("core"))
        .when(relevant & ~engaged)
        .then(pl.lit("latent"))
        .when(~relevant & (ever | pl.col("social")))
        .then(pl.lit("social"))
        .when(~relevant & ~ever)
        .then(pl.lit("junk"))
        .otherwise(pl.lit("unknown"))
    )


def dormant(after_days: int, as_of: date) -> pl.Expr:
    """Say who was two-way once and has been silent for longer than `after_days`."""
    silent = (pl.lit(as_of) - pl.col("last_at").dt.date()).dt.total_days() > after_days
    return pl.when(pl.col("ever_two_way").is_not_null()).then(
        pl.col("ever_two_way") & silent.fill_null(False)
    )
