"""Who waits for an answer: threads whose last word is theirs, and requests with a note."""

from datetime import date

import polars as pl

from netreport.facts.notes import Kind
from netreport.facts.notes.columns import asking_texts, closing_texts, languages
from netreport.model.strategy.engagement import Respond
from netreport.model.tables import SCHEMAS, Table

OWED = "owed"


def threads(
    letters: pl.DataFrame,
    requests: pl.DataFrame | None,
    people: pl.DataFrame | None,
    respond: Respond,
    as_of: date,
) -> pl.DataFrame:
    """Give THREADS: each with its age and its state, which is "owed" or why it is not."""
    waiting = [_last_words(letters)]
    if requests is not None and respond.notes_of_ignored == "owe":
        waiting.append(_notes(requests))
    age = (pl.lit(as_of) - pl.col("last_at").dt.date()).dt.total_days().cast(pl.Int32)
    told = pl.concat(waiting).with_columns(age.alias("age"))
    judged = told.with_columns(_state(respond, _relevant(people)).alias("state"))
    spoken = _with_languages(judged)
    return spoken.select(SCHEMAS[Table.THREADS].names()).sort("last_at", "person", "name")


def _with_languages(judged: pl.DataFrame) -> pl.DataFrame:
    """Tell the language of what waits for an answer; of all else nobody asks."""
    owed = pl.when(pl.col("state") == OWED).then("text").alias("language")
    return judged.with_columns(languages(judged.select(owed).to_series()))


def _last_words(letters: pl.DataFrame) -> pl.DataFrame:
    """Give the last letter of each thread that people wrote, where it is not the owner's."""
    written = letters.filter(~pl.col("automatic")).drop_nulls("text")
    last = written.group_by("thread", maintain_order=True).last().filter("incoming")
    text = last.get_column("text")
    return last.select(
        "person",
        "name",
        pl.col("at").alias("last_at"),
        pl.lit(value=False).alias("note"),
        asking_texts(text).alias("question"),
        closing_texts(text).alias("closed"),
        "group",
        "text",
    )


def _notes(requests: pl.DataFrame) -> pl.DataFrame:
    personal = (str(Kind.PERSONAL_WITH_WHY), str(Kind.PERSONAL_NO_WHY))
    pending = requests.filter(
        pl.col("incoming") & pl.col("pending") & pl.col("kind").is_in(personal)
    )
    no = pl.lit(value=False)
    return pending.select(
        "person",
        "name",
        pl.col("sent_at").alias("last_at"),
        pl.lit(value=True).alias("note"),
        asking_texts(pending.get_column("note")).alias("question"),
        no.alias("closed"),
        no.alias("group"),
        pl.col("note").alias("text"),
    )


def _relevant(people: pl.DataFrame | None) -> pl.Expr:
    if people is None:
        return pl.lit(value=True)
    wanted = people.filter("relevant").get_column("person")
    return pl.col("person").is_in(wanted.implode())


def _state(respond: Respond, relevant: pl.Expr) -> pl.Expr:
    everybody = pl.lit(respond.to == "all")
    return (
        pl.when("closed")
        .then(pl.lit("closed"))
        .when("group")
        .then(pl.lit("group"))
        .when(~everybody & ~relevant)
        .then(pl.lit("not asked"))
        .when(pl.col("age").is_null())
        .then(pl.lit("undated"))
        .when(pl.col("age") <= respond.grace_days)
        .then(pl.lit("grace"))
        .when(pl.col("age") >= respond.horizon_days)
        .then(pl.lit("past"))
        .otherwise(pl.lit(OWED))
    )


def owing(people: pl.DataFrame, waiting: pl.DataFrame) -> pl.DataFrame:
    """Mark in PEOPLE who waits for an answer."""
    owed = waiting.filter(pl.col("state") == OWED).get_column("person").drop_nulls()
    return people.with_columns(pl.col("person").is_in(owed.implode()).alias("owed"))
