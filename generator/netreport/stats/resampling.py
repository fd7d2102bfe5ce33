"""How far a number over groups could have come out otherwise, by chance.

Takes counts and a seed. Gives an `Estimate` with a bootstrap interval, the same each time.
"""

from collections.abc import Callable, Sequence
from random import Random

from netreport.model.results import Estimate, Spread
from netreport.stats.checks import check_amounts

RESAMPLES = 2000
FEWEST_RESAMPLES = 40  # of which one lies in either outer 2.5 %
_TOSSED_ONE_BY_ONE = 16


def bootstrap(
    counts: Sequence[int],
    statistic: Callable[[Sequence[int]], float],
    *,
    seed: int,
    resamples: int = RESAMPLES,
) -> Estimate:
    """Give a statistic of counts with its 95 % multinomial bootstrap interval (percentiles).

    The statistic must not mind the order of the counts; they are sorted, so that the same
    groups in another order give the same interval. Unit: the statistic's. The range is
    widened to its value where all resamples fall on one side, as they do for a maximum.
    Raises ValueError for counts that are negative or add up to nothing, fewer than 40 resamples.
    Source: Efron and Tibshirani 1993, chapter 13.
    """
    check_amounts(counts)
    if resamples < FEWEST_RESAMPLES:
        raise ValueError(f"{resamples} resamples")
    ordered, chance = sorted(counts, reverse=True), Random(seed)  # noqa: S311 - no secret
    value = statistic(ordered)
    drawn = sorted(statistic(_multinomial(chance, ordered)) for _ in range(resamples))
    outside = resamples // FEWEST_RESAMPLES
    low, high = drawn[outside], drawn[-1 - outside]
    return Estimate(value, min(low, value), max(high, value), Spread.BOOTSTRAP)


def _multinomial(chance: Random, counts: Sequence[int]) -> list[int]:
    """Draw as many again as there are, each group as likely as it is large."""
    left = rest = sum(counts)
    drawn = []
    for count in counts:
        hits = _binomial(chance, left, count / rest) if left else 0
        drawn.append(hits)
        left, rest = left - hits, rest - count
    return drawn


def _binomial(chance: Random, tosses: int, rate: float) -> int:
    """Count uniform numbers below `rate` by drawing only their median, again and again.

    Exact, in the order of log(tosses) steps. Source: Relles 1972 (JASA 67:612).
    """
    hits = 0
    while tosses > _TOSSED_ONE_BY_ONE and 0 < rate < 1:
        rank = tosses // 2 + 1
        median = chance.betavariate(rank, tosses + 1 - rank)
        if median < rate:
            hits, tosses, rate = hits + rank, tosses - rank, (rate - median) / (1 - median)
        else:
            tosses, rate = rank - 1, rate / median
    return hits + _tossed(chance, tosses, rate)


def _tossed(chance: Random, tosses: int, rate: float) -> int:
    if rate <= 0:
        return 0
    return tosses if rate >= 1 else sum(chance.random() < rate for _ in range(tosses))
