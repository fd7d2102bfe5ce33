"""Audits of labels, against paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport import stats
from netreport.model.results import Estimate, Unknown
from netreport.stats import Stratum


def strata() -> st.SearchStrategy[list[Stratum]]:
    def stratum(sampled: int) -> st.SearchStrategy[Stratum]:
        return st.builds(
            Stratum, st.integers(sampled, 10_000), st.integers(0, sampled), st.just(sampled)
        )

    return st.lists(st.integers(30, 200).flatmap(stratum), min_size=1, max_size=5)


def audited(found: Estimate | Unknown) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def test_forty_yes_and_sixty_no_looked_at_tell_702_of_8800() -> None:
    """34 of 40 called relevant are, and 2 of 60 called irrelevant."""
    found = audited(stats.audit([Stratum(500, 34, 40), Stratum(8300, 2, 60)]))

    assert round(found.value * 8800) == 702
    assert (found.value, found.low, found.high) == pytest.approx((0.080, 0.036, 0.123), abs=5e-4)


@given(strata())
def test_an_audit_stays_within_0_and_1_and_never_pretends_to_be_sure(layers: list[Stratum]) -> None:
    found = audited(stats.audit(layers))

    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high


@given(strata())
def test_the_order_of_the_strata_does_not_matter(layers: list[Stratum]) -> None:
    there, back = audited(stats.audit(layers)), audited(stats.audit(layers[::-1]))

    assert there.value == pytest.approx(back.value, abs=1e-12)
    assert there.low == pytest.approx(back.low, abs=1e-12)


def test_no_hit_in_the_sample_does_not_prove_there_is_none() -> None:
    """0 of 30 leaves room for up to about one in ten."""
    found = audited(stats.audit([Stratum(10_000, 0, 30)]))

    assert (found.value, found.low) == (0, 0)
    assert 0.05 < found.high < 0.12


def test_fewer_than_30_labels_are_too_few() -> None:
    assert isinstance(stats.audit([Stratum(500, 20, 29), Stratum(100, 20, 30)]), Unknown)
    assert isinstance(stats.audit([Stratum(500, 20, 30), Stratum(100, 20, 30)]), Estimate)


def test_a_small_group_looked_at_to_the_last_is_enough() -> None:
    assert isinstance(stats.audit([Stratum(12, 6, 12)]), Estimate)
    assert isinstance(stats.audit([Stratum(12, 6, 11)]), Unknown)


@pytest.mark.parametrize(("people", "hits", "sampled"), [(0, 0, 0), (5, 0, 6), (5, 4, 3)])
def test_impossible_samples_are_refused(people: int, hits: int, sampled: int) -> None:
    with pytest.raises(ValueError, match=r"part|hits"):
        Stratum(people, hits, sampled)


def test_an_audit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no strata"):
        stats.audit([])


def test_five_per_cent_seen_are_2_6_per_cent_there() -> None:
    assert stats.rogan_gladen(0.05, 0.80, 0.97) == pytest.approx(0.026, abs=5e-4)


RATE = st.floats(0, 1)


@given(RATE, RATE, RATE)
def test_the_correction_undoes_what_the_classifier_did(
    true: float, sensitivity: float, specificity: float
) -> None:
    seen = true * sensitivity + (1 - true) * (1 - specificity)
    if stats.discerns(sensitivity, specificity):
        assert stats.rogan_gladen(seen, sensitivity, specificity) == pytest.approx(true, abs=1e-9)
    else:
        with pytest.raises(ValueError, match="too near to guessing"):
            stats.rogan_gladen(seen, sensitivity, specificity)


@given(RATE, RATE)
def test_the_correction_rises_with_what_is_seen(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert 0 <= stats.rogan_gladen(low, 0.8, 0.9) <= stats.rogan_gladen(high, 0.8, 0.9) <= 1


def test_a_coin_is_no_classifier() -> None:
    assert not stats.discerns(0.5, 0.5)
    assert not stats.discerns(0.6, 0.59)
    assert stats.discerns(0.6, 0.61)


def test_a_share_above_one_is_refused() -> None:
    with pytest.raises(ValueError, match="not shares"):
        stats.rogan_gladen(1.01, 0.9, 0.9)
