"""The summary of many networks: one line each, in the words of the report's own first page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netreport.audience import day
from netreport.metrics import METRICS
from netreport.model.cohort import Client, Headline, State, Told
from netreport.model.report import Report
from netreport.model.results import Measured
from netreport.model.reviews import Outcome, Role
from netreport.pages.courses import course
from netreport.pages.overview import MEANINGS, NUMBERS, moved
from netreport.pages.views import view
from netreport.pages.wording import MONTH
from netreport.pages.writer import Writer
from netreport.verdicts import overall

_STATES = {State.BUILT: "Built", State.UNCHANGED: "Unchanged", State.FAILED: "Failed"}
UNTOLD = "Not known yet"


@dataclass(frozen=True, slots=True)
class LineView:
    """One network's line. `sort` gives what each column is sorted by, by its name."""

    label: str
    folder: str
    link: str
    day: str
    before: str
    verdict: str
    cells: tuple[Headline, ...]
    talk: str
    reviewed: str
    state: str
    state_title: str
    problem: str
    names: bool
    sort: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One of the numbers: its title and unit, what it asks, and what it means."""

    id: str
    title: str
    unit: str
    question: str
    meaning: str


def told(report: Report, writer: Writer) -> Told:
    """Give what the summary tells of one network, from the report as its coach may see it."""
    talk, before = report.discussion, report.history.before
    as_of = report.network.as_of
    coached = {one.export for one in talk.reviews if one.role is Role.COACH}
    return Told(
        label=report.strategy.sharing.coach.label,
        day=writer.day(as_of),
        before=writer.day(before[-1].as_of) if before else "",
        sorted_by=day(as_of, writer.reader).isoformat(),
        verdict=str(overall(report.answers)).capitalize(),
        headlines=tuple(_headline(name, report, writer) for name in NUMBERS),
        open=len(talk.standing(Outcome.OPEN)),
        agreed=len(talk.standing(Outcome.AGREED)),
        reviewed=talk.mark in coached,
        names=writer.reader.names,
    )


def _headline(name: str, report: Report, writer: Writer) -> Headline:
    answer = report.answers[name]
    seen, result = view(answer, writer.wording), answer.result
    points = course(name, report.history)
    line = tuple((writer.wording.when(one.label[:MONTH]), one.estimate.value) for one in points)
    return Headline(
        name,
        result.estimate.value if isinstance(result, Measured) else None,
        seen.number,
        seen.unit,
        seen.range,
        moved(name, report, writer.wording),
        seen.verdict,
        seen.verdict_title,
        seen.reason,
        line,
    )


def context(
    clients: Sequence[Client], links: Mapping[str, str], passed_over: Sequence[str]
) -> Mapping[str, object]:
    """Give one line for each network, by name, and what the columns mean.

    `links`: where the site of a folder is, if it lies beside the summary. `passed_over`: a sentence
    on each folder that was left alone.
    """
    return {
        "title": "Networks",
        "counted": counted(clients),
        "columns": [_column(name, clients) for name in NUMBERS],
        "lines": [_line(one, links.get(one.folder, "")) for one in clients],
        "passed_over": list(passed_over),
    }


def counted(clients: Sequence[Client]) -> str:
    """Say how many networks there are, and what became of them."""
    states = [one.state for one in clients]
    parts = [f"{states.count(one)} {one}" for one in State if one in states]
    return f"{len(clients)} network{'' if len(clients) == 1 else 's'}: {', '.join(parts)}"


def _column(name: str, clients: Sequence[Client]) -> ColumnView:
    metric = METRICS[name]
    cells = [cell for one in clients if one.told for cell in one.told.headlines]
    units = sorted({cell.unit for cell in cells if cell.metric == name}, key=len)
    unit = units[-1] if units else ""  # the longest is no singular
    return ColumnView(name, metric.title, unit, metric.question, MEANINGS[name])


def _line(one: Client, link: str) -> LineView:
    known = one.told
    return LineView(
        label=one.label,
        folder="" if one.label == one.folder else one.folder,
        link=link if known else "",
        day=known.day if known else UNTOLD,
        before=known.before if known else "",
        verdict=known.verdict if known else UNTOLD,
        cells=known.headlines if known else (),
        talk=_talk(known) if known else UNTOLD,
        reviewed=_reviewed(known) if known else "",
        state=str(one.state),
        state_title=_STATES[one.state],
        problem=_problem(one),
        names=bool(known and known.names),
        sort=_sort(one),
    )


def _talk(known: Told) -> str:
    parts = (known.open and f"{known.open} open", known.agreed and f"{known.agreed} agreed")
    return ", ".join(part for part in parts if part) or "Nothing open"


def _reviewed(known: Told) -> str:
    return "reviewed" if known.reviewed else "to be reviewed"


def _problem(one: Client) -> str:
    """Give the sentence on a failure, and what the line shows meanwhile."""
    if one.state is not State.FAILED:
        return ""
    said = one.problem[:1].upper() + one.problem[1:]
    after = f" {one.remedy[:1].upper()}{one.remedy[1:]}." if one.remedy else ""
    kept = " The numbers are those of the last good build." if one.told else ""
    return f"{said}.{after}{kept}"


def _sort(one: Client) -> Mapping[str, str]:
    known = one.told
    numbers = {
        cell.metric: "" if cell.value is None else repr(cell.value)
        for cell in (known.headlines if known else ())
    }
    return {
        "label": one.label.casefold(),
        "day": known.sorted_by if known else "",
        "verdict": known.verdict if known else "",
        "talk": str(known.open) if known else "",
        "state": str(list(State).index(one.state)),
        **numbers,
    }
