"""Shares and their ranges: bounds for what is unknown, intervals for what is chance.

Takes counts. Gives an `Estimate` from 0 to 1, or from -1 to 1 for a difference of two shares.
"""

from math import hypot, sqrt

from netreport.model.results import Estimate, Spread, exactly
from netreport.stats.checks import check_part
from netreport.stats.intervals import Z95

WIDEST_HEADLINE = 0.10
_ROUNDING = 1e-12


def share(*, hits: int, known: int, unknown: int) -> Estimate:
    """Share of the known, with its bounds as if none, or all, of the unknown were hits too.

    value = hits / known, low = hits / (known + unknown), high = (hits + unknown) /
    (known + unknown): Manski's bounds. Exact when nothing is unknown.
    Raises ValueError for nobody known, or hits that are not among the known.
    Source: Manski 1989 (Journal of Human Resources 24:343).
    """
    check_part(hits, known)
    if unknown < 0:
        raise ValueError(f"{unknown} unknown")
    if unknown == 0:
        return exactly(hits / known)
    everyone = known + unknown
    return Estimate(hits / known, hits / everyone, (hits + unknown) / everyone, Spread.LEFT_OUT)


def complement(estimate: Estimate) -> Estimate:
    """Give the share of the others, 1 - share, with its range turned round."""
    low, high = 1 - estimate.high, 1 - estimate.low
    return Estimate(1 - estimate.value, low, high, estimate.spread)


def wilson(hits: int, total: int) -> Estimate:
    """Rate of a process seen `total` times, with its 95 % score interval.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). Raises ValueError unless
    0 <= hits <= total and total > 0.
    Source: Wilson 1927 (JASA 22:209); Brown, Cai and DasGupta 2001.
    """
    check_part(hits, total)
    rate, weight = hits / total, Z95**2 / total
    centre = (rate + weight / 2) / (1 + weight)
    half = sqrt(rate * (1 - rate) * weight + weight**2 / 4) / (1 + weight)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Estimate(rate, min(low, rate), max(high, rate), Spread.WILSON)


def newcombe(first_hits: int, first_total: int, second_hits: int, second_total: int) -> Estimate:
    """Difference first - second of two independent rates, with its 95 % hybrid score interval.

    The distances from each rate to its Wilson limits, added in squares (method 10).
    A share of 1, to be printed as percentage points. Raises ValueError as `wilson` does.
    Source: Newcombe 1998 (Statistics in Medicine 17:873).
    """
    first, second = wilson(first_hits, first_total), wilson(second_hits, second_total)
    difference = first.value - second.value
    below = hypot(first.value - first.low, second.high - second.value)
    above = hypot(first.high - first.value, second.value - second.low)
    low, high = max(-1.0, difference - below), min(1.0, difference + above)
    return Estimate(difference, low, high, Spread.NEWCOMBE)


def fit_for_headline(estimate: Estimate) -> bool:
    """Say whether a share is known closely enough for a headline: to 10 points either way."""
    return (estimate.high - estimate.low) / 2 <= WIDEST_HEADLINE + _ROUNDING
