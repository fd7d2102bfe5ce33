"""The companies that the strategy lists, and who of the network works there.

Takes PEOPLE and the ideal and good segments, gives a `Target` for each company.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from netreport.advice.ground import Ground
from netreport.facts import companies
from netreport.model.tables import Table


@dataclass(frozen=True, slots=True)
class Target:
    """A listed company. `key`: where the strategy lists it. `fit`: of its segment.

    `people`: the relevant who work there. `perhaps`: others there, outside the strategy or not to
    be placed. `engaged`: the owner is in touch with one of the relevant.
    """

    name: str
    key: str
    fit: str
    people: frozenset[str]
    perhaps: int
    engaged: bool


def targets(ground: Ground) -> tuple[Target, ...]:
    """Give the listed companies in the order of the strategy, each once."""
    listed = _listed(ground)
    people = ground.table(Table.PEOPLE).drop_nulls("company")
    spelt = companies.matches(people.get_column("company").unique().to_list(), tuple(listed))
    wanted = {spelling: match.wanted for spelling, match in spelt.items()}
    at_work = people.with_columns(
        pl.col("company")
        .replace_strict(wanted, default=None, return_dtype=pl.String)
        .alias("wanted")
    ).drop_nulls("wanted")
    return tuple(_target(name, *listed[name], at_work) for name in listed)


def _listed(ground: Ground) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    seen: set[str] = set()
    for place, segment in ground.wanted():
        for name in segment.where.company_list:
            if companies.normal(name) not in seen:
                found[name] = (f"segments.{place}.where.company_list", str(segment.fit))
            seen.add(companies.normal(name))
    return found


def _target(name: str, key: str, fit: str, at_work: pl.DataFrame) -> Target:
    there = at_work.filter(pl.col("wanted") == name)
    relevant = there.filter(pl.col("relevant").fill_null(value=False))
    return Target(
        name,
        key,
        fit,
        frozenset(relevant.get_column("person").to_list()),
        there.height - relevant.height,
        bool(relevant.get_column("engaged").any()),
    )
