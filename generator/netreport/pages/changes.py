"""The page about what changed since the export before: people, requests and numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from netreport.audience import show
from netreport.metrics import METRICS
from netreport.model.history import Change, Move
from netreport.model.metrics import Topic
from netreport.model.people import Person
from netreport.model.report import History, Report
from netreport.model.results import (
    Breakdown,
    Estimate,
    Form,
    Part,
    exactly,
)
from netreport.model.tables import Table
from netreport.model.text import Untrusted
from netreport.pages.actions import Piece
from netreport.pages.courses import course
from netreport.pages.links import method_of
from netreport.pages.topic import answers
from netreport.pages.views import AnswerView
from netreport.pages.writer import Writer

SHOWN = 20  # people of one kind of change
FITTING, WALK = "effective_connections", "changes-fit"  # the number, and the way from then to now
NO_SEGMENT = "none of your segments"
RULER = "Strategy or reading changed"
LINES = ("relevance", "standing", "two_way", "response_debt", "junk_share")

TITLES: Mapping[Change, tuple[str, str]] = {
    Change.MOVED_IN: (
        "Moved into your segments",
        "A new job makes them relevant: a reason to write.",
    ),
    Change.JOB: ("New jobs", "Title or company changed."),
    Change.MOVED_OUT: ("Moved out of your segments", "Their new job is not what you look for."),
    Change.WOKE: ("Talking again", "Silent before, in touch now."),
    Change.FELL_SILENT: ("Fell silent", "In touch before, silent now."),
    Change.GAINED: ("Gained", "New connections."),
    Change.LOST: ("Lost", "No longer on your list: they removed you, you removed them, or left."),
    Change.RENAMED: ("Renamed", "Same person, another profile address."),
    Change.ACCEPTED: ("Accepted", "Requests that waited then, and are connections now."),
    Change.IGNORED: ("Ignored or withdrawn", "Requests that waited then, and are gone."),
    Change.PENDING: ("Still waiting", "Requests that waited then, and wait now."),
}
SIDES = ("before", "after")
SLUGS = frozenset({str(Change.RENAMED)})  # whose before and after tell a reader nothing
DIRECTIONS = {True: "sent to you", False: "sent by you"}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: who, what was and what is."""

    who: Piece
    detail: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All changes of a kind, the first of them written out.

    `sides` is empty where none has a before and after.
    """

    title: str
    about: str
    count: str
    changes: tuple[ChangeView, ...]
    sides: str
    more: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """A number that moved: what it was and is, whose doing the move is, and all it ever was."""

    title: str
    method: str
    before: str
    now: str
    world: str
    ruler: str
    course: Sequence[Part] = ()


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give changes by kind, numbers that moved, and lines over all exports."""
    table = report.network.tables.get(Table.CHANGES)
    history = report.history
    return {
        "before": writer.wording.day(history.before[-1].as_of) if history.before else "",
        "now": writer.wording.day(history.now.as_of),
        "kinds": [] if table is None else _kinds(_labelled(table, report), writer),
        "moves": _moves(history, writer),
        "lines": [_line(name, history) for name in LINES if _told(name, history)],
        "answers": [_ruled(answer, history) for answer in answers(Topic.CHANGES, report, writer)],
    }


def _labelled(table: pl.DataFrame, report: Report) -> pl.DataFrame:
    """Name segments as the strategy names them."""
    labels = {segment.id: segment.name for segment in report.strategy.segments}
    moved = pl.col("kind").is_in([str(Change.MOVED_IN), str(Change.MOVED_OUT)])
    segment = {c: pl.col(c).replace(labels).fill_null(NO_SEGMENT) for c in SIDES}
    named = (pl.when(moved).then(segment[c]).otherwise(c).alias(c) for c in SIDES)
    return table.with_columns(named)


def _kinds(table: pl.DataFrame, writer: Writer) -> list[ChangesView]:
    found = [_kind(kind, table.filter(pl.col("kind") == str(kind)), writer) for kind in TITLES]
    return [one for one in found if one.count != "0"]


def _kind(kind: Change, rows: pl.DataFrame, writer: Writer) -> ChangesView:
    title, told = TITLES[kind]
    wanted = rows.sort(
        pl.col("relevant").fill_null(value=False), descending=True, maintain_order=True
    )
    written = () if not writer.reader.names else _written(wanted, writer)
    rest = rows.height - len(written)
    return ChangesView(
        title,
        told,
        writer.wording.count(rows.height),
        written,
        next((side for one in written for side in (one.before, one.after) if side), ""),
        writer.wording.count(rest) if rest else "",
    )


def _written(rows: pl.DataFrame, writer: Writer) -> tuple[ChangeView, ...]:
    return tuple(_change(row, writer) for row in rows.head(SHOWN).iter_rows(named=True))


def _change(row: Mapping[str, object], writer: Writer) -> ChangeView:
    name = str(row["name"] or "")
    person = Person(str(row["person"] or f"name:{name}"), Untrusted(name))
    shown = show(person, writer.reader)
    before, after = str(row["before"] or ""), str(row["after"] or "")
    if not isinstance(row["incoming"], bool):
        sides = ("", "") if row["kind"] in SLUGS else (before, after)
        return ChangeView(Piece(shown.name, shown.link), "", *sides)
    asked = f"{DIRECTIONS[row['incoming']]}, {writer.wording.when(before)}".removesuffix(", ")
    return ChangeView(Piece(shown.name, shown.link), asked, "", "")


def _moves(history: History, writer: Writer) -> Sequence[MoveView]:
    if not history.before:
        return ()
    last, now = history.before[-1].values, history.now.values
    moved = [name for name, move in history.moves.items() if move.world or move.ruler]
    return tuple(
        replace(
            _move(name, last[name], now[name], history.moves[name], writer),
            course=course(name, history),
        )
        for name in moved
    )


def _move(name: str, before: Estimate, now: Estimate, move: Move, writer: Writer) -> MoveView:
    metric, wording = METRICS[name], writer.wording
    unit = metric.unit
    return MoveView(
        metric.title,
        method_of(metric),
        wording.bare(before.value, unit),
        wording.bare(now.value, unit),
        wording.change(move.world, unit),
        "" if move.ruler is None else wording.change(move.ruler, unit),
    )


def _ruled(answer: AnswerView, history: History) -> AnswerView:
    move = history.moves.get(FITTING)
    if move is None or not move.ruler:
        return answer
    shown = (_with_ruler(one, move.ruler) if one.id == WALK else one for one in answer.breakdowns)
    return replace(answer, breakdowns=tuple(shown))


def _with_ruler(walk: Breakdown, ruler: float) -> Breakdown:
    """Start from what was said then, and let the new strategy or reading be the last step."""
    before, *steps, now = (part for part in walk.parts if not part.unknown)
    said = replace(before, estimate=exactly(before.estimate.value - ruler))
    changed = Part(RULER, exactly(ruler), before.n)
    unknown = (part for part in walk.parts if part.unknown)
    caption = "In an ideal or good segment: before as was said then, now by today's strategy."
    return replace(walk, parts=(said, *steps, changed, now, *unknown), caption=caption)


def _told(name: str, history: History) -> bool:
    return bool(history.before) and name in history.now.values


def _line(name: str, history: History) -> Breakdown:
    slug = name.replace("_", "-")
    parts = course(name, history)
    return Breakdown(f"over-time-{slug}", METRICS[name].title, Form.LINE, parts, of="")
