"""How alike two mixes of the same groups are: what is posted, and who reads it.

Takes two lists of amounts over the same groups, in the same order. Gives 0 to 1.
Every function raises ValueError for lists of unequal length, and for amounts that are negative,
not finite, or add up to nothing.
"""

from collections.abc import Iterator, Sequence
from math import fsum, log2

from netreport.stats.diversity import proportions


def overlap(first: Sequence[float], second: Sequence[float]) -> float:
    """Give 1 - ½ Σ |p - q|: the part that the two mixes share, 1 when they are the same.

    Source: Schoener 1968 (Ecology 49:704).
    """
    return max(0.0, 1 - fsum(abs(p - q) for p, q in _pairs(first, second)) / 2)


def jensen_shannon(first: Sequence[float], second: Sequence[float]) -> float:
    """Give Jensen and Shannon's divergence in bits: 0 for the same mix, 1 for nothing in common.

    ½ Σ p log₂(p/m) + ½ Σ q log₂(q/m) with m = (p + q) / 2; the divergence, not its root.
    Source: Lin 1991 (IEEE Transactions on Information Theory 37:145).
    """
    bits = fsum(_surprise(p, q) + _surprise(q, p) for p, q in _pairs(first, second)) / 2
    return min(1.0, max(0.0, bits))


def _pairs(first: Sequence[float], second: Sequence[float]) -> Iterator[tuple[float, float]]:
    return zip(proportions(first), proportions(second), strict=True)


def _surprise(part: float, other: float) -> float:
    return part * log2(2 * part / (part + other)) if part > 0 else 0.0
