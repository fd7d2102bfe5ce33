"""The context of the Review page: threads by where they stand, what came of them, who agrees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netreport.audience import Audience
from netreport.metrics import METRICS
from netreport.model.report import Report
from netreport.model.results import Estimate, Unit
from netreport.model.reviews import (
    Comment,
    Concord,
    Outcome,
    Progress,
    Review,
    Role,
    Shift,
    Sort,
    Thread,
    verdict_id,
)
from netreport.pages.links import anchor
from netreport.pages.review.beside import day_of, owner, title
from netreport.pages.writer import Writer

SECTIONS: Mapping[Outcome, tuple[str, str]] = {
    Outcome.OPEN: ("Still open", "Nobody has decided yet."),
    Outcome.AGREED: ("Agreed, not yet done", "To do, as far as an export shows."),
    Outcome.DONE: ("Done", "By your word, or as far as an export shows."),
    Outcome.DECLINED: ("Declined", "Decided against; it stays written down."),
}


@dataclass(frozen=True, slots=True)
class ThreadView:
    """One thread on the page: what it is about, where that stands, and what came of it."""

    id: str
    title: Comment
    link: str
    gone: str
    followed: str
    shifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """The threads that stand alike."""

    title: str
    about: str
    count: str
    threads: tuple[ThreadView, ...]


@dataclass(frozen=True, slots=True)
class ConcordView:
    """How often two judge alike."""

    who: Comment
    alike: str
    share: str
    kappa: str
    note: str


@dataclass(frozen=True, slots=True)
class ReviewFileView:
    """One review that came back."""

    who: Comment
    day: str
    answers: str
    file: str
    notes: str


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the threads, the agreement, and the files that came back; `printed`: there are any."""
    talk = report.discussion
    known = [one for one in talk.threads.values() if one.item is not None]
    strange = [one for one in talk.threads.values() if one.item is None]
    sections = [_section(outcome, known, report, writer) for outcome in SECTIONS]
    return {
        "private": writer.reader.audience is Audience.PRIVATE,
        "sections": [one for one in sections if one.threads],
        "strange": [_thread(one, report, writer) for one in strange],
        "concords": [_concord(one, writer) for one in talk.concords],
        "files": [_file(one, writer) for one in talk.reviews],
        "faults": list(talk.faults) if writer.reader.audience is Audience.PRIVATE else [],
        "printed": bool(talk.threads or talk.reviews or talk.faults),
        "followed": any(one.followed for one in known),
    }


def _section(
    outcome: Outcome, known: Sequence[Thread], report: Report, writer: Writer
) -> SectionView:
    found = [one for one in known if one.outcome is outcome]
    heading, about = SECTIONS[outcome]
    written = tuple(_thread(one, report, writer) for one in found)
    return SectionView(heading, about, writer.wording.count(len(found)), written)


def _thread(thread: Thread, report: Report, writer: Writer) -> ThreadView:
    followed = thread.followed
    told = ""
    if followed:
        between = f"{writer.day(followed.since)} to {writer.day(followed.until)}"
        told = f"{SEEN[followed.progress]} ({between}). {followed.sentence}"
    return ThreadView(
        thread.id,
        Comment(title(thread.item, thread, writer)),
        link_of(thread, report),
        "This is advised no more." if thread.gone else "",
        told,
        tuple(shift(one, writer) for one in followed.shifts) if followed else (),
    )


SEEN = {
    Progress.DONE: "Done, as far as the export shows",
    Progress.NOT_SEEN: "Not seen in the export",
    Progress.CANNOT_TELL: "No export can tell",
}


def shift(one: Shift, writer: Writer) -> str:
    """Say how a number moved that an action was meant to move."""
    metric = METRICS[one.metric]
    if one.before.value == one.now.value:
        return f"{metric.title}: {_number(one.now, metric.unit, writer)}, unmoved"
    before = _number(one.before, metric.unit, writer)
    return f"{metric.title}: {before}, then {_number(one.now, metric.unit, writer)}"


def _number(estimate: Estimate, unit: Unit, writer: Writer) -> str:
    return writer.wording.value(estimate.value, unit)


def link_of(thread: Thread, report: Report) -> str:
    """Give where a thing stands: the page of a verdict, the strategy, or the page itself."""
    item = thread.item
    if item is None:
        return ""
    match item.sort:
        case Sort.VERDICT:
            answers = report.answers.values()
            found = (one.metric for one in answers if verdict_id(one.metric.id) == item.id)
            metric = next(found, None)
            return f"{metric.topic}.html#{anchor(metric.title)}" if metric else "index.html"
        case Sort.STRATEGY | Sort.SEGMENT:
            return "strategy.html"
        case Sort.PAGE:
            return f"{item.id.removeprefix('page-')}.html"
        case Sort.RECOMMENDATION:
            return ""


def _concord(one: Concord, writer: Writer) -> ConcordView:
    other = "netreport" if one.other == "netreport" else owner(writer).replace("You", "you")
    kappa = ""
    if one.kappa is not None:
        wording = writer.wording
        low, high = wording.number(one.kappa.low, 2), wording.number(one.kappa.high, 2)
        kappa = f"{wording.number(one.kappa.value, 2)} ({low} to {high})"
    return ConcordView(
        Comment(f"{one.by or 'Somebody'} and {other}"),
        f"{writer.wording.count(one.alike)} of {writer.wording.count(one.cases)}",
        writer.wording.rate(one.share, one.cases),
        kappa or "not told",
        one.note,
    )


def _file(review: Review, writer: Writer) -> ReviewFileView:
    who = owner(writer) if review.role is Role.OWNER else str(review.by) or "Somebody"
    private = writer.reader.audience is Audience.PRIVATE
    return ReviewFileView(
        Comment(who),
        day_of(review.saved.date(), writer),
        writer.wording.count(len(review.answers)),
        f"reviews/{review.file}" if private else "",
        "changed by hand after the download" if review.edited else "",
    )
