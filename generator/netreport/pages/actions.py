"""What to do: each recommendation written out for its reader, and packed into the week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netreport.advice.texts import filled, prepared
from netreport.audience import Audience, Reader, show
from netreport.model.advice import Advice, Fact, Kind, Recommendation
from netreport.model.people import Person
from netreport.model.report import Report
from netreport.model.results import Unit
from netreport.model.strategy import Decision
from netreport.pages.writer import Writer

NAMED = 3  # of a block on the first page
SHOWN = 5  # of a kind that does not fit into the week
OVERRULES = "invitations.serendipity_quota"  # whom it draws, no rule would have let in
LONG = 90  # minutes from which on a time is told in hours

TITLES: Mapping[Kind, tuple[str, str]] = {
    Kind.INVITATION: ("Requests", "Who asks to connect, and what your rules say"),
    Kind.ANSWER: ("Answers", "Who has written to you and waits"),
    Kind.WAKE: ("Wake", "You used to talk, and it fell silent"),
    Kind.WARM_UP: ("Warm up", "They fit, and you never really talked"),
    Kind.COMPANY: ("Target companies", "Companies you want, without a conversation yet"),
    Kind.GAP: ("Empty places", "Groups and companies of your strategy where nobody stands"),
    Kind.WITHDRAW: ("Withdraw", "Requests of yours that have waited too long"),
    Kind.LET_GO: ("Let go", "Outside your strategy, and never in touch"),
    Kind.OPTION: ("Options", "The larger questions"),
}


DEEDS: Mapping[Kind | Decision, str] = {
    Decision.ACCEPT: "Accept requests",
    Decision.ASK_WHY: "Ask why they want to connect",
    Decision.REVIEW: "Look at requests yourself",
    Decision.IGNORE: "Ignore requests",
    Kind.ANSWER: "Answer who waits",
    Kind.WAKE: "Wake sleeping contacts",
    Kind.WARM_UP: "Warm up silent ones who fit",
    Kind.COMPANY: "Reach target companies",
    Kind.GAP: "Find people for empty places",
    Kind.WITHDRAW: "Withdraw your old requests",
    Kind.LET_GO: "Let go",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a headline: its text, where it leads, and whether a space comes before it."""

    text: str
    link: str = ""
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class ActionView:
    """One recommendation, ready to print; `who`: its people alone, or the headline without any."""

    id: str
    kind: str
    headline: tuple[Piece, ...]
    who: tuple[Piece, ...]
    what: str
    detail: str
    why: str
    reasons: tuple[str, ...]
    evidence: tuple[str, ...]
    would_change: tuple[str, ...]
    minutes: str
    text: tuple[str, ...]
    decided: str


