"""The display rule: what may be said about two rates, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport import stats
from netreport.model.results import Estimate, Spread, Unknown
from netreport.stats import Finding


def sides() -> st.SearchStrategy[tuple[int, int]]:
    """Hits and total; the total may be nothing."""
    return st.integers(0, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_a_difference_is_worded_with_its_interval() -> None:
    found = stats.compare(67, 100, 32, 100)

    assert found.finding is Finding.HIGHER
    assert found.sentence("InMail", "phone") == (
        "Higher for InMail than for phone: +35.0 points (95 % interval +21.3 to +46.9)."
    )


def test_a_rush_that_brought_fewer_of_the_right_people_is_lower() -> None:
    found = stats.compare(6, 60, 58, 117)

    assert found.finding is Finding.LOWER
    assert found.sentence("the rush", "the rest") == (
        "Lower for the rush than for the rest: −39.6 points (95 % interval −50.0 to −26.1)."
    )


def test_an_interval_over_zero_is_no_evidence_of_a_difference() -> None:
    found = stats.compare(36, 60, 58, 117)

    assert found.finding is Finding.NO_EVIDENCE
    assert found.sentence("warm", "cold") == (
        "No evidence of a difference between warm and cold: "
        "+10.4 points (95 % interval −5.0 to +24.9)."
    )


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.2), (-0.2, 0.0)])
def test_an_interval_that_touches_zero_does_not_exclude_it(low: float, high: float) -> None:
    found = stats.Comparison(Estimate((low + high) / 2, low, high, Spread.NEWCOMBE))

    assert found.finding is Finding.NO_EVIDENCE


@pytest.mark.parametrize(("first", "second"), [(29, 30), (30, 29), (0, 500)])
def test_under_30_a_side_nothing_is_compared(first: int, second: int) -> None:
    found = stats.compare(first, first, 0, second)

    assert isinstance(found.difference, Unknown)
    assert found.sentence("warm", "cold") == (
        f"Too few to compare warm and cold: {first} and {second} cases, want 30 on each side."
    )


def test_thirty_a_side_are_compared() -> None:
    assert stats.compare(30, 30, 0, 30).finding is Finding.HIGHER


@given(sides(), sides())
def test_a_difference_is_found_exactly_where_the_interval_excludes_zero(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    found = stats.compare(*first, *second)

    if min(first[1], second[1]) < 30:
        assert found.finding is Finding.TOO_FEW
    else:
        assert isinstance(found.difference, Estimate)
        spans = found.difference.low <= 0 <= found.difference.high
        assert spans == (found.finding is Finding.NO_EVIDENCE)


@given(sides(), sides())
def test_changing_sides_turns_higher_into_lower(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    turned = {Finding.HIGHER: Finding.LOWER, Finding.LOWER: Finding.HIGHER}
    there, back = stats.compare(*first, *second).finding, stats.compare(*second, *first).finding

    assert back is turned.get(there, there)


def test_points_that_round_to_nothing_have_no_sign() -> None:
    assert stats.signed_points(-0.0004) == "0.0"
    assert stats.signed_points(-0.0006) == "−0.1"
    assert stats.signed_points(0.0006) == "+0.1"


def test_more_hits_than_cases_are_refused() -> None:
    with pytest.raises(ValueError, match="31 of 30"):
        stats.compare(31, 30, 1, 30)
