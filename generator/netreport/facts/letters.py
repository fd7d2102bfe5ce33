"""Messages that people really sent each other: no drafts, adverts or spam."""

import polars as pl

from netreport.facts.notes.columns import automatic_texts


def between_people(messages: pl.DataFrame) -> pl.DataFrame:
    """Give one row per message that says which side sent it, oldest first.

    Columns: person and name (the other side; person is null in a group and where there is no
    address), at, incoming, group, thread (all threads with one person are one), conversation,
    text, subject, line, automatic (LinkedIn or a machine wrote it).
    """
    real = messages.filter(~pl.col("draft") & ~pl.col("sponsored") & ~pl.col("spam"))
    told = real.drop_nulls(["from_owner", "sent_at"])
    first = pl.col("recipients").list.first(), pl.col("recipient_names").list.first()
    alone = pl.col("people") == 1
    letters = told.select(
        pl.when(alone)
        .then(pl.when("from_owner").then(first[0]).otherwise("sender"))
        .alias("person"),
        pl.when("from_owner").then(first[1]).otherwise("sender_name").alias("name"),
        pl.col("sent_at").alias("at"),
        pl.col("from_owner").not_().alias("incoming"),
        (pl.col("people") > 1).alias("group"),
        "conversation",
        "text",
        "subject",
        "line",
    )
    # Files are newest first: of two messages in one second the later line is the earlier one.
    return letters.with_columns(
        pl.coalesce("person", "conversation").alias("thread"),
        automatic_texts(letters.get_column("text")).alias("automatic"),
    ).sort("at", "line", descending=[False, True])
