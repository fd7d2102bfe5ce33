"""Many networks side by side: what is told of each, and what a run came to.

Nothing here names anybody but the networks' owners, who go by a label or the name of a folder.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What a run did for a network."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the Overview's numbers as it is printed there.

    `value` is in the unit of the metric, to sort by, None where it is not known: `reason` says why.
    `change`: since the export before; empty where there is none. `line`: month and value of every
    export, the oldest first.
    """

    metric: str
    value: float | None
    number: str
    unit: str
    range: str
    change: str
    verdict: str
    verdict_title: str
    reason: str
    line: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the last good build said of a network.

    `day` and `before` are the export's and that of the one before, as exactly as a coach may know
    them; `before` is empty without one. `open` and `agreed` count what was discussed: without a
    decision, and decided but not done. `reviewed`: a coach has answered this very export.
    `names`: the coach's site names people in full.
    """

    label: str
    day: str
    before: str
    sorted_by: str
    verdict: str
    headlines: tuple[Headline, ...]
    open: int
    agreed: int
    reviewed: bool
    names: bool


@dataclass(frozen=True, slots=True)
class Client:
    """One network of a cohort. `told` is None where it was never built.

    `problem` and `remedy` say why a build failed, in words that are fit for the summary.
    """

    folder: str
    state: State
    told: Told | None
    problem: str = ""
    remedy: str = ""

    @property
    def label(self) -> str:
        """What the network goes by."""
        return self.told.label if self.told and self.told.label else self.folder
