"""The report for machines: every answer, verdict and recommendation, and the schema they follow.

Takes a report that is fit for its reader, gives plain data for `report.json`.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import polars as pl

from netreport import __version__
from netreport.audience import show
from netreport.model.advice import Reason, Recommendation
from netreport.model.report import Answer, Report
from netreport.model.results import Breakdown, Estimate, Measured, Part, Unknown
from netreport.pages.actions import fact
from netreport.pages.writer import Writer
from netreport.verdicts import overall

Plain = Mapping[str, object]
VERSION = 2
ACTION = ("id", "this_week", "kind", "what", "who", "profile", "why", "minutes", "decided")
_Said = TypeVar("_Said", bound=Hashable)


def report_data(report: Report, writer: Writer, build: str) -> Plain:
    """Give everything the report says, as plain data.

    What is said of many recommendations stands once, and they give its place in that list.
    """
    advised = report.advice.recommendations
    reasons = _places(_told(reason) for one in advised for reason in one.reasons)
    changes = _places(change for one in advised for change in one.would_change)
    return {
        "netreport_report": VERSION,
        "netreport": __version__,
        "build": build,
        "audience": str(writer.reader.audience),
        "as_of": report.network.as_of.isoformat(),
        "verdict": str(overall(report.answers)),
        "answers": [answer_data(one) for one in report.answers.values()],
        "reasons": [_reason(told) for told in reasons],
        "would_change": list(changes),
        "recommendations": [
            {
                **_recommendation(one, writer),
                "reasons": [reasons[_told(reason)] for reason in one.reasons],
                "would_change": [changes[change] for change in one.would_change],
            }
            for one in advised
        ],
        "this_week": [one.id for one in report.advice.week.chosen],
    }


def answer_data(answer: Answer) -> Plain:
    """Give one answer with its verdict."""
    metric, target = answer.metric, answer.judged.target
    told: dict[str, object] = {
        "id": metric.id,
        "code": metric.code,
        "title": metric.title,
        "unit": str(metric.unit),
        "verdict": str(answer.judged.verdict),
        "target": None if target is None else {"at_least": target.low, "at_most": target.high},
    }
    match answer.result:
        case Measured() as measured:
            evidence = measured.evidence
            told["estimate"] = _estimate(measured.estimate)
            told["evidence"] = {
                "considered": evidence.considered,
                "used": evidence.used,
                "of": evidence.of,
                "left_out": dict(evidence.left_out),
            }
            told["breakdowns"] = [_breakdown(one) for one in measured.breakdowns]
            told["remarks"] = list(measured.remarks)
        case Unknown(reason, detail, remedy):
            told["unknown"] = {"reason": reason.name, "detail": detail, "remedy": remedy}
    return told


def recommendation_data(one: Recommendation, writer: Writer) -> Plain:
    """Give one recommendation by itself, its person as the reader may see one."""
    return {
        **_recommendation(one, writer),
        "reasons": [_reason(_told(reason)) for reason in one.reasons],
        "would_change": list(one.would_change),
    }


def _recommendation(one: Recommendation, writer: Writer) -> Plain:
    """Give what no other recommendation says; no key for what nobody decided."""
    told: dict[str, object] = {
        "id": one.id,
        "kind": str(one.kind),
        "headline": writer.line(one.headline),
        "evidence": [fact(piece, writer) for piece in one.evidence],
        "minutes": one.minutes,
        "value": one.value,
    }
    if one.triage:
        told["decision"] = str(one.triage.decision)
    if one.decided:
        told["decided"] = str(one.decided.choice)
    return told


def _told(reason: Reason) -> tuple[str, str, str]:
    return reason.sentence, reason.key, reason.setting


def _reason(told: tuple[str, str, str]) -> Plain:
    return dict(zip(("sentence", "key", "setting"), told, strict=True))


def _places(said: Iterable[_Said]) -> Mapping[_Said, int]:
    """Give everything that is said once, in order, and its place from 0."""
    return {one: place for place, one in enumerate(dict.fromkeys(said))}


def _estimate(estimate: Estimate) -> Plain:
    return {
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "range": str(estimate.spread),
    }


def _breakdown(one: Breakdown) -> Plain:
    return {"id": one.id, "title": one.title, "of": one.of, "parts": [_part(p) for p in one.parts]}


def _part(part: Part) -> Plain:
    return {
        "label": part.label,
        "unit": str(part.unit),
        "n": part.n,
        "group": part.group,
        "note": part.note,
        "unknown": part.unknown,
        **_estimate(part.estimate),
    }


def actions(report: Report, writer: Writer) -> pl.DataFrame:
    """Give the table of all recommendations, this week's first; null where nothing is to say."""
    week = {one.id for one in report.advice.week.chosen}
    chosen = report.advice.week.chosen
    rest = [one for one in report.advice.recommendations if one.id not in week]
    rows = [_row(one, writer, one.id in week) for one in (*chosen, *rest)]
    table = pl.DataFrame(rows, dict.fromkeys(ACTION, pl.String), orient="row")
    return table.with_columns(pl.all().replace("", None))


def _row(one: Recommendation, writer: Writer, this_week: bool) -> Sequence[str]:  # noqa: FBT001
    shown = show(one.person, writer.reader) if one.person else None
    return (
        one.id,
        "yes" if this_week else "no",
        str(one.kind),
        writer.line(one.headline),
        shown.detail if shown else "",
        shown.link if shown else "",
        one.reasons[0].sentence if one.reasons else "",
        f"{one.minutes:g}",
        str(one.decided.choice) if one.decided else "",
    )
