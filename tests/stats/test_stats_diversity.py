"""Diversity, concentration and likeness, against paper, NumPy and SciPy."""

from math import inf, log

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy as scipy_entropy

from netreport import stats

THREE = (50, 30, 20)
FIVE = (10, 5, 3, 1, 1)
AUDIENCE, POSTS = (0.5, 0.3, 0.2), (0.1, 0.1, 0.8)
AMOUNTS = st.lists(st.integers(0, 1000), min_size=1, max_size=30).filter(any)
MIXES = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 1000)), min_size=1, max_size=20
).filter(lambda pairs: any(p for p, _ in pairs) and any(q for _, q in pairs))


def test_half_three_tenths_and_a_fifth_count_as_2_8_groups() -> None:
    assert stats.entropy(THREE) == pytest.approx(1.0297, abs=5e-5)
    assert stats.hill(THREE) == pytest.approx(2.800, abs=5e-4)
    assert stats.hill(THREE, 2) == pytest.approx(2.632, abs=5e-4)
    assert stats.hhi(THREE) == pytest.approx(0.38)
    assert stats.coherence(THREE, 27) == pytest.approx(0.688, abs=5e-4)


def test_a_small_sample_hides_a_hundredth_of_a_nat() -> None:
    """Three groups among a hundred: (3 - 1) / 200."""
    assert stats.miller_madow(THREE) - stats.entropy(THREE) == pytest.approx(0.01)


def test_five_companies_are_as_unequal_as_on_paper() -> None:
    assert stats.gini(FIVE) == pytest.approx(0.44)
    assert stats.hhi(FIVE) == pytest.approx(0.34)
    assert stats.top_share(FIVE, 1) == pytest.approx(0.50)
    assert stats.top_share(FIVE, 5) == 1


def test_posts_and_audience_overlap_by_two_fifths() -> None:
    assert stats.overlap(AUDIENCE, POSTS) == pytest.approx(0.40)
    assert stats.jensen_shannon(AUDIENCE, POSTS) == pytest.approx(0.282, abs=5e-4)


@given(AMOUNTS)
def test_entropy_is_scipys(amounts: list[int]) -> None:
    assert stats.entropy(amounts) == pytest.approx(scipy_entropy(amounts), abs=1e-12)


@given(AMOUNTS, st.floats(0, 20), st.floats(0, 20))
def test_a_higher_order_never_sees_more_groups(amounts: list[int], one: float, two: float) -> None:
    low, high = sorted((one, two))
    groups = sum(amount > 0 for amount in amounts)

    assert groups >= stats.hill(amounts, low) - 1e-6
    assert stats.hill(amounts, low) >= stats.hill(amounts, high) - 1e-6
    assert stats.hill(amounts, high) >= stats.hill(amounts, inf) - 1e-6 >= 1 - 2e-6


@given(st.integers(1, 40), st.floats(0, 500))
def test_equal_groups_count_in_full_at_every_order(groups: int, order: float) -> None:
    assert stats.hill([7] * groups, order) == pytest.approx(groups, rel=1e-6)


def test_order_0_counts_the_groups_that_occur() -> None:
    assert stats.hill((5, 0, 1, 1), 0) == pytest.approx(3)


def test_a_very_high_order_is_close_to_the_highest() -> None:
    assert stats.hill((1, 2, 997), 1e6) == pytest.approx(stats.hill((1, 2, 997), inf), rel=1e-4)


@pytest.mark.parametrize("order", [-0.1, float("nan")])
def test_an_order_below_zero_is_refused(order: float) -> None:
    with pytest.raises(ValueError, match="order"):
        stats.hill(THREE, order)


@given(AMOUNTS)
def test_coherence_runs_from_0_to_1(amounts: list[int]) -> None:
    assert 0 <= stats.coherence(amounts, 30) <= 1


def test_coherence_is_1_for_one_group_and_0_for_all_evenly() -> None:
    assert stats.coherence((9,), 27) == 1
    assert stats.coherence([4] * 27, 27) == pytest.approx(0, abs=1e-12)


