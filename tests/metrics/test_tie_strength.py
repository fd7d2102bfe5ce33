"""What the ties hold, by hand: M16."""

from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, people, table
from netreport.model.results import Unknown
from netreport.model.tables import Table


def tie(number: int, strength: float, **facts: Any) -> dict[str, Any]:
    day = {"first_at": days_ago(100), "last_at": days_ago(10)}
    words = {"sent": 1, "received": 1, "two_way": True}
    return {"person": f"person-example-{number}", "strength": strength, **day, **words, **facts}


def ties(*rows: dict[str, Any]) -> dict[Table, pl.DataFrame]:
    return {Table.TIES: table(Table.TIES, rows)}


def test_the_points_of_two_ties_are_added() -> None:
    """The worked example's 5.92 and 0.39."""
    result = measured("tie_strength", ties(tie(0, 5.92), tie(1, 0.39)))
    assert result.estimate.value == pytest.approx(6.31)


def test_a_tie_with_one_side_alone_adds_no_point() -> None:
    result = measured("tie_strength", ties(tie(0, 2.0), tie(1, 9.0, two_way=False, received=0)))
    assert result.estimate.value == 2
    assert result.evidence.left_out == {"with whom only one side wrote": 1}


@pytest.mark.parametrize(
    ("strength", "band"),
    [(3.0, "Strong"), (2.99, "Middling"), (1.0, "Middling"), (0.99, "Faint")],
)
def test_bands_begin_where_they_say(strength: float, band: str) -> None:
    bands = parts(measured("tie_strength", ties(tie(0, strength))), "tie-bands")
    assert [label for label, part in bands.items() if part.estimate.value] == [band]


def test_the_components_of_the_middle_tie_are_shown() -> None:
    """Last word 5, 10 and 30 days ago; 2, 4 and 9 days of contact; 1:4, 1:2 and 1:1."""
    rows = (
        tie(0, 4, last_at=days_ago(5), recent_days=9, sent=4, received=1),
        tie(1, 5, last_at=days_ago(10), recent_days=4, sent=1, received=2),
        tie(2, 6, last_at=days_ago(30), recent_days=2, sent=3, received=3),
    )
    components = parts(measured("tie_strength", ties(*rows)), "tie-components")
    assert [part.estimate.value for part in components.values()] == [10, 4, 0.5, 90]


def test_ties_are_shown_by_strength_and_without_a_name() -> None:
    tables = ties(tie(0, 1, last_at=days_ago(7)), tie(1, 2), tie(2, 0.5))
    tables[Table.PEOPLE] = people((1, {"relevant": True}), (1, {"relevant": False}))
    shown = measured("tie_strength", tables).breakdowns[2].parts
    assert [(part.label, part.group, part.at) for part in shown] == [
        ("Tie 1", "Outside it", 10),
        ("Tie 2", "In your strategy", 7),
        ("Tie 3", "Not connected", 10),
    ]


def test_a_page_does_not_grow_with_the_network() -> None:
    rows = [tie(number, number + 1) for number in range(200)]
    shown = measured("tie_strength", ties(*rows)).breakdowns[2].parts
    assert (len(shown), shown[-1].estimate.value) == (150, 51)


def test_without_a_tie_there_is_nothing_to_add() -> None:
    assert isinstance(ask("tie_strength", ties(tie(0, 2, two_way=False))), Unknown)
