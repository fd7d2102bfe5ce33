"""Advice against decision, by hand: M32."""

from typing import Any

import polars as pl
import pytest

from made import ask, measured, parts, table
from netreport.model.results import Unknown
from netreport.model.tables import Table


def decisions(*groups: tuple[int, str | None, str], **facts: Any) -> dict[Table, pl.DataFrame]:
    """Give so many invitations, each with what was advised and what was decided."""
    rows = [
        {"kind": "invitation", "advised": advised, "decision": decided, **facts}
        for count, advised, decided in groups
        for _ in range(count)
    ]
    return {Table.DECISIONS: table(Table.DECISIONS, rows)}


WORKED = (
    (35, "accept", "accept"),
    (15, "accept", "ignore"),
    (10, "ignore", "accept"),
    (40, "ignore", "ignore"),
)


def test_three_of_four_alike_are_half_as_good_as_they_look() -> None:
    """[[35, 15], [10, 40]]: agreement 0.75, kappa 0.50."""
    result = measured("adherence", decisions(*WORKED))
    assert result.estimate.value == 0.75
    kappa = parts(result, "adherence-kappa")["Cohen's kappa"]
    assert kappa.estimate.value == pytest.approx(0.50)


def test_the_commonest_way_of_deciding_otherwise_is_named() -> None:
    result = measured("adherence", decisions(*WORKED))
    assert result.remarks[0] == (
        "Most often otherwise: advised to accept, you chose to ignore (15 times)."
    )
    assert (
        measured("adherence", decisions((30, "ignore", "ignore")))
        .remarks[0]
        .startswith("Advice is no order")
    )


def test_advice_that_left_it_open_and_decisions_put_off_do_not_count() -> None:
    more = (5, "review", "accept"), (4, "accept", "skip"), (3, None, "accept")
    evidence = measured("adherence", decisions(*WORKED, *more)).evidence
    assert (evidence.considered, evidence.used) == (112, 100)
    assert evidence.left_out == {"without advice written down": 3, "left to you, or put off": 9}


def test_only_invitations_count() -> None:
    people = decisions((50, "accept", "ignore"), kind="person")
    tables = {Table.DECISIONS: pl.concat([people[Table.DECISIONS], *decisions(*WORKED).values()])}
    assert measured("adherence", tables).evidence.considered == 100


@pytest.mark.parametrize(("count", "enough"), [(29, False), (30, True)])
def test_thirty_decisions_are_enough(count: int, enough: bool) -> None:
    result = ask("adherence", decisions((count, "accept", "accept")))
    assert isinstance(result, Unknown) is not enough


def test_one_answer_to_everything_has_no_kappa() -> None:
    result = measured("adherence", decisions((30, "accept", "accept")))
    assert result.estimate.value == 1
    assert [one.id for one in result.breakdowns] == ["adherence"]


@pytest.mark.parametrize("tables", [{}, decisions(), decisions((50, None, "accept"))])
def test_without_advice_it_says_how_to_write_it_down(tables: dict[Table, pl.DataFrame]) -> None:
    result = ask("adherence", tables)
    assert isinstance(result, Unknown)
    assert "netreport triage" in result.remedy
