"""What a later export shows of an agreed action, and of the numbers that it was meant to move.

An export shows what passed, and not why. So nothing here says that one made the other.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from netreport.model.advice import Kind, Recommendation
from netreport.model.network import Network
from netreport.model.report import Report
from netreport.model.reviews import (
    Followed,
    Outcome,
    Progress,
    Shift,
    Stance,
    Thread,
)
from netreport.model.strategy import Decision
from netreport.model.tables import Table

MEANT: Mapping[Kind, tuple[str, ...]] = {
    Kind.INVITATION: ("relevance", "acceptance_received"),
    Kind.ANSWER: ("response_debt", "reciprocity"),
    Kind.WAKE: ("dormancy", "two_way"),
    Kind.WARM_UP: ("standing", "two_way"),
    Kind.COMPANY: ("target_companies", "two_way"),
    Kind.GAP: ("relevance",),
    Kind.WITHDRAW: ("acceptance_sent",),
    Kind.LET_GO: ("junk_share", "relevance"),
    Kind.OPTION: ("relevance", "junk_share"),
}
"""The numbers that an action is meant to move."""

Found = tuple[Progress, str]
Advised = Mapping[str, Mapping[str, Recommendation]]


def follow(
    thread: Thread, advised: Advised, networks: Mapping[str, Network], report: Report
) -> Thread:
    """Add what came of an agreed action, if a later export than the review's is there.

    `advised` and `networks`: of older exports, by the mark of their day.
    """
    marks = [one.export for one in thread.entries if one.answer.stance is Stance.AGREE]
    then = next((one for one in marks if thread.id in advised.get(one, {})), None)
    if then is None or thread.outcome not in {Outcome.AGREED, Outcome.DONE}:
        return thread
    one, since, until = advised[then][thread.id], networks[then].as_of, report.network.as_of
    progress, sentence = _seen(one, networks[then], report)
    followed = Followed(progress, sentence, since, until, _shifts(one.kind, since, report))
    done = Outcome.DONE if progress is Progress.DONE else thread.outcome
    return replace(thread, followed=followed, outcome=done)


def _shifts(kind: Kind, since: date, report: Report) -> tuple[Shift, ...]:
    before = next((one for one in report.history.before if one.as_of == since), None)
    now = report.history.now.values
    return tuple(
        Shift(name, before.values[name], now[name])
        for name in MEANT[kind]
        if before and name in before.values and name in now
    )


def _seen(one: Recommendation, then: Network, report: Report) -> Found:
    now = report.network
    match one.kind:
        case Kind.INVITATION:
            return _request(one, then, now)
        case Kind.WITHDRAW:
            return _withdrawn(one, now)
        case Kind.LET_GO:
            return _let_go(one, now)
        case Kind.ANSWER | Kind.WAKE | Kind.WARM_UP | Kind.COMPANY:
            return _written(one, then, now)
        case Kind.GAP:
            return _filled(one, report)
        case Kind.OPTION:
            return Progress.CANNOT_TELL, "No export shows whether this was chosen."


def _written(one: Recommendation, then: Network, now: Network) -> Found:
    if one.person is None:
        return Progress.CANNOT_TELL, "It was about a company, and nobody is named."
    if not (Table.TIES in then.tables and Table.TIES in now.tables):
        return Progress.CANNOT_TELL, "One of the two exports holds no messages."
    sent = _count(one, now, "sent") - _count(one, then, "sent")
    received = _count(one, now, "received") - _count(one, then, "received")
    if sent <= 0:
        return Progress.NOT_SEEN, "The export shows no message from the owner since."
    if received > 0:
        return Progress.DONE, "Since then the owner wrote, and they wrote too."
    return Progress.DONE, "Since then the owner wrote; nothing came back so far."


def _count(one: Recommendation, network: Network, column: str) -> int:
    """Give how many messages went one way between the owner and the person."""
    ties = network.tables[Table.TIES]
    return int(ties.filter(pl.col("person") == _key(one)).get_column(column).sum())


def _request(one: Recommendation, then: Network, now: Network) -> Found:
    if Table.PENDING not in now.tables:
        return Progress.CANNOT_TELL, "The later export holds no invitations."
    advised = one.triage.decision if one.triage else Decision.REVIEW
    if _connected(one, now):
        done = advised in {Decision.ACCEPT, Decision.REVIEW}
        return (Progress.DONE if done else Progress.NOT_SEEN), "They are a connection now."
    if not _waits(one, now, incoming=True):
        done = advised in {Decision.IGNORE, Decision.REVIEW}
        told = "The request is gone, and they are no connection."
        return (Progress.DONE if done else Progress.NOT_SEEN), told
    if advised is Decision.ASK_WHY and Table.TIES in then.tables and Table.TIES in now.tables:
        return _written(one, then, now)
    return Progress.NOT_SEEN, "The request still waits."


def _withdrawn(one: Recommendation, now: Network) -> Found:
    if Table.PENDING not in now.tables:
        return Progress.CANNOT_TELL, "The later export holds no invitations."
    if _waits(one, now, incoming=False):
        return Progress.NOT_SEEN, "The request still waits."
    if _connected(one, now):
        return Progress.NOT_SEEN, "They accepted it after all."
    return Progress.DONE, "The invitation is gone."


def _let_go(one: Recommendation, now: Network) -> Found:
    if Table.PEOPLE not in now.tables:
        return Progress.CANNOT_TELL, "The later export holds no connections."
    if _connected(one, now):
        return Progress.NOT_SEEN, "They are still a connection."
    return Progress.DONE, "They are no connection any more; an export does not say who ended it."


def _filled(one: Recommendation, report: Report) -> Found:
    if any(other.id == one.id for other in report.advice.recommendations):
        return Progress.NOT_SEEN, "Nobody is known to stand there yet."
    return Progress.DONE, "Somebody stands there now, as far as titles and companies tell."


def _connected(one: Recommendation, network: Network) -> bool:
    people = network.tables.get(Table.PEOPLE)
    return people is not None and (people.get_column("person") == _key(one)).any()


def _waits(one: Recommendation, network: Network, *, incoming: bool) -> bool:
    waiting = network.tables[Table.PENDING].filter(pl.col("incoming") == incoming)
    return (waiting.get_column("person") == _key(one)).any()


def _key(one: Recommendation) -> str:
    return one.person.key if one.person else ""
