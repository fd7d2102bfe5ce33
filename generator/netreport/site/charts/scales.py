"""Places numbers on a line: values in, round steps and positions out; finite for finite values."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from netreport.model.results import Unit

MOST_STEPS = 4
FARTHEST = 1e300  # beyond it, differences of two values leave the range of numbers
CLOSEST = 1e-300  # a span below it is none
TELLABLE = 1e-9  # values that differ by less, as a share of their size, count as the same
ROUND, ROUND_AND_WHOLE = (1.0, 2.0, 2.5, 5.0, 10.0), (1.0, 2.0, 5.0, 10.0)
WHOLE = frozenset({Unit.PEOPLE, Unit.COUNT})


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from `start` to `end` for the values from `low` to `high`, which must differ."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the place of a value; one outside lies at the nearer end."""
        share = (within(value) - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def within(value: float) -> float:
    """Give a value that can be reckoned with."""
    return min(FARTHEST, max(-FARTHEST, value))


def steps(values: Iterable[float], unit: Unit) -> tuple[float, ...]:
    """Give two to seven round numbers, in order, that enclose all values.

    People and counts get whole numbers. Without values, or with zeros only: 0 and 1.
    """
    known = [within(value) for value in values] or [0.0]
    low, high = min(known), max(known)
    span = max(high - low, TELLABLE * max(-low, high))
    step = 1.0 if span < CLOSEST else _step(span / MOST_STEPS, unit)
    first, last = floor(low / step), ceil(high / step)
    return tuple(float(f"{count * step:.12g}") for count in range(first, max(last, first + 1) + 1))


def _step(least: float, unit: Unit) -> float:
    """Give the smallest round number that is `least` or a hair below it."""
    magnitude = 10.0 ** floor(log10(least))
    sizes: tuple[float, ...] = ROUND
    if unit in WHOLE and magnitude <= 1:
        magnitude, sizes = 1.0, ROUND_AND_WHOLE
    return next(size * magnitude for size in sizes if size * magnitude >= least * (1 - 1e-9))
