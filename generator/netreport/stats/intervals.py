"""What large-sample intervals are made of.

Takes counts; gives the variance of a rate, and the shape of an interval.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from netreport.stats.checks import check_part

Z95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Interval:
    """A number with its large-sample 95 % interval: low <= value <= high, or ValueError."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse an interval that does not hold its value."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"not an interval: {self.low} <= {self.value} <= {self.high}")


def within_one(value: float, variance: float) -> Interval:
    """Give value ± 1.96 √variance, all held to -1 and 1."""
    half = Z95 * sqrt(variance)
    low, middle, high = (max(-1.0, min(1.0, x)) for x in (value - half, value, value + half))
    return Interval(middle, low, high)


def rate_variance(hits: int, total: int) -> float:
    """Variance p(1-p)/n of a rate, which is not 0 only because all, or none, were hits.

    There p is taken from four imagined cases more, two of them hits, so that no interval
    collapses to a point. Raises ValueError unless 0 <= hits <= total and total > 0.
    Source: Agresti and Coull 1998 (American Statistician 52:119) for the four cases.
    """
    check_part(hits, total)
    rate = hits / total if 0 < hits < total else (hits + 2) / (total + 4)
    return rate * (1 - rate) / total
