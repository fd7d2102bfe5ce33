"""How soon an answer comes, by hand: M9."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

import polars as pl
import pytest

from made import AS_OF, ask, measured, parts, table
from netreport.model.results import Measured, Reason, Unit, Unknown
from netreport.model.tables import Table

END = datetime.combine(AS_OF, time.max)
HALF = "Half-time: whomever you write to"
WORKED = ("1", "2", "2", "4+", "5", "8+", "12", "24+")  # days; + is not answered yet


def openings(times: Sequence[str], **facts: Any) -> dict[Table, pl.DataFrame]:
    """Give an opening for each time, so placed that the export ends where a "+" stands."""
    return {Table.OPENINGS: table(Table.OPENINGS, [_opening(one, facts) for one in times])}


def _opening(waited: str, facts: dict[str, Any]) -> dict[str, Any]:
    days = timedelta(days=float(waited.rstrip("+")))
    at = END - days
    replied = None if waited.endswith("+") else END
    return {"person": "ana-example", "at": at, "replied_at": replied, **facts}


def test_the_worked_example_has_a_half_time_of_five_days() -> None:
    """S(5) = 0.46875; the median of those who answered alone would be 2 days."""
    result = measured("reply_time", openings(WORKED * 2))
    assert result.estimate.value == pytest.approx(1 - 0.46875)
    figures = parts(result, "reply-times")
    assert figures[HALF].estimate.value == 5
    naive = figures["Half of those who answered had"]
    assert (naive.estimate.value, naive.unit) == (2, Unit.DAYS)


def test_the_curve_has_the_worked_examples_steps() -> None:
    """S: 1 day 0.875, 2 days 0.625, 5 days 0.46875, 12 days 0.234375."""
    steps = parts(measured("reply_time", openings(WORKED * 2)), "reply-curve")
    assert {label: 1 - part.estimate.value for label, part in steps.items()} == {
        "day 1": pytest.approx(0.875),
        "day 2": pytest.approx(0.625),
        "day 5": pytest.approx(0.46875),
        "day 12": pytest.approx(0.234375),
    }


def test_nine_answers_are_too_few_and_ten_are_enough() -> None:
    assert isinstance(ask("reply_time", openings(["1"] * 9 + ["50+"] * 9)), Unknown)
    assert measured("reply_time", openings(["1"] * 10 + ["50+"] * 9)).evidence.used == 19


@pytest.mark.parametrize(("days", "answered"), [("7", 11), ("7.1", 10)])
def test_a_week_has_seven_days(days: str, answered: int) -> None:
    result = measured("reply_time", openings(["1"] * 10 + [days]))
    assert result.estimate.value == pytest.approx(answered / 11)


@pytest.mark.parametrize(("days", "answered"), [("90", 11), ("90.1", 10)])
def test_what_comes_after_ninety_days_is_no_answer(days: str, answered: int) -> None:
    steps = parts(measured("reply_time", openings(["1"] * 10 + [days])), "reply-curve")
    assert sum(part.estimate.value == answered / 11 for part in steps.values()) == 1


def test_an_export_that_ends_within_a_week_cannot_tell_of_a_week() -> None:
    result = ask("reply_time", openings(["1"] * 10 + ["6+"]))
    assert isinstance(result, Unknown)
    assert result.reason is Reason.TOO_FEW


def test_a_half_time_that_was_never_reached_is_told_and_not_guessed() -> None:
    result = measured("reply_time", openings(["1"] * 10 + ["90+"] * 11))
    assert HALF not in parts(result, "reply-times")
    assert result.remarks[0].startswith("Fewer than half")


def test_first_messages_and_later_ones_are_drawn_apart() -> None:
    cold, warm = openings(["3"] * 10, cold=True), openings(["1"] * 10)
    both = {Table.OPENINGS: pl.concat([cold[Table.OPENINGS], warm[Table.OPENINGS]])}
    result = measured("reply_time", both)
    curve = next(one for one in result.breakdowns if one.id == "reply-curve")
    assert [(part.group, part.at) for part in curve.parts] == [
        ("New", 3),
        ("Known", 1),
    ]


def said(person: str, days: float, *, incoming: bool, **facts: Any) -> dict[str, Any]:
    return {"person": person, "at": END - timedelta(days=days), "incoming": incoming, **facts}


def own_answers(rows: list[dict[str, Any]]) -> Measured:
    tables = openings(["1"] * 10) | {Table.EXCHANGES: table(Table.EXCHANGES, rows)}
    return measured("reply_time", tables)


def own_curve(result: Measured) -> dict[str, float]:
    curve = next(one for one in result.breakdowns if one.id == "reply-curve")
    return {part.label: part.estimate.value for part in curve.parts if part.group == "You reply"}


def test_the_owner_answers_others_by_the_same_measure() -> None:
    """10 answered after 6 hours, 10 never: half within a day."""
    rows = []
    for n in range(20):
        rows.append(said(f"p{n}", 60, incoming=True))
        rows.append(said(f"p{n}", 55, incoming=True))  # the second of them opens nothing
        if n < 10:
            rows.append(said(f"p{n}", 59.75, incoming=False))
    result = own_answers(rows)
    assert own_curve(result) == {"day 1": 0.5}
    half = parts(result, "reply-times")["Half-time: you, when others open"]
    assert (half.estimate.value, half.unit) == (pytest.approx(6), Unit.HOURS)


def test_what_linkedin_wrote_opens_nothing_and_answers_nothing() -> None:
    rows = []
    for n in range(20):
        rows.append(said(f"p{n}", 60, incoming=True, automatic=n < 10))
        rows.append(said(f"p{n}", 59, incoming=False))
    assert own_curve(own_answers(rows)) == {"day 1": 1}
    rows = [{**row, "automatic": not row["incoming"]} for row in rows]
    assert own_curve(own_answers(rows)) == {}
