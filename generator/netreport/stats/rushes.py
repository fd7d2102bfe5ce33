"""When far more came at once than usual.

Takes counts of weeks or months in order. Gives the stretches that stand out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count as from_count
from itertools import takewhile
from math import exp, fsum, lgamma, log
from statistics import median

BASELINE = 12
SHORTEST_BASELINE = 6
LEAST_Z = 6.0
LEAST_MULTIPLE = 3
LEAST_COUNT = 30
_NORMAL_MAD = 1.4826  # makes it a standard deviation where the values are normal
_NEGLIGIBLE = 1e-17


@dataclass(frozen=True, slots=True)
class Rush:
    """Periods `first` to `last` (places in the list, both included) with `count` in all.

    Of its highest period: `usual`, the median of the periods before; `z`, how many robust
    standard deviations it lies above; `chance`, of more than that if arrivals were Poisson.
    """

    first: int
    last: int
    count: int
    usual: float
    z: float
    chance: float


def rushes(
    counts: Sequence[int],
    *,
    least_z: float = LEAST_Z,
    least_multiple: float = LEAST_MULTIPLE,
    least_count: int = LEAST_COUNT,
) -> tuple[Rush, ...]:
    """Find the stretches of periods that stand out from the 6 to 12 periods before each.

    A period stands out that reaches all three: the robust z, so many times the median, and the
    count. Neighbours make one rush. The first 6 periods have too little before them.
    Raises ValueError for a negative count.
    Source: Iglewicz and Hoaglin 1993 (median and MAD); the limits are netreport's own.
    """
    if any(count < 0 for count in counts):
        raise ValueError("a negative count")
    found: list[Rush] = []
    for period in _compared(counts):
        least = max(least_multiple * period.usual, least_count)
        if period.z < least_z or period.count < least:
            continue
        if found and found[-1].last + 1 == period.first:
            found[-1] = _merged(found[-1], period)
        else:
            found.append(period)
    return tuple(found)


def _compared(counts: Sequence[int]) -> Iterator[Rush]:
    """Give every period that has enough before it, as if it were a rush."""
    for place in range(SHORTEST_BASELINE, len(counts)):
        count, before = counts[place], counts[max(0, place - BASELINE) : place]
        usual, z = median(before), robust_z(count, before)
        yield Rush(place, place, count, usual, z, poisson_tail(count, usual))


def _merged(rush: Rush, period: Rush) -> Rush:
    highest = max(rush, period, key=lambda one: one.z)
    return replace(highest, first=rush.first, last=period.last, count=rush.count + period.count)


def robust_z(count: float, before: Sequence[float]) -> float:
    """Give (count - median) / (1.4826 · MAD) against the values before, MAD taken as 1 at least.

    Without the floor a steady past would make the smallest change look enormous.
    Raises ValueError (StatisticsError) for no values before.
    """
    usual = median(before)
    deviation: float = median([abs(value - usual) for value in before])
    return (count - usual) / (_NORMAL_MAD * max(1, deviation))


def poisson_tail(count: int, mean: float) -> float:
    """Probability of more than `count` arrivals where `mean` are expected, each by itself.

    Too small for crowds that come together: a second opinion beside z, no more.
    Raises ValueError for a negative count or mean. Source: Poisson 1837.
    """
    if count < 0 or mean < 0:
        raise ValueError(f"{count} of {mean} expected")
    if mean == 0:
        return 0.0
    if count < mean:
        return max(0.0, 1 - fsum(_poisson(k, mean) for k in range(count + 1)))
    # Past the mean the terms only fall; summing them keeps tails far below 1e-16 exact.
    least = _poisson(count + 1, mean) * _NEGLIGIBLE
    terms = (_poisson(k, mean) for k in from_count(count + 1))
    counting: Iterator[float] = takewhile(lambda term: term > least, terms)
    return fsum(counting)


def _poisson(count: int, mean: float) -> float:
    return exp(count * log(mean) - mean - lgamma(count + 1))
