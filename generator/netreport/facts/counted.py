"""The people behind a number that no filter of the People page can tell apart."""

import polars as pl

from netreport.model.results import Where


def those(name: str, found: pl.DataFrame, people: pl.DataFrame | None) -> Where | None:
    """Give where the `person`s of `found` stand on the People page, under this name.

    None where not all of them are connections: the page lists nobody else, and would count fewer.
    """
    if people is None:
        return None
    keys = found.get_column("person")
    listed = keys.is_in(people.get_column("person").implode()).all()
    return Where(name=name, keys=frozenset(keys.to_list())) if listed else None
