"""The bootstrap: seeded, order-free, and as wide as NumPy's."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, kstest

from netreport import stats
from netreport.model.results import Spread
from netreport.stats.resampling import _binomial, _multinomial

COUNTS = st.lists(st.integers(0, 200), min_size=1, max_size=12).filter(any)


def test_a_hundred_people_count_as_2_54_to_2_94_groups() -> None:
    found = stats.bootstrap((50, 30, 20), stats.hill, seed=1)

    assert found.spread is Spread.BOOTSTRAP
    assert (found.low, found.high) == pytest.approx((2.54, 2.94), abs=0.02)


def test_the_same_seed_gives_the_same_range_and_another_another() -> None:
    first, again, other = (stats.bootstrap((9, 8, 7), stats.hill, seed=s) for s in (7, 7, 8))

    assert first == again != other


@given(COUNTS, st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_groups_does_not_matter(counts: list[int], shuffler: Random) -> None:
    shuffled = list(counts)
    shuffler.shuffle(shuffled)

    assert stats.bootstrap(counts, stats.gini, seed=3, resamples=40) == stats.bootstrap(
        shuffled, stats.gini, seed=3, resamples=40
    )


@given(COUNTS)
@settings(max_examples=30, deadline=None)
def test_a_range_holds_its_value_even_where_the_value_is_a_maximum(counts: list[int]) -> None:
    found = stats.bootstrap(counts, stats.hill, seed=5, resamples=40)

    assert found.low <= found.value <= found.high


def test_a_maximum_is_the_upper_end_of_its_own_range() -> None:
    """No resample of three equal groups is more diverse than they are."""
    found = stats.bootstrap((50, 50, 50), stats.hill, seed=5)

    assert found.low < found.value == found.high == pytest.approx(3)


def test_the_range_is_that_of_numpy() -> None:
    counts = (400, 250, 150, 100, 60, 40)
    drawn = np.random.default_rng(4).multinomial(1000, np.array(counts) / 1000, 20_000)
    oracle = np.percentile([stats.hhi(row.tolist()) for row in drawn], [2.5, 97.5])
    found = stats.bootstrap(counts, stats.hhi, seed=4)

    assert (found.low, found.high) == pytest.approx(oracle, rel=0.02)


@pytest.mark.parametrize(("tosses", "rate"), [(5, 0.3), (17, 0.5), (1000, 0.02), (30_000, 0.7)])
def test_tosses_are_binomial(tosses: int, rate: float) -> None:
    """By Kolmogorov and Smirnov, the hits spread evenly within their step."""
    chance = Random(11)
    drawn = [_binomial(chance, tosses, rate) for _ in range(3000)]
    even = [
        binom.cdf(hits - 1, tosses, rate) + chance.random() * binom.pmf(hits, tosses, rate)
        for hits in drawn
    ]

    assert kstest(even, "uniform").pvalue > 0.001


@given(COUNTS, st.integers(0, 1000))
def test_a_resample_has_as_many_in_all_and_none_of_an_empty_group(
    counts: list[int], seed: int
) -> None:
    drawn = _multinomial(Random(seed), counts)

    assert sum(drawn) == sum(counts)
    assert all(new == 0 for new, old in zip(drawn, counts, strict=True) if old == 0)


def test_too_few_resamples_have_no_outer_parts() -> None:
    with pytest.raises(ValueError, match="39 resamples"):
        stats.bootstrap((1, 2), stats.hill, seed=1, resamples=39)


@pytest.mark.parametrize("counts", [(), (0,), (2, -1)])
def test_counts_of_nothing_cannot_be_resampled(counts: Sequence[int]) -> None:
    with pytest.raises(ValueError, match="amount"):
        stats.bootstrap(counts, stats.hill, seed=1)
