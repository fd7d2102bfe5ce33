"""Offers against requests, by hand: M27."""

from typing import Any

import polars as pl
import pytest

from made import ask, measured, parts, table
from netreport.model.results import Unknown
from netreport.model.tables import Table

GIVES: dict[str, Any] = {"gives": True}
WANTS: dict[str, Any] = {"wants": True}
BOTH = GIVES | WANTS


def words(*groups: tuple[int, dict[str, Any]]) -> dict[Table, pl.DataFrame]:
    rows = [{"person": "ana-example", **facts} for count, facts in groups for _ in range(count)]
    return {Table.EXCHANGES: table(Table.EXCHANGES, rows)}


def test_messages_with_both_could_be_either() -> None:
    """24 offer, 8 ask, 32 do both: 75 %, between 37.5 % and 87.5 %."""
    estimate = measured("value_exchange", words((24, GIVES), (8, WANTS), (32, BOTH))).estimate
    assert (estimate.low, estimate.value, estimate.high) == (0.375, 0.75, 0.875)


def test_only_words_of_the_owners_own_count() -> None:
    theirs, automatic = {**GIVES, "incoming": True}, {**GIVES, "automatic": True}
    result = measured("value_exchange", words((30, WANTS), (9, theirs), (9, automatic), (7, {})))
    assert (result.estimate.value, result.evidence.considered) == (0, 37)
    assert result.evidence.left_out == {"without such a word": 7}


@pytest.mark.parametrize(("count", "enough"), [(29, False), (30, True)])
def test_thirty_messages_with_such_a_word_are_enough(count: int, enough: bool) -> None:
    result = ask("value_exchange", words((count, GIVES), (99, {})))
    assert isinstance(result, Unknown) is not enough


def test_messages_that_all_do_both_cannot_tell() -> None:
    assert isinstance(ask("value_exchange", words((50, BOTH))), Unknown)


def test_its_weakness_is_said_beside_it() -> None:
    assert "a guess" in measured("value_exchange", words((30, GIVES))).remarks[0]


def test_texts_to_many_are_told_from_texts_to_one() -> None:
    mass = {**WANTS, "template": True}
    table_of = parts(measured("value_exchange", words((20, mass), (10, GIVES))), "value-words")
    assert table_of["A word that asks"].estimate.value == 20
    audience = measured("value_exchange", words((20, mass), (10, GIVES))).breakdowns[1].parts
    assert [(part.estimate.value, part.n) for part in audience] == [
        (0, 20),
        (20, 20),
        (10, 10),
        (0, 10),
    ]
