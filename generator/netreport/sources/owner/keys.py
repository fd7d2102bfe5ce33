"""What tells people apart in the owner's files: profile addresses and e-mail addresses.

Ids that LinkedIn or Sales Navigator use among themselves are no slugs: no export knows them.
"""

import re

import polars as pl

from netreport.model.slugs import slug_of
from netreport.sources.export.sheets import by_distinct

_OPAQUE = re.compile(r"ac[a-z]aa[a-z0-9_-]{25,}")  # folded: ACoAAA..., ACwAAA...
_BARE = re.compile(r"(?:/?in/)?([\w%-]{3,100})/?")
_EMAIL = r"[^\s;,<>()\"']+@[^\s;,<>()\"']+\.[^\s;,<>()\"']+"


def profiles(texts: pl.Series) -> pl.Series:
    """Give the slug of the first profile address in each text; null where there is none."""
    return by_distinct(texts, profile_in, pl.String())


def profiles_by_hand(texts: pl.Series) -> pl.Series:
    """Do as `profiles`, and take a bare slug or `in/slug` as well."""
    return by_distinct(texts, profile_by_hand, pl.String())


def profile_in(text: str) -> str | None:
    """Give the slug of the first profile address in a text."""
    slugs = (slug_of(word) for word in text.split())
    return next((slug for slug in slugs if slug and not _OPAQUE.fullmatch(slug)), None)


def profile_by_hand(text: str) -> str | None:
    """Give the slug of a text that an owner typed: an address, `in/slug` or the slug alone."""
    bare = _BARE.fullmatch(text.strip())
    return profile_in(f"linkedin.com/in/{bare.group(1)}" if bare else text)


def emails(texts: pl.Expr) -> pl.Expr:
    """Give the list of e-mail addresses in a text, in lower case, each once, in order."""
    found = texts.fill_null("").str.to_lowercase().str.extract_all(_EMAIL)
    return found.list.unique(maintain_order=True)
