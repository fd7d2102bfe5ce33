"""A day that could be two days is never guessed."""

from datetime import datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.sources.owner.days import Order, moment, moments


def read(*texts: str | None, otherwise: Order | None = None) -> list[str | None]:
    found = moments(pl.Series(texts, dtype=pl.String), otherwise)
    return [None if at is None else f"{at:%m-%d}" for at in found]


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03 17:05",
        "2026-04-03T17:05:00Z",
        "2026-04-03 17:05 UTC",
        "2026-04-03T19:05:00+02:00",
        "3.4.2026 17:05",
        "03.04.26, 17:05",
        "3 Apr 2026 5:05 PM",
        "April 3, 2026, 5:05 pm",
        "3-Apr-26 17:05",
        "2026/04/03 17:05",
    ],
)
def test_unambiguous_ways_of_writing_a_time_are_read(text: str) -> None:
    assert moment(text, None) == datetime(2026, 4, 3, 17, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-02-30",
        "31/02/2026",
        "25/25/2026",
        "1999-01-01",
        "3.13.2026",
        "0/0/0",
        "2026-04-03 25:00",
        "3 Foo 2026",
        "9999-12-31T23:59:59-23:59",
    ],
)
def test_what_is_no_time_of_linkedins_years_is_null_in_either_order(text: str) -> None:
    for order in (None, *Order):
        assert moment(text, order) is None


def test_a_day_that_could_be_two_is_none() -> None:
    assert read("03/04/2026", "2026-04-03", None, "nonsense") == [None, "04-03", None, None]


def test_one_day_above_twelve_decides_for_its_column() -> None:
    assert read("03/04/2026", "25/03/2026") == ["04-03", "03-25"]
    assert read("03/04/2026", "03/25/2026") == ["03-04", "03-25"]


def test_days_that_contradict_each_other_decide_nothing_for_others() -> None:
    assert read("25/03/2026", "03/25/2026", "03/04/2026") == ["03-25", "03-25", None]


def test_the_fourth_of_april_is_the_same_either_way_and_decides_nothing() -> None:
    assert read("04/4/2026", "03/04/2026") == ["04-04", None]


def test_german_dots_decide_nothing_for_slashes() -> None:
    assert read("25.03.2026", "03/04/2026") == ["03-25", None]


def test_a_language_decides_only_where_no_day_does() -> None:
    assert read("03/04/2026", otherwise=Order.MONTH_FIRST) == ["03-04"]
    assert read("03/04/2026", "25/03/2026", otherwise=Order.MONTH_FIRST) == ["04-03", "03-25"]


@given(st.text(max_size=30) | st.from_regex(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}( \d+:\d\d ?[ap]m)?"))
def test_no_text_breaks_the_reading(text: str) -> None:
    for order in (None, *Order):
        found = moment(text, order)
        assert found is None or found.tzinfo is None
