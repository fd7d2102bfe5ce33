"""What a sample that the owner labelled says about labels that the tool gave.

Takes counts and error rates of a classifier. Gives shares from 0 to 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    Estimate,
    Reason,
    Spread,
    Unknown,
)
from netreport.stats.checks import check_part
from netreport.stats.intervals import Z95, rate_variance

LEAST_DISCERNMENT = 0.2


@dataclass(frozen=True, slots=True)
class Stratum:
    """People given one label, of whom `sampled` were looked at and `hits` found to be so.

    Raises ValueError unless 0 <= hits <= sampled <= people and people > 0.
    """

    people: int
    hits: int
    sampled: int

    def __post_init__(self) -> None:
        """Refuse a sample that is no part of its people."""
        check_part(self.sampled, self.people)
        if not 0 <= self.hits <= self.sampled:
            raise ValueError(f"{self.hits} hits among {self.sampled}")


def audit(strata: Sequence[Stratum]) -> Estimate | Unknown:
    """Estimate the share of hits among the people of all strata, with its 95 % interval.

    R = Σ (Nₕ/N) pₕ, variance Σ (Nₕ/N)² pₕ(1-pₕ)/nₕ. Not corrected for finite strata, so the
    interval is rather too wide than too narrow. Unknown when a stratum has fewer than 30
    labels, unless it has no more people. Raises ValueError for no strata.
    Source: Cochran, Sampling Techniques, chapter 5.
    """
    if not strata:
        raise ValueError("no strata")
    for stratum in strata:
        wanted = min(FEWEST_FOR_A_COMPARISON, stratum.people)
        if stratum.sampled < wanted:
            return Unknown(Reason.TOO_FEW, f"{stratum.sampled} labels in a group, want {wanted}")
    return _stratified(strata)


def _stratified(strata: Sequence[Stratum]) -> Estimate:
    everyone = sum(stratum.people for stratum in strata)
    value, variance = 0.0, 0.0
    for stratum in strata:
        weight = stratum.people / everyone
        value += weight * stratum.hits / stratum.sampled
        variance += weight**2 * rate_variance(stratum.hits, stratum.sampled)
    value, half = min(1.0, value), Z95 * sqrt(variance)
    return Estimate(value, max(0.0, value - half), min(1.0, value + half), Spread.AUDIT)


def discerns(sensitivity: float, specificity: float) -> bool:
    """Say whether a classifier is far enough from guessing for `rogan_gladen` to mean something.

    Youden's sensitivity + specificity - 1 is to reach 0.2: the correction divides by it, and at
    0.2 an error of one point has already become five.
    """
    return sensitivity + specificity - 1 >= LEAST_DISCERNMENT


def rogan_gladen(observed: float, sensitivity: float, specificity: float) -> float:
    """Correct an observed share for a classifier's known errors: the share that is truly so.

    (observed + specificity - 1) / (sensitivity + specificity - 1), held to 0 and 1. It rises
    with `observed`, so the ends of a range may be corrected one by one. Raises ValueError
    for shares outside 0 to 1, and when the classifier hardly `discerns`.
    Source: Rogan and Gladen 1978 (American Journal of Epidemiology 107:71).
    """
    if not all(0 <= rate <= 1 for rate in (observed, sensitivity, specificity)):
        raise ValueError(f"not shares: {observed}, {sensitivity}, {specificity}")
    if not discerns(sensitivity, specificity):
        raise ValueError(f"too near to guessing: {sensitivity} + {specificity}")
    corrected = (observed + specificity - 1) / (sensitivity + specificity - 1)
    return min(1.0, max(0.0, corrected))
