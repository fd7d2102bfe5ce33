"""What the owner of the demo keeps beside her exports: facts about people, outreach, decisions."""

from collections.abc import Iterator, Mapping
from datetime import date

from netreport.demo.beside.outreach import outreach_rows
from netreport.demo.chance import Chance, chance
from netreport.demo.files.addresses import raw
from netreport.demo.files.dialects import Row, minimal
from netreport.demo.moments import end_of
from netreport.demo.people.careers import companies
from netreport.demo.people.names import address_key
from netreport.demo.story import QUARTER, Member, Request, Role
from netreport.demo.world import World

TAGS = {
    Role.CORE: ("", "workshop 2025", "breakfast group", "reference customer"),
    Role.SOCIAL: ("golf", "school", "cycling"),
}
NO_TAG = ("",)
DESCRIBED = {Role.CORE: 11, Role.LEADER: 9, Role.SOCIAL: 4}
KNOWN_OF_THOSE_WHO_ASK = 0.9
KNOWS, DOES_NOT = "yes", "no"
RECOGNISED, TESTED = 7, 20
ASKED_WHY, KEPT, REMOVED = 4, 4, 3


def own_files(world: World) -> Mapping[str, str]:
    """Give the owner's three tables by file name."""
    return {
        "people.csv": "".join(minimal(_people(world))),
        "outreach.csv": "".join(minimal(outreach_rows(world))),
        "decisions.csv": "".join(minimal(_decisions(world))),
    }


def _people(world: World) -> Iterator[Row]:
    """Give facts about those who ask and about some connections."""
    by, known = chance(world.plan.seed, "people"), companies()
    yield ("profile", "company", "title", "region", "industry", "tag")
    for member in _described(world, by):
        job = member.job
        tag = by.pick(TAGS.get(member.role, NO_TAG))
        facts = (job.company.strip(), job.title, member.home, known.industry(job.company), tag)
        yield (raw(member.slug), *facts)


def _described(world: World, by: Chance) -> Iterator[Member]:
    now = end_of(world.plan.as_of)
    for request in world.requests:
        if request.incoming and request.pending(now) and by.happens(KNOWN_OF_THOSE_WHO_ASK):
            yield request.member
    for role, count in DESCRIBED.items():
        people = [r.member for r in _connected(world) if r.member.role is role]
        yield from by.shuffled(people)[:count]


def _connected(world: World) -> list[Request]:
    now = end_of(world.plan.as_of)
    return [r for r in world.requests if r.connected(now) and r.member.role is not Role.HIDDEN]


def _decisions(world: World) -> list[Row]:
    """Give what was decided, oldest first: requests of the last quarter, people, a quiz."""
    by = chance(world.plan.seed, "decisions")
    rows = [*_about_requests(world), *_about_people(world, by), *_answers(world, by)]
    rows.sort(key=lambda row: (row[3], row[0]))
    return [("subject", "kind", "decision", "decided_on", "note"), *rows]


def _about_requests(world: World) -> Iterator[Row]:
    now, then = end_of(world.plan.as_of), end_of(world.plan.as_of - QUARTER)
    for request in world.requests:
        decided = request.accepted_at or request.ended_at
        if request.incoming and request.pending(then) and decided and decided <= now:
            decision = "accept" if request.accepted_at else "ignore"
            yield _row(request.member, "invitation", decision, decided.date(), "")
    waiting = [r for r in world.requests if r.incoming and r.pending(now) and not r.note]
    for request in waiting[:ASKED_WHY]:
        note = "asked what brings them here"
        yield _row(request.member, "invitation", "ask_why", world.plan.as_of, note)


def _about_people(world: World, by: Chance) -> Iterator[Row]:
    connected = by.shuffled(_connected(world))
    private = [r.member for r in connected if r.member.role is Role.SOCIAL]
    crowd = [r.member for r in connected if r.member.role is Role.CROWD]
    for member in private[:KEPT]:
        yield _row(member, "person", "keep", world.plan.as_of, "a friend, not a customer")
    for member in crowd[:REMOVED]:
        yield _row(member, "person", "remove", world.plan.as_of, "")


def _answers(world: World, by: Chance) -> Iterator[Row]:
    people = by.shuffled(_connected(world))[:TESTED]
    for number, request in enumerate(people):
        answer = KNOWS if number < RECOGNISED else DOES_NOT
        yield _row(request.member, "quiz", answer, world.plan.as_of, "")


def _row(member: Member, kind: str, decision: str, day: date, note: str) -> Row:
    return (address_key(member.slug), kind, decision, day.isoformat(), note)
