"""Everything a report says, before a page says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netreport.model.advice import Advice
from netreport.model.history import Move, Score, split
from netreport.model.judging import Judged
from netreport.model.metrics import Metric
from netreport.model.network import Network
from netreport.model.results import Reason, Result, Unknown
from netreport.model.reviews import Discussion
from netreport.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Answer:
    """A metric's result, held against the owner's target."""

    metric: Metric
    result: Result
    judged: Judged

    @property
    def withheld(self) -> bool:
        """Whether the reader may not see it."""
        return isinstance(self.result, Unknown) and self.result.reason is Reason.WITHHELD


@dataclass(frozen=True, slots=True)
class History:
    """The scores of older exports, the oldest first, and of this one; all by today's strategy.

    `recorded`: what was said of each export at the time, by the strategy of the time.
    """

    before: tuple[Score, ...]
    now: Score
    recorded: Sequence[Score] = ()

    @property
    def moves(self) -> Mapping[str, Move]:
        """Give how far each number moved since the export before; none without one."""
        if not self.before:
            return {}
        last = self.before[-1]
        said = {(one.as_of, one.fingerprint): one for one in self.recorded}
        return split(said.get((last.as_of, last.fingerprint)), last, self.now)


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, what was asked and what came out; answers by metric id."""

    network: Network = field(repr=False)
    strategy: Strategy = field(repr=False)
    answers: Mapping[str, Answer]
    advice: Advice = field(repr=False)
    history: History = field(repr=False)
    discussion: Discussion = field(default_factory=Discussion, repr=False)
