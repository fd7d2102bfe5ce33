"""The first screen: one verdict, five numbers, and what they mean in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netreport.audience import Audience
from netreport.model.report import Answer, Report
from netreport.model.results import Measured, Part, Reason, Unknown
from netreport.pages.actions import blocks
from netreport.pages.courses import course
from netreport.pages.views import AnswerView, view
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer
from netreport.verdicts import Overall, overall

FIRST = 5  # kinds of action of the week that stand on the first page
MEANINGS = {
    "relevance": "In a segment that you want.",
    "standing": "They fit, and you are in touch.",
    "two_way": "They and you hold a conversation.",
    "response_debt": "They wrote last, and wait.",
    "capacity": "Above 1 is more than you have.",
}
NUMBERS = tuple(MEANINGS)
_VERDICTS = {
    Overall.WELL_CONNECTED: "Well connected",
    Overall.QUIET: "Well chosen, but quiet",
    Overall.OVERLOADED: "More good people than hours",
    Overall.CROWDED: "Crowded with people outside your strategy",
    Overall.UNCLEAR: "Too little is known to judge it yet",
}


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the verdict in a sentence, what it rests on, five numbers, a picture and five deeds."""
    answers, wording = report.answers, writer.wording
    public = writer.reader.audience is Audience.PUBLIC
    return {
        "verdict": "" if public else _VERDICTS[overall(answers)],
        "headline": _fitting(answers, wording),
        "sentences": _sentences(answers, wording),
        "numbers": [_card(name, report, wording) for name in NUMBERS if not answers[name].withheld],
        "picture": view(answers["standing"], wording),
        "objective": "" if public else report.strategy.objective.statement,
        "blocks": blocks(report.advice.week.chosen, writer)[:FIRST],
    }


@dataclass(frozen=True, slots=True)
class CardView:
    """One of the five numbers, how far the world moved it since the export before, its meaning.

    `course`: the number at each export, the oldest first.
    """

    answer: AnswerView
    change: str
    meaning: str
    course: Sequence[Part]


def _card(name: str, report: Report, wording: Wording) -> CardView:
    told = moved(name, report, wording)
    if told:
        told = f"{told} since {wording.month(report.history.before[-1].as_of)}"
    return CardView(
        view(report.answers[name], wording), told, MEANINGS[name], course(name, report.history)
    )


def moved(name: str, report: Report, wording: Wording) -> str:
    """Say how far the world moved a number since the export before; nothing without one."""
    move = report.history.moves.get(name)
    if move is None:
        return ""
    unit = report.answers[name].metric.unit
    return wording.change(move.world, unit) if move.world else "unchanged"


def _sentences(answers: Mapping[str, Answer], wording: Wording) -> list[str]:
    told = (_doubt(answers, wording), _talking(answers, wording), _holding(answers, wording))
    return [sentence for sentence in told if sentence]


def _fitting(answers: Mapping[str, Answer], wording: Wording) -> str:
    match answers["effective_connections"].result:
        case Measured(estimate=estimate, evidence=evidence):
            everybody = wording.of(evidence.considered, "connections")
            fitting = wording.count(estimate.low)
            return f"{fitting} of your {everybody} fit what you say you want."
        case Unknown(Reason.WITHHELD):
            return ""
        case Unknown(detail=detail):
            return f"How many people fit cannot be told: {detail}."


def _doubt(answers: Mapping[str, Answer], wording: Wording) -> str:
    match answers["effective_connections"].result:
        case Measured(estimate=estimate) if estimate.low < estimate.high:
            most = wording.count(estimate.high)
            return f"It may be up to {most}: about the others the export says too little."
        case _:
            return ""


def _talking(answers: Mapping[str, Answer], wording: Wording) -> str:
    match answers["standing"].result:
        case Measured(estimate=estimate):
            least, most = wording.count(estimate.low), wording.count(estimate.high)
            up_to = "" if least == most else f", at most {most},"
            return f"You are in touch with {least}{up_to} of them."
        case Unknown(Reason.WITHHELD):
            return ""
        case Unknown():
            return "With how many of them you talk cannot be told from this export."


def _holding(answers: Mapping[str, Answer], wording: Wording) -> str:
    match answers["capacity"].result:
        case Measured(estimate=estimate) if estimate.low > 1:
            times = wording.number(estimate.low, 1)
            return f"Keeping your promises to them takes {times} times the hours you have."
        case Measured(estimate=estimate) if estimate.high <= 1:
            return "Your hours are enough for them."
        case Measured():
            return "Your hours are enough for those who surely fit; the unknown could change that."
        case Unknown():
            return ""
