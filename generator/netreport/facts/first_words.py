"""Who wrote to the owner first, and what the owner had posted shortly before.

Takes EXCHANGES and posts. What comes after a post need not come from it.
"""

from datetime import timedelta

import polars as pl

SILENCE = timedelta(days=90)  # after so long, the next message opens a new conversation
AFTER_POST = timedelta(days=7)


def first_words(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Give person and `at` of each message of theirs that opened a conversation, by time."""
    told = exchanges.filter(~pl.col("automatic")).select("person", "at", "incoming")
    ordered = told.sort("person", "at", "incoming")
    known = pl.col("person").eq_missing(pl.col("person").shift())
    opens = ~known | (pl.col("at") - pl.col("at").shift() > SILENCE)
    return ordered.filter(opens & pl.col("incoming")).select("person", "at").sort("at", "person")


def after_posts(words: pl.DataFrame, posts: pl.DataFrame) -> pl.DataFrame:
    """Add to first words the `post`, a row's number, last published in the 7 days before."""
    published = posts.select(pl.col("at").alias("posted_at"), "post").sort("posted_at", "post")
    return words.join_asof(
        published,
        left_on="at",
        right_on="posted_at",
        strategy="backward",
        tolerance=AFTER_POST,
    )
