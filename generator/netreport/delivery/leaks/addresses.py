"""Addresses and numbers that stand in what people wrote: e-mails, links, telephone numbers.

Takes columns of text, gives columns of what was found in them.
"""

import re
from collections.abc import Iterable

import polars as pl

EMAIL = r"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
LINK = r"(?:https?://|www\.)[^\s<>\x22'`|)\]]+"
PHONE = r"\+?\(?\d[\d\s()./\-]{6,22}\d"
_FEWEST, _MOST = 8, 15  # digits of a telephone number
_LOCAL = 9  # digits from the end, which are the same with and without the country


def emails(texts: pl.Series) -> pl.Series:
    """Give every e-mail address."""
    return _found(texts, EMAIL)


def whole(cells: pl.Series) -> pl.Series:
    """Give the cells that are an e-mail address; anything may stand in a column for one."""
    return cells.filter(cells.str.contains(r"^[^\s@]+@[^\s@]+\.[^\s@]+$"))


def links(texts: pl.Series) -> pl.Series:
    """Give every link that leads to a page of its own, without how it is fetched."""
    bare = _found(texts, LINK).str.replace(r"^(?:https?://)?(?:www\.)?", "")
    return bare.filter(bare.str.contains(r"/[\p{L}\p{N}]"))


def phones(texts: Iterable[str]) -> set[str]:
    """Give the digits of every telephone number, with and without its country."""
    found = _found(pl.Series(list(texts), dtype=pl.String), PHONE)
    return {form for one in found for form in _forms(one)}


def _forms(number: str) -> set[str]:
    digits = re.sub(r"\D", "", number.replace("(0)", "")).lstrip("0")
    written = number.lstrip("( ").startswith(("+", "0"))
    if not _FEWEST <= len(digits) <= _MOST or (_YEAR.search(number) and not written):
        return set()
    return {digits, digits[-_LOCAL:]} if written else {digits}


def _found(texts: pl.Series, pattern: str) -> pl.Series:
    return texts.str.extract_all(pattern).explode().drop_nulls().unique()


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")  # a date, or a few years
