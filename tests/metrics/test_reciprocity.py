"""Who writes back, by hand: M7."""

import polars as pl
import pytest

from made import ask, measured, parts, table
from netreport.model.results import Unknown
from netreport.model.tables import Table


def ties(*pairs: tuple[int, int]) -> dict[Table, pl.DataFrame]:
    """Give a tie for each pair of messages sent and received."""
    rows = [
        {
            "person": f"p{n}-example",
            "sent": sent,
            "received": received,
            "two_way": min(sent, received) > 0,
        }
        for n, (sent, received) in enumerate(pairs)
    ]
    return {Table.TIES: table(Table.TIES, rows)}


def test_two_of_four_pairs_wrote_both_ways() -> None:
    """Me and a, me and b both ways; me to c, d to me: dyadic 0.50, by directions 4/6."""
    result = measured("reciprocity", ties((1, 1), (1, 1), (1, 0), (0, 1)))
    assert result.estimate.value == 0.5
    directions = parts(result, "reciprocity-figures")["Reciprocity by directions"]
    assert directions.estimate.value == pytest.approx(0.667, abs=5e-4)
    sides = parts(result, "reciprocity-sides")
    assert {label: part.estimate.value for label, part in sides.items()} == {
        "Both wrote": 2,
        "Only you wrote": 1,
        "Only they wrote": 1,
    }


def test_twelve_sent_and_six_received_is_a_balance_of_a_third() -> None:
    result = measured("reciprocity", ties((12, 6)))
    balance = parts(result, "reciprocity-figures")["Balance of all messages"]
    assert balance.estimate.value == pytest.approx(0.333, abs=5e-4)


@pytest.mark.parametrize(
    ("sent", "received", "side"),
    [
        (12, 6, "You, twice or more"),
        (11, 6, "About as much"),
        (6, 11, "About as much"),
        (6, 12, "They, twice or more"),
    ],
)
def test_twice_as_much_is_lopsided(sent: int, received: int, side: str) -> None:
    balances = parts(measured("reciprocity", ties((sent, received))), "reciprocity-balance")
    assert [label for label, part in balances.items() if part.estimate.value] == [side]


def test_without_a_message_there_is_no_reciprocity() -> None:
    assert isinstance(ask("reciprocity", ties()), Unknown)
