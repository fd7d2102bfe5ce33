"""How often both wrote, by hand: M16b, both sides of each limit."""

from collections.abc import Iterable
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made import AS_OF, days_ago, table
from netreport.facts.layers import layers
from netreport.model.tables import Table


def both_wrote(days: Iterable[int], **facts: Any) -> list[dict[str, Any]]:
    """On each of these days ago the owner wrote and was answered."""
    return [
        {"person": "ana-example", "at": days_ago(day), "incoming": incoming, **facts}
        for day in days
        for incoming in (False, True)
    ]


def layer(rows: list[dict[str, Any]]) -> int:
    ((_, pace),) = layers(table(Table.EXCHANGES, rows), AS_OF).iter_rows()
    return int(pace)


@pytest.mark.parametrize(
    ("days", "pace"),
    [
        ([363], 1),  # the last day of the 52nd week
        ([364], 0),
        ([181, 182], 2),  # the last day of one half, the first of the other
        ([10, 20, 30], 1),  # three touches in one half
        (range(0, 28 * 10, 28), 3),  # 10 of 13 months of four weeks
        (range(0, 28 * 9, 28), 2),
        (range(0, 7 * 39, 7), 4),  # 39 of 52 weeks
        (range(0, 7 * 38, 7), 3),
        (range(7), 1),  # one busy week is no weekly contact
    ],
)
def test_a_pace_is_kept_if_three_of_four_spans_hold_a_touch(days: Iterable[int], pace: int) -> None:
    assert layer(both_wrote(days)) == pace


def test_one_side_alone_keeps_no_pace() -> None:
    rows = [row for row in both_wrote(range(0, 364, 7)) if row["incoming"]]
    assert layer(rows) == 0


def test_texts_that_linkedin_wrote_keep_no_pace() -> None:
    assert layer(both_wrote([5], automatic=True)) == 0


def test_a_word_and_its_answer_in_different_halves_are_yearly_contact() -> None:
    rows = [both_wrote([200])[0], both_wrote([100])[1]]
    assert layer(rows) == 1


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=60), st.integers(0, 400))
def test_more_contact_is_never_a_slower_pace(days: list[int], another: int) -> None:
    assert layer(both_wrote([*days, another])) >= layer(both_wrote(days))


def test_nobody_has_no_pace() -> None:
    assert layers(pl.DataFrame(schema=table(Table.EXCHANGES, []).schema), AS_OF).is_empty()
