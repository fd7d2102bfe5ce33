"""Requests that nobody has accepted: received ones of every kind, and the owner's own."""

from collections.abc import Iterator
from datetime import timedelta

from netreport.demo.chance import Chance, chance
from netreport.demo.moments import end_of
from netreport.demo.people.notes import waiting_asks
from netreport.demo.people.troupe import Troupe
from netreport.demo.story import (
    QUARTER,
    SENT_WAITING,
    SENT_WITHDRAWN,
    STILL_WAITING,
    WAITING_NOW,
    WAITING_THEN,
    Member,
    Request,
    Role,
)

_MINUTES_OF_A_DAY = 24 * 60
LONGEST_WAIT = 130  # days before the quarter
SENT_AGES = ((31, 175), (2, 29), (31, 175), (181, 290))
WITHDRAWN_AGES = (120, 250)
SELLERS, LEADERS = "sales", "leader"


def waiting(troupe: Troupe) -> list[Request]:
    """Give the requests that wait now, waited a quarter ago, or both."""
    return [*_received_then(troupe), *_received_now(troupe), *_sent(troupe), *_withdrawn(troupe)]


def _received_then(troupe: Troupe) -> Iterator[Request]:
    """Give those that waited a quarter ago: ignored since, but for the last few."""
    by, asks = chance(troupe.plan.seed, "waiting then"), waiting_asks()
    count, still = troupe.plan.times(WAITING_THEN), troupe.plan.times(STILL_WAITING)
    for number in range(count):
        minutes = by.between(60, LONGEST_WAIT * _MINUTES_OF_A_DAY)
        sent = end_of(troupe.plan.as_of) - QUARTER - timedelta(minutes=minutes)
        member, note = _asking(troupe, asks[(number + count // 2) % len(asks)], by)
        ignored = troupe.moment(by.between(2, QUARTER.days - 2), by)
        ended = ignored if number < count - still else None
        yield Request(member, True, sent, note, None, ended)


def _received_now(troupe: Troupe) -> Iterator[Request]:
    by, asks = chance(troupe.plan.seed, "waiting now"), waiting_asks()
    for number in range(troupe.plan.times(WAITING_NOW)):
        member, note = _asking(troupe, asks[number % len(asks)], by)
        yield Request(member, True, troupe.moment(by.between(1, QUARTER.days - 2), by), note)


def _asking(troupe: Troupe, ask: str, by: Chance) -> tuple[Member, str]:
    """Give the person and the note that an entry of the list in invitations.toml describes."""
    who, kind, language = ask.split()
    theme, home = who.replace("@", "/").split("/")
    job = troupe.careers.placed if "@" in who else troupe.careers.themed
    member = troupe.member(Role.STRANGER, home, job(theme, home, by), by)
    return member, troupe.notes.written(kind, language, member, troupe.notes.owner, by)


def _sent(troupe: Troupe) -> Iterator[Request]:
    by = chance(troupe.plan.seed, "sent")
    for number in range(troupe.plan.times(SENT_WAITING)):
        days = by.between(*SENT_AGES[number % len(SENT_AGES)])
        yield _asked(troupe, days, by)


def _withdrawn(troupe: Troupe) -> Iterator[Request]:
    by = chance(troupe.plan.seed, "withdrawn")
    for _ in range(troupe.plan.times(SENT_WITHDRAWN)):
        request = _asked(troupe, by.between(*WITHDRAWN_AGES), by)
        ended = troupe.moment(by.between(2, QUARTER.days - 2), by)
        yield Request(request.member, False, request.sent_at, request.note, None, ended)


def _asked(troupe: Troupe, days: int, by: Chance) -> Request:
    home = troupe.careers.home(Role.CORE, by)
    job = troupe.careers.themed(by.pick((SELLERS, SELLERS, LEADERS)), home, by)
    member = troupe.member(Role.STRANGER, home, job, by)
    return Request(member, False, troupe.moment(days, by), troupe.notes.sent(member, "since", by))
