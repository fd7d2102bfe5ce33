"""What templates print: every number written out, every sentence finished.

Takes answers, gives views whose fields are strings (and the breakdowns that become charts).
"""

from dataclasses import dataclass

from netreport.model.judging import Judged, Verdict
from netreport.model.metrics import Metric
from netreport.model.report import Answer
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Footing,
    Form,
    Measured,
    Part,
    Spread,
    Unit,
    Unknown,
    footing,
)
from netreport.model.reviews import verdict_id
from netreport.model.strategy import Target
from netreport.pages.links import anchor, method_of, rows_of
from netreport.pages.wording import Wording, singular

WORDLESS = frozenset({Unit.SHARE, Unit.COUNT, Unit.RATIO})
_VERDICTS = {
    Verdict.MET: "Met",
    Verdict.MISSED: "Missed",
    Verdict.UNCLEAR: "Cannot be told yet",
    Verdict.UNKNOWN: "Not known",
    Verdict.NO_TARGET: "",
}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answered question, ready to print; `number` is empty where nothing is known."""

    id: str
    anchor: str
    title: str
    question: str
    template: str
    number: str
    unit: str
    range: str
    range_of: str
    faint: bool
    evidence: str
    left_out: str
    verdict: str
    review: str
    verdict_title: str
    verdict_line: str
    remarks: tuple[str, ...]
    breakdowns: tuple[Breakdown, ...]
    figures: tuple["FiguresView", ...]
    method: str
    rows: str
    reason: str
    remedy: str
    gauge: "Gauge | None" = None


@dataclass(frozen=True, slots=True)
class Gauge:
    """What is drawn below a number: its range and its target; `most`: where the line ends."""

    estimate: Estimate
    target: Target | None
    most: float | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """One named number beside an answer, ready to print."""

    label: str
    number: str
    unit: str
    range: str
    note: str
    rows: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Named numbers that belong together."""

    title: str
    caption: str
    figures: tuple[FigureView, ...]


def view(answer: Answer, wording: Wording) -> AnswerView:
    """Write one answer out."""
    metric, judged = answer.metric, answer.judged
    common = {
        "id": metric.id,
        "anchor": anchor(metric.title),
        "title": metric.title,
        "question": metric.question,
        "template": f"metrics/{metric.id}.md.j2",
        "verdict": str(judged.verdict).replace(" ", "-"),
        "review": verdict_id(metric.id),
        "verdict_title": _VERDICTS[judged.verdict],
        "verdict_line": target_line(judged, metric.unit, wording),
        "method": method_of(metric),
        "gauge": _gauge(answer),
    }
    match answer.result:
        case Measured() as measured:
            return AnswerView(**common, **_measured(metric, measured, wording))  # type: ignore[arg-type]
        case Unknown() as unknown:
            return AnswerView(**common, **_unknown(unknown))  # type: ignore[arg-type]


def _gauge(answer: Answer) -> Gauge | None:
    """Give what to draw where a share, or a target, gives a number something to be seen against."""
    target, share = answer.judged.target, answer.metric.unit is Unit.SHARE
    match answer.result:
        case Measured(estimate=estimate, evidence=evidence) if share or target:
            few = _is_rate(estimate) and footing(evidence.used) is Footing.COUNTS
            return None if few else Gauge(estimate, target, 1.0 if share else None)
        case _:
            return None


def target_line(judged: Judged, unit: Unit, wording: Wording) -> str:
    """Say what the owner asked for, or nothing where no target was set."""
    match judged.target:
        case None:
            return ""
        case Target(low=low, high=None) if low is not None:
            return f"You want at least {wording.value(low, unit)}."
        case Target(low=None, high=high) if high is not None:
            return f"You want at most {wording.value(high, unit)}."
        case Target(low=low, high=high) if low is not None and high is not None:
            return f"You want {wording.bare(low, unit)} to {wording.value(high, unit)}."
    return ""


def figures(breakdown: Breakdown, wording: Wording) -> FiguresView:
    """Write a breakdown of named numbers out."""
    return FiguresView(
        breakdown.title,
        breakdown.caption,
        tuple(figure(part, wording) for part in breakdown.parts),
    )


def figure(part: Part, wording: Wording) -> FigureView:
    """Write one named number out."""
    return FigureView(
        part.label,
        wording.bare(part.estimate.value, part.unit),
        unit_of(part.unit, part.estimate.value, wording),
        wording.range_of(part.estimate, part.unit),
        part.note,
        "" if part.where is None else rows_of(part.where),
    )


def unit_of(unit: Unit, value: float, wording: Wording) -> str:
    """Give the word behind a number, or nothing where the number says it all."""
    if unit is Unit.MONEY:
        return wording.currency
    return "" if unit in WORDLESS else wording.noun(unit, value)


def _measured(metric: Metric, measured: Measured, wording: Wording) -> dict[str, object]:
    estimate, evidence = measured.estimate, measured.evidence
    return {
        "number": _headline(estimate, evidence, metric.unit, wording),
        "unit": _noun(metric, estimate.value) or unit_of(metric.unit, estimate.value, wording),
        "range": wording.range_of(estimate, metric.unit),
        "range_of": str(estimate.spread),
        "faint": _is_rate(estimate) and footing(evidence.used) is Footing.FAINT,
        "evidence": wording.of(evidence.used, evidence.of),
        "left_out": left_out(evidence, wording),
        "remarks": tuple(map(wording.told, measured.remarks)),
        "breakdowns": tuple(one for one in measured.breakdowns if one.form is not Form.FIGURES),
        "figures": tuple(
            figures(one, wording) for one in measured.breakdowns if one.form is Form.FIGURES
        ),
        "rows": "" if evidence.where is None else rows_of(evidence.where),
        "reason": "",
        "remedy": "",
    }


def _noun(metric: Metric, value: float) -> str:
    return singular(f"1 {metric.noun}").removeprefix("1 ") if value == 1 else metric.noun


def _unknown(unknown: Unknown) -> dict[str, object]:
    empty = dict.fromkeys(
        ("number", "unit", "range", "range_of", "evidence", "left_out", "rows"), ""
    )
    return {
        **empty,
        "faint": False,
        "remarks": (),
        "breakdowns": (),
        "figures": (),
        "reason": _sentence(singular(f"{unknown.reason}: {unknown.detail}.")),
        "remedy": unknown.remedy,
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _headline(estimate: Estimate, evidence: Evidence, unit: Unit, wording: Wording) -> str:
    if unit is Unit.SHARE and _is_rate(estimate):
        return wording.rate(estimate, evidence.used)
    return wording.bare(estimate.value, unit)


def _is_rate(estimate: Estimate) -> bool:
    return estimate.spread is Spread.WILSON


def left_out(evidence: Evidence, wording: Wording) -> str:
    """List what was left out, with counts."""
    reasons = [f"{wording.count(n)} {reason}" for reason, n in evidence.left_out.items() if n]
    return "; ".join(reasons)
