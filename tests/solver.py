"""An attacker with pencil and paper: bounds on whole numbers, tightened until nothing moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

MOST_ROUNDS = 200


@dataclass
class Solver:
    """Knows for each unknown count the least and the most that it can be."""

    least: dict[str, float] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)
    sums: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def know(self, name: str, least: float, most: float) -> None:
        """Learn bounds of a count; what was known before stays known."""
        self.least[name] = max(self.least.get(name, 0), least)
        self.most[name] = min(self.most.get(name, inf), most)

    def know_sum(self, whole: str, parts: Iterable[str]) -> None:
        """Learn that parts add up to a whole."""
        names = (whole, *parts)
        for name in names:
            self.know(name, 0, inf)
        self.sums.append((whole, names[1:]))

    def solve(self) -> None:
        """Tighten all bounds; raises AssertionError where what was told cannot be true."""
        for _ in range(MOST_ROUNDS):
            before = (dict(self.least), dict(self.most))
            for whole, parts in self.sums:
                self._tighten(whole, parts)
            if before == (self.least, self.most):
                return

    def _tighten(self, whole: str, parts: Sequence[str]) -> None:
        low, high = self._total(self.least, parts), self._total(self.most, parts)
        self.know(whole, low, high)
        for part in parts:
            others = [one for one in parts if one != part]
            least = self.least[whole] - self._total(self.most, others)
            self.know(part, least, self.most[whole] - self._total(self.least, others))
            assert self.least[part] <= self.most[part], part

    @staticmethod
    def _total(bounds: dict[str, float], names: Sequence[str]) -> float:
        return sum(bounds[name] for name in names)

    def choices(self, name: str) -> float:
        """Count the values that a count can still have."""
        return self.most[name] - self.least[name] + 1
