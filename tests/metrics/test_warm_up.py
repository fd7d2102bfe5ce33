"""Warm against cold, by hand: M11 and the example of M34 (kidney stones, Charig 1986)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, people, table
from netreport.model.results import Spread, Unknown
from netreport.model.tables import Table

TWO = {"outreach": {"warm_up": {"required": True, "window_days": 30, "min_touches": 2}}}


def _log(*groups: tuple[int, int, int, Mapping[str, Any]]) -> Mapping[Table, pl.DataFrame]:
    """Give attempts: (how many, of them replied, touches before, other facts)."""
    rows: list[dict[str, Any]] = []
    for count, replied, touches, facts in groups:
        for n in range(count):
            person = f"person-example-{len(rows)}"
            outcome = "replied" if n < replied else "no_reply"
            row = {"person": person, "channel": "email", "sent_at": days_ago(90), "line": len(rows)}
            rows.append({**row, "touches": touches, "outcome": outcome, **facts})
    return {Table.OUTREACH: table(Table.OUTREACH, rows)}


def test_twenty_of_forty_warm_against_ten_of_forty_cold() -> None:
    """50 % less 25 %: +25 points, Newcombe 3.8 to 43.3."""
    result = measured("warm_up", _log((40, 20, 2, {}), (40, 10, 1, {})), **TWO)
    estimate = result.estimate
    assert estimate.value == 0.25
    assert (estimate.low, estimate.high) == (
        pytest.approx(0.0379, abs=5e-4),
        pytest.approx(0.4333, abs=5e-4),
    )
    assert estimate.spread is Spread.NEWCOMBE
    assert any("associated" in remark for remark in result.remarks)


def test_29_warm_attempts_are_too_few_and_30_are_not() -> None:
    few = ask("warm_up", _log((29, 9, 2, {}), (40, 10, 0, {})), **TWO)
    assert isinstance(few, Unknown)
    assert "touches" in few.remedy
    measured("warm_up", _log((30, 9, 2, {}), (40, 10, 0, {})), **TWO)


def test_what_is_better_in_each_year_leads_over_what_looks_better_over_all() -> None:
    """A 81/87 and 192/263, B 234/270 and 55/80: −4.8 points crude, +5.4 like with like."""
    early, late = {"sent_at": datetime(2024, 5, 1)}, {"sent_at": datetime(2025, 5, 1)}
    tables = _log((87, 81, 2, early), (270, 234, 0, early), (263, 192, 2, late), (80, 55, 0, late))
    result = measured("warm_up", tables, **TWO)
    assert result.estimate.value == pytest.approx(0.054, abs=5e-4)
    assert result.estimate.spread is Spread.LARGE_SAMPLE
    assert "like with like" in result.remarks[0]


def test_segments_are_compared_like_with_like_too() -> None:
    tables = _log((87, 81, 2, {}), (270, 234, 0, {}), (263, 192, 2, {}), (80, 55, 0, {}))
    known = people((357, {"segment": "buyers"}), (343, {"segment": "others"}))
    result = measured("warm_up", {**tables, Table.PEOPLE: known}, **TWO)
    assert result.estimate.value == pytest.approx(0.054, abs=5e-4)


def test_only_the_first_attempt_with_somebody_counts() -> None:
    """A touch after the first attempt warms nothing up."""
    again = {"person": "person-example-0", "sent_at": days_ago(60), "touches": 9}
    tables = _log((40, 20, 2, {}), (40, 10, 0, {}), (1, 1, 9, again))
    result = measured("warm_up", tables, **TWO)
    assert result.evidence.considered == 80


def test_what_the_export_shows_counts_as_a_touch_within_the_window_only() -> None:
    """One touch logged; a message of 30 days before makes two, one of 31 days or later does not."""
    tables = _log((30, 9, 2, {}), (30, 9, 0, {}), (3, 0, 1, {}))
    moments = {"person-example-60": 120, "person-example-61": 121, "person-example-62": 90}
    exchanges = table(
        Table.EXCHANGES,
        [{"person": who, "at": days_ago(days, hour=9)} for who, days in moments.items()],
    )
    result = measured("warm_up", {**tables, Table.EXCHANGES: exchanges}, **TWO)
    assert parts(result, "warm-up")["After a touch"].n == 31


def test_an_accepted_request_with_a_note_is_a_touch_and_a_bare_one_is_not() -> None:
    tables = _log((30, 9, 2, {}), (30, 9, 0, {}), (2, 0, 1, {}))
    requests = [
        {"person": "person-example-60", "kind": "template", "connected_on": days_ago(95).date()},
        {"person": "person-example-61", "kind": "none", "connected_on": days_ago(95).date()},
    ]
    result = measured("warm_up", {**tables, Table.REQUESTS: table(Table.REQUESTS, requests)}, **TWO)
    assert parts(result, "warm-up")["After a touch"].n == 31


def test_without_a_log_only_a_note_before_the_first_message_can_be_warm() -> None:
    """30 wrote after a note; the others may have been warm as well, which is said."""
    openings = [
        {"person": f"p{n}-example", "at": days_ago(90), "cold": True, "replied_at": None}
        for n in range(70)
    ]
    notes = [
        {
            "person": f"p{n}-example",
            "kind": "personal_with_why",
            "connected_on": days_ago(91).date(),
        }
        for n in range(30)
    ]
    tables = {
        Table.OPENINGS: table(Table.OPENINGS, openings),
        Table.REQUESTS: table(Table.REQUESTS, notes),
    }
    result = measured("warm_up", tables, **TWO)
    assert parts(result, "warm-up")["After a touch"].n == 30
    assert any("log tells of no touches" in remark for remark in result.remarks)


def test_attempts_without_the_touches_that_the_strategy_asks_for_are_counted() -> None:
    tables = _log((40, 20, 2, {}), (40, 10, 1, {}))
    label = "With fewer touches than your strategy asks"
    asked = parts(measured("warm_up", tables, **TWO), "warm-up-rule")
    assert asked[label].estimate.value == 40
    relaxed = {"outreach": {"warm_up": {"required": False, "min_touches": 2}}}
    assert parts(measured("warm_up", tables, **relaxed), "warm-up-rule")[label].estimate.value == 0
