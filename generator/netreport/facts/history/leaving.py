"""Who came and who went, and how sure that is.

A hidden member leaves a row with nothing but the day of connection. Of the people of one day who
are gone, as many may be hidden as that day has more hidden rows than before.
"""

from collections.abc import Iterator

import polars as pl

from netreport.facts.history.events import events
from netreport.model.history import Change, Doubt
from netreport.model.network import Network
from netreport.model.tables import Table


def comings_and_goings(
    before: Network, after: Network, gained: pl.DataFrame, lost: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    """Give the events of people who are in one export only; `on` of a gain is its day.

    `relevant` is what the strategy says of them in the export that they are in.
    """
    day, relevant, doubt = (pl.col(name) for name in ("connected_on", "relevant", "doubt"))
    came = _doubted(gained, lost, here=after, there=before)
    yield events(came, Change.GAINED, before=doubt, on=day, relevant=relevant)
    went = _doubted(lost, gained, here=before, there=after)
    yield events(went, Change.LOST, after=doubt, relevant=relevant)


def _doubted(
    people: pl.DataFrame, others: pl.DataFrame, here: Network, there: Network
) -> pl.DataFrame:
    """Add `doubt` to people who are only here: what else they may be there.

    `others`: who is only there.
    """
    days = {"alike": people, "others": others, "here": _hidden(here), "there": _hidden(there)}
    counted = people
    for name, frame in days.items():
        by_day = frame.drop_nulls("connected_on").group_by("connected_on")
        count = by_day.agg(pl.len().cast(pl.Int64).alias(name))
        counted = counted.join(count, on="connected_on", how="left", maintain_order="left")
    hid = pl.col("there").fill_null(0) - pl.col("here").fill_null(0)
    return counted.with_columns(
        pl.when(hid >= pl.col("alike"))
        .then(pl.lit(str(Doubt.HIDDEN)))
        .when(hid > 0)
        .then(pl.lit(str(Doubt.PERHAPS_HIDDEN)))
        .when(pl.col("others") > 0)
        .then(pl.lit(str(Doubt.PERHAPS_RENAMED)))
        .alias("doubt")
    )


def _hidden(network: Network) -> pl.DataFrame:
    return network.tables[Table.CONNECTIONS].filter("hidden")
