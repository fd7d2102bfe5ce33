"""Two rates held against each other, as far as the display rule lets them be.

Takes two pairs of counts. Gives the difference and the one sentence that may be printed of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from netreport.model.results import FEWEST_FOR_A_COMPARISON, Estimate, Reason, Unknown
from netreport.stats.intervals import Interval
from netreport.stats.shares import newcombe


class Finding(StrEnum):
    """What a comparison came to."""

    TOO_FEW = "too few to compare"
    NO_EVIDENCE = "no evidence of a difference"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A first rate less a second one, as a share of 1, or why they may not be compared."""

    difference: Estimate | Interval | Unknown

    @property
    def finding(self) -> Finding:
        """Find a difference only where its 95 % interval excludes 0."""
        match self.difference:
            case Unknown():
                return Finding.TOO_FEW
            case Estimate(low=low, high=high) | Interval(low=low, high=high):
                if low <= 0 <= high:
                    return Finding.NO_EVIDENCE
                return Finding.HIGHER if low > 0 else Finding.LOWER

    def sentence(self, first: str, second: str) -> str:
        """Word the finding about the two sides called so: what was seen, never why."""
        match self.difference:
            case Unknown(detail=detail):
                return f"Too few to compare {first} and {second}: {detail}."
            case Estimate() | Interval():
                return f"{self._headline(first, second)}: {in_points(self.difference)}."

    def _headline(self, first: str, second: str) -> str:
        if self.finding is Finding.NO_EVIDENCE:
            return f"No evidence of a difference between {first} and {second}"
        return f"{self.finding.capitalize()} for {first} than for {second}"


def compare(first_hits: int, first_total: int, second_hits: int, second_total: int) -> Comparison:
    """Compare two independent rates by the display rule, with Newcombe's 95 % interval.

    No comparison under 30 cases a side; no difference unless the interval excludes 0.
    Raises ValueError for hits that are not among their total; a total may be 0.
    Source: the display rule of the method page; Newcombe 1998 (see `newcombe`).
    """
    if not (0 <= first_hits <= first_total and 0 <= second_hits <= second_total):
        raise ValueError(f"{first_hits} of {first_total}, {second_hits} of {second_total}")
    if min(first_total, second_total) < FEWEST_FOR_A_COMPARISON:
        cases = f"{first_total} and {second_total} cases"
        detail = f"{cases}, want {FEWEST_FOR_A_COMPARISON} on each side"
        return Comparison(Unknown(Reason.TOO_FEW, detail))
    return Comparison(newcombe(first_hits, first_total, second_hits, second_total))


def in_points(difference: Estimate | Interval) -> str:
    """Print a difference of shares, as in "+35.0 points (95 % interval +21.3 to +46.9)"."""
    low, high = signed_points(difference.low), signed_points(difference.high)
    return f"{signed_points(difference.value)} points (95 % interval {low} to {high})"


def signed_points(difference: float) -> str:
    """Print a share of 1 as percentage points, with its sign and one decimal; 0.0 has no sign."""
    rounded = round(100 * difference, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"


def per_cent(share: float) -> str:
    """Print a share of 1, as in "12 %"; 0 % and 100 % only where it is exactly so."""
    whole = round(100 * share)
    if 0 < share < 1 and whole in {0, 100}:
        return "under 1 %" if whole == 0 else "over 99 %"
    return f"{whole} %"
