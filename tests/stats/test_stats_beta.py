"""The beta distribution in pure Python, against SciPy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import betainc
from scipy.stats import beta

from netreport import stats


def test_forty_of_a_hundred_lie_in_the_band_with_96_per_cent() -> None:
    assert stats.beta_probability(40, 100, 0.30, 0.50) == pytest.approx(0.962, abs=5e-4)


SHAPE = st.floats(0.05, 5000)


@given(st.floats(0, 1), SHAPE, SHAPE)
def test_the_regularised_beta_is_scipys(x: float, a: float, b: float) -> None:
    assert stats.regularised_beta(x, a, b) == pytest.approx(betainc(a, b, x), abs=1e-11, rel=1e-9)


@pytest.mark.parametrize("x", [0.49, 0.5, 0.501, 0.51])
def test_the_regularised_beta_holds_for_millions(x: float) -> None:
    found = stats.regularised_beta(x, 1e6, 1e6)

    assert found == pytest.approx(betainc(1e6, 1e6, x), abs=1e-8)


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0, 1), st.floats(0, 1))
def test_the_probability_of_a_band_is_that_of_scipy(
    hits: int, misses: int, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    posterior = beta(1 + hits, 1 + misses)
    oracle = posterior.cdf(high) - posterior.cdf(low)

    assert stats.beta_probability(hits, hits + misses, low, high) == pytest.approx(oracle, abs=1e-9)


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0, 1))
def test_a_rate_lies_below_or_above_any_limit(hits: int, misses: int, limit: float) -> None:
    total = hits + misses
    below = stats.beta_probability(hits, total, 0, limit)
    above = stats.beta_probability(hits, total, limit, 1)

    assert below + above == pytest.approx(1, abs=1e-9)


def test_a_band_far_above_what_was_seen_keeps_its_digits() -> None:
    """None of 100, and a rate above one half: 2^-101 to all digits."""
    assert stats.beta_probability(0, 100, 0.5, 1) == pytest.approx(2.0**-101, rel=1e-9, abs=0)


def test_before_any_case_every_rate_is_equally_likely() -> None:
    assert stats.beta_probability(0, 0, 0.25, 0.75) == pytest.approx(0.5)


@pytest.mark.parametrize("band", [(0.5, 0.4), (-0.1, 0.5), (0.5, 1.1)])
def test_a_band_outside_the_rates_is_refused(band: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no band"):
        stats.beta_probability(1, 2, *band)


@pytest.mark.parametrize("part", [(3, 2), (1, 0), (-1, 5)])
def test_more_hits_than_cases_have_no_probability(part: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="part"):
        stats.beta_probability(*part, 0.1, 0.2)


def test_a_beta_without_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="I_"):
        stats.regularised_beta(0.5, 0, 1)
