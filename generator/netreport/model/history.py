"""What happened between two exports, and how a number that moved is taken apart.

Takes nothing, gives types and the arithmetic between scores of two exports.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netreport.model.network import Network
from netreport.model.results import Estimate, Measured, Result
from netreport.model.strategy import Strategy


class Change(StrEnum):
    """What happened to a person between two exports, or to a request that was pending."""

    GAINED = "gained"
    LOST = "lost"
    RENAMED = "renamed"
    JOB = "job"
    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    RELEVANCE = "relevance"
    WOKE = "woke"
    FELL_SILENT = "fell_silent"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    PENDING = "pending"


class Relevance(StrEnum):
    """Whether the strategy wants a person, as `before` and `after` of a `RELEVANCE` have it."""

    YES = "relevant"
    NO = "not relevant"
    UNTOLD = "cannot be told"


class Doubt(StrEnum):
    """Why somebody who is not in both exports need not be new, or gone.

    It stands in `after` of a loss and in `before` of a gain. LinkedIn leaves only the day of a
    hidden member, so what can be told is how many of a day's people hid, and seldom who.
    """

    HIDDEN = "hidden"
    PERHAPS_HIDDEN = "perhaps hidden"
    PERHAPS_RENAMED = "perhaps renamed"


@dataclass(frozen=True, slots=True)
class Score:
    """What was said of one export: its numbers, and the ruler that they were measured with.

    `strategy_hash` as `strategy_hash` gives it, `classifier` as `facts.classifier`; `values` by
    the id of the metric, without those that were unknown.
    """

    as_of: date
    fingerprint: str
    strategy_hash: str
    classifier: str
    values: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Move:
    """How far a number moved, in its own unit: by the world, and by how it is measured.

    `ruler` is None where nobody noted what was said then.
    """

    world: float
    ruler: float | None


def split(recorded_before: Score | None, rescored_before: Score, now: Score) -> Mapping[str, Move]:
    """Take each number apart that both exports have under today's ruler.

    The world is today's export less the older one, both measured as today; the ruler is the older
    export as measured today less what was said of it then.
    """
    said = recorded_before.values if recorded_before else {}
    rescored = rescored_before.values
    return {
        name: Move(today.value - rescored[name].value, _difference(rescored[name], said.get(name)))
        for name, today in now.values.items()
        if name in rescored
    }


def _difference(now: Estimate, before: Estimate | None) -> float | None:
    return None if before is None else now.value - before.value


def score_of(
    network: Network, strategy: Strategy, classifier: str, results: Mapping[str, Result]
) -> Score:
    """Give what is said of a network, as it is recorded; `results` by the id of the metric."""
    values = {
        name: result.estimate for name, result in results.items() if isinstance(result, Measured)
    }
    hashed = strategy_hash(strategy)
    return Score(network.as_of, network.fingerprint, hashed, classifier, values)


def recorded(scores: Iterable[Score], network: Network) -> Score | None:
    """Give what was last said of an export, if anything was."""
    for score in scores:
        if (score.as_of, score.fingerprint) == (network.as_of, network.fingerprint):
            return score
    return None


def strategy_hash(strategy: Strategy) -> str:
    """Name a strategy by what it means: comments and the order of its keys make no difference."""
    meaning = json.dumps(strategy.model_dump(mode="json"), sort_keys=True)
    return hashlib.sha256(meaning.encode()).hexdigest()
