"""The connections of the demo network: who came when, from whom the request came, who left."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from netreport.demo.chance import Chance, apportioned, chance, urn
from netreport.demo.moments import end_of
from netreport.demo.people.troupe import Troupe
from netreport.demo.story import COHORTS, HIDDEN_PART, LOST, QUARTER, Cohort, Job, Request, Role

_HOUR, _DAY = 60, 24 * 60
# Minutes from request to acceptance: from, to.
_LAGS = {
    (3, 12 * _HOUR): 45.0,
    (12 * _HOUR, 2 * _DAY): 25.0,
    (2 * _DAY, 7 * _DAY): 15.0,
    (8 * _DAY, 30 * _DAY): 10.0,
    (31 * _DAY, 90 * _DAY): 5.0,
}
LAGS = urn(_LAGS)
WAITED = 0.6  # of the received ones accepted in the last quarter had waited since before it
HIDDEN_AGES = (300, 3200)  # old enough for their requests to be in neither export
_LEAVERS = (*(Role.CROWD,) * 6, Role.LEADER, Role.LATENT, Role.CORE)


def connections(troupe: Troupe) -> list[Request]:
    """Give exactly as many connections as the plan asks for, and those lost lately beside them."""
    total = troupe.plan.connections
    hidden = round(total * HIDDEN_PART)
    counts = apportioned(total - hidden, [cohort.part for cohort in COHORTS])
    people = [
        request
        for cohort, count in zip(COHORTS, counts, strict=True)
        for request in _cohort(troupe, cohort, count)
    ]
    return [*people, *_hidden(troupe, hidden), *_lost(troupe)]


def _cohort(troupe: Troupe, cohort: Cohort, count: int) -> Iterator[Request]:
    by = chance(troupe.plan.seed, "cohort", cohort.name)
    numbers = apportioned(count, list(cohort.roles.values()))
    roles = [role for role, n in zip(cohort.roles, numbers, strict=True) for _ in range(n)]
    for role in by.shuffled(roles):
        accepted = troupe.moment(by.between(cohort.newest, cohort.oldest), by)
        yield _connected(troupe, role, cohort, accepted, by)


def _connected(
    troupe: Troupe, role: Role, cohort: Cohort, accepted: datetime, by: Chance
) -> Request:
    member = troupe.anybody(role, by)
    if by.happens(cohort.received):
        note = troupe.notes.received(member, troupe.language(member, by), by)
        sent = _sent_before(troupe, cohort, accepted, by)
        return Request(member, True, sent, note, accepted)
    note = troupe.notes.sent(member, cohort.name, by)
    return Request(member, False, accepted - _lag(by), note, accepted)


def _sent_before(troupe: Troupe, cohort: Cohort, accepted: datetime, by: Chance) -> datetime:
    """Give the time of a received request; those of the last quarter mostly waited for review."""
    if cohort.name != COHORTS[-1].name or not by.happens(WAITED):
        return accepted - _lag(by)
    return end_of(troupe.plan.as_of) - QUARTER - timedelta(minutes=by.between(60, 100 * _DAY))


def _lag(by: Chance) -> timedelta:
    return timedelta(minutes=by.between(*LAGS.draw(by)))


def _hidden(troupe: Troupe, count: int) -> Iterator[Request]:
    by = chance(troupe.plan.seed, "hidden")
    for _ in range(count):
        member = troupe.member(Role.HIDDEN, "AU", Job("", ""), by)
        accepted = troupe.moment(by.between(*HIDDEN_AGES), by)
        yield Request(member, True, accepted - _lag(by), "", accepted)


def _lost(troupe: Troupe) -> Iterator[Request]:
    by = chance(troupe.plan.seed, "lost")
    for number in range(troupe.plan.times(LOST)):
        member = troupe.anybody(_LEAVERS[number % len(_LEAVERS)], by)
        accepted = troupe.moment(by.between(QUARTER.days + 100, HIDDEN_AGES[1]), by)
        ended = troupe.moment(by.between(2, QUARTER.days - 2), by)
        yield Request(member, True, accepted - _lag(by), "", accepted, ended)
