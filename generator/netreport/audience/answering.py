"""Answers as a coach may read them: no label, link or sentence that names few people's company."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from netreport.audience.crowd import Crowd
from netreport.audience.reader import Reader, mask
from netreport.model.report import Answer
from netreport.model.results import (
    Breakdown,
    Estimate,
    Measured,
    Part,
    Unit,
    Unknown,
    Where,
    exactly,
)

DAYS = 30  # a reader who may not know days gets them in steps of these
HIDDEN = "A company of few people"
_DAY = re.compile(r"\b(\d{4}-\d{2})-\d{2}\b")
_MONTH = re.compile(r"\d{4}-\d{2}")


def masked(answers: Mapping[str, Answer], reader: Reader, crowd: Crowd) -> Mapping[str, Answer]:
    """Give the answers for a coach who may not read names."""
    return {name: _answer(answer, reader, crowd) for name, answer in answers.items()}


def _answer(answer: Answer, reader: Reader, crowd: Crowd) -> Answer:
    match answer.result:
        case Measured() as measured:
            return replace(answer, result=_measured(measured, reader, crowd))
        case Unknown():
            return answer


def _measured(measured: Measured, reader: Reader, crowd: Crowd) -> Measured:
    evidence = measured.evidence
    return replace(
        measured,
        evidence=replace(evidence, where=_where(evidence.where, reader, crowd)),
        breakdowns=tuple(_breakdown(one, reader, crowd) for one in measured.breakdowns),
    )


def _breakdown(one: Breakdown, reader: Reader, crowd: Crowd) -> Breakdown:
    small = [part.label for part in one.parts if crowd.is_small(part.label)]
    hidden = {label: f"{HIDDEN} ({place})" for place, label in enumerate(small, start=1)}
    parts = (_part(part, hidden.get(part.label), reader, crowd) for part in one.parts)
    return replace(one, parts=tuple(_by_month(parts)))


def _part(part: Part, hidden: str | None, reader: Reader, crowd: Crowd) -> Part:
    label = hidden or _DAY.sub(r"\1", part.label)
    told = replace(part, label=label, where=_where(part.where, reader, crowd))
    return _coarse(told) if part.single else told


def _by_month(parts: Iterable[Part]) -> Iterator[Part]:
    """Add up days and weeks, which are the same month now."""
    for (_, label), run in groupby(parts, lambda part: (part.group, part.label)):
        first, *rest = run
        if rest and _MONTH.fullmatch(label):
            total = exactly(sum(part.estimate.value for part in (first, *rest)))
            yield replace(first, estimate=total, n=sum(part.n for part in (first, *rest)))
        else:
            yield from (first, *rest)


def _coarse(part: Part) -> Part:
    """Round what is one person's own day, told as an age, to months."""
    at = None if part.at is None else _floor(part.at)
    if part.unit is not Unit.DAYS:
        return replace(part, at=at)
    said = part.estimate
    rounded = Estimate(_floor(said.value), _floor(said.low), _floor(said.high), said.spread)
    return replace(part, at=at, estimate=rounded)


def _floor(days: float) -> float:
    return days // DAYS * DAYS


def _where(where: Where | None, reader: Reader, crowd: Crowd) -> Where | None:
    if where is None:
        return None
    named = where.facets.get("company", ())
    if any(crowd.is_small(name) for name in named):
        return None
    return replace(where, keys=frozenset(mask(key, reader) for key in where.keys))
