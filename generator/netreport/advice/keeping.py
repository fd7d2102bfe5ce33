"""Whom nobody is advised to let go, and why: everybody but those who are surely no loss.

Takes PEOPLE and what speaks for each; gives those who may go, and how many stay for which reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from netreport.advice.ground import Ground
from netreport.facts.words import fold
from netreport.model.decisions import Choice
from netreport.model.decisions import Kind as Decided
from netreport.model.tables import Table


@dataclass(frozen=True, slots=True)
class Sifted:
    """Who may go, a part of PEOPLE with `received`; how many others stay, by reason."""

    may_go: pl.DataFrame = field(repr=False)
    kept: Mapping[str, int]


def sift(ground: Ground) -> Sifted:
    """Take out, one reason after the other, all who are to stay; whom the owner lets go, goes."""
    chosen = pl.col("person").is_in(list(ground.chose(Decided.PERSON, Choice.REMOVE)))
    people = ground.table(Table.PEOPLE).join(
        ground.table(Table.TIES).select("person", "received"), on="person", how="left"
    )
    left, kept = people.filter(~chosen), {}
    for reason, stays in _reasons(ground).items():
        kept[reason] = left.filter(stays).height
        left = left.filter(~stays)
    going = pl.concat([people.filter(chosen), left])
    return Sifted(going, {reason: count for reason, count in kept.items() if count})


def _reasons(ground: Ground) -> Mapping[str, pl.Expr]:
    """Give who stays and why; what cannot be told speaks for a person, never against."""
    yours = ground.chose(Decided.PERSON, Choice.KEEP) | ground.chose(Decided.RELEVANCE, Choice.YES)
    yours |= ground.chose(Decided.QUIZ, Choice.YES)
    strategy = ground.strategy
    esteem = "recommendation" in strategy.cleanup.keep_if
    return {
        "fit your strategy": pl.col("relevant").fill_null(value=False),
        "were in touch both ways": pl.col("ever_two_way").fill_null(value=False),
        "are known from private life": pl.col("social"),
        "stand on your safelist": pl.col("kept"),
        "are kept by your decision, or somebody you know": pl.col("person").is_in(list(yours)),
        "wait for your answer": pl.col("owed"),
        "may have recommended you, or you them": _praised(ground) & pl.lit(esteem),
        "cannot be placed, which is no reason to let go": (pl.col("standing") != "junk")
        | ~pl.col("fit").is_in(["poor", "neutral"]),
    }


def _praised(ground: Ground) -> pl.Expr:
    """Say who bears the name of somebody in a recommendation; jobs change, so a name will do."""
    names = ground.table(Table.RECOMMENDATIONS).get_column("name").drop_nulls()
    folded = [" ".join(fold(name).split()) for name in names]
    return (
        pl.col("name")
        .fill_null("")
        .map_elements(lambda name: " ".join(fold(name).split()) in set(folded), pl.Boolean)
    )
