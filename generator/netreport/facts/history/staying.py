"""What happened to people who are in both exports: takes each of them twice, gives events.

The columns of the older export end in `_before` here.
"""

from collections.abc import Iterator

import polars as pl

from netreport.facts.history.events import events
from netreport.facts.history.matching import addressed
from netreport.model.history import Change, Relevance


def what_happened(both: pl.DataFrame, exchanges: pl.DataFrame | None) -> Iterator[pl.DataFrame]:
    """Give new addresses, new jobs, moves between segments, and who woke or fell silent."""
    yield _renamed(both)
    yield _new_jobs(both)
    yield from _moves(both)
    yield _relevance(both)
    yield _awake(both, exchanges)
    silent = both.filter(~pl.col("dormant_before") & pl.col("dormant"))
    yield events(silent, Change.FELL_SILENT, on=pl.col("last_at").dt.date())


def _renamed(both: pl.DataFrame) -> pl.DataFrame:
    other = pl.col("person") != pl.col("person_before")
    renamed = both.filter(other & addressed("person") & addressed("person_before"))
    return events(renamed, Change.RENAMED, before=pl.col("person_before"), after=pl.col("person"))


def _new_jobs(both: pl.DataFrame) -> pl.DataFrame:
    """Give whose title or company is another one; a column that an export lacks tells nothing."""
    told = [key for key in ("title_key", "company_key") if _is_told(both, key)]
    differs = [pl.col(key).fill_null("") != pl.col(f"{key}_before").fill_null("") for key in told]
    moved = both.filter(pl.any_horizontal(pl.lit(False), *differs))
    return events(moved, Change.JOB, before=_job("_before"), after=_job(""))


def _is_told(both: pl.DataFrame, key: str) -> bool:
    return both[key].is_not_null().any() and both[f"{key}_before"].is_not_null().any()


def _job(suffix: str) -> pl.Expr:
    words = pl.concat_str(f"title{suffix}", f"company{suffix}", separator=" · ", ignore_nulls=True)
    return pl.when(words != "").then(words)


def _moves(both: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Give who came to a relevant segment, from another one or none, and who left for none.

    Where either side cannot be told, nobody moved.
    """
    relevant, was = pl.col("relevant"), pl.col("relevant_before")
    segments = {"before": pl.col("segment_before"), "after": pl.col("segment")}
    changed = relevant & was & (pl.col("segment") != pl.col("segment_before"))
    yield events(both.filter((relevant & ~was) | changed), Change.MOVED_IN, **segments)
    yield events(both.filter(was & ~relevant), Change.MOVED_OUT, **segments)


def _relevance(both: pl.DataFrame) -> pl.DataFrame:
    """Give everybody of whom the strategy says something else now, or nothing any more."""
    differs = both.filter(pl.col("relevant").ne_missing(pl.col("relevant_before")))
    before, after = (_told(column) for column in ("relevant_before", "relevant"))
    return events(differs, Change.RELEVANCE, before=before, after=after)


def _told(column: str) -> pl.Expr:
    said = pl.when(pl.col(column)).then(pl.lit(str(Relevance.YES)))
    return (
        said.when(~pl.col(column))
        .then(pl.lit(str(Relevance.NO)))
        .otherwise(pl.lit(str(Relevance.UNTOLD)))
    )


def _awake(both: pl.DataFrame, exchanges: pl.DataFrame | None) -> pl.DataFrame:
    """Give who was silent for too long and is no longer; `on` is the day of the first word."""
    woke = both.filter(pl.col("dormant_before") & ~pl.col("dormant"))
    if exchanges is None:
        return events(woke, Change.WOKE)
    since = woke.select("person", "last_at_before").join(exchanges, on="person")
    words = since.filter(pl.col("at") > pl.col("last_at_before"))
    first = words.group_by("person").agg(pl.col("at").min())
    return events(woke.join(first, on="person", how="left"), Change.WOKE, on=pl.col("at").dt.date())
