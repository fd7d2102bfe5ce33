"""What was promised, beside what was measured. Times are seconds of computing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench.size.ours import Built, Weights

SMALL, LARGE = 5_000, 30_000
OWN_SECONDS, OWN_MEMORY = 3.0, 500.0
OVER_FLOOR = {SMALL: 1.5, LARGE: 2.0}
REBUILD = 3.0
HELP_MILLISECONDS = 150.0
USABLE_MILLISECONDS = 1000.0
BENT = 1.2  # how much dearer a later message may be, and heavier a larger network's pages


@dataclass(slots=True)
class Figures:
    """What a run came to. By connections; `per_message`: microseconds in the order of size."""

    builds: dict[int, Built] = field(default_factory=dict)
    floors: dict[int, float] = field(default_factory=dict)
    weights: dict[int, Weights] = field(default_factory=dict)
    per_message: Sequence[float] = ()
    rebuild: float | None = None
    help_milliseconds: float | None = None
    usable_milliseconds: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: the figure, its limit, and whether the figure must stay below it."""

    name: str
    figure: float
    limit: float
    unit: str = ""
    at_most: bool = True

    def __str__(self) -> str:
        """Give the target's line of the table."""
        kept = self.figure <= self.limit if self.at_most else self.figure >= self.limit
        sign = "<=" if self.at_most else ">="
        verdict = "reached" if kept else "NOT reached"
        return f"{self.name:52} {self.figure:9.2f} {sign} {self.limit:7.2f} {self.unit:3} {verdict}"


def targets(told: Figures) -> Iterator[Target]:
    """Give every target that the run can answer."""
    if LARGE in told.builds:
        large = told.builds[LARGE]
        yield Target("read, measure, advise, render at 30,000", large.own, OWN_SECONDS, "s")
        yield Target("the same, most memory of the whole build", large.cost.peak, OWN_MEMORY, "MB")
    for size, limit in OVER_FLOOR.items():
        if size in told.builds:
            ratio = told.builds[size].cost.cpu / told.floors[size]
            yield Target(f"whole build / plain MkDocs at {size:,}", ratio, limit)
    if told.per_message:
        first, last = told.per_message[0], told.per_message[-1]
        yield Target("a later message / an earlier one, in time", last / first, BENT)
    yield from _weights(told.weights)
    if told.rebuild is not None:
        name = "cold build / rebuild with another strategy"
        yield Target(name, told.rebuild, REBUILD, at_most=False)
    if told.help_milliseconds is not None:
        yield Target("netreport --help", told.help_milliseconds, HELP_MILLISECONDS, "ms")
    if told.usable_milliseconds is not None:
        name = "People usable in Chromium at 30,000 (by the clock)"
        yield Target(name, told.usable_milliseconds, USABLE_MILLISECONDS, "ms")


def _weights(weighed: Mapping[int, Weights]) -> Iterator[Target]:
    if {SMALL, LARGE} <= weighed.keys():
        small, large = weighed[SMALL], weighed[LARGE]
        yield Target("pages at 30,000 less pages at 5,000", abs(large.pages - small.pages), 0)
        yield Target("their weight, 30,000 / 5,000", large.together / small.together, BENT)
