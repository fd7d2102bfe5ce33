"""Waiting times with some cut short, against paper, SciPy and lifelines."""

from itertools import pairwise
from statistics import median

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times
from scipy.stats import CensoredData, ecdf

from netreport import stats
from netreport.model.results import Estimate, Reason, Unknown

TIMES = (1, 2, 2, 4, 5, 8, 12, 24)
SEEN = (True, True, True, False, True, False, True, False)
Waits = list[tuple[int, bool]]
WAITS = st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=60)


def curve(waits: Waits) -> stats.Curve:
    return stats.kaplan_meier([time for time, _ in waits], [seen for _, seen in waits])


def known(found: Estimate | Unknown) -> Estimate:
    assert isinstance(found, Estimate)
    return found


def test_the_worked_example_falls_in_its_four_steps() -> None:
    found = stats.kaplan_meier(TIMES, SEEN)

    assert {step.at: step.share.value for step in found.steps} == pytest.approx(
        {1: 0.875, 2: 0.625, 5: 0.46875, 12: 0.234375}
    )
    assert [(step.at_risk, step.ended) for step in found.steps] == [(8, 1), (7, 2), (4, 1), (2, 1)]
    assert (found.watched, found.longest) == (8, 24)


def test_the_median_of_the_answered_alone_is_too_short() -> None:
    found = stats.median_wait(stats.kaplan_meier(TIMES, SEEN))

    assert isinstance(found, stats.Median)
    assert found.time.value == 5
    assert median(time for time, seen in zip(TIMES, SEEN, strict=True) if seen) == 2


def test_a_median_whose_band_never_falls_to_half_is_open_above() -> None:
    """At 12 days the upper band is still at 0.62: 24 days, the longest wait, or more."""
    found = stats.median_wait(stats.kaplan_meier(TIMES, SEEN))

    assert isinstance(found, stats.Median)
    assert found.open_above
    assert (found.time.low, found.time.high) == (1, 24)


def test_a_median_among_many_is_closed_above() -> None:
    found = stats.median_wait(stats.kaplan_meier([*range(1, 101)], [True] * 100))

    assert isinstance(found, stats.Median)
    assert found.time.value == 50
    assert not found.open_above
    assert 38 <= found.time.low < 50 < found.time.high <= 62


def test_a_half_that_comes_out_of_a_product_is_a_half() -> None:
    """Of fourteen, seven are left: 13/14 · 12/13 · ... · 7/8 is 0.5000000000000001 by machine."""
    found = stats.median_wait(stats.kaplan_meier([*range(1, 15)], [True] * 14))

    assert isinstance(found, stats.Median)
    assert found.time.value == 7


def test_fewer_than_half_ended_has_no_median() -> None:
    found = stats.median_wait(stats.kaplan_meier((1, 2, 3), (True, False, False)))

    assert isinstance(found, Unknown)
    assert found.reason is Reason.TOO_FEW


@given(WAITS)
@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@settings(deadline=None)
def test_the_curve_and_its_band_are_scipys(waits: Waits) -> None:
    ends = [time for time, seen in waits if seen]
    assume(ends)
    cut = [time for time, seen in waits if not seen]
    oracle = ecdf(CensoredData(uncensored=ends, right=cut)).sf
    band = oracle.confidence_interval(method="log-log")

    for step in curve(waits).steps:
        assert step.share.value == pytest.approx(float(oracle.evaluate(step.at)), abs=1e-12)
        if step.at_risk > step.ended:
            low, high = float(band.low.evaluate(step.at)), float(band.high.evaluate(step.at))
            assert (step.share.low, step.share.high) == pytest.approx((low, high), abs=1e-9)


