"""Like with like: Mantel and Haenszel, and Simpson's reversal."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import StratifiedTable

from netreport import stats
from netreport.model.results import Estimate, Unknown
from netreport.stats import Finding, Interval, Layer

STONES = (Layer(81, 87, 234, 270), Layer(192, 263, 55, 80))


def layers(fewest: int = 0) -> st.SearchStrategy[list[Layer]]:
    def part(total: int) -> st.SearchStrategy[tuple[int, int]]:
        return st.tuples(st.integers(0, total), st.just(total))

    side = st.integers(fewest, 150).flatmap(part)
    layer = st.builds(lambda one, two: Layer(*one, *two), side, side)
    return st.lists(layer, min_size=1, max_size=5)


def test_a_is_better_among_small_stones_and_among_large_ones_but_not_over_all() -> None:
    small, large = STONES
    assert small.first_hits / small.first_total == pytest.approx(0.931, abs=5e-4)
    assert small.second_hits / small.second_total == pytest.approx(0.867, abs=5e-4)
    assert large.first_hits / large.first_total == pytest.approx(0.730, abs=5e-4)
    assert large.second_hits / large.second_total == pytest.approx(0.688, abs=5e-4)
    found = stats.simpson_guard(STONES)

    assert isinstance(found.crude.difference, Estimate)
    assert found.crude.difference.value == pytest.approx(0.780 - 0.826, abs=5e-4)
    assert found.reversed
    assert found.leading is found.within


def test_the_pooled_figures_are_the_published_ones() -> None:
    difference, odds = stats.risk_difference(STONES), stats.odds_ratio(STONES)

    assert isinstance(difference, Interval)
    assert isinstance(odds, Interval)
    assert difference.value == pytest.approx(0.054, abs=5e-4)
    assert odds.value == pytest.approx(1.447, abs=5e-4)


def test_a_reversal_is_said_in_so_many_words() -> None:
    assert stats.simpson_guard(STONES).sentence("A", "B") == (
        "No evidence of a difference between A and B: +5.4 points (95 % interval −1.2 to +11.9). "
        "This compares like with like; over everybody it looks the other way round, "
        "−4.6 points, as the sides are mixed differently."
    )


def test_without_a_reversal_the_crude_difference_leads() -> None:
    found = stats.simpson_guard([Layer(30, 50, 15, 50), Layer(30, 50, 15, 50)])

    assert not found.reversed
    assert found.leading is found.crude
    assert found.sentence("warm", "cold") == (
        "Higher for warm than for cold: +30.0 points (95 % interval +16.3 to +42.2). "
        "Like with like it is +30.0 points (95 % interval +16.9 to +43.1)."
    )


def test_sides_that_never_meet_cannot_be_compared_like_with_like() -> None:
    found = stats.simpson_guard([Layer(60, 100, 0, 0), Layer(0, 0, 30, 100)])

    assert isinstance(found.within.difference, Unknown)
    assert found.leading is found.crude
    assert found.sentence("warm", "cold").endswith(
        "It cannot be compared like with like: no group has cases of both sides."
    )


def test_under_30_a_side_there_is_neither_comparison() -> None:
    found = stats.simpson_guard([Layer(20, 29, 20, 80)])

    assert found.crude.finding is found.within.finding is Finding.TOO_FEW
    assert found.sentence("warm", "cold").startswith("Too few to compare warm and cold")


@given(layers(fewest=1))
def test_the_odds_ratio_and_its_interval_are_those_of_statsmodels(groups: list[Layer]) -> None:
    found = stats.odds_ratio(groups)
    assume(isinstance(found, Interval))
    assert isinstance(found, Interval)
    tables = [
        np.array(
            [
                [one.first_hits, one.first_total - one.first_hits],
                [one.second_hits, one.second_total - one.second_hits],
            ],
            dtype=float,
        )
        for one in groups
    ]
    oracle = StratifiedTable(tables)

    assert found.value == pytest.approx(oracle.oddsratio_pooled)
    assert (found.low, found.high) == pytest.approx(oracle.oddsratio_pooled_confint())


@given(layers())
def test_odds_and_difference_never_point_opposite_ways(groups: list[Layer]) -> None:
    difference, odds = stats.risk_difference(groups), stats.odds_ratio(groups)
    if isinstance(difference, Interval) and isinstance(odds, Interval):
        assert -1 <= difference.low <= difference.value <= difference.high <= 1
        assert difference.value * (odds.value - 1) >= -1e-12


@given(layers())
def test_groups_of_one_side_change_nothing_within(groups: list[Layer]) -> None:
    more = [*groups, Layer(3, 7, 0, 0), Layer(0, 0, 2, 9)]

    assert stats.risk_difference(more) == stats.risk_difference(groups)
    assert stats.odds_ratio(more) == stats.odds_ratio(groups)


def test_one_group_within_is_the_crude_difference() -> None:
    within = stats.risk_difference([Layer(67, 100, 32, 100)])

    assert isinstance(within, Interval)
    assert within.value == pytest.approx(0.35)
    assert within.low == pytest.approx(
        0.35 - 1.96 * (0.67 * 0.33 / 100 + 0.32 * 0.68 / 100) ** 0.5, abs=1e-4
    )


def test_odds_of_only_hits_have_no_ratio() -> None:
    assert isinstance(stats.odds_ratio([Layer(9, 9, 3, 9)]), Unknown)
    assert isinstance(stats.odds_ratio([]), Unknown)


def test_all_against_none_is_not_certain() -> None:
    within = stats.risk_difference([Layer(30, 30, 0, 30)])

    assert isinstance(within, Interval)
    assert within.low < within.value == 1


def test_hits_beyond_their_total_are_refused() -> None:
    with pytest.raises(ValueError, match="not counts"):
        Layer(1, 0, 0, 0)
