"""Answers as everybody may read them: only what `PUBLISHED` lists, made of rounded counts alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from netreport import stats
from netreport.audience.public.covering import hidden
from netreport.audience.public.published import BY_COUNT, PUBLISHED
from netreport.audience.public.rounding import Rounding
from netreport.model.metrics import Metric
from netreport.model.report import Answer
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
)
from netreport.model.taxonomy import FUNCTIONS
from netreport.verdicts import judge

CLOSE = 1e-6
PER = {Unit.SHARE: 1, Unit.PER_THOUSAND: 1000}
ALONE = Unknown(Reason.WITHHELD, "it counts too few people, or gives exact counts away")


def public(answers: Mapping[str, Answer], rounding: Rounding) -> Mapping[str, Answer]:
    """Give every answer as everybody may read it; most are withheld.

    Nothing is held against a target: what the owner is after is not for everybody.
    """
    listed = {name: answer for name, answer in answers.items() if name in PUBLISHED}
    press = _Press(rounding, _hidden(listed, rounding))
    told = {name: press.result(answer) for name, answer in listed.items()}
    return {name: _judged(answer, told.get(name, ALONE)) for name, answer in answers.items()}


def _judged(answer: Answer, result: Result) -> Answer:
    return replace(answer, result=result, judged=judge(result, None))


def _hidden(answers: Mapping[str, Answer], rounding: Rounding) -> frozenset[str]:
    """Give the names of all cells that are told nowhere, looking at every table until none adds."""
    tables = list(_wholes(answers))
    found: frozenset[str] = frozenset()
    while True:
        more = found.union(*(hidden(parts, found, rounding) for parts in tables))
        if more == found:
            return found
        found = more


def _wholes(answers: Mapping[str, Answer]) -> Iterator[Mapping[str, int]]:
    for answer in answers.values():
        if isinstance(answer.result, Measured):
            for one in _listed(answer.metric, answer.result):
                if one.whole:
                    yield {_name(one, part): round(part.estimate.value) for part in one.parts}


def _listed(metric: Metric, measured: Measured) -> list[Breakdown]:
    return [one for one in measured.breakdowns if one.id in PUBLISHED[metric.id]]


def _name(one: Breakdown, part: Part) -> str:
    """Name a cell by whom it counts where that is said, so that it is one cell wherever it is."""
    return _people(part.where) or f"{one.id}: {part.group} {part.label}"


def _people(where: Where | None) -> str:
    if where is None:
        return ""
    facets = (f"{facet}={'|'.join(values)}" for facet, values in sorted(where.facets.items()))
    return "; ".join([*facets, *([where.name] if where.name else [])])


@dataclass(frozen=True, slots=True)
class _Press:
    """Writes results anew out of rounded counts; `gone`: the names of cells that are not told."""

    rounding: Rounding
    gone: frozenset[str]

    def result(self, answer: Answer) -> Result:
        match answer.result:
            case Unknown(reason):
                return Unknown(reason, "it could not be told from the export")
            case Measured() as measured:
                return self._measured(answer.metric, measured)

    def _measured(self, metric: Metric, measured: Measured) -> Result:
        evidence = measured.evidence
        shown = tuple(self._breakdown(one, evidence) for one in _listed(metric, measured))
        people = self._everybody(evidence, evidence.used)
        estimate = self._headline(metric, measured, shown)
        if estimate is None or not people:
            return ALONE
        kept = tuple(one for one in shown if one.parts)
        return Measured(estimate, Evidence(people, people, of=evidence.of), kept)

    def _headline(
        self, metric: Metric, measured: Measured, shown: tuple[Breakdown, ...]
    ) -> Estimate | None:
        if metric.id in _OF_PARTS:
            return _by_parts(metric, shown)
        name = _people(measured.evidence.where) or metric.id
        low = self._estimate(name, measured.estimate.value, metric.unit, measured.evidence.used)
        if low is None or measured.estimate.spread is not Spread.LEFT_OUT:
            return low
        top = measured.estimate.high
        high = self._estimate(f"{name}, at most", top, metric.unit, measured.evidence.considered)
        return low if high is None else replace(low, high=max(low.value, high.value))

    def _breakdown(self, one: Breakdown, evidence: Evidence) -> Breakdown:
        parts = tuple(told for part in one.parts if (told := self._part(one, part, evidence)))
        form = Form.BARS if one.form is Form.GRID and len(parts) < len(one.parts) else one.form
        caption = f"Counts are rounded to multiples of {self.rounding.k} and need not add up."
        if len(parts) < len(one.parts):
            caption += " What counts too few people is left out."
        return replace(one, parts=_in_order(one, parts), form=form, caption=caption, whole=False)

    def _part(self, one: Breakdown, part: Part, evidence: Evidence) -> Part | None:
        name = _name(one, part)
        estimate = self._estimate(name, part.estimate.value, part.unit, part.n)
        if part.n in {evidence.used, evidence.considered}:
            people = self._everybody(evidence, part.n)
        else:
            people = self._count(f"{name}, out of", part.n)
        if estimate is None or not people:
            return None
        if part.unit is Unit.PEOPLE and part.n == part.estimate.value:
            people = round(estimate.value)
        return replace(part, estimate=estimate, n=people, where=None, note="")

    def _everybody(self, evidence: Evidence, count: int) -> int:
        left = "" if count == evidence.considered else ", without those left out"
        return self._count(f"all {evidence.of}{left}", count)

    def _estimate(self, name: str, value: float, unit: Unit, n: int) -> Estimate | None:
        """Write a count, or a share as that of two counts, anew; None for what is not told."""
        if unit not in PER:
            return self._exactly(self._count(name, round(value)))
        hits = value * n / PER[unit]
        if abs(hits - round(hits)) > CLOSE * max(1, n):
            return None
        yes = self._count(name, round(hits))
        no = self._count(f"not {name}", n - round(hits))
        return self._exactly(PER[unit] * yes / (yes + no)) if yes and no else None

    def _exactly(self, value: float) -> Estimate | None:
        return Estimate(value, value, value, Spread.ROUNDED) if value else None

    def _count(self, name: str, count: int) -> int:
        return 0 if name in self.gone else self.rounding.of(name, count)


def _in_order(one: Breakdown, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Put parts that stood in the order of their counts in that of what is told of them."""
    if one.id not in BY_COUNT:
        return parts
    first = [part for part in parts if part.unknown]
    known = [part for part in parts if not part.unknown]
    return (*first, *sorted(known, key=lambda part: (-part.estimate.value, part.label)))


def _by_parts(metric: Metric, shown: tuple[Breakdown, ...]) -> Estimate | None:
    """Work a number out from what is told of its parts: nobody needs us to do that."""
    parts = [part for one in shown for part in one.parts if not part.unknown]
    if not parts:
        return None
    value = _OF_PARTS[metric.id](parts)
    return Estimate(value, value, value, Spread.ROUNDED)


def _coherence(parts: Sequence[Part]) -> float:
    return stats.coherence([part.estimate.value for part in parts], len(FUNCTIONS))


def _runs_of_marks(parts: Sequence[Part]) -> float:
    return sum(mark for mark, _ in groupby(part.mark for part in parts))


_OF_PARTS: Mapping[str, Callable[[Sequence[Part]], float]] = {
    "coherence": _coherence,
    "rushes": _runs_of_marks,
}
"""How a number that is no count of people comes of the parts that are told."""
