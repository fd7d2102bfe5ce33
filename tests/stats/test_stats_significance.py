"""Tests of significance and agreement, against paper, SciPy and statsmodels."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact as scipy_fisher
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.inter_rater import cohens_kappa as statsmodels_kappa
from statsmodels.stats.multitest import multipletests

from netreport import stats
from netreport.model.results import Unknown

YEARS = ((2013, 40, 100), (2014, 30, 100), (2015, 20, 100))


def parts(most: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.integers(1, most).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_inmail_phone_and_mail_differ_by_more_than_chance() -> None:
    assert stats.fisher_exact(67, 100, 32, 100) == pytest.approx(1.2e-6, abs=5e-8)
    assert stats.fisher_exact(32, 100, 12, 100) == pytest.approx(0.001, abs=5e-4)


@given(parts(80), parts(80))
def test_fishers_test_is_scipys(first: tuple[int, int], second: tuple[int, int]) -> None:
    table = [[first[0], first[1] - first[0]], [second[0], second[1] - second[0]]]

    assert stats.fisher_exact(*first, *second) == pytest.approx(
        scipy_fisher(table).pvalue, rel=1e-9, abs=1e-12
    )


@given(parts(200), parts(200))
def test_fishers_test_does_not_mind_which_side_is_first(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    there, back = stats.fisher_exact(*first, *second), stats.fisher_exact(*second, *first)

    assert 0 < there <= 1
    assert there == pytest.approx(back, rel=1e-9)


def test_replies_that_fall_by_a_quarter_a_year_are_a_trend() -> None:
    found = stats.cochran_armitage(YEARS)

    assert found.z == pytest.approx(-3.09, abs=5e-3)
    assert found.p == pytest.approx(0.002, abs=5e-4)


@given(st.lists(parts(200), min_size=2, max_size=8))
def test_the_trend_is_that_of_statsmodels(years: list[tuple[int, int]]) -> None:
    """Its linear-by-linear test has the variance of n - 1 where ours has that of n."""
    cases = sum(total for _, total in years)
    hits = sum(hits for hits, _ in years)
    assume(0 < hits < cases)
    table = np.array([(total - hits, hits) for hits, total in years])
    oracle = Table(table, shift_zeros=False).test_ordinal_association(
        row_scores=np.arange(len(years))
    )
    found = stats.cochran_armitage([(2010 + i, *year) for i, year in enumerate(years)])

    assert found.z == pytest.approx(oracle.zscore * sqrt(cases / (cases - 1)), abs=1e-9)


@given(st.lists(parts(200), min_size=2, max_size=8))
def test_a_trend_turns_its_sign_when_time_runs_backwards(years: list[tuple[int, int]]) -> None:
    there = stats.cochran_armitage([(i, *year) for i, year in enumerate(years)])
    back = stats.cochran_armitage([(-i, *year) for i, year in enumerate(years)])

    assert there.z == pytest.approx(-back.z, abs=1e-9)
    assert there.p == pytest.approx(back.p, abs=1e-9)


@pytest.mark.parametrize("hits", [0, 50])
def test_where_all_or_none_replied_there_is_no_trend(hits: int) -> None:
    assert stats.cochran_armitage([(2014, hits, 50), (2015, hits, 50)]) == stats.Trend(0, 1)


@pytest.mark.parametrize("rows", [(), ((2014, 1, 2),), ((2014, 1, 2), (2014, 0, 9))])
def test_one_year_is_no_trend(rows: tuple[tuple[float, int, int], ...]) -> None:
    with pytest.raises(ValueError, match="two different scores"):
        stats.cochran_armitage(rows)


def test_a_year_without_cases_is_refused() -> None:
    with pytest.raises(ValueError, match="part"):
        stats.cochran_armitage([(2014, 0, 0), (2015, 1, 2)])


def kappa(table: list[list[int]]) -> stats.Agreement:
    found = stats.cohens_kappa(table)
    assert isinstance(found, stats.Agreement)
    return found


def test_three_of_four_alike_are_half_better_than_chance() -> None:
    found = kappa([[35, 15], [10, 40]])

    assert found.alike.value == 0.75
    assert found.kappa.value == pytest.approx(0.50)


SQUARES = st.integers(2, 4).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 60), min_size=n, max_size=n), min_size=n, max_size=n)
)


@pytest.mark.filterwarnings("ignore:invalid value encountered:RuntimeWarning:statsmodels")
@given(SQUARES)
def test_kappa_and_its_interval_are_those_of_statsmodels(table: list[list[int]]) -> None:
    cells = np.array(table)
    assume((cells.sum(axis=0) > 0).sum() > 1 or (cells.sum(axis=1) > 0).sum() > 1)
    oracle = statsmodels_kappa(cells)
    found = kappa(table).kappa

    assert -1 <= found.low <= found.value <= found.high <= 1
    assert found.value == pytest.approx(oracle.kappa, abs=1e-9)
    if oracle.var_kappa > 1e-9:
        bounds = np.clip([oracle.kappa_low, oracle.kappa_upp], -1, 1)
        assert [found.low, found.high] == pytest.approx(bounds, abs=1e-6)


@given(SQUARES)
def test_agreement_is_the_same_whoever_is_asked_first(table: list[list[int]]) -> None:
    turned = [list(row) for row in zip(*table, strict=True)]
    assume(any(map(any, table)))
    there, back = stats.cohens_kappa(table), stats.cohens_kappa(turned)

    if isinstance(there, stats.Agreement) and isinstance(back, stats.Agreement):
        assert there.kappa.value == pytest.approx(back.kappa.value, abs=1e-9)
        assert there.alike == back.alike
    else:
        assert there == back


def test_one_answer_throughout_tells_nothing_about_agreement() -> None:
    assert isinstance(stats.cohens_kappa([[40, 0], [0, 0]]), Unknown)


@pytest.mark.parametrize("table", [[[1, 2]], [[1, 2], [3]], [[1, -1], [2, 2]]])
def test_a_table_that_is_not_square_is_refused(table: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="square"):
        stats.cohens_kappa(table)


@pytest.mark.parametrize("table", [[], [[0, 0], [0, 0]]])
def test_no_decisions_have_no_agreement(table: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="part"):
        stats.cohens_kappa(table)


def test_holm_multiplies_the_smallest_most() -> None:
    assert stats.holm((0.04, 0.01, 0.03)) == pytest.approx((0.06, 0.03, 0.06))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    oracle = multipletests(p_values, method="holm")[1]

    assert stats.holm(p_values) == pytest.approx(tuple(oracle), abs=1e-12)


def test_holm_of_nothing_is_nothing() -> None:
    assert stats.holm(()) == ()


def test_a_p_value_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="p-value"):
        stats.holm((0.5, 1.1))
