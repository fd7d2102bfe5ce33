"""The hour with a coach, on one sheet: what changed, disagreements, five questions, decisions.

Takes a `Report` and a `Writer`, gives the same sheet as a context and as plain Markdown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netreport.metrics import METRICS
from netreport.model.advice import Kind
from netreport.model.judging import Verdict
from netreport.model.report import Report
from netreport.model.results import Measured
from netreport.model.reviews import Comment, Outcome, Progress, Role, Thread, verdict_id
from netreport.model.text import clean
from netreport.pages.actions import TITLES
from netreport.pages.review.beside import STANCES, signed, title
from netreport.pages.strategy import sections
from netreport.pages.views import target_line
from netreport.pages.writer import Writer

QUESTIONS = 5
MOVED = 5  # numbers that moved, the most first
SHOWN = 12  # lines of one part; an hour has no room for more
NAMED = 4  # actions of which the same came
SHORT = 160  # letters of a comment
_MARKS = re.compile(r"([\\`*_\[\]<>#|~]|^[-+=]|^\d+[.)])")


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of the hour: its minutes, and its lines; `box`: each is to be ticked."""

    title: str
    minutes: str
    lines: tuple[Comment, ...]
    empty: str
    box: bool = False


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the parts of the hour."""
    return {"parts": parts(report, writer), "of": _of(report, writer)}


def agenda(report: Report, writer: Writer) -> str:
    """Give the sheet as Markdown. What other people wrote is text in it and no markup."""
    lines = ["# An hour with your coach", "", _plain(_of(report, writer)), ""]
    for part in parts(report, writer):
        lines += [f"## {part.title} ({part.minutes})", ""]
        mark = "- [ ] " if part.box else "- "
        lines += [f"{mark}{_plain(line)}" for line in part.lines] or [_plain(part.empty)]
        lines.append("")
    return "\n".join(lines)


def parts(report: Report, writer: Writer) -> Sequence[PartView]:
    """Give what changed, disagreements, questions and decisions, within an hour."""
    threads = list(report.discussion.threads.values())
    asked = list(_questions(report, writer))
    return (
        _part("What changed", 5, _changed(report, writer), "Nothing to compare with yet."),
        _part("Where you disagree", 20, _disputed(threads, writer), "Nobody disagrees so far."),
        _part(
            "Five questions",
            20,
            asked[:QUESTIONS],
            "Nothing is unclear.",
        ),
        _part("Decisions to take", 15, _decisions(report, writer), "Nothing is open.", box=True),
    )


def _part(
    heading: str, minutes: int, lines: Sequence[str], empty: str, *, box: bool = False
) -> PartView:
    shown = [Comment(line) for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        shown.append(Comment(f"And {len(lines) - SHOWN} more, on the Review page."))
    return PartView(heading, f"{minutes} minutes", tuple(shown), empty, box)


def _of(report: Report, writer: Writer) -> str:
    wanted = report.strategy.objective.statement
    return f"From the export of {writer.day(report.network.as_of)}. {wanted}"


def _changed(report: Report, writer: Writer) -> Sequence[str]:
    return [*_moves(report, writer), *_done(report, writer)]


def _moves(report: Report, writer: Writer) -> Iterator[str]:
    """Give the numbers that the world moved most, measured by what they were."""
    if not report.history.before:
        return
    before, now = report.history.before[-1].values, report.history.now.values
    moved = {name: move.world for name, move in report.history.moves.items() if move.world}
    sizes = {name: abs(by) / (abs(before[name].value) or 1) for name, by in moved.items()}
    for name in sorted(sizes, key=lambda name: (-sizes[name], name))[:MOVED]:
        metric, wording = METRICS[name], writer.wording
        was = wording.value(before[name].value, metric.unit)
        yield f"{metric.title}: {was}, now {wording.value(now[name].value, metric.unit)}"


def _done(report: Report, writer: Writer) -> Iterator[str]:
    """Say what came of what was agreed on, the first few by name."""
    followed = [one for one in report.discussion.threads.values() if one.followed]
    for progress, told in CAME.items():
        alike = [o for o in followed if o.followed and o.followed.progress is progress]
        names = [title(one.item, one, writer) for one in alike[:NAMED]]
        rest = [f"{writer.wording.count(len(alike) - NAMED)} more"] if len(alike) > NAMED else []
        if alike:
            yield f"{told}: {'; '.join([*names, *rest])}"


CAME = {
    Progress.DONE: "Agreed, and done as far as the export shows",
    Progress.NOT_SEEN: "Agreed, and not seen in the export",
}


def _disputed(threads: Sequence[Thread], writer: Writer) -> Sequence[str]:
    """Give the open threads in which somebody disagrees, then those to be discussed."""
    waiting = [one for one in threads if one.outcome is Outcome.OPEN]
    first = [one for one in waiting if one.divided]
    rest = [one for one in waiting if not one.divided]
    return [_said(one, writer) for one in (*first, *rest)]


def _said(thread: Thread, writer: Writer) -> str:
    """Give a thread in one line: what it is about, and the last word of each who spoke."""
    last = {(one.role, signed(one, writer)): one for one in thread.entries}
    words = []
    for (role, name), entry in last.items():
        stance = entry.answer.stance
        you = role is Role.OWNER and name == "You"
        plain = str(stance) if stance else "say"
        said = plain if you else STANCES[stance] if stance else "says"
        comment = clean(entry.answer.comment, SHORT)
        words.append(f"{name} {said}" + (f": {comment}" if comment else ""))
    return f"{title(thread.item, thread, writer)}. {' · '.join(words)}"


def _questions(report: Report, writer: Writer) -> Iterator[str]:
    """Ask of what is missed, of what nobody can tell, and of what the strategy leaves open."""
    spoken = report.discussion.threads
    for verdict, asked in ASKED.items():
        for name, answer in report.answers.items():
            if answer.judged.verdict is verdict and verdict_id(name) not in spoken:
                target = target_line(answer.judged, answer.metric.unit, writer.wording)
                value = ""
                if isinstance(answer.result, Measured):
                    estimate = answer.result.estimate.value
                    value = f": {writer.wording.value(estimate, answer.metric.unit)}"
                yield f"{answer.metric.title}{value}. {target} {asked}"
    for line in sections(report.strategy, writer.wording):
        if line.missing:
            yield f"Your strategy does not say: {line.title.lower()}. What is it?"
    for one in report.advice.of(Kind.OPTION):
        yield f"{one.headline[0]}? Is this the year for it?"
    yield from _piles(report, writer)


def _piles(report: Report, writer: Writer) -> Iterator[str]:
    """Ask of what waits beyond this week, the largest pile first."""
    piles = Counter(one.kind for one in report.advice.week.later)
    for kind, count in piles.most_common():
        name, about = TITLES[kind]
        waiting = writer.wording.count(count)
        yield f"{name}: {waiting} do not fit into a week. {about}. Whom would you take first?"


ASKED = {
    Verdict.MISSED: "Is it the habit, or the target?",
    Verdict.UNCLEAR: "What would make it clear?",
    Verdict.UNKNOWN: "What would it take to know?",
}
"""What is asked of a verdict, the most urgent first."""


def _decisions(report: Report, writer: Writer) -> Sequence[str]:
    threads = report.discussion.threads.values()
    waiting = [one for one in threads if one.outcome is Outcome.OPEN and one.item is not None]
    found = [f"{title(one.item, one, writer)} ({one.id})" for one in waiting]
    overdue = [one for one in threads if one.outcome is Outcome.AGREED and one.followed]
    found += [f"{title(one.item, one, writer)}: keep it, or drop it? ({one.id})" for one in overdue]
    options = [str(one.headline[0]) for one in report.advice.of(Kind.OPTION) if one.open]
    return [*found, *(one for one in options if one)]


def _plain(text: str) -> str:
    """Give a line of Markdown in which the text stands as it is."""
    return _MARKS.sub(lambda mark: f"{mark[0][:-1]}\\{mark[0][-1]}", clean(text, 1000))
