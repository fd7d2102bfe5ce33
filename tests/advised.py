"""Small made-up networks with the advice on them."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from made import AS_OF, strategy, table
from netreport.advice import advise
from netreport.model.advice import Advice, Kind, Recommendation
from netreport.model.network import Network, Owner
from netreport.model.people import Person
from netreport.model.tables import Table

Tables = Mapping[Table, pl.DataFrame]


def network(tables: Tables) -> Network:
    """Give a derived network of these tables."""
    return Network(tables, AS_OF, Owner("robin-sample-example", "Robin Sample"))


def advice(tables: Tables, **settings: Any) -> Advice:
    """Give the advice on these tables."""
    return advise(network(tables), strategy(**settings))


def decided(subject: str, kind: str, choice: str, **more: Any) -> dict[str, Any]:
    """Give a row of DECISIONS."""
    return {"subject": subject, "kind": kind, "decision": choice, "decided_on": AS_OF, **more}


def decisions(*rows: Mapping[str, Any]) -> pl.DataFrame:
    """Give a DECISIONS table."""
    return table(Table.DECISIONS, rows)


def keys(told: Advice, kind: Kind) -> list[str]:
    """Give the keys of the people of one kind of recommendation, in order."""
    return [one.person.key for one in told.of(kind) if one.person]


def headline(one: Recommendation) -> str:
    """Write a headline out, with the key in the place of a person."""
    return "".join(part.key if isinstance(part, Person) else part for part in one.headline)
