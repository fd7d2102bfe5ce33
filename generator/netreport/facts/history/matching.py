"""Who is who in two exports: takes a derived network, gives its people, and pairs of the same."""

import polars as pl

from netreport.facts import companies
from netreport.facts.expressions import each
from netreport.facts.identity import compared
from netreport.facts.words import folded_words
from netreport.model.network import Network
from netreport.model.tables import Table

_NAMED = ["folded", "connected_on"]


def everybody(network: Network) -> pl.DataFrame | None:
    """Give every visible connection, or None where the export has no connections.

    Columns: person, name, folded (the name as it is compared), connected_on, title and company as
    the export has them, title_key and company_key as they are compared, segment, relevant,
    dormant, last_at.
    """
    if Table.PEOPLE not in network.tables:
        return None
    jobs = network.tables[Table.CONNECTIONS].select("person", "company", title="position")
    known = network.tables[Table.PEOPLE].select(
        "person", "name", "connected_on", "segment", "relevant", "dormant", "last_at"
    )
    return known.join(jobs, on="person", how="left", maintain_order="left").with_columns(
        each("name", compared, pl.String).alias("folded"),
        each("title", _title, pl.String).alias("title_key"),
        each("company", _company, pl.String).alias("company_key"),
    )


def addressed(column: str) -> pl.Expr:
    """Say whether a key is a profile address, and not a stand-in of the years without them."""
    return pl.col(column).str.starts_with("name:").not_()


def pairs(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Give the keys `was` and `now` of everybody who is in both.

    By key; of those whose key is in one export only, by name and day of connection, where only one
    of each export has these.
    """
    by_key = before.join(after, on="person").select(was="person", now="person")
    then = before.join(after, on="person", how="anti").unique(_NAMED, keep="none")
    today = after.join(before, on="person", how="anti").unique(_NAMED, keep="none")
    by_name = then.join(today, on=_NAMED, suffix="_now")
    return pl.concat([by_key, by_name.select(was="person", now="person_now")])


def _title(title: str) -> str:
    return " ".join(folded_words(title))


def _company(name: str) -> str:
    return companies.normal(name) or compared(name)
