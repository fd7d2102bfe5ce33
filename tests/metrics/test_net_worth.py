"""Points of a network, by hand and by law: M33."""

from collections.abc import Sequence
from typing import Any

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from made import ask, measured, parts, people, table
from netreport.model.results import Measured, Spread, Unknown
from netreport.model.tables import Table

Person = tuple[str, int]  # fit, tie layer

IDEAL: dict[str, Any] = {"relevant": True, "fit": "ideal", "segment": "buyers"}
FACTS: dict[str, dict[str, Any]] = {
    "ideal": IDEAL,
    "good": {"relevant": True, "fit": "good"},
    "wanted": {"relevant": True, "fit": "unknown"},
    "neutral": {"relevant": False, "fit": "neutral"},
    "junk": {"relevant": False, "fit": "poor", "standing": "junk"},
    "unknown": {"relevant": None, "fit": "unknown"},
}
ANYBODY = st.tuples(st.sampled_from(sorted(FACTS)), st.integers(0, 4))
NO_HURRY = settings(deadline=None, max_examples=50)
NETWORKS = st.lists(ANYBODY, min_size=1, max_size=20)


def network(members: Sequence[Person]) -> dict[Table, pl.DataFrame]:
    frame = people(*((1, {"engaged": False, **FACTS[fit]}) for fit, _ in members))
    ties = [
        {"person": person, "layer": layer}
        for person, (_, layer) in zip(frame.get_column("person"), members, strict=True)
        if layer
    ]
    return {Table.PEOPLE: frame, Table.TIES: table(Table.TIES, ties)}


def worth(*members: Person) -> Measured:
    return measured("net_worth", network(members))


def a_head(result: Measured) -> float:
    return parts(result, "worth-figures")["Points for each connection"].estimate.value


def test_fit_is_multiplied_by_how_often_there_is_contact() -> None:
    """An ideal one weekly 5, an ideal one silent 1, a good one monthly 2, a friend 0: 8 of 4."""
    result = worth(("ideal", 4), ("ideal", 0), ("good", 3), ("neutral", 4))
    assert (result.estimate.value, result.estimate.spread) == (8, Spread.EXACT)
    assert a_head(result) == 2
    figures = parts(result, "worth-figures")
    assert figures["Points from fit alone"].estimate.value == 2.5
    assert figures["Points from being in touch"].estimate.value == 5.5
    assert figures["People who carry points"].estimate.value == 3


def test_whom_nobody_can_place_counts_only_at_the_upper_end() -> None:
    """Unknown and yearly: 0 to 2. Wanted in an unknown segment and silent: 0.5 to 1."""
    estimate = worth(("unknown", 1), ("wanted", 0)).estimate
    assert (estimate.value, estimate.low, estimate.high) == (0.5, 0.5, 3)


def test_a_tie_that_cannot_be_seen_counts_only_at_the_upper_end() -> None:
    """Without a profile address nobody knows how often there is contact: 1 to 5."""
    tables = {Table.PEOPLE: people((1, IDEAL)), Table.TIES: table(Table.TIES, [])}
    estimate = measured("net_worth", tables).estimate
    assert (estimate.low, estimate.high) == (1, 5)


def test_points_are_told_by_segment() -> None:
    segments = parts(worth(("ideal", 1), ("good", 0), ("unknown", 0)), "worth-segments")
    assert {label: part.estimate.value for label, part in segments.items()} == {
        "Buyers": 2,
        "Wanted, in which is open": 0.5,
        "Cannot be told": 0,
    }


@NO_HURRY
@given(NETWORKS)
def test_a_junk_member_adds_no_point_and_thins_the_rest(members: list[Person]) -> None:
    before, after = worth(*members), worth(*members, ("junk", 0))
    assert after.estimate == before.estimate
    if before.estimate.value:
        assert a_head(after) < a_head(before)


@NO_HURRY
@given(NETWORKS, st.integers(0, 4))
def test_an_ideal_member_raises_the_worth(members: list[Person], layer: int) -> None:
    assert worth(*members, ("ideal", layer)).estimate.value > worth(*members).estimate.value


@NO_HURRY
@given(NETWORKS.flatmap(lambda members: st.tuples(st.just(members), st.permutations(members))))
def test_the_order_of_members_makes_no_difference(
    orders: tuple[list[Person], list[Person]],
) -> None:
    assert worth(*orders[0]).estimate == worth(*orders[1]).estimate


@NO_HURRY
@given(NETWORKS)
def test_the_points_of_the_parts_add_up_to_the_whole(members: list[Person]) -> None:
    result = worth(*members)
    segments = parts(result, "worth-segments").values()
    assert sum(part.estimate.value for part in segments) == result.estimate.value
    assert sum(part.estimate.high for part in segments) == result.estimate.high


def test_nobody_is_worth_nothing_that_could_be_told() -> None:
    assert isinstance(ask("net_worth", network([])), Unknown)
