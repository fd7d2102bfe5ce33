"""A count as everybody was told it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A count that was told: what it was, and what was said, 0 where it was too small to say."""

    count: int
    shown: int
