"""Numbers, sums of money and yes or no, as people type them in any country.

The last of two kinds of marks is the decimal one; one mark alone before exactly three digits
parts thousands, since neither money nor counts have thousandths. What is no number is null.
"""

import re

import polars as pl

from netreport.sources.export.sheets import by_distinct

_NUMBER = re.compile(
    r"(?:[A-Z]{1,3}\$?|[^\w\s.,+-]{1,2})?\s*"  # EUR, US$, €
    r"([+-]?)(\d[\d.,'’\u00a0\u202f ]*)\s*"
    r"(?:[A-Z]{3}|[^\w\s.,+-]{1,2})?"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
_MOST_DIGITS = 15
_WORDS = {
    True: ("yes", "y", "true", "1", "x", "ja", "oui", "si", "sí", "sim"),
    False: ("no", "n", "false", "0", "nein", "non", "não"),
}
_TRUTHS = {word: truth for truth, words in _WORDS.items() for word in words}


def numbers(texts: pl.Series) -> pl.Series:
    """Read each text; null where it is no number."""
    return by_distinct(texts, number, pl.Float64())


def whole_numbers(texts: pl.Series, most: int = 2**31) -> pl.Series:
    """Read each text as a count from 0 to below `most`; null where it is none."""
    found = numbers(texts)
    fits = (found == found.floor()) & (found >= 0) & (found < most)
    return pl.select(pl.when(fits).then(found).cast(pl.Int64)).to_series()


def truths(texts: pl.Series) -> pl.Series:
    """Read yes and no in six languages; null where it is neither."""
    return by_distinct(texts, lambda text: _TRUTHS.get(text.casefold()), pl.Boolean())


def number(text: str) -> float | None:
    """Read one number, with or without a currency around it; None where it is none."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    sign, written = found.groups()
    digits = re.sub(r"['’\s]", "", written)
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return None
    plain = _with_point(digits)
    return None if plain.count(".") > 1 else float(sign + plain)


def _with_point(digits: str) -> str:
    """Give the digits with a point as decimal mark, and no other mark."""
    if _THOUSANDS.fullmatch(digits):
        return digits.replace(".", "").replace(",", "")
    decimal = "," if digits.rfind(",") > digits.rfind(".") else "."
    return digits.replace("." if decimal == "," else ",", "").replace(decimal, ".")
