"""Requests of the owner's that have waited too long to be still accepted.

In six exports nine in ten of those who accepted did so within 3 to 23 days. After 30 days a
request is as good as refused, and whoever collects too many of them is kept from sending more.
Withdrawing has a price: for up to three weeks the same person cannot be asked again. Those whom
the strategy wants are therefore left more time.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from netreport.advice import reasons
from netreport.advice.ground import ON_REQUESTS, Ground, person
from netreport.advice.points import ROOM
from netreport.model.advice import Fact, Kind, Reason, Recommendation
from netreport.model.results import Unit
from netreport.model.tables import Table

LONGEST = 30
LONGEST_OF_WANTED: Mapping[str, int] = {"ideal": 90, "good": 60}
"""Days that a request may wait, by the fit of whom it went to; LONGEST for all others."""

MINUTES = 0.5


def withdrawals(ground: Ground) -> Iterator[Recommendation]:
    """Give the requests to withdraw, the oldest first."""
    sent = ground.table(Table.PENDING).filter(~pl.col("incoming")).drop_nulls("age")
    for row in sent.sort("age", "person", descending=[True, False]).to_dicts():
        longest = LONGEST_OF_WANTED.get(row["fit"], LONGEST)
        if row["age"] > longest:
            who = person(row)
            action = ground.id(Kind.WITHDRAW, who.key)
            known = row["segments"] if row["fit"] != "unknown" else ()
            told = f"It has waited for more than {longest} days; most who accept do so within 23."
            where = reasons.in_one_of(ground.strategy, known, who.position)
            yield Recommendation(
                action,
                Kind.WITHDRAW,
                ("Withdraw your request to ", who),
                MINUTES,
                ROOM,
                person=who,
                reasons=(Reason(told), *([where] if known else [])),
                evidence=(Fact("Has waited", row["age"], Unit.DAYS),),
                would_change=("You cannot ask them again for up to three weeks.",),
                decided=ground.decided(action, who.key, ON_REQUESTS),
            )
