"""Whom nobody is advised to let go, and why: everybody but those who are surely no loss.

Takes PEOPLE and what speaks for each; gives those who may go, and how many stay for which reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from netreport.facts.expressions import each
from netreport.facts.words import fold
from netreport.model.decisions import Choice, Kind
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table

Tables = Mapping[Table, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Who may go, a part of PEOPLE with `received`; how many others stay, by reason."""

    may_go: pl.DataFrame = field(repr=False)
    kept: Mapping[str, int]


def sift(tables: Tables, strategy: Strategy) -> Sifted:
    """Take out, one reason after the other, all who are to stay; whom the owner lets go, goes.

    Uses PEOPLE, TIES, DECISIONS and RECOMMENDATIONS. Without TIES nobody is known to be silent,
    and all stay but those whom the owner lets go.
    """
    chosen = pl.col("person").is_in(_decided(tables, Kind.PERSON, Choice.REMOVE).implode())
    received = _table(tables, Table.TIES).select("person", "received")
    people = _table(tables, Table.PEOPLE).join(received, on="person", how="left")
    left, kept = people.filter(~chosen), {}
    for reason, stays in _reasons(tables, strategy).items():
        kept[reason] = left.filter(stays).height
        left = left.filter(~stays)
    going = pl.concat([people.filter(chosen), left])
    return Sifted(going, {reason: count for reason, count in kept.items() if count})


def _reasons(tables: Tables, strategy: Strategy) -> Mapping[str, pl.Expr]:
    """Give who stays and why; what cannot be told speaks for a person, never against."""
    yours = pl.concat(
        [
            _decided(tables, Kind.PERSON, Choice.KEEP),
            _decided(tables, Kind.RELEVANCE, Choice.YES),
            _decided(tables, Kind.QUIZ, Choice.YES),
        ]
    )
    esteem = "recommendation" in strategy.cleanup.keep_if
    return {
        "fit your strategy": pl.col("relevant").fill_null(value=False),
        "were in touch both ways": pl.col("ever_two_way").fill_null(value=False),
        "are known from private life": pl.col("social"),
        "stand on your safelist": pl.col("kept"),
        "are kept by your decision, or somebody you know": pl.col("person").is_in(yours.implode()),
        "wait for your answer": pl.col("owed"),
        "may have recommended you, or you them": _praised(tables) & pl.lit(esteem),
        "cannot be placed, which is no reason to let go": (pl.col("standing") != "junk")
        | ~pl.col("fit").is_in(["poor", "neutral"]),
    }


def _praised(tables: Tables) -> pl.Expr:
    """Say who bears the name of somebody in a recommendation; jobs change, so a name will do."""
    names = _table(tables, Table.RECOMMENDATIONS).get_column("name").drop_nulls()
    folded = frozenset(_plain(name) for name in names)
    return each("name", lambda name: _plain(name) in folded, pl.Boolean).fill_null(value=False)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _decided(tables: Tables, kind: Kind, choice: Choice) -> pl.Series:
    """Give those about whom the owner decided so."""
    told = _table(tables, Table.DECISIONS).filter(
        pl.col("kind").eq(str(kind)) & pl.col("decision").eq(str(choice))
    )
    return told.get_column("subject")


def _table(tables: Tables, table: Table) -> pl.DataFrame:
    return tables.get(table, pl.DataFrame(schema=SCHEMAS[table]))
