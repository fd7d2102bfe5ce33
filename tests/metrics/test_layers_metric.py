"""People by how often they are heard from, by hand: M16b."""

from typing import Any

import polars as pl

from made import ask, measured, parts, table
from netreport.model.results import Unknown
from netreport.model.tables import Table

FEW = {"engagement": {"layers": {"weekly": 1, "monthly": 2, "half_yearly": 3, "yearly": 5}}}


def ties(*layers: int) -> dict[Table, pl.DataFrame]:
    rows: list[dict[str, Any]] = [
        {"person": f"p{n}-example", "layer": layer} for n, layer in enumerate(layers)
    ]
    return {Table.TIES: table(Table.TIES, rows)}


def test_a_faster_pace_counts_at_every_slower_one() -> None:
    """One weekly, one monthly, two yearly, one slower: 1, 2, 2, 4."""
    result = measured("layers", ties(4, 3, 1, 1, 0))
    assert result.estimate.value == 4
    assert [part.estimate.value for part in result.breakdowns[0].parts] == [1, 2, 2, 4]


def test_what_the_strategy_hopes_for_stands_beside_what_is() -> None:
    result = measured("layers", ties(4, 3, 1, 1, 0), **FEW)
    assert parts(result, "layers")["Every week"].note == "you hope for 1"
    assert result.breakdowns[0].caption == "You hope for 1, 2, 3 and 5."
    assert result.remarks[0] == "Fewer people than you hope for: every half-year, every year."


def test_who_reaches_every_number_is_told_so() -> None:
    result = measured("layers", ties(4, 3, 2, 1, 1), **FEW)
    assert result.remarks[0].startswith("At every pace")


def test_without_messages_there_are_no_layers() -> None:
    assert isinstance(ask("layers", ties()), Unknown)
