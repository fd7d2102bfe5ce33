"""A result held against a target of the strategy. Judging measures nothing."""

from collections.abc import Mapping
from enum import StrEnum

from netreport.model.judging import Judged, Verdict
from netreport.model.report import Answer
from netreport.model.results import Estimate, Measured, Result, Unknown
from netreport.model.strategy import Target


def judge(result: Result, target: Target | None) -> Judged:
    """Say whether `result` meets `target`; a range that spans a limit is UNCLEAR."""
    match result, target:
        case _, None:
            return Judged(Verdict.NO_TARGET, None)
        case Unknown(), Target():
            return Judged(Verdict.UNKNOWN, target)
        case Measured(estimate=estimate), Target():
            return Judged(_held(estimate, target), target)
    raise AssertionError("a result is Measured or Unknown")


def _held(estimate: Estimate, target: Target) -> Verdict:
    low = float("-inf") if target.low is None else target.low
    high = float("inf") if target.high is None else target.high
    if low <= estimate.low and estimate.high <= high:
        return Verdict.MET
    if estimate.high < low or estimate.low > high:
        return Verdict.MISSED
    return Verdict.UNCLEAR


class Overall(StrEnum):
    """The one verdict on the whole network (S11)."""

    WELL_CONNECTED = "well connected"
    QUIET = "well chosen, but quiet"
    OVERLOADED = "overloaded"
    CROWDED = "crowded"
    UNCLEAR = "cannot be told yet"


LIVELY = 0.10  # of the relevant people, at least so many should be in touch


def overall(answers: Mapping[str, Answer]) -> Overall:
    """Judge the network from relevance, junk, load and core; unknowns never count as failures."""
    relevance, junk = answers["relevance"].judged.verdict, answers["junk_share"].judged.verdict
    if Verdict.MISSED in {relevance, junk}:
        return Overall.CROWDED
    if relevance in {Verdict.UNCLEAR, Verdict.UNKNOWN}:
        return Overall.UNCLEAR
    load, core, wanted = (
        _estimate(answers[name]) for name in ("capacity", "standing", "effective_connections")
    )
    if load is not None and load.low > 1:
        return Overall.OVERLOADED
    if core is None or wanted is None:
        return Overall.UNCLEAR
    return Overall.QUIET if core.high < LIVELY * wanted.low else Overall.WELL_CONNECTED


def _estimate(answer: Answer) -> Estimate | None:
    return answer.result.estimate if isinstance(answer.result, Measured) else None
