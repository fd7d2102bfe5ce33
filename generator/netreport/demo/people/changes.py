"""What changed for people in the last quarter, and who works for the owner's target accounts."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from netreport.demo.chance import Chance, chance
from netreport.demo.moments import end_of
from netreport.demo.people.careers import RELEVANT
from netreport.demo.people.troupe import Troupe
from netreport.demo.story import MOVED, QUARTER, RENAMED, Job, Member, Plan, Request, Role

_MOVERS = (Role.CROWD, Role.LATENT, Role.CORE, Role.LEADER)
_RENAMERS = (Role.LATENT, Role.CORE, Role.CROWD)
_AT_ACCOUNTS = (Role.CORE, Role.LATENT)
Change = Callable[[Member, Chance], Member]


def changed(troupe: Troupe, requests: list[Request]) -> list[Request]:
    """Give the same requests of people who have changed jobs or addresses, some of them."""
    by = chance(troupe.plan.seed, "changes")
    people = _employed(troupe, requests, by)
    settled = [place for place, request in enumerate(people) if _settled(request, troupe.plan)]
    order = by.shuffled(settled)
    movers = _chosen(people, order, _MOVERS, troupe.plan.times(MOVED))
    rest = [place for place in order if place not in movers]
    renamers = _chosen(people, rest, _RENAMERS, troupe.plan.times(RENAMED))
    _apply(people, sorted(movers), lambda member: _moved(troupe, member, by))
    _apply(people, sorted(renamers), lambda member: _renamed(troupe, member, by))
    return people


def _settled(request: Request, plan: Plan) -> bool:
    """Say whether somebody was connected a quarter ago and still is."""
    now = end_of(plan.as_of)
    return request.connected(now - QUARTER) and request.connected(now)


def _chosen(
    people: list[Request], order: Iterable[int], roles: tuple[Role, ...], count: int
) -> set[int]:
    """Give `count` places, taking turns between the roles as long as there are people in them."""
    waiting = {role: [p for p in order if people[p].member.role is role] for role in roles}
    chosen: list[int] = []
    while len(chosen) < count and any(waiting.values()):
        chosen += [places.pop() for places in waiting.values() if places]
    return set(chosen[:count])


def _apply(
    people: list[Request], places: Iterable[int], change: Callable[[Member], Member]
) -> None:
    for place in places:
        people[place] = replace(people[place], member=change(people[place].member))


def _employed(troupe: Troupe, requests: list[Request], by: Chance) -> list[Request]:
    """Give the requests with some relevant people moved to the target accounts."""
    people = list(requests)
    suited = [p for p, request in enumerate(people) if request.member.role in _AT_ACCOUNTS]
    places = iter(by.shuffled(suited))
    for company, account in troupe.careers.companies.accounts.items():
        for place, _ in zip(places, range(account.people), strict=False):
            member = people[place].member
            job = Job(company, troupe.careers.themed("sales", account.home, by).title)
            people[place] = replace(people[place], member=replace(member, job=job))
    return people


def _day(plan: Plan, by: Chance) -> date:
    return plan.as_of - timedelta(days=by.between(2, QUARTER.days - 2))


def _moved(troupe: Troupe, member: Member, by: Chance) -> Member:
    """Give the member in a new job: many of the crowd move into sales."""
    sells = member.role in RELEVANT or (member.role is Role.CROWD and by.happens(0.5))
    job = member.job
    while job == member.job:
        job = (
            troupe.careers.themed("sales", member.home, by)
            if sells
            else troupe.careers.job(member.role, member.home, by)
        )
    return replace(member, job=job, former_job=member.job, changed_on=_day(troupe.plan, by))


def _renamed(troupe: Troupe, member: Member, by: Chance) -> Member:
    slug = troupe.names.address(member.first, member.last, by)
    return replace(member, slug=slug, former_slug=member.slug, changed_on=_day(troupe.plan, by))
