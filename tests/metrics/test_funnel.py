"""From connection to opportunity, by hand: M22b."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from made import AS_OF, ask, measured, parts, people, table
from netreport.model.results import Reason, Spread, Unknown
from netreport.model.tables import Table


def _log(*rows: dict[str, Any]) -> pl.DataFrame:
    blank = {"channel": "phone", "sent_at": datetime(2026, 5, 1), "value": None, "spend": None}
    return table(Table.OUTREACH, [{**blank, "line": n, **row} for n, row in enumerate(rows)])


def _met(number: int, **more: Any) -> dict[str, Any]:
    return {"person": f"person-example-{number}", "outcome": "meeting", **more}


def _talked(*numbers: int) -> pl.DataFrame:
    rows = [{"person": f"person-example-{n}", "conversation": True} for n in numbers]
    return table(Table.TIES, rows)


def _tables(log: pl.DataFrame) -> dict[Table, pl.DataFrame]:
    """200 connections: 100 relevant, of whom 40 spoke; 60 are not, 40 cannot be placed."""
    known = people((100, {"relevant": True}), (60, {"relevant": False}), (40, {}))
    return {Table.PEOPLE: known, Table.TIES: _talked(*range(40)), Table.OUTREACH: log}


def test_each_step_counts_those_of_the_step_before() -> None:
    """200, 100, 40, 4; one more had no conversation, one is outside, one is a stranger."""
    log = _log(*(_met(n) for n in (0, 1, 2, 3, 50, 120)), _met(999))
    result = measured("funnel", _tables(log))
    assert [part.estimate.value for part in parts(result, "funnel").values()] == [200, 100, 40, 4]
    assert result.estimate.value == 30  # six of 200 connections
    assert "2 among connections" in result.remarks[0]
    assert "1 among people who are no connections" in result.remarks[0]


def test_the_first_step_is_as_uncertain_as_who_somebody_is() -> None:
    """100 of the 160 placed; 50 to 70 % of all 200."""
    step = parts(measured("funnel", _tables(_log(_met(0)))), "funnel-steps")
    estimate = step["Are relevant"].estimate
    assert (estimate.value, estimate.low, estimate.high) == (0.625, 0.5, 0.7)
    assert estimate.spread is Spread.LEFT_OUT
    assert step["Of these, opportunity"].n == 40


def test_who_met_and_bought_is_one_person_with_an_opportunity() -> None:
    log = _log(_met(0), _met(0, outcome="won"), _met(0, outcome="opportunity"))
    result = measured("funnel", _tables(log))
    assert result.estimate.value == 5
    assert parts(result, "funnel-money")["People with an opportunity"].estimate.value == 1


def test_a_reply_or_a_lost_deal_is_no_opportunity() -> None:
    rows = [_met(n, outcome=outcome) for n, outcome in enumerate(("replied", "lost", "no_reply"))]
    assert measured("funnel", _tables(_log(*rows))).estimate.value == 0


def test_what_an_opportunity_costs_takes_the_running_year_in_part_or_whole() -> None:
    """2025: 1,000; 2026: 365, of which 304 days have passed; 50 in the log; 2024 has no row."""
    log = _log(
        _met(0, spend=50.0, sent_at=datetime(2025, 3, 1)),
        _met(1),
    )
    spend = {"per_year": {2024: 700.0, 2025: 1000.0, 2026: 365.0}, "currency": "EUR"}
    money = parts(measured("funnel", _tables(log), spend=spend), "funnel-money")
    whole = money["What it cost"].estimate
    assert (whole.value, whole.high) == (pytest.approx(1354), pytest.approx(1415))
    assert whole.spread is Spread.PROJECTION
    assert money["Cost of an opportunity"].estimate.value == pytest.approx(677)


def test_without_spending_typed_in_nothing_costs_anything() -> None:
    money = parts(measured("funnel", _tables(_log(_met(0)))), "funnel-money")
    assert set(money) == {"People with an opportunity"}


def test_without_an_opportunity_none_has_a_price() -> None:
    log = _log({"outcome": "no_reply", "spend": 12.5})
    money = parts(measured("funnel", _tables(log)), "funnel-money")
    assert set(money) == {"People with an opportunity", "What it cost"}


def test_an_hour_has_a_value_once_hours_and_money_are_typed_in() -> None:
    """700 won in 10 weeks of 7 hours: 10 an hour."""
    first = datetime.combine(AS_OF, datetime.min.time()).replace(month=8, day=22)
    log = _log(_met(0, outcome="won", value=700.0, sent_at=first))
    hours = {"engagement": {"capacity": {"hours_per_week": 7.0}}}
    money = parts(measured("funnel", _tables(log), **hours), "funnel-money")
    assert money["Won for an hour on LinkedIn"].estimate.value == pytest.approx(10)
    untyped = parts(measured("funnel", _tables(log)), "funnel-money")
    assert "Won for an hour on LinkedIn" not in untyped


def test_years_of_connection_need_thirty_people() -> None:
    """30 connected in 2020, of whom 3 became one: 100 per 1,000; 29 of 2021 are not shown."""
    known = people(
        (30, {"connected_on": date(2020, 6, 1)}), (29, {"connected_on": date(2021, 6, 1)})
    )
    tables = {**_tables(_log(_met(0), _met(1), _met(2))), Table.PEOPLE: known}
    cohorts = parts(measured("funnel", tables), "funnel-cohorts")
    assert {year: part.estimate.value for year, part in cohorts.items()} == {"2020": 100}


def test_more_connections_are_not_said_to_bring_more() -> None:
    assert "not that more connections" in measured("funnel", _tables(_log(_met(0)))).remarks[-1]


def test_without_a_log_the_owner_is_told_what_to_write() -> None:
    tables = _tables(_log())
    for missing in (tables, {t: f for t, f in tables.items() if t is not Table.OUTREACH}):
        result = ask("funnel", missing)
        assert isinstance(result, Unknown)
        assert result.reason is Reason.NOT_TYPED_IN
        assert "outreach.csv" in result.remedy
