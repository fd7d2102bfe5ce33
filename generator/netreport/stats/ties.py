"""How strong a tie is: what passed between two people, and how long ago.

Takes events as (weight, age) pairs. Gives points, to be compared among one owner's ties only.
"""

from collections.abc import Iterable
from math import exp2, fsum


def tie_strength(events: Iterable[tuple[float, float]], half_life: float) -> float:
    """Give Σ weight · 2^(-age / half_life): an event counts half after each half-life.

    Ages and half-life in one unit, such as days. No events give 0, in any order the same.
    Raises ValueError for a negative weight or age, and a half-life that is not above 0.
    Source: Granovetter 1973 for what makes a tie; the decay is netreport's own.
    """
    if not half_life > 0:
        raise ValueError(f"half-life {half_life}")
    return fsum(_left_of(weight, age / half_life) for weight, age in events)


def _left_of(weight: float, half_lives: float) -> float:
    if weight < 0 or half_lives < 0:
        raise ValueError(f"weight {weight}, {half_lives} half-lives ago")
    return weight * exp2(-half_lives)
