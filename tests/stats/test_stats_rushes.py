"""Rushes and tie strength, against paper and SciPy."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import median_abs_deviation, poisson

from netreport import stats

STEADY = [10, 12, 9, 11, 10, 13, 11, 8, 10, 12, 11]
COUNTS = st.lists(st.integers(0, 400), max_size=60)


def test_sixty_after_eleven_a_week_is_a_rush() -> None:
    (rush,) = stats.rushes([*STEADY, 60])

    assert (rush.first, rush.last, rush.count, rush.usual) == (11, 11, 60, 11)
    assert rush.z == pytest.approx(33.05, abs=5e-3)
    assert rush.chance == pytest.approx(1.4e-25, rel=0.05)


def test_neighbours_make_one_rush_with_the_figures_of_the_highest() -> None:
    (rush,) = stats.rushes([*STEADY, 60, 90, 12])

    assert (rush.first, rush.last, rush.count) == (11, 12, 150)
    assert rush.z == stats.robust_z(90, [*STEADY, 60])


def test_a_quiet_week_between_makes_two() -> None:
    assert [(one.first, one.last) for one in stats.rushes([*STEADY, 60, 11, 60])] == [
        (11, 11),
        (13, 13),
    ]


@pytest.mark.parametrize(("count", "found"), [(33, 1), (32, 0)])
def test_a_rush_is_three_times_the_usual(count: int, found: int) -> None:
    assert len(stats.rushes([*STEADY, count])) == found


@pytest.mark.parametrize(("count", "found"), [(30, 1), (29, 0)])
def test_a_rush_is_thirty_at_least(count: int, found: int) -> None:
    assert len(stats.rushes([1, 2, 1, 2, 1, 2, count])) == found


@pytest.mark.parametrize(("count", "found"), [(99, 1), (98, 0)])
def test_a_rush_lies_six_deviations_above(count: int, found: int) -> None:
    """Median 10 and MAD 10: 10 + 6 · 14.826 is 98.96."""
    assert len(stats.rushes([0, 20, 10, 0, 20, 10, 10, count])) == found


@pytest.mark.parametrize(("weeks", "found"), [(6, 1), (5, 0)])
def test_a_rush_takes_six_weeks_before_it(weeks: int, found: int) -> None:
    assert len(stats.rushes([10] * weeks + [60])) == found


def test_only_the_last_twelve_weeks_are_the_usual() -> None:
    """Six of them saw 100 and six saw 10, and a busier one before them no longer counts."""
    (rush,) = stats.rushes([100] * 7 + [10] * 6 + [500])

    assert (rush.first, rush.usual) == (13, 55)


def test_a_strategy_may_draw_the_lines_elsewhere() -> None:
    counts = [*STEADY, 25]

    assert stats.rushes(counts) == ()
    assert len(stats.rushes(counts, least_multiple=2, least_count=25)) == 1
    assert stats.rushes(counts, least_multiple=2, least_count=26) == ()
    assert stats.rushes(counts, least_multiple=2.3, least_count=25) == ()
    assert stats.rushes(counts, least_multiple=2, least_count=25, least_z=9.5) == ()


def test_a_steady_past_does_not_make_a_small_change_enormous() -> None:
    assert stats.robust_z(12, [10] * 12) == pytest.approx(2 / 1.4826)


@given(COUNTS)
def test_rushes_are_apart_in_order_and_large(counts: list[int]) -> None:
    found = stats.rushes(counts)

    assert all(one.first <= one.last < len(counts) and one.first >= 6 for one in found)
    assert all(a.last + 1 < b.first for a, b in pairwise(found))
    assert all(one.count == sum(counts[one.first : one.last + 1]) for one in found)
    assert all(one.count >= 30 * (one.last - one.first + 1) and one.z >= 6 for one in found)


@given(COUNTS, st.lists(st.integers(0, 400), max_size=10))
def test_what_comes_later_does_not_undo_a_rush(counts: list[int], later: list[int]) -> None:
    whole = stats.rushes([*counts, *later])

    for rush in stats.rushes(counts):
        assert any(one.first == rush.first and one.last >= rush.last for one in whole)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=12), st.integers(0, 400))
def test_the_robust_score_is_that_of_scipy_above_its_floor(before: list[int], count: int) -> None:
    deviation = max(1.0, median_abs_deviation(before)) * 1.4826

    assert stats.robust_z(count, before) == pytest.approx((count - np.median(before)) / deviation)


@given(st.integers(0, 600), st.floats(0.01, 400))
def test_the_tail_is_scipys(count: int, mean: float) -> None:
    assert stats.poisson_tail(count, mean) == pytest.approx(
        poisson.sf(count, mean), rel=1e-8, abs=1e-13
    )


@pytest.mark.parametrize(("count", "mean"), [(60, 11), (200, 11), (100, 0.5)])
def test_a_tiny_tail_keeps_its_digits(count: int, mean: float) -> None:
    assert stats.poisson_tail(count, mean) == pytest.approx(
        poisson.sf(count, mean), rel=1e-9, abs=0
    )


def test_where_nobody_is_expected_nobody_comes() -> None:
    assert stats.poisson_tail(0, 0) == 0
    assert stats.poisson_tail(30_000, 11) == 0


@pytest.mark.parametrize(("count", "mean"), [(-1, 2.0), (2, -1.0)])
def test_fewer_than_none_are_refused(count: int, mean: float) -> None:
    with pytest.raises(ValueError, match="expected"):
        stats.poisson_tail(count, mean)


def test_a_negative_week_is_refused() -> None:
    with pytest.raises(ValueError, match="negative count"):
        stats.rushes([1, -1])


def test_a_tie_of_today_outweighs_one_of_two_years_ago() -> None:
    today = stats.tie_strength([(3, 10), (3, 40), (1, 200)], 180)
    long_ago = stats.tie_strength([(3, 700), (3, 720)], 180)

    assert today == pytest.approx(5.92, abs=5e-3)
    assert long_ago == pytest.approx(0.39, abs=5e-3)


EVENTS = st.lists(st.tuples(st.floats(0, 10), st.floats(0, 5000)), max_size=30)


@given(EVENTS, st.floats(0, 10), st.floats(0, 5000))
def test_one_more_event_never_weakens_a_tie(
    events: list[tuple[float, float]], weight: float, age: float
) -> None:
    assert stats.tie_strength([*events, (weight, age)], 180) >= stats.tie_strength(events, 180)


@given(EVENTS)
def test_a_half_life_later_a_tie_is_half_as_strong(events: list[tuple[float, float]]) -> None:
    later = [(weight, age + 180) for weight, age in events]

    assert stats.tie_strength(later, 180) == pytest.approx(stats.tie_strength(events, 180) / 2)


@given(EVENTS)
def test_events_may_come_in_any_order(events: list[tuple[float, float]]) -> None:
    assert stats.tie_strength(events[::-1], 180) == stats.tie_strength(events, 180)


@pytest.mark.parametrize(
    ("event", "half_life"), [((1, -1), 180), ((-1, 1), 180), ((1, 1), 0), ((1, 1), -5)]
)
def test_a_tie_of_the_future_is_refused(event: tuple[float, float], half_life: float) -> None:
    with pytest.raises(ValueError, match="half-li"):
        stats.tie_strength([event], half_life)
