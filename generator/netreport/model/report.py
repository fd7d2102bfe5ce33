"""Everything a report says, before a page says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netreport.model.judging import Judged
from netreport.model.metrics import Metric
from netreport.model.network import Network
from netreport.model.results import Result
from netreport.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Answer:
    """A metric's result, held against the owner's target."""

    metric: Metric
    result: Result
    judged: Judged


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, what was asked and what came out; answers by metric id."""

    network: Network = field(repr=False)
    strategy: Strategy = field(repr=False)
    answers: Mapping[str, Answer]
