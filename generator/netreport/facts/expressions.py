"""A function of one value, applied to a column: each distinct value is worked out once."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

import polars as pl

T = TypeVar("T")


def each(
    column: str, function: Callable[[str], T], kind: type[pl.DataType] | pl.DataType
) -> pl.Expr:
    """Apply `function` to a column of texts; null stays null."""
    return pl.col(column).map_elements(cache(function), kind)
