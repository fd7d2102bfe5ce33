"""Whom the owner knows, by hand: M29."""

import polars as pl
import pytest

from made import ask, measured, parts, people, table
from netreport.model.results import Reason, Spread, Unknown
from netreport.model.tables import Table


def quiz(yes: int, no: int, unsure: int = 0, *, of: int = 400) -> dict[Table, pl.DataFrame]:
    answers = ["yes"] * yes + ["no"] * no + ["unsure"] * unsure
    rows = [
        {"subject": f"person-example-{n}", "kind": "quiz", "decision": answer}
        for n, answer in enumerate(answers)
    ]
    return {Table.PEOPLE: people((of, {})), Table.DECISIONS: table(Table.DECISIONS, rows)}


def test_seven_of_twenty_are_18_to_57_per_cent() -> None:
    result = measured("recognition", quiz(7, 13))
    estimate = result.estimate
    assert (estimate.value, estimate.spread) == (0.35, Spread.WILSON)
    assert estimate.low == pytest.approx(0.181, abs=5e-4)
    assert estimate.high == pytest.approx(0.567, abs=5e-4)
    assert "between 72 and 227 of them" in result.remarks[0]


def test_not_being_sure_is_neither_yes_nor_no() -> None:
    result = measured("recognition", quiz(7, 13, 5))
    assert result.estimate.value == 0.35
    assert result.evidence.left_out == {"where you were not sure": 5}
    answers = parts(result, "recognition")
    assert [part.estimate.value for part in answers.values()] == [7, 13, 5]


def test_asked_about_everybody_there_is_no_interval() -> None:
    result = measured("recognition", quiz(5, 15, of=20))
    assert (result.estimate.low, result.estimate.high) == (0.25, 0.25)
    assert result.remarks == ()


def test_four_answers_are_not_spoken_of_as_all_connections() -> None:
    assert measured("recognition", quiz(2, 2)).remarks == ()
    assert measured("recognition", quiz(2, 3)).remarks


def test_other_decisions_are_no_answers() -> None:
    tables = quiz(7, 13)
    other = tables[Table.DECISIONS].with_columns(kind=pl.lit("relevance"))
    tables[Table.DECISIONS] = pl.concat([tables[Table.DECISIONS], other])
    assert measured("recognition", tables).evidence.used == 20


@pytest.mark.parametrize("tables", [quiz(0, 0), quiz(0, 0, 3), {Table.PEOPLE: people((9, {}))}])
def test_without_an_answer_it_says_how_to_take_the_test(tables: dict[Table, pl.DataFrame]) -> None:
    result = ask("recognition", tables)
    assert isinstance(result, Unknown)
    assert result.reason is Reason.NOT_TYPED_IN
    assert "netreport quiz" in result.remedy
