"""What the owner published, and about which of the strategy's topics. Texts are dropped here."""

from collections.abc import Mapping, Sequence

import polars as pl

from netreport.facts.words import fold
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table

_KINDS = {
    Table.SHARES: ("post", "posted_at"),
    Table.ARTICLES: ("article", "published_at"),
    Table.REPOSTS: ("repost", "reposted_at"),
}


def derive(tables: Mapping[Table, pl.DataFrame], strategy: Strategy) -> pl.DataFrame | None:
    """Give one row per post, article or repost with its topics; None without any such file."""
    parts = [_published(tables[t], *_KINDS[t]) for t in _KINDS if t in tables]
    if not parts:
        return None
    posts = pl.concat(parts, how="diagonal").drop_nulls("at").sort("at", "link")
    return posts.select(
        "at",
        "kind",
        _about(strategy.content.topics).alias("topics"),
        _about(strategy.content.off_topic).alias("off_topics"),
        pl.col("text").str.len_chars().fill_null(0).cast(pl.UInt32).alias("length"),
        "link",
    ).cast(dict(SCHEMAS[Table.POSTS]))  # type: ignore[arg-type]


def _published(frame: pl.DataFrame, kind: str, time: str) -> pl.DataFrame:
    text = pl.col("text") if "text" in frame.columns else pl.lit(None, pl.String)
    link = pl.col("link") if "link" in frame.columns else pl.lit(None, pl.String)
    empty_share = kind == "post"
    return frame.select(
        pl.col(time).alias("at"),
        pl.when(text.is_null() & pl.lit(empty_share))
        .then(pl.lit("repost"))
        .otherwise(pl.lit(kind))
        .alias("kind"),
        text.map_elements(fold, pl.String).alias("text"),
        link.alias("link"),
    )


def _about(topics: Sequence[str]) -> pl.Expr:
    """Give the topics whose words all stand in the text."""
    named = [pl.when(_all_words(topic).fill_null(False)).then(pl.lit(topic)) for topic in topics]
    if not named:
        return pl.lit([], pl.List(pl.String))
    return pl.concat_list(named).list.drop_nulls()


def _all_words(topic: str) -> pl.Expr:
    words = fold(topic).split()
    return pl.all_horizontal(pl.col("text").str.contains(word, literal=True) for word in words)
