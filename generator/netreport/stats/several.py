"""Several rates held against each other, where chance has several chances to mislead.

Takes counts by name. Gives every pair, with p-values that allow for how many pairs there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from netreport.stats.comparisons import Comparison, Finding, compare
from netreport.stats.significance import fisher_exact, holm

LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """Two named rates compared. `p`: Fisher's, adjusted by Holm; 1 where there are too few."""

    first: str
    second: str
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


def pairwise(rates: Mapping[str, tuple[int, int]]) -> tuple[Pair, ...]:
    """Compare each two rates, given as (hits, total) by name, in the order they came.

    Pairs with fewer than 30 cases on a side are not compared and do not count among the several.
    Raises ValueError for hits that are not among their total. Source: Holm 1979.
    """
    pairs = list(combinations(rates.items(), 2))
    compared = [(a, b, compare(*first, *second)) for (a, first), (b, second) in pairs]
    enough = [comparison.finding is not Finding.TOO_FEW for _, _, comparison in compared]
    p_values = [
        fisher_exact(*first, *second)
        for ((_, first), (_, second)), fit in zip(pairs, enough, strict=True)
        if fit
    ]
    adjusted = iter(holm(p_values))
    return tuple(
        Pair(a, b, comparison, next(adjusted) if fit else 1.0)
        for (a, b, comparison), fit in zip(compared, enough, strict=True)
    )


def told(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """Give the sentences of several comparisons: each difference, then how many showed none."""
    found = [pair.sentence for pair in pairs if pair.finding in {Finding.HIGHER, Finding.LOWER}]
    alike = sum(pair.finding is Finding.NO_EVIDENCE for pair in pairs)
    few = sum(pair.finding is Finding.TOO_FEW for pair in pairs)
    if alike:
        found.append(f"No evidence of a difference in {_of(alike, pairs)}.")
    if few:
        found.append(f"Too few to compare in {_of(few, pairs)}: it takes 30 on each side.")
    return tuple(found)


def _of(count: int, pairs: Sequence[Pair]) -> str:
    return f"{count} of {len(pairs)} comparisons" if len(pairs) > 1 else "the only comparison"
