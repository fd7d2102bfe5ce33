"""Replies over the years, by hand: M35."""

from datetime import datetime, timedelta
from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, table
from netreport.model.results import Spread, Unknown
from netreport.model.tables import Table

MAY = datetime(2020, 5, 1)


def sent(at: datetime, after: float | None = None, **facts: Any) -> dict[str, Any]:
    """Give a first message, answered after so many days or never."""
    replied = None if after is None else at + timedelta(days=after)
    return {"person": "ana-example", "at": at, "cold": True, "replied_at": replied, **facts}


def year(number: int, answered: int, of: int) -> list[dict[str, Any]]:
    at = MAY.replace(year=number)
    return [sent(at, 1 if n < answered else None) for n in range(of)]


def openings(*rows: dict[str, Any]) -> dict[Table, pl.DataFrame]:
    return {Table.OPENINGS: table(Table.OPENINGS, rows)}


THREE = [*year(2021, 40, 100), *year(2022, 30, 100), *year(2023, 20, 100)]


def test_forty_thirty_twenty_of_a_hundred_is_a_falling_trend() -> None:
    """A z of -3.09, p = 0.002; 20 points fewer."""
    result = measured("reply_trend", openings(*THREE))
    assert result.estimate.value == pytest.approx(-0.20)
    assert result.estimate.spread is Spread.NEWCOMBE
    assert (
        "falls over the years 2021 to 2023 (Cochran-Armitage z −3.09, p 0.002)"
        in (result.remarks[0])
    )


def test_the_same_rates_the_other_way_round_rise() -> None:
    rows = [*year(2021, 20, 100), *year(2022, 30, 100), *year(2023, 40, 100)]
    assert "rises" in measured("reply_trend", openings(*rows)).remarks[0]


def test_a_change_of_kinds_does_not_pass_for_a_change_of_replies() -> None:
    """Answered by 1 in 10 to a mass text and 1 in 2 to others in both years; fewer mass texts."""
    mass = [{**row, "template": True} for row in (*year(2021, 8, 80), *year(2023, 2, 20))]
    own = [*year(2021, 10, 20), *year(2023, 40, 80)]
    remark = measured("reply_trend", openings(*mass, *own, *year(2022, 30, 100))).remarks[-1]
    assert remark.startswith("Higher for messages of 2023 than for those of 2021: +24.0 points")
    assert "Like with like it is 0.0 points" in remark


def test_a_change_that_chance_explains_is_no_trend() -> None:
    rows = [*year(2021, 12, 40), *year(2022, 8, 40), *year(2023, 10, 40)]
    assert measured("reply_trend", openings(*rows)).remarks[0].startswith("No evidence")


@pytest.mark.parametrize(("third", "enough"), [(29, False), (30, True)])
def test_three_years_of_thirty_are_enough(third: int, enough: bool) -> None:
    rows = [*year(2021, 9, 30), *year(2022, 9, 30), *year(2023, 9, third)]
    assert isinstance(ask("reply_trend", openings(*rows)), Unknown) is not enough


def test_a_year_with_few_is_shown_and_not_tested() -> None:
    result = measured("reply_trend", openings(*THREE, *year(2024, 9, 9)))
    assert result.estimate.value == pytest.approx(-0.20)
    assert parts(result, "reply-years")["2024"].note.startswith("fewer than 30")
    assert result.evidence.left_out["in years with fewer than 30"] == 9


@pytest.mark.parametrize(("days", "young"), [(13, 30), (14, 0)])
def test_a_message_too_young_to_be_answered_does_not_count(days: int, young: int) -> None:
    fresh = [sent(days_ago(days, hour=20))] * 30
    result = measured("reply_trend", openings(*THREE, *fresh))
    assert result.evidence.left_out["too young to have been answered"] == young


@pytest.mark.parametrize(("after", "answered"), [(14, 1), (14.01, 0)])
def test_an_answer_counts_within_fourteen_days(after: float, answered: int) -> None:
    result = measured("reply_trend", openings(*THREE, sent(MAY, after)))
    assert parts(result, "reply-years")["2020"].estimate.value == answered


def test_people_known_before_do_not_count() -> None:
    rows = [{**row, "cold": False} for row in THREE]
    assert isinstance(ask("reply_trend", openings(*rows)), Unknown)