def test_coherence_does_not_change_when_an_empty_group_is_listed() -> None:
    assert stats.coherence((50, 30, 20, 0), 27) == stats.coherence(THREE, 27)


@pytest.mark.parametrize(("amounts", "groups"), [(THREE, 2), ((9,), 1)])
def test_fewer_possible_groups_than_two_or_than_occur_are_refused(
    amounts: tuple[int, ...], groups: int
) -> None:
    with pytest.raises(ValueError, match="possible groups"):
        stats.coherence(amounts, groups)


@given(AMOUNTS)
def test_gini_is_the_mean_difference_of_all_pairs(amounts: list[int]) -> None:
    values = np.array(amounts, dtype=float)
    oracle = np.abs(values[:, None] - values).mean() / (2 * values.mean())
    found = stats.gini(amounts)

    assert found == pytest.approx(oracle, abs=1e-12)
    assert 0 <= found <= 1 - 1 / len(amounts) + 1e-12


@given(AMOUNTS)
def test_concentration_does_not_mind_order_or_scale(amounts: list[int]) -> None:
    turned = [3 * amount for amount in reversed(amounts)]
    for measure in (stats.gini, stats.hhi, stats.entropy):
        assert measure(turned) == pytest.approx(measure(amounts), abs=1e-12)


@given(AMOUNTS, st.integers(1, 29))
def test_the_share_of_the_top_never_falls_when_more_are_counted(
    amounts: list[int], top: int
) -> None:
    assert (
        0 < stats.top_share(amounts, top) <= stats.top_share(amounts, top + 1) + 1e-12 <= 1 + 1e-9
    )


@given(AMOUNTS)
def test_hhi_is_one_over_hill_of_order_2(amounts: list[int]) -> None:
    assert stats.hhi(amounts) == pytest.approx(1 / stats.hill(amounts, 2))


@given(MIXES)
def test_the_divergence_is_that_of_scipy_squared(pairs: list[tuple[int, int]]) -> None:
    first, second = zip(*pairs, strict=True)
    oracle = jensenshannon(first, second, base=2) ** 2

    assert stats.jensen_shannon(first, second) == pytest.approx(oracle, abs=1e-9)


@given(MIXES)
def test_likeness_is_the_same_from_both_sides(pairs: list[tuple[int, int]]) -> None:
    first, second = zip(*pairs, strict=True)
    for measure in (stats.overlap, stats.jensen_shannon):
        assert 0 <= measure(first, second) <= 1
        assert measure(first, second) == pytest.approx(measure(second, first), abs=1e-12)


@given(AMOUNTS, st.integers(1, 9))
def test_a_mix_is_wholly_like_itself_at_any_scale(amounts: list[int], times: int) -> None:
    scaled = [times * amount for amount in amounts]

    assert stats.overlap(amounts, scaled) == pytest.approx(1)
    assert stats.jensen_shannon(amounts, scaled) == pytest.approx(0, abs=1e-12)


def test_mixes_with_nothing_in_common_are_one_bit_apart() -> None:
    assert stats.overlap((1, 0), (0, 1)) == 0
    assert stats.jensen_shannon((1, 0), (0, 1)) == 1


def test_mixes_of_different_groups_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="zip"):
        stats.overlap((1, 2), (1, 2, 3))


@pytest.mark.parametrize("amounts", [(), (0, 0), (1, -1, 2), (1, inf), (1, float("nan"))])
def test_a_whole_of_nothing_has_no_diversity(amounts: tuple[float, ...]) -> None:
    for measure in (stats.entropy, stats.hhi, stats.gini, stats.proportions):
        with pytest.raises(ValueError, match="amount"):
            measure(amounts)


def test_the_top_none_have_no_share() -> None:
    with pytest.raises(ValueError, match="top 0"):
        stats.top_share(FIVE, 0)


@given(AMOUNTS)
def test_entropy_lies_between_one_group_and_equal_ones(amounts: list[int]) -> None:
    seen = sum(amount > 0 for amount in amounts)
    assume(seen > 1)

    assert 0 < stats.entropy(amounts) <= log(seen) + 1e-12
