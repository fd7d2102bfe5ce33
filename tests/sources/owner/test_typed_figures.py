"""Numbers are read the way money and counts are typed, in any country."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.sources.owner.figures import number, truths, whole_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,234.50", 1234.5),
        ("1.234,50 €", 1234.5),
        ("€ 12,50", 12.5),
        ("EUR 1 234,50", 1234.5),
        ("US$1,234", 1234),
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("12.5", 12.5),
        ("0.139", 0.139),
        ("0,5", 0.5),
        ("1'234.50 CHF", 1234.5),
        ("-28", -28),
        ("7.", 7),
    ],
)
def test_money_and_counts_are_read(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text", ["", "abc", "1e5", "12 to 15", "1,2,3", "--1", "nan", "inf", "9" * 400, "1.2.3,4,5"]
)
def test_what_is_no_number_is_null(text: str) -> None:
    assert number(text) is None


def test_a_count_is_whole_not_negative_and_not_endless() -> None:
    texts = pl.Series(["3", "1,234", "-1", "2.5", "70000", "x", None])

    assert whole_numbers(texts, most=2**16).to_list() == [3, 1234, None, None, None, None, None]


def test_yes_and_no_are_read_and_nothing_else() -> None:
    texts = pl.Series(["Yes", "n", "JA", "não", "maybe", None])

    assert truths(texts).to_list() == [True, False, True, False, None, None]


@given(st.text(alphabet="0123456789.,'- €$EUR\u00a0", max_size=30))
def test_a_number_is_finite_or_null(text: str) -> None:
    found = number(text)
    assert found is None or math.isfinite(found)
