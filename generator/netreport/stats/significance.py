"""Whether rates that differ could do so by chance.

Takes counts. Gives p-values from 0 to 1, and the direction of a trend.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, fsum, lgamma, sqrt

from netreport.stats.checks import check_part

_ROUNDING = 1e-7


@dataclass(frozen=True, slots=True)
class Trend:
    """A z-score, negative for a falling rate, and its two-sided p-value."""

    z: float
    p: float


def fisher_exact(first_hits: int, first_total: int, second_hits: int, second_total: int) -> float:
    """Two-sided p-value for two rates being one, by Fisher's exact test.

    Adds up the probabilities of all tables with the same margins that are no likelier than
    this one. Raises ValueError for hits not among their total, or a total of 0.
    Source: Fisher 1935 (Journal of the Royal Statistical Society 98:39).
    """
    check_part(first_hits, first_total)
    check_part(second_hits, second_total)
    hits, everyone = first_hits + second_hits, first_total + second_total
    possible = range(max(0, hits - second_total), min(hits, first_total) + 1)
    ways = {k: _log_ways(first_total, k) + _log_ways(second_total, hits - k) for k in possible}
    seen, all_ways = ways[first_hits], _log_ways(everyone, hits)
    as_rare = (way for way in ways.values() if way <= seen + _ROUNDING)
    return min(1.0, fsum(exp(way - all_ways) for way in as_rare))


def _log_ways(total: int, chosen: int) -> float:
    return lgamma(total + 1) - lgamma(chosen + 1) - lgamma(total - chosen + 1)


def two_sided(z: float) -> float:
    """Give the two-sided p-value of a z-score."""
    return erfc(abs(z) / sqrt(2))


def cochran_armitage(rows: Sequence[tuple[float, int, int]]) -> Trend:
    """Test whether a rate rises or falls along a score, such as the year.

    A row is (score, hits, total). z = Σ t(k - n p) / √(p(1-p)(Σ n t² - (Σ n t)²/N)); only the
    distances of the scores count. No trend (z 0, p 1) when all, or none, were hits, because
    then every order of the cases looks the same. Raises ValueError for hits not among their
    total, a total of 0, or fewer than two different scores.
    Source: Cochran 1954 (Biometrics 10:417); Armitage 1955 (Biometrics 11:375).
    """
    for _, hits, total in rows:
        check_part(hits, total)
    if len({score for score, _, _ in rows}) <= 1:
        raise ValueError("a trend takes two different scores")
    everyone = sum(total for _, _, total in rows)
    rate = sum(hits for _, hits, _ in rows) / everyone
    # Scores are taken from their mean, as the squares of years would drown the differences.
    mean = fsum(score * total for score, _, total in rows) / everyone
    slope = fsum((score - mean) * (hits - total * rate) for score, hits, total in rows)
    spread = rate * (1 - rate) * fsum((score - mean) ** 2 * total for score, _, total in rows)
    z = slope / sqrt(spread) if spread > 0 else 0.0
    return Trend(z, two_sided(z))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Adjust p-values for being several, in the order they came: Holm's step-down.

    The i-th smallest of m is multiplied by m - i + 1, and never falls below the one before.
    Raises ValueError for a p-value outside 0 to 1. Source: Holm 1979 (Scand J Statist 6:65).
    """
    if not all(0 <= p <= 1 for p in p_values):
        raise ValueError("a p-value outside 0 to 1")
    adjusted, least = list(p_values), 0.0
    rising = sorted(range(len(p_values)), key=p_values.__getitem__)
    for rank, index in enumerate(rising):
        least = max(least, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = least
    return tuple(adjusted)
