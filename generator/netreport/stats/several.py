"""Several rates held against each other, where chance has several chances to mislead.

Takes counts by name. Gives every pair, with p-values that allow for how many pairs there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from netreport.stats.comparisons import Comparison, Finding, compare
from netreport.stats.significance import fisher_exact, holm

LEVEL = 0.05
MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two named rates of `n` cases compared. `p`: Fisher's, after Holm; 1 where too few."""

    first: str
    second: str
    n: int
    comparison: Comparison
    p: float

    @property
    def finding(self) -> Finding:
        """Find a difference only where its interval and the adjusted p-value agree on it."""
        alone = self.comparison.finding
        differ = alone in {Finding.HIGHER, Finding.LOWER}
        return Finding.NO_EVIDENCE if differ and self.p >= LEVEL else alone

    @property
    def sentence(self) -> str:
        """Word the finding; only for a difference that was found, or a single pair."""
        return self.comparison.sentence(self.first, self.second)


def pairwise(*families: Mapping[str, tuple[int, int]]) -> tuple[Pair, ...]:
    """Compare each two rates of a family, given as (hits, total) by name, in the order they came.

    Holm's allowance is for the pairs of all families together. Pairs with fewer than 30 cases on a
    side are not compared and do not count among the several.
    Raises ValueError for hits that are not among their total. Source: Holm 1979.
    """
    pairs = [pair for rates in families for pair in combinations(rates.items(), 2)]
    compared = [compare(*first, *second) for (_, first), (_, second) in pairs]
    enough = [comparison.finding is not Finding.TOO_FEW for comparison in compared]
    p_values = [
        fisher_exact(*first, *second)
        for ((_, first), (_, second)), fit in zip(pairs, enough, strict=True)
        if fit
    ]
    adjusted = iter(holm(p_values))
    return tuple(
        Pair(a, b, first[1] + second[1], comparison, next(adjusted) if fit else 1.0)
        for ((a, first), (b, second)), comparison, fit in zip(pairs, compared, enough, strict=True)
    )


def told(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Give the sentences of several comparisons: the surest differences, and how many others."""
    found = sorted(
        (pair for pair in pairs if pair.finding in {Finding.HIGHER, Finding.LOWER}),
        key=lambda pair: pair.p,
    )
    counts = {
        "A difference shows in {}, too": len(found[MOST_TOLD:]),
        "No evidence of a difference in {}": _count(pairs, Finding.NO_EVIDENCE),
        "Too few cases (30 on each side) in {}": _count(pairs, Finding.TOO_FEW),
    }
    rest = (text.format(_of(count, pairs)) for text, count in counts.items() if count)
    return (*(pair.sentence for pair in found[:MOST_TOLD]), *(f"{text}." for text in rest))


def _count(pairs: Sequence[Pair], finding: Finding) -> int:
    return sum(pair.finding is finding for pair in pairs)


def _of(count: int, pairs: Sequence[Pair]) -> str:
    return f"{count} of {len(pairs)} comparisons" if len(pairs) > 1 else "the only comparison"
