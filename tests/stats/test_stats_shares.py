"""Shares and their intervals, against paper, SciPy and statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep

from netreport import stats
from netreport.model.results import Estimate, Spread

HUNDREDTH = 0.0005  # of figures given in per cent with one decimal


def parts(most: int = 2000) -> st.SearchStrategy[tuple[int, int]]:
    """Hits and total, with at least one case."""
    return st.integers(1, most).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def limits(estimate: Estimate) -> tuple[float, float]:
    return estimate.low, estimate.high


def test_people_we_cannot_place_widen_the_share() -> None:
    """10 of 40 spoke; 10 more are unknown: between 10/50 and 20/50."""
    found = stats.share(hits=10, known=40, unknown=10)

    assert found == Estimate(0.25, 0.20, 0.40, Spread.LEFT_OUT)


def test_relevance_of_ten_thousand_lies_between_5_and_17_per_cent() -> None:
    found = stats.share(hits=500, known=8800, unknown=1200)

    assert limits(found) == (0.05, 0.17)


def test_a_share_without_unknowns_is_exact() -> None:
    assert stats.share(hits=1, known=4, unknown=0) == Estimate(0.25, 0.25, 0.25, Spread.EXACT)


@given(parts(), st.integers(0, 1000), st.integers(0, 1000))
def test_more_unknowns_never_narrow_a_share(part: tuple[int, int], some: int, more: int) -> None:
    hits, known = part
    few = stats.share(hits=hits, known=known, unknown=some)
    many = stats.share(hits=hits, known=known, unknown=some + more)

    assert 0 <= many.low <= few.low <= few.high <= many.high <= 1


def test_the_others_are_the_rest_with_the_range_turned_round() -> None:
    found = stats.complement(Estimate(0.25, 0.125, 0.5, Spread.LEFT_OUT))

    assert found == Estimate(0.75, 0.5, 0.875, Spread.LEFT_OUT)


@pytest.mark.parametrize(
    ("hits", "known", "unknown"), [(0, 0, 5), (3, 2, 0), (-1, 2, 0), (1, 2, -1)]
)
def test_impossible_shares_are_refused(hits: int, known: int, unknown: int) -> None:
    with pytest.raises(ValueError, match=r"part|unknown"):
        stats.share(hits=hits, known=known, unknown=unknown)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (32, 100, 0.237, 0.417),
        (12, 100, 0.070, 0.198),
        (67, 100, 0.573, 0.754),
        (2, 5, 0.118, 0.769),
        (40, 100, 0.309, 0.498),
        (7, 20, 0.181, 0.567),
    ],
)
def test_wilson_gives_the_published_limits(hits: int, total: int, low: float, high: float) -> None:
    assert limits(stats.wilson(hits, total)) == pytest.approx((low, high), abs=HUNDREDTH)


def test_survivors_alone_look_like_93_per_cent() -> None:
    """40 accepted and 60 ignored, of which the file keeps the 40 and 3 pending."""
    assert stats.wilson(40, 40 + 3).value == pytest.approx(0.930, abs=HUNDREDTH)
    assert stats.wilson(40, 40 + 60).value == 0.4


@given(parts())
def test_wilson_is_scipys(part: tuple[int, int]) -> None:
    oracle = binomtest(*part).proportion_ci(method="wilson")

    assert limits(stats.wilson(*part)) == pytest.approx((oracle.low, oracle.high), abs=1e-12)


@given(parts())
def test_wilson_of_the_misses_mirrors_that_of_the_hits(part: tuple[int, int]) -> None:
    hits, total = part
    mirrored = stats.wilson(total - hits, total)

    assert limits(stats.wilson(hits, total)) == pytest.approx(
        (1 - mirrored.high, 1 - mirrored.low), abs=1e-12
    )


@given(parts(), st.integers(2, 9))
def test_wilson_narrows_with_more_of_the_same(part: tuple[int, int], times: int) -> None:
    hits, total = part
    once, often = stats.wilson(hits, total), stats.wilson(hits * times, total * times)

    assert often.high - often.low < once.high - once.low


@pytest.mark.parametrize(
    ("counts", "points"),
    [
        ((67, 100, 32, 100), (0.35, 0.213, 0.469)),
        ((32, 100, 12, 100), (0.20, 0.086, 0.309)),
        ((6, 60, 58, 117), (-0.396, -0.500, -0.261)),
    ],
)
def test_newcombe_gives_the_published_limits(
    counts: tuple[int, int, int, int], points: tuple[float, float, float]
) -> None:
    found = stats.newcombe(*counts)

    assert (found.value, found.low, found.high) == pytest.approx(points, abs=HUNDREDTH)


@given(parts(), parts())
def test_newcombe_is_that_of_statsmodels(first: tuple[int, int], second: tuple[int, int]) -> None:
    oracle = confint_proportions_2indep(*first, *second, method="newcomb")

    assert limits(stats.newcombe(*first, *second)) == pytest.approx(oracle, abs=1e-9)


@given(parts(), parts())
def test_newcombe_turns_its_sign_when_the_sides_change_places(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    there, back = stats.newcombe(*first, *second), stats.newcombe(*second, *first)

    assert limits(there) == pytest.approx((-back.high, -back.low), abs=1e-12)
    assert -1 <= there.low <= there.value <= there.high <= 1


def test_a_headline_takes_93_cases_at_one_half() -> None:
    assert stats.fit_for_headline(stats.wilson(46, 93))
    assert not stats.fit_for_headline(stats.wilson(46, 92))


def test_bounds_of_exactly_ten_points_either_way_still_make_a_headline() -> None:
    assert stats.fit_for_headline(stats.share(hits=10, known=40, unknown=10))
    assert not stats.fit_for_headline(stats.share(hits=10, known=40, unknown=11))
