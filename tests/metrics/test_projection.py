"""Accept everyone, or keep to the policy, by hand: M25b."""

from collections.abc import Sequence
from typing import Any

import pytest

from made import ask, measured, people, table
from netreport.model.results import Reason, Spread, Unknown
from netreport.model.tables import Table

POLICY = {"invitations": {"target_acceptance": {"rate": 0.4, "low": 0.4, "high": 0.4}}}
STEADY = tuple(range(15, 180, 30)) * 10  # ten requests in each 30 days


def _tables(ages: Sequence[int], relevant: int, others: int) -> dict[Table, Any]:
    """1,000 connections of whom 300 are relevant; `relevant` and `others` of them asked lately."""
    rows = [
        {"person": f"person-example-{n}", "incoming": True, "age": age, "pending": False}
        for n, age in enumerate(ages)
    ]
    came = ((relevant, {"relevant": True}), (others, {"relevant": False}))
    rest = ((300 - relevant, {"relevant": True}), (700 - others, {"relevant": False}))
    return {Table.PEOPLE: people(*came, *rest), Table.REQUESTS: table(Table.REQUESTS, rows)}


def test_two_fifths_with_the_relevant_first_against_everyone() -> None:
    """120 a year, half relevant: 360/1,120 = 32.1 % against 348/1,048 = 33.2 %."""
    result = measured("projection", _tables(STEADY, 30, 30), **POLICY)
    assert result.estimate.value == pytest.approx(348 / 1048 - 360 / 1120)
    assert result.estimate.spread is Spread.EXACT


def test_a_policy_that_takes_more_than_are_relevant_takes_others_too() -> None:
    """120 a year, a quarter relevant, 48 let in: all 30 relevant ones, and 18 others."""
    result = measured("projection", _tables(STEADY, 15, 45), **POLICY)
    assert result.estimate.value == pytest.approx(330 / 1048 - 330 / 1120)


def test_accepting_everyone_is_a_policy_that_gains_nothing() -> None:
    everyone = {"invitations": {"target_acceptance": {"rate": 1.0, "low": 1.0, "high": 1.0}}}
    assert measured("projection", _tables(STEADY, 30, 30), **everyone).estimate.value == 0


def test_lean_and_rich_months_make_the_range() -> None:
    """5 to 15 a month, on average 10: 60 to 180 people more if everybody is accepted."""
    ages = [15] * 5 + [45] * 15 + [75] * 10 + [105] * 10 + [135] * 10 + [165] * 10
    result = measured("projection", _tables(ages, 30, 30), **POLICY)
    size = next(part for part in result.breakdowns[1].parts if part.label == "People").estimate
    assert (size.low, size.value, size.high) == (1060, 1120, 1180)
    assert size.spread is Spread.PROJECTION


def test_a_month_without_a_request_is_the_leanest() -> None:
    result = measured("projection", _tables([15] * 20, 10, 10), **POLICY)
    size = next(part for part in result.breakdowns[1].parts if part.label == "People").estimate
    assert size.low == 1000


def test_requests_nobody_can_place_could_all_be_relevant_or_none() -> None:
    tables = _tables(STEADY, 30, 30)
    strangers = [{"person": f"s{n}-example", "incoming": True, "age": 15} for n in range(60)]
    rows = [*tables[Table.REQUESTS].to_dicts(), *strangers]
    result = measured(
        "projection", {**tables, Table.REQUESTS: table(Table.REQUESTS, rows)}, **POLICY
    )
    wanted = [part for part in result.breakdowns[1].parts if part.label == "Relevant people"]
    assert wanted[0].estimate.low < wanted[0].estimate.value < wanted[0].estimate.high


def test_the_curves_start_today_and_end_after_twelve_months() -> None:
    curves = measured("projection", _tables(STEADY, 30, 30), **POLICY).breakdowns[0].parts
    assert len(curves) == 26
    assert (curves[0].label, curves[12].label) == ("2026-10", "2027-10")
    assert {curves[0].estimate.value, curves[13].estimate.value} == {0.3}
    assert curves[12].estimate.value == pytest.approx(360 / 1120)


def test_nine_requests_are_too_few_and_ten_are_not() -> None:
    few = ask("projection", _tables([15] * 9, 4, 5), **POLICY)
    assert isinstance(few, Unknown)
    assert few.reason is Reason.TOO_FEW
    measured("projection", _tables([15] * 10, 5, 5), **POLICY)


def test_a_request_of_180_days_ago_is_no_longer_of_late() -> None:
    tables = _tables([15] * 10 + [179, 180], 5, 7)
    evidence = measured("projection", tables, **POLICY).evidence
    assert (evidence.used, evidence.left_out) == (11, {"older than 180 days": 1})


def test_a_strategy_without_a_rate_has_no_policy_to_project() -> None:
    result = ask("projection", _tables(STEADY, 30, 30))
    assert isinstance(result, Unknown)
    assert "target_acceptance" in result.remedy


def test_it_says_that_the_ignored_are_not_seen() -> None:
    assert "did not ignore" in measured("projection", _tables(STEADY, 30, 30), **POLICY).remarks[0]
