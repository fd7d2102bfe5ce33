"""Columns of profile addresses become slugs, and lists of people become lists."""

import re
from collections.abc import Callable

import polars as pl

from netreport.model.network import Owner
from netreport.model.slugs import folded_name, slug_of
from netreport.model.tables import NAMES
from netreport.sources.export.sheets import by_distinct, of_distinct

_PLAIN = r"^https://www\.linkedin\.com/in/([a-z0-9-]+)$"
_BETWEEN_NAMES = re.compile(r",(?!\s)")  # LinkedIn joins without a blank; names hold ", PhD"


def slugs(urls: pl.Series) -> pl.Series:
    """Give the slug of each address; null where there is none."""
    return of_distinct(urls, _slugs)


def _slugs(urls: pl.Series) -> pl.Series:
    """Take the slug out of the addresses that are as plain as most; look closely at the others."""
    plain = urls.str.extract(_PLAIN)
    odd = [slug_of(url) for url in urls.filter(plain.is_null())]
    return plain.scatter(plain.is_null().arg_true(), pl.Series(odd, dtype=pl.String))


def slug_lists(urls: pl.Series) -> pl.Series:
    """Give the slugs of addresses that are joined by commas; an empty list where there are none."""
    return _lists(urls, _slugs_in)


def names_besides(names: pl.Series, urls: pl.Series, owner: Owner) -> pl.Series:
    """Give the names that are joined by commas without a blank, without the owner's.

    The owner is known by the address in the same place, or by name where that cannot be.
    """

    def others(pair: str) -> list[str]:
        people, _, addresses = pair.partition("\0")
        return _names_besides(_names_in(people), addresses, owner)

    return _lists(names + "\0" + urls.fill_null(""), others)


def name_counts(names: pl.Series) -> pl.Series:
    """Count the names that are joined by commas without a blank; 0 for none."""
    counts = by_distinct(names, lambda people: len(_names_in(people)), pl.UInt32())
    return counts.fill_null(0)


def _names_besides(names: list[str], urls: str, owner: Owner) -> list[str]:
    addresses = _BETWEEN_NAMES.split(urls)
    if owner.slug is not None and len(addresses) == len(names) and urls:
        told = zip(names, addresses, strict=True)
        return [name for name, url in told if slug_of(url) != owner.slug]
    own = folded_name(owner.name)
    return [name for name in names if folded_name(name) != own]


def _lists(texts: pl.Series, parting: Callable[[str], list[str]]) -> pl.Series:
    """Part each different text into a list once; a list that is empty is never null.

    They come as one text, since polars makes lists of texts faster than of lists.
    """

    def parted(distinct: pl.Series) -> pl.Series:
        joined = pl.Series(["\0".join(parting(text)) for text in distinct], dtype=pl.String)
        listed = pl.when(joined != "").then(joined.str.split("\0"))
        return pl.select(listed).to_series()

    return of_distinct(texts, parted).fill_null(pl.Series([[]], dtype=NAMES))


def _slugs_in(urls: str) -> list[str]:
    return [slug for url in _BETWEEN_NAMES.split(urls) if (slug := slug_of(url)) is not None]


def _names_in(names: str) -> list[str]:
    return [name for part in _BETWEEN_NAMES.split(names) if (name := part.strip())]
