"""How a number went over all exports: what a line in a cell, or a chart, is drawn through."""

from netreport.metrics import METRICS
from netreport.model.history import Score
from netreport.model.report import History
from netreport.model.results import Part

FEWEST = 3  # exports: two numbers and their difference say more than a line between two points


def course(name: str, history: History) -> tuple[Part, ...]:
    """Give a metric's number at each export that has it, the oldest first; labels are days."""
    scores = (*history.before, history.now)
    return tuple(_point(name, one) for one in scores if name in one.values)


def _point(name: str, score: Score) -> Part:
    return Part(f"{score.as_of:%Y-%m-%d}", score.values[name], 0, METRICS[name].unit)