@given(WAITS)
@settings(max_examples=25, deadline=None)
def test_the_curve_its_band_and_its_median_are_those_of_lifelines(waits: Waits) -> None:
    times, seen = zip(*waits, strict=True)
    fitter = KaplanMeierFitter().fit(times, seen)
    found = curve(waits)
    for step in found.steps:
        oracle = fitter.survival_function_.loc[step.at].iloc[0]
        assert step.share.value == pytest.approx(oracle, abs=1e-12)
        if step.at_risk > step.ended:
            band = fitter.confidence_interval_.loc[step.at].to_list()
            assert [step.share.low, step.share.high] == pytest.approx(band, abs=1e-9)
    half = stats.median_wait(found)
    expected = median_survival_times(fitter.survival_function_ - 1e-12)
    assert (half.time.value if isinstance(half, stats.Median) else float("inf")) == expected


@given(WAITS)
def test_the_share_still_waiting_never_rises(waits: Waits) -> None:
    shares = [step.share for step in curve(waits).steps]

    assert all(0 <= share.low <= share.value <= share.high <= 1 for share in shares)
    assert all(b.value < a.value for a, b in pairwise(shares))


@given(WAITS)
def test_the_order_of_the_waits_does_not_matter(waits: Waits) -> None:
    assert curve(waits) == curve(sorted(waits)) == curve(waits[::-1])


@given(WAITS, st.integers(0, 60))
def test_those_who_ended_and_those_who_wait_are_everybody(waits: Waits, time: int) -> None:
    waiting, ended = (
        stats.still_waiting(curve(waits), time),
        stats.ended_by(curve(waits), time),
    )

    if isinstance(waiting, Estimate) and isinstance(ended, Estimate):
        assert waiting.value + ended.value == pytest.approx(1)
        assert (waiting.low, waiting.high) == pytest.approx((1 - ended.high, 1 - ended.low))
    else:
        assert waiting == ended
        assert time > max(wait for wait, _ in waits)


def test_without_anybody_cut_short_it_is_the_plain_share() -> None:
    found = stats.kaplan_meier((1, 2, 3, 4, 5), (True,) * 5)

    assert known(stats.ended_by(found, 3)).value == pytest.approx(3 / 5)
    assert known(stats.ended_by(found, 0.5)) == Estimate(
        0, 0, 0, known(stats.ended_by(found, 3)).spread
    )


def test_the_end_of_a_time_belongs_to_it() -> None:
    found = stats.kaplan_meier(TIMES, SEEN)

    assert known(stats.ended_by(found, 1)).value == 0.125
    assert known(stats.ended_by(found, 0.99)).value == 0
    assert known(stats.ended_by(found, 24)).value == pytest.approx(1 - 0.234375)


def test_nobody_can_say_what_happens_after_the_longest_wait() -> None:
    found = stats.ended_by(stats.kaplan_meier(TIMES, SEEN), 30)

    assert isinstance(found, Unknown)
    assert found.detail == "none was watched for as long as 30, the longest for 24"


def test_once_all_have_ended_they_stay_so() -> None:
    assert known(stats.ended_by(stats.kaplan_meier((1, 2), (True, True)), 30)).value == 1


def test_the_last_end_does_not_prove_that_all_end() -> None:
    """One wait that ended: the curve is at 0, its band at anything."""
    (step,) = stats.kaplan_meier((3,), (True,)).steps

    assert (step.share.value, step.share.low, step.share.high) == (0, 0, 1)


def test_nothing_that_ended_is_a_curve_without_steps() -> None:
    found = stats.kaplan_meier((3, 4), (False, False))

    assert found.steps == ()
    assert known(stats.still_waiting(found, 4)).value == 1


@pytest.mark.parametrize(
    ("times", "seen"),
    [((), ()), ((1, 2), (True,)), ((-1,), (True,)), ((float("nan"),), (True,))],
)
def test_impossible_waits_are_refused(times: tuple[float, ...], seen: tuple[bool, ...]) -> None:
    with pytest.raises(ValueError, match=r"times|zip"):
        stats.kaplan_meier(times, seen)
