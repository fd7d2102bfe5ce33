"""Whom the owner means: a profile address, or a full name that only one connection has."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import polars as pl

from netreport.facts.words import fold
from netreport.model.slugs import folded_name, slug_of, unaddressed

T = TypeVar("T")


def meant(people: pl.DataFrame, said: Iterable[str]) -> frozenset[str]:
    """Give the keys of the people whom the owner named by address or by full name."""
    return frozenset(keyed(people, dict.fromkeys(said, True)))


def keyed(people: pl.DataFrame, said: Mapping[str, T]) -> Mapping[str, T]:
    """Give what the owner said about people by their keys.

    A name that several connections share means none of them: only an address tells them apart.
    """
    names = _unique_names(people) if said else {}
    found = {}
    for reference, value in said.items():
        person = slug_of(reference) or names.get(fold(reference))
        if person is not None:
            found[person] = value
    return found


def compared(name: str) -> str:
    """Give a name in the form in which two files write it alike."""
    return folded_name(fold(name))


def keyed_by_name(moment: str) -> pl.Expr:
    """Give the column person with a stand-in where it is null: of `name` and the day of `moment`.

    Two of one name on one day are taken for one.
    """
    stand_in = pl.struct(pl.col("name").fill_null(""), pl.col(moment).dt.date()).map_elements(
        lambda row: unaddressed(row["name"], row[moment]), pl.String
    )
    return pl.coalesce("person", stand_in).alias("person")


def _unique_names(people: pl.DataFrame) -> Mapping[str, str]:
    alone = people.filter(pl.col("name").is_unique())
    return {fold(name): person for person, name in alone.select("person", "name").iter_rows()}
