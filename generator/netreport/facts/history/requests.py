"""What became of the requests that were pending in the older export.

A request is known again by its profile; by name and moment where the profile was renamed; by name
alone where there is no address. Where a name leaves it open, there is no row.
"""

from collections.abc import Iterator

import polars as pl

from netreport.facts.expressions import each
from netreport.facts.history.events import events
from netreport.facts.history.matching import addressed
from netreport.facts.identity import compared
from netreport.model.history import Change

_MOMENT = ["folded", "incoming", "sent_at"]


def outcomes(
    requests: pl.DataFrame,
    people: pl.DataFrame,
    later: pl.DataFrame | None,
    people_now: pl.DataFrame,
    gained: pl.DataFrame,
) -> Iterator[pl.DataFrame]:
    """Give who was accepted, who is neither connected nor pending any more, and who still waits.

    Takes requests and people of both exports, and who connected since. `before` is the day the
    request was sent, `on` that of the connection. Without the `later` requests only the accepted
    ones can be told.
    """
    settled = _met(_seen_again(_waiting(requests, people), later), people_now)
    waiting = settled.filter(~pl.col("met"))
    newcomers = _newcomers(gained, settled, later)
    namesakes = waiting.filter(~pl.col("there") | pl.col("key").is_null()).join(
        newcomers, on="folded", how="semi"
    )
    sent = {"incoming": pl.col("incoming"), "before": pl.col("sent_at").dt.date()}
    accepted = pl.concat([settled.filter("met"), _met_by_name(namesakes, newcomers)])
    yield events(accepted, Change.ACCEPTED, person=pl.col("key"), on=pl.col("on"), **sent)
    if later is not None:
        rest = waiting.join(namesakes, on="number", how="anti")
        yield events(rest.filter("there"), Change.PENDING, person=pl.col("key"), **sent)
        yield events(rest.filter(~pl.col("there")), Change.IGNORED, **sent)


def _waiting(requests: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Give the requests of whoever was not connected, once each, with a `number`.

    Who is connected is known by key, and without one by name.
    """
    nameless = people.filter(~addressed("person"))
    connected = (
        pl.col("person").is_in(people["person"].implode())
        | pl.col("folded").is_in(nameless["folded"].implode())
        | (pl.col("person").is_null() & pl.col("folded").is_in(people["folded"].implode()))
    )
    waiting = _named(requests).filter(~connected.fill_null(value=False))
    once = waiting.sort("sent_at").unique(["person", "folded", "incoming"], keep="last")
    return once.select("person", "name", *_MOMENT).with_row_index("number")


def _named(requests: pl.DataFrame) -> pl.DataFrame:
    return requests.with_columns(each("name", compared, pl.String).alias("folded"))


def _seen_again(waiting: pl.DataFrame, later: pl.DataFrame | None) -> pl.DataFrame:
    """Add whether a request is `there` in the later file, and the profile's `key` as it is now."""
    if later is None:
        return waiting.with_columns(pl.lit(value=False).alias("there"), key="person")
    rows = _named(later)
    profiles = rows.select("person", "incoming", known=pl.lit(value=True)).unique()
    alone = pl.when(pl.col("person").n_unique() == 1).then(pl.col("person").first())
    moments = rows.group_by(_MOMENT).agg(alone.alias("renamed"), again=pl.lit(value=True))
    found = waiting.join(profiles, on=["person", "incoming"], how="left").join(
        moments, on=_MOMENT, how="left"
    )
    known = pl.col("known").fill_null(value=False)
    key = pl.when(known).then("person").otherwise(pl.coalesce("renamed", "person"))
    there = known | pl.col("again").fill_null(value=False)
    return found.select(*waiting.columns, there.alias("there"), key.alias("key"))


def _met(waiting: pl.DataFrame, people_now: pl.DataFrame) -> pl.DataFrame:
    """Add whether the two are connected now, and since when."""
    days = people_now.select(key="person", on="connected_on", met=pl.lit(value=True))
    found = waiting.join(days, on="key", how="left")
    return found.with_columns(pl.col("met").fill_null(value=False))


def _newcomers(
    gained: pl.DataFrame, settled: pl.DataFrame, later: pl.DataFrame | None
) -> pl.DataFrame:
    """Give those new people of whom no request is known by its profile."""
    asked = [settled.filter("met").select(person="key")]
    if later is not None:
        asked.append(later.select("person"))
    return gained.join(pl.concat(asked), on="person", how="anti")


def _met_by_name(namesakes: pl.DataFrame, newcomers: pl.DataFrame) -> pl.DataFrame:
    """Give the requests whose name only one of them has, and only one of the newcomers."""
    new = newcomers.unique("folded", keep="none").select("folded", key="person", on="connected_on")
    alone = namesakes.unique("folded", keep="none").drop("key", "on")
    return alone.join(new, on="folded").select(namesakes.columns)