@dataclass(frozen=True, slots=True)
class RunView:
    """Actions with the same first reason, `why`, which so needs to be said only once."""

    why: str
    actions: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """Actions of the week that are done in one go; `more`: beyond those named on the first page."""

    title: str
    size: str
    runs: tuple[RunView, ...]
    named: tuple[ActionView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """Recommendations of one kind that do not fit into this week: the first, and how many."""

    anchor: str
    title: str
    about: str
    count: str
    minutes: str
    actions: tuple[ActionView, ...]
    more: str


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give this week's actions in order, and the rest by kind."""
    advice, wording = report.advice, writer.wording
    week = advice.week
    return {
        "blocks": blocks(week.chosen, writer),
        "taken": wording.value(week.taken / 60, Unit.HOURS),
        "available": wording.value(week.available / 60, Unit.HOURS),
        "ticks": writer.reader.audience is Audience.PRIVATE,
        "rule": week.rule,
        "groups": groups(week.later, writer),
        "decided": _decided(advice, writer),
        "missing": list(advice.missing),
    }


def blocks(chosen: Sequence[Recommendation], writer: Writer) -> list["BlockView"]:
    """Put what is done in one go under one heading, in the order in which it is first worth it."""
    found: dict[str, list[Recommendation]] = {}
    for one in chosen:
        found.setdefault(_block_title(one), []).append(one)
    return [_block(title, alike, writer) for title, alike in found.items()]


def _block_title(one: Recommendation) -> str:
    return DEEDS[one.triage.decision if one.triage else one.kind]


def _block(title: str, found: Sequence[Recommendation], writer: Writer) -> "BlockView":
    count, time = writer.wording.count(len(found)), _time(sum(one.minutes for one in found), writer)
    more = writer.wording.count(len(found) - NAMED) if len(found) > NAMED else ""
    written = tuple(action(one, writer) for one in found)
    return BlockView(title, f"{count} in {time}", runs(written), written[:NAMED], more)


def _time(minutes: float, writer: Writer) -> str:
    if minutes < LONG:
        return writer.wording.value(minutes, Unit.MINUTES)
    return writer.wording.value(minutes / 60, Unit.HOURS)


def runs(written: Iterable[ActionView]) -> tuple[RunView, ...]:
    """Put actions with the same first reason together, in the order in which the reasons come."""
    found: dict[str, list[ActionView]] = {}
    for one in written:
        found.setdefault(one.why, []).append(one)
    return tuple(RunView(why, tuple(alike)) for why, alike in found.items())


def groups(rest: Iterable[Recommendation], writer: Writer) -> list[GroupView]:
    """Sort recommendations by kind, the first few of each written out."""
    found: dict[Kind, list[Recommendation]] = {}
    for one in rest:
        found.setdefault(one.kind, []).append(one)
    return [_group(kind, found[kind], writer) for kind in Kind if kind in found]


def _group(kind: Kind, found: Sequence[Recommendation], writer: Writer) -> GroupView:
    title, about = TITLES[kind]
    wording = writer.wording
    return GroupView(
        str(kind),
        title,
        about,
        wording.count(len(found)),
        _time(sum(one.minutes for one in found), writer),
        tuple(action(one, writer) for one in found[:SHOWN]),
        wording.count(len(found) - SHOWN) if len(found) > SHOWN else "",
    )


def action(one: Recommendation, writer: Writer) -> ActionView:
    """Write one recommendation out."""
    pieces = _pieces(one.headline, writer.reader)
    people = tuple(
        _piece(person, writer.reader) for person in one.headline if isinstance(person, Person)
    )
    return ActionView(
        one.id,
        TITLES[one.kind][0],
        pieces,
        people or pieces,
        "".join(f"{' ' * piece.spaced}{piece.text.strip()}" for piece in pieces),
        show(one.person, writer.reader).detail if one.person else "",
        _why(one),
        _said(one),
        tuple(fact(piece, writer) for piece in one.evidence),
        one.would_change,
        writer.wording.value(one.minutes, Unit.MINUTES),
        text_of(one, writer),
        _decision(one, writer),
    )


def _pieces(headline: Sequence[str | Person], reader: Reader) -> tuple[Piece, ...]:
    pieces = [_piece(piece, reader) for piece in headline]
    return tuple(
        replace(piece, spaced=place > 0 and not piece.text.startswith((",", ".")))
        for place, piece in enumerate(pieces)
    )


def _piece(piece: str | Person, reader: Reader) -> Piece:
    if isinstance(piece, str):
        return Piece(piece)
    shown = show(piece, reader)
    return Piece(shown.name, shown.link)


def _why(one: Recommendation) -> str:
    """Give the reason that decided: the first, but for one that overrules all the others."""
    sentences = {reason.key: reason.sentence for reason in reversed(one.reasons)}
    first = one.reasons[0].sentence if one.reasons else ""
    return sentences.get(OVERRULES, first)


def _said(one: Recommendation) -> tuple[str, ...]:
    """Give each reason with the line of the strategy that it comes from."""
    lines = (": ".join(filter(None, (reason.key, reason.setting))) for reason in one.reasons)
    return tuple(
        f"{reason.sentence} ({line})" if line else reason.sentence
        for reason, line in zip(one.reasons, lines, strict=True)
    )


def fact(one: Fact, writer: Writer) -> str:
    """Write a piece of evidence out."""
    value = one.value
    if isinstance(value, date):
        told = writer.day(value)
    elif isinstance(value, str):
        told = value
    else:
        told = writer.wording.value(value, one.unit or Unit.COUNT)
    return f"{one.label}: {told}"


def text_of(one: Recommendation, writer: Writer) -> tuple[str, ...]:
    """Give the lines of the prepared text; only who sees names gets one with a name in it."""
    if one.text is None or not writer.reader.names:
        return ()
    first = one.person.first_name if one.person else None
    return filled(prepared(one.text, writer.texts), first, writer.owner)


def _decision(one: Recommendation, writer: Writer) -> str:
    if one.decided is None:
        return ""
    choice = str(one.decided.choice).replace("_", " ")
    on = one.decided.decided_on
    when = f", {writer.day(on)}" if on else ""
    return f"You decided: {choice}{when}"


def _decided(advice: Advice, writer: Writer) -> str:
    done = sum(not one.open for one in advice.recommendations)
    return writer.wording.count(done) if done else ""
