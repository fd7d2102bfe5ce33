"""How a whole is spread over its groups: many voices, or a few.

Takes amounts, one for each group, in any order. Gives nats, effective numbers, or 0 to 1.
Every function raises ValueError for amounts that are negative, not finite, or add up to nothing.
"""

from collections.abc import Sequence
from math import exp, fsum, inf, log

from netreport.stats.checks import check_amounts

_AS_GOOD_AS_ONE = 1e-8


def proportions(amounts: Sequence[float]) -> list[float]:
    """Divide each amount by their sum."""
    check_amounts(amounts)
    total = fsum(amounts)
    return [amount / total for amount in amounts]


def entropy(amounts: Sequence[float]) -> float:
    """Give Shannon's H = -Σ p ln p, in nats: 0 for one group, ln S for S equal ones.

    Source: Shannon 1948.
    """
    return max(0.0, -fsum(part * log(part) for part in proportions(amounts) if part > 0))


def miller_madow(counts: Sequence[int]) -> float:
    """Give the entropy of counts in nats, with the bias of a small sample taken out.

    H + (S - 1) / 2n over the S groups that were seen. Source: Miller 1955.
    """
    seen = sum(count > 0 for count in counts)
    return entropy(counts) + (seen - 1) / (2 * sum(counts))


def hill(amounts: Sequence[float], order: float = 1.0) -> float:
    """Give Hill's D = (Σ p^q)^(1/(1-q)): how many equal groups would be as diverse.

    Order 0 counts the groups, 1 is e^H, 2 is 1/Σp², infinity 1/max p; the higher the order,
    the less the small groups count. Raises ValueError for a negative order, too.
    Source: Hill 1973 (Ecology 54:427); Jost 2006 (Oikos 113:363).
    """
    if not order >= 0:
        raise ValueError(f"order {order}")
    if abs(order - 1) < _AS_GOOD_AS_ONE:
        return exp(entropy(amounts))
    parts = [part for part in proportions(amounts) if part > 0]
    largest = max(parts)
    if order == inf:
        return 1 / largest
    # The largest part is taken out of the sum: p^q alone would vanish at a high order.
    total = log(fsum((part / largest) ** order for part in parts)) + order * log(largest)
    return exp(total / (1 - order))


def coherence(amounts: Sequence[float], groups: int) -> float:
    """Give C = 1 - H / ln K: 1 when all are of one group, 0 when evenly of all K possible ones.

    K is fixed by the taxonomy, not by the groups that occur, so that networks compare.
    Raises ValueError, too, for K < 2 and for more groups than K.
    """
    if groups < max(2, sum(amount > 0 for amount in amounts)):
        raise ValueError(f"{groups} possible groups")
    return min(1.0, max(0.0, 1 - entropy(amounts) / log(groups)))


def hhi(amounts: Sequence[float]) -> float:
    """Give Herfindahl and Hirschman's Σ p²: 1/S for S equal groups, 1 for a single one.

    Source: Hirschman 1964 (American Economic Review 54:761).
    """
    return min(1.0, fsum(part**2 for part in proportions(amounts)))


def gini(amounts: Sequence[float]) -> float:
    """Give Gini's coefficient Σ (2i - n - 1) xᵢ / (n Σ x), the amounts in rising order.

    0 when all are equal, (n - 1) / n when one has everything: without small-sample correction.
    Source: Gini 1912; Sen 1973.
    """
    parts = sorted(proportions(amounts))
    n = len(parts)
    return max(0.0, fsum((2 * i - n - 1) * part for i, part in enumerate(parts, start=1)) / n)


def top_share(amounts: Sequence[float], top: int) -> float:
    """Give the share, 0 to 1, that the `top` largest groups hold. Raises ValueError if top < 1."""
    if top < 1:
        raise ValueError(f"top {top}")
    return min(1.0, fsum(sorted(proportions(amounts), reverse=True)[:top]))
