"""How long ties live, by hand: M18."""

from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, table
from netreport.model.results import Reason, Unknown
from netreport.model.tables import Table


def tie(lived: int, silent: int, **facts: Any) -> dict[str, Any]:
    """Give a tie that lived so many days and has been silent for so many."""
    last = {"last_at": days_ago(silent), "first_at": days_ago(silent + lived, hour=20)}
    return {"person": f"p{lived}-{silent}", "two_way": True, "usual_gap": None, **last, **facts}


def ties(*groups: tuple[int, dict[str, Any]]) -> dict[Table, pl.DataFrame]:
    return {Table.TIES: table(Table.TIES, [row for count, row in groups for _ in range(count)])}


def test_ties_that_ended_are_told_from_those_that_may_go_on() -> None:
    """40 ties: 10 ended after 100 days, 10 still alive on day 200, 20 lived 500: 25 % in a year."""
    result = measured("decay", ties((10, tie(100, 400)), (10, tie(200, 5)), (20, tie(500, 400))))
    assert result.estimate.value == pytest.approx(0.25)
    figures = parts(result, "decay-figures")
    assert figures["Half have ended after"].estimate.value == 500
    assert "Within three years" in figures


def test_a_tie_that_is_alive_counts_only_as_long_as_it_was_seen() -> None:
    """20 ended on day 300 of 30, but 20 more were last seen on day 200: 20 of 30, not of 50."""
    result = measured("decay", ties((20, tie(300, 400)), (20, tie(200, 5)), (10, tie(800, 5))))
    assert result.estimate.value == pytest.approx(20 / 30)


@pytest.mark.parametrize(
    ("silent", "gap", "ended"),
    [(365, None, 0), (366, None, 1), (366, 122.0, 0), (366, 121.9, 1), (600, 200.0, 0)],
)
def test_a_long_gap_is_no_end_where_long_gaps_are_usual(
    silent: int, gap: float | None, ended: int
) -> None:
    """Silent for more than 365 days and for more than three usual gaps."""
    result = measured("decay", ties((30, tie(10, silent, usual_gap=gap)), (1, tie(400, 400))))
    assert result.estimate.value == pytest.approx(30 * ended / 31)


@pytest.mark.parametrize(("count", "enough"), [(29, False), (30, True)])
def test_thirty_ties_are_enough(count: int, enough: bool) -> None:
    assert isinstance(ask("decay", ties((count, tie(400, 400)))), Unknown) is not enough


def test_one_way_messages_are_no_tie() -> None:
    result = measured("decay", ties((30, tie(400, 400)), (9, tie(1, 400, two_way=False))))
    assert result.evidence.left_out == {"with whom only one side wrote": 9}
    assert result.estimate.value == 0


def test_ties_that_were_never_seen_for_a_year_cannot_tell_of_one() -> None:
    result = ask("decay", ties((20, tie(10, 400)), (20, tie(300, 5))))
    assert isinstance(result, Unknown)
    assert result.reason is Reason.TOO_FEW


def test_the_curve_has_a_step_a_month_and_no_more() -> None:
    """Ends on days 29, 30, 31 and 60: one step on day 30, one on day 60."""
    lives = (29, 30, 31, 60, 500)
    result = measured("decay", ties(*((10, tie(lived, 400)) for lived in lives)))
    curve = parts(result, "decay-curve")
    assert {label: part.estimate.value for label, part in curve.items()} == {
        "day 30": pytest.approx(0.4),
        "day 60": pytest.approx(0.8),
        "day 510": 1,
    }
