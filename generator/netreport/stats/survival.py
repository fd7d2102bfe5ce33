"""How long it takes until something happens, where for some it has not happened yet.

Takes times and whether the wait was seen to end. Gives shares (0 to 1) at times, and times in
the unit they came in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import exp, isfinite, log, sqrt

from netreport.model.results import Estimate, Reason, Spread, Unknown
from netreport.stats.intervals import Z95
from netreport.stats.shares import complement

_ROUNDING = 1e-12
_CERTAIN = Estimate(1.0, 1.0, 1.0, Spread.KAPLAN_MEIER)


@dataclass(frozen=True, slots=True)
class Step:
    """At time `at`, `ended` of the `at_risk` still waiting came to an end; `waiting` still waits.

    `waiting` is a share. Its band is that of `banded`, itself or, where nobody is left waiting, the
    share of the step before, with `greenwood`, the sum Σ d/n(n-d) up to there.
    """

    at: float
    waiting: float
    at_risk: int
    ended: int
    banded: float
    greenwood: float

    @property
    def share(self) -> Estimate:
        """Give the share that still waits with its band, S^exp(±z √V / ln S); worked out here."""
        half = Z95 * sqrt(self.greenwood) / -log(self.banded) if self.greenwood else 0.0
        low = self.banded ** exp(half) if self.waiting else 0.0
        return Estimate(self.waiting, low, self.banded ** exp(-half), Spread.KAPLAN_MEIER)


@dataclass(frozen=True, slots=True)
class Curve:
    """A Kaplan-Meier curve of `watched` waits: a step at each end, up to the `longest` wait."""

    steps: tuple[Step, ...]
    watched: int
    longest: float


@dataclass(frozen=True, slots=True)
class Median:
    """The time by which half had ended, with its 95 % range.

    `open_above`: the upper band never falls to one half. Then the range stops at the longest
    time watched, for want of more, and is to be printed as "or more".
    """

    time: Estimate
    open_above: bool


def kaplan_meier(times: Sequence[float], observed: Sequence[bool]) -> Curve:
    """Estimate S(t) = Π (1 - d/n), the share still waiting, with 95 % Greenwood log-log bands.

    `observed` is False for a wait that had not ended when it was last looked at. One that is
    cut off at the time of an end counts as at risk there. Where nobody is left waiting there is
    no band, and the upper limit of the step before stands.
    Raises ValueError for no times, unequal lengths, times that are negative or not finite.
    Source: Kaplan and Meier 1958 (JASA 53:457); Kalbfleisch and Prentice 2002, section 1.4.
    """
    if not times or any(time < 0 or not isfinite(time) for time in times):
        raise ValueError("no times, or one that is negative or not finite")
    ends = Counter(time for time, seen in zip(times, observed, strict=True) if seen)
    return Curve(tuple(_steps(Counter(times), ends)), len(times), max(times))


def _steps(leaving: Counter[float], ends: Counter[float]) -> Iterator[Step]:
    at_risk, greenwood, share = leaving.total(), 0.0, 1.0
    for time in sorted(leaving):
        if ended := ends[time]:
            left = at_risk - ended
            if left:
                greenwood += ended / (at_risk * left)
                share = share * left / at_risk
            yield Step(time, share if left else 0.0, at_risk, ended, share, greenwood)
        at_risk -= leaving[time]


def still_waiting(curve: Curve, time: float) -> Estimate | Unknown:
    """Give the share, 0 to 1, whose wait has not ended by `time`, the end of `time` included.

    Unknown for a time longer than anybody was watched, unless all had ended by then.
    """
    past = tuple(takewhile(lambda step: step.at <= time, curve.steps))
    share = past[-1].share if past else _CERTAIN
    if time > curve.longest and share.value > 0:
        detail = f"none was watched for as long as {time:g}, the longest for {curve.longest:g}"
        return Unknown(Reason.TOO_FEW, detail)
    return share


def ended_by(curve: Curve, time: float) -> Estimate | Unknown:
    """Give the share, 0 to 1, whose wait has ended by `time`: 1 - `still_waiting`."""
    match still_waiting(curve, time):
        case Estimate() as share:
            return complement(share)
        case Unknown() as unknown:
            return unknown


def median_wait(curve: Curve) -> Median | Unknown:
    """Give the first time at which no more than half still wait, and its 95 % range.

    The range holds the times at which the bands reach one half. Unknown when more than half
    still wait in the end.
    Source: Brookmeyer and Crowley 1982 (Biometrics 38:29).
    """
    halved = next((step.at for step in curve.steps if _reached(step.waiting)), None)
    if halved is None:
        return Unknown(Reason.TOO_FEW, "fewer than half have ended, so that half-time is not known")
    low = next(step.at for step in curve.steps if _reached(step.share.low))
    later = (step for step in curve.steps if step.at >= halved and _reached(step.share.high))
    high = next((step.at for step in later), None)
    widest = curve.longest if high is None else high
    estimate = Estimate(halved, low, widest, Spread.KAPLAN_MEIER)
    return Median(estimate, open_above=high is None)


def _reached(share: float) -> bool:
    """Allow for products such as 3/4 · 2/3, which come out a rounding error above one half."""
    return share <= 1 / 2 + _ROUNDING
