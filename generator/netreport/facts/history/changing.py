"""All that changed between two exports, in one table."""

from collections.abc import Iterator
from datetime import timedelta

import polars as pl

from netreport.facts.history.events import SCHEMA
from netreport.facts.history.leaving import comings_and_goings
from netreport.facts.history.matching import everybody, pairs
from netreport.facts.history.requests import outcomes
from netreport.facts.history.staying import what_happened
from netreport.model.history import Change
from netreport.model.network import Network
from netreport.model.tables import Table

_KINDS = pl.Enum([str(kind) for kind in Change])
_SLACK = timedelta(days=1)  # the days of an export are the owner's, its times are UTC


def changes(before: Network, after: Network) -> pl.DataFrame:
    """Give CHANGES between two networks of one owner, both derived with today's strategy.

    Ordered by kind and name. What takes a file that either export lacks is not told: no row.
    `on` is the day it happened, where that is known; of a request, `before` is the day it was sent.
    """
    rows = pl.concat([pl.DataFrame(schema=SCHEMA), *_events(before, after)])
    rank = pl.col("kind").cast(_KINDS)
    others = [column for column in SCHEMA if column not in {"kind", "name"}]
    return rows.sort(rank, "name", *others, nulls_last=True)


def _events(before: Network, after: Network) -> Iterator[pl.DataFrame]:
    then, now = everybody(before), everybody(after)
    if then is None or now is None:
        return
    same = pairs(then, now)
    gained = now.join(same, left_on="person", right_on="now", how="anti")
    lost = then.join(same, left_on="person", right_on="was", how="anti")
    yield from comings_and_goings(before, after, gained, lost)
    yield from what_happened(_both(then, now, same), after.tables.get(Table.EXCHANGES))
    if Table.REQUESTS in before.tables:
        since = gained.filter(pl.col("connected_on") >= before.as_of - _SLACK)
        requests, later = before.tables[Table.REQUESTS], after.tables.get(Table.REQUESTS)
        yield from outcomes(requests, then, later, now, since)


def _both(then: pl.DataFrame, now: pl.DataFrame, same: pl.DataFrame) -> pl.DataFrame:
    """Give everybody who is in both exports, with the older one's columns beside today's."""
    older = then.rename({column: f"{column}_before" for column in then.columns})
    paired = now.join(same, left_on="person", right_on="now")
    return paired.join(older, left_on="was", right_on="person_before", how="left").rename(
        {"was": "person_before"}
    )
