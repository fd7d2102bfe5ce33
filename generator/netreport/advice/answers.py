"""Whom the owner owes an answer: whoever waits longest comes first.

Takes THREADS and what became of the requests. A note on a request that is to be ignored is owed
a polite no, if the strategy says so; other notes are answered by what their request is answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from netreport.advice.ground import Choices, Ground, person
from netreport.advice.points import points
from netreport.advice.texts import text_key
from netreport.facts.debt import OWED
from netreport.facts.identity import keyed_by_name
from netreport.model.advice import Fact, Headline, Kind, Purpose, Reason, Recommendation
from netreport.model.decisions import Choice
from netreport.model.decisions import Kind as Decided
from netreport.model.people import Person
from netreport.model.results import Unit
from netreport.model.tables import Table

_ELSEWHERE = frozenset({Choice.ANSWERED_ELSEWHERE})
SETTLED: Choices = {
    Decided.PERSON: _ELSEWHERE | {Choice.DONE, Choice.SKIP},
    Decided.INVITATION: _ELSEWHERE,
}
_OF_PEOPLE = ("person", "first_name", "position", "company", "connected_on", "fit")


@dataclass(frozen=True, slots=True)
class _Owed:
    who: Person
    fit: str
    note: bool
    asks: bool
    language: str | None
    age: int
    since: date


def answers(ground: Ground, requests: Mapping[str, Recommendation]) -> Iterator[Recommendation]:
    """Give a recommendation for each answer owed; `requests` by the key of who asks."""
    for owed in _waiting(ground):
        if not owed.note:
            yield _answer(ground, owed, Purpose.ANSWER_LATER)
        elif owed.who.key in requests and _takes_a_no(requests[owed.who.key], ground):
            yield _answer(ground, owed, Purpose.POLITE_NO)


def _waiting(ground: Ground) -> Iterator[_Owed]:
    """Give the owed, the oldest first, each person once, a message before a note."""
    owed = ground.table(Table.THREADS).filter(pl.col("state") == OWED)
    once = (
        owed.with_columns(keyed_by_name("last_at"))
        .sort("note", "last_at", "person", "language", nulls_last=True)
        .unique("person", keep="first", maintain_order=True)
        .sort("last_at", "person")
    )
    known = ground.table(Table.PEOPLE).select(_OF_PEOPLE)
    for row in once.join(known, on="person", how="left", maintain_order="left").to_dicts():
        yield _Owed(
            person(row),
            row["fit"] or "unknown",
            row["note"],
            row["question"],
            row["language"],
            row["age"],
            row["last_at"].date(),
        )


def _takes_a_no(request: Recommendation, ground: Ground) -> bool:
    """Say whether a note will be ignored, and is owed a no that ignoring does not give."""
    respond = ground.strategy.engagement.respond
    advised = request.triage.decision if request.triage else None
    final = request.decided.choice if request.decided else advised
    silent = ground.strategy.invitations.refuse_with != "decline_politely"
    return final == Choice.IGNORE and silent and respond.even_no_thanks


def _answer(ground: Ground, owed: _Owed, purpose: Purpose) -> Recommendation:
    action = ground.id(Kind.ANSWER, owed.who.key)
    asks = [Fact("Asks you something", "yes")] if owed.asks else []
    return Recommendation(
        action,
        Kind.ANSWER,
        _headline(purpose, owed.who),
        ground.strategy.engagement.capacity.minutes_per_reply,
        points(Kind.ANSWER, owed.fit),
        person=owed.who,
        reasons=tuple(_reasons(ground, purpose)),
        evidence=(Fact("Has waited", owed.age, Unit.DAYS), *asks),
        would_change=("An answer by phone or e-mail: write it down as answered elsewhere.",),
        channel="message",
        text=text_key(purpose, owed.language, ground.strategy),
        decided=ground.decided(action, owed.who.key, SETTLED, owed.since),
    )


def _headline(purpose: Purpose, who: Person) -> Headline:
    if purpose is Purpose.POLITE_NO:
        return ("Answer the note of ", who, " with a polite no")
    return ("Answer ", who)


def _reasons(ground: Ground, purpose: Purpose) -> Iterator[Reason]:
    respond = ground.strategy.engagement.respond
    whom = "whoever writes" if respond.to == "all" else "people of ideal and good segments"
    yield Reason(f"You mean to answer {whom}.", "engagement.respond.to", respond.to)
    if purpose is Purpose.POLITE_NO:
        told = "A note is a message: ignoring the request leaves it without an answer."
        yield Reason(told, "engagement.respond.notes_of_ignored", respond.notes_of_ignored)
