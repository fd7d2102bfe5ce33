"""Draws by lot that come out the same on every machine, in every Python version and locale."""

import random
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chance:
    """A stream of draws.

    Rests on `random()` alone, the one method whose numbers Python promises not to change.
    """

    draw: Callable[[], float]

    def below(self, end: int) -> int:
        """Give a whole number from 0 to `end` - 1; `end` is at least 1."""
        return int(self.draw() * end)

    def between(self, low: int, high: int) -> int:
        """Give a whole number from `low` to `high`, both possible."""
        return low + int(self.draw() * (high - low + 1))

    def early(self, end: int) -> int:
        """Give a number from 0 to `end` - 1, the small ones more often than the large."""
        part = self.draw()
        return int(part * part * end)

    def happens(self, share: float) -> bool:
        """Say yes in `share` (0 to 1) of all cases."""
        return self.draw() < share

    def pick(self, choices: Sequence[T]) -> T:
        """Give one of `choices`, of which there is at least one."""
        return choices[int(self.draw() * len(choices))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """Give `things` in another order."""
        order = sorted((self.draw(), place) for place in range(len(things)))
        return [things[place] for _, place in order]


def chance(*seed: object) -> Chance:
    """Give the stream that belongs to `seed`, whose parts must print the same everywhere."""
    text = "/".join(str(part) for part in seed)
    return Chance(random.Random(text).random)  # noqa: S311 (invents people, guards nothing)


@dataclass(frozen=True, slots=True)
class Urn(Generic[T]):
    """Things to draw in proportion to their weights."""

    things: tuple[T, ...]
    sums: tuple[float, ...]

    def draw(self, by: Chance) -> T:
        """Give one of the things."""
        return self.things[bisect(self.sums, by.draw() * self.sums[-1])]


def urn(weights: Mapping[T, float]) -> Urn[T]:
    """Give the urn that holds the keys of `weights`, at least one of them above 0."""
    return Urn(tuple(weights), tuple(accumulate(weights.values())))


def apportioned(total: int, weights: Sequence[float]) -> list[int]:
    """Split `total` in proportion to `weights` so that the parts add up to it (largest remainder).

    `total` is at least 0, and so are the weights, of which one is above 0.
    """
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
