"""What a verdict is: a result held against a target of the strategy."""

from dataclasses import dataclass
from enum import StrEnum

from netreport.model.strategy import Target


class Verdict(StrEnum):
    """How a result stands to its target. A range that spans the target is UNCLEAR."""

    MET = "met"
    MISSED = "missed"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"
    NO_TARGET = "no target"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and the target that it was given against, if there is one."""

    verdict: Verdict
    target: Target | None
