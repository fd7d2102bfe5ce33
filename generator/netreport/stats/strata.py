"""Two rates compared within groups, so that a different mix of groups cannot pass for a difference.

Takes counts for each group. Gives pooled differences and ratios, and which one leads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

from netreport.model.results import Estimate, Reason, Unknown
from netreport.stats.comparisons import Comparison, Finding, compare, in_points, signed_points
from netreport.stats.intervals import Z95, Interval, rate_variance, within_one

_ROUNDING = 1e-15


@dataclass(frozen=True, slots=True)
class Layer:
    """One group: hits and total of the first side and of the second. A side may be empty.

    Raises ValueError for hits that are not among their total.
    """

    first_hits: int
    first_total: int
    second_hits: int
    second_total: int

    def __post_init__(self) -> None:
        """Refuse hits that are no part of their total."""
        first_fits = 0 <= self.first_hits <= self.first_total
        if not (first_fits and 0 <= self.second_hits <= self.second_total):
            raise ValueError(f"not counts of a group: {self}")


@dataclass(frozen=True, slots=True)
class Guarded:
    """Two rates compared twice: as they look over everybody, and like with like."""

    crude: Comparison
    within: Comparison

    @property
    def reversed(self) -> bool:
        """Say whether the two differences point opposite ways."""
        match self.crude.difference, self.within.difference:
            case Estimate(value=crude), Interval(value=within):
                return crude * within < -_ROUNDING
            case _:
                return False

    @property
    def leading(self) -> Comparison:
        """Give the comparison to print first: like with like once the crude one misleads."""
        return self.within if self.reversed else self.crude

    def sentence(self, first: str, second: str) -> str:
        """Word the leading comparison of the sides called so, and what the other one says."""
        leading = self.leading.sentence(first, second)
        match self.crude.difference, self.within.difference:
            case Estimate(value=crude), Interval() if self.reversed:
                return (
                    f"{leading} This compares like with like; over everybody it looks the other "
                    f"way round, {signed_points(crude)} points, as the sides are mixed differently."
                )
            case Estimate(), Interval() as within:
                return f"{leading} Like with like it is {in_points(within)}."
            case Estimate(), Unknown(detail=detail):
                return f"{leading} It cannot be compared like with like: {detail}."
            case _:
                return leading


def simpson_guard(layers: Sequence[Layer]) -> Guarded:
    """Compare two rates over everybody (Newcombe) and within groups (Mantel-Haenszel).

    Both by the display rule: under 30 cases a side there is neither.
    Source: Simpson 1951 (Journal of the Royal Statistical Society B 13:238).
    """
    crude = compare(
        sum(layer.first_hits for layer in layers),
        sum(layer.first_total for layer in layers),
        sum(layer.second_hits for layer in layers),
        sum(layer.second_total for layer in layers),
    )
    too_few = crude.finding is Finding.TOO_FEW
    return Guarded(crude, crude if too_few else Comparison(risk_difference(layers)))


def risk_difference(layers: Sequence[Layer]) -> Interval | Unknown:
    """Difference first - second within groups, as a share of 1, with its 95 % interval.

    Σ w (p₁ - p₂) / Σ w with w = n₁n₂/(n₁ + n₂). Groups without cases of both sides say nothing
    and are left out; Unknown when none is left.
    Source: Mantel and Haenszel 1959; Greenland and Robins 1985 (Biometrics 41:55).
    """
    both = _two_sided(layers)
    if not both:
        return Unknown(Reason.TOO_FEW, "no group has cases of both sides")
    weights = [n1 * n2 / (n1 + n2) for _, n1, _, n2 in both]
    weight = fsum(weights)
    value = fsum(w * (k1 / n1 - k2 / n2) for w, (k1, n1, k2, n2) in zip(weights, both, strict=True))
    variance = fsum(
        w**2 * (rate_variance(k1, n1) + rate_variance(k2, n2))
        for w, (k1, n1, k2, n2) in zip(weights, both, strict=True)
    )
    return within_one(value / weight, variance / weight**2)


def odds_ratio(layers: Sequence[Layer]) -> Interval | Unknown:
    """Odds ratio first to second within groups, with its 95 % interval; above 0, 1 for the same.

    Σ ad/n / Σ bc/n, where a and c are hits, b and d are not. Unknown when either sum is 0.
    Source: Mantel and Haenszel 1959 (JNCI 22:719); Robins, Breslow and Greenland 1986.
    """
    terms = [_odds_terms(*layer) for layer in _two_sided(layers)]
    above, below, first, middle, last = map(fsum, zip(*terms, strict=True)) if terms else [0.0] * 5
    if not (above and below):
        return Unknown(Reason.TOO_FEW, "one side has only hits, or none, so odds have no ratio")
    variance = (first / above**2 + middle / (above * below) + last / below**2) / 2
    centre, half = log(above / below), Z95 * sqrt(variance)
    return Interval(above / below, exp(centre - half), exp(centre + half))


def _odds_terms(k1: int, n1: int, k2: int, n2: int) -> tuple[float, ...]:
    """Give what a group adds to the two sums of the ratio and to the three of its variance."""
    along, across = (k1 + n2 - k2) / (n1 + n2), (n1 - k1 + k2) / (n1 + n2)
    above, below = k1 * (n2 - k2) / (n1 + n2), (n1 - k1) * k2 / (n1 + n2)
    return above, below, along * above, along * below + across * above, across * below


def _two_sided(layers: Sequence[Layer]) -> list[tuple[int, int, int, int]]:
    return [
        (layer.first_hits, layer.first_total, layer.second_hits, layer.second_total)
        for layer in layers
        if layer.first_total and layer.second_total
    ]
