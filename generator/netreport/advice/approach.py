"""Whom to write to: companies without a conversation, contacts that sleep, relevant people unheard.

Takes PEOPLE and what touched them lately. Nobody here is ever advised for removal, and whoever
waits for an answer is not written to as if nothing had been.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from netreport.advice import reasons
from netreport.advice.ground import TOLD, Choices, Ground, person
from netreport.advice.points import points
from netreport.advice.targets import Target
from netreport.advice.texts import text_key
from netreport.advice.touches import touches
from netreport.model.advice import (
    Fact,
    Headline,
    Kind,
    Purpose,
    Reason,
    Recommendation,
    Touches,
)
from netreport.model.decisions import Choice
from netreport.model.decisions import Kind as Decided
from netreport.model.people import Person
from netreport.model.strategy.engagement import Channel, Outreach
from netreport.model.tables import Table

SETTLED: Choices = {
    Decided.PERSON: frozenset({Choice.DONE, Choice.SKIP, Choice.ANSWERED_ELSEWHERE}),
    Decided.RELEVANCE: frozenset({Choice.NO}),
}
_ASKED = ("fit", "segments", "dormant", "received", "last_at")
FITS = ("ideal", "good")
TO_NOBODY = frozenset({"post"})  # what reaches everybody reaches nobody in particular
BY_DEFAULT = Channel(name="message")
TO_STRANGERS = "inmail"  # to a connection LinkedIn sends it as a message, at no cost
AT_LEAST = "good"  # of somebody relevant who may be ideal or good


@dataclass(frozen=True, slots=True)
class _Silent:
    who: Person
    fit: str
    segments: tuple[str, ...]
    dormant: bool
    wrote: bool
    last_on: date | None


def approaches(ground: Ground, listed: Sequence[Target]) -> Iterator[Recommendation]:
    """Give whom to write to, the first of each kind first; nobody stands in two of them."""
    silent = _silent(ground)
    made = touches(ground)
    firsts = _first_at(listed, silent)
    for one in silent:
        target = firsts.get(one.who.key)
        yield _recommendation(ground, one, target, made.get(one.who.key, 0))


def _silent(ground: Ground) -> Sequence[_Silent]:
    """Give the relevant who are not in touch: by fit, strength of the tie, and who wrote once."""
    gone = ground.chose(Decided.PERSON, Choice.REMOVE)
    silent = (pl.col("standing") == "latent") | pl.col("dormant")
    people = ground.table(Table.PEOPLE).filter(
        pl.col("relevant") & silent & ~pl.col("owed") & ~pl.col("social"),
        ~pl.col("person").is_in(list(gone)),
    )
    received = ground.table(Table.TIES).select("person", "received")
    rows = people.join(received, on="person", how="left").sort(
        pl.col("fit").replace_strict({fit: place for place, fit in enumerate(FITS)}, default=2),
        pl.col("strength").fill_null(0),
        pl.col("received").fill_null(0),
        "connected_on",
        "person",
        descending=[False, True, True, True, False],
        nulls_last=True,
    )
    return [
        _Silent(
            person(row),
            row["fit"] if row["fit"] in FITS else AT_LEAST,
            tuple(row["segments"]),
            row["dormant"],
            bool(row["received"]),
            row["last_at"].date() if row["last_at"] else None,
        )
        for row in rows.select(*TOLD, *_ASKED).iter_rows(named=True)
    ]


def _first_at(listed: Sequence[Target], silent: Sequence[_Silent]) -> dict[str, Target]:
    """Give, for each listed company without a conversation, the best person to begin with."""
    found = {}
    for target in listed:
        there = (one.who.key for one in silent if one.who.key in target.people)
        first = None if target.engaged else next(there, None)
        if first:
            found[first] = target
    return found


def _recommendation(
    ground: Ground, one: _Silent, target: Target | None, made: int
) -> Recommendation:
    kind = Kind.COMPANY if target else Kind.WAKE if one.dormant else Kind.WARM_UP
    subject = target.name if target else one.who.key
    action, outreach = ground.id(kind, subject), ground.strategy.outreach
    warm_up = outreach.warm_up
    unheard = not (one.dormant or one.wrote)
    cold = unheard and warm_up.required and made < warm_up.min_touches
    woken = text_key(Purpose.WAKE_UP, None, ground.strategy) if one.dormant else None
    return Recommendation(
        action,
        kind,
        _headline(one, target, cold=cold),
        ground.strategy.engagement.capacity.minutes_per_touch,
        points(kind, one.fit),
        person=one.who,
        subject=target.name if target else "",
        reasons=tuple(_reasons(ground, one, target, cold=cold)),
        evidence=tuple(_evidence(one)),
        would_change=("An exchange both ways, or your word that they do not matter to you.",),
        channel=_word(_channel(outreach)),
        touches=Touches(made, warm_up.min_touches, warm_up.window_days),
        text=woken,
        decided=ground.decided(action, one.who.key, SETTLED),
    )


def _channel(outreach: Outreach) -> Channel:
    usable = (one for one in outreach.channels if one.name not in TO_NOBODY)
    return next(usable, BY_DEFAULT)


def _word(channel: Channel) -> str:
    return BY_DEFAULT.name if channel.name == TO_STRANGERS else channel.name


def _headline(one: _Silent, target: Target | None, *, cold: bool) -> Headline:
    if target:
        return (f"Start a conversation at {target.name}, with ", one.who)
    if one.dormant:
        return ("Wake your contact with ", one.who)
    return ("Be seen by ", one.who, ", then write") if cold else ("Write to ", one.who)


def _reasons(
    ground: Ground, one: _Silent, target: Target | None, *, cold: bool
) -> Iterator[Reason]:
    strategy = ground.strategy
    if target:
        yield Reason("You list this company and talk with nobody there.", target.key)
    yield reasons.in_one_of(strategy, one.segments, one.who.position)
    if one.dormant:
        days = strategy.engagement.dormant_after_days
        told = f"You were in touch both ways, and have been silent for more than {days} days."
        yield Reason(told, "engagement.dormant_after_days", str(days))
    if cold:
        kinds = " or ".join(strategy.outreach.warm_up.kinds) or "a touch"
        yield Reason(f"You mean to be seen before you write: {kinds}.", "outreach.warm_up.required")
    yield from _about(_channel(strategy.outreach))


def _about(channel: Channel) -> Iterator[Reason]:
    key = "outreach.channels"
    if channel.name == TO_STRANGERS:
        told = "You prefer InMail; to a connection it is a message, and costs nothing."
        yield Reason(told, key, channel.name)
    if channel.condition:
        yield Reason(f"{channel.name}: {channel.condition}.", key, channel.name)


def _evidence(one: _Silent) -> Iterator[Fact]:
    if one.who.connected_on:
        yield Fact("Connected on", one.who.connected_on)
    if one.last_on:
        yield Fact("Last message on", one.last_on)
    if one.wrote and not one.dormant:
        yield Fact("Has written to you", "yes")
