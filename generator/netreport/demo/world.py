"""The demo network as a whole: people, requests, conversations and what the owner did."""

from collections.abc import Mapping
from dataclasses import dataclass

from netreport.demo.chance import chance
from netreport.demo.deeds.diary import Entry, Kind, diary
from netreport.demo.deeds.esteem import Esteem, esteem
from netreport.demo.deeds.traces import traces
from netreport.demo.moments import end_of, seconds
from netreport.demo.owner import Owner, owner
from netreport.demo.people.changes import changed
from netreport.demo.people.connected import connections
from netreport.demo.people.troupe import Troupe, troupe
from netreport.demo.people.waiting import waiting
from netreport.demo.story import Plan, Request
from netreport.demo.talks.conversations import Conversations, plots
from netreport.demo.talks.others import other_threads
from netreport.demo.talks.talk import Repertoire, repertoire
from netreport.demo.talks.threads import Thread


@dataclass(frozen=True, slots=True)
class World:
    """Everything that has happened up to the day of the plan; an export shows a day of it."""

    plan: Plan
    owner: Owner
    requests: tuple[Request, ...]
    threads: tuple[Thread, ...]
    table: Repertoire
    diary: Mapping[Kind, tuple[Entry, ...]]
    esteem: Esteem


def imagine(plan: Plan) -> World:
    """Invent the network of this plan: always the same one."""
    people = troupe(plan)
    requests = (*changed(people, connections(people)), *waiting(people))
    table = repertoire()
    return World(
        plan,
        owner(),
        requests,
        _threads(people, table, requests),
        table,
        {**diary(plan), **traces(people, requests)},
        esteem(plan, requests),
    )


def _threads(
    people: Troupe, table: Repertoire, requests: tuple[Request, ...]
) -> tuple[Thread, ...]:
    """Give conversations with as many messages, together, as the plan asks for."""
    plan = people.plan
    languages = {key: home.language for key, home in people.careers.homes.items()}
    stage = Conversations(plan, table, languages, seconds(end_of(plan.as_of)))
    chosen = plots(plan, requests)
    brief = [*stage.brief(chosen), *other_threads(people, table, requests)]
    missing = plan.messages - sum(len(thread.lines) for thread in brief)
    if missing >= 0:
        return (*brief, *stage.long(chosen, missing))
    return tuple(_cut(chance(plan.seed, "cut").shuffled(brief), plan.messages))


def _cut(threads: list[Thread], messages: int) -> list[Thread]:
    """Give as many of the threads as make up `messages`, the last one shortened."""
    kept: list[Thread] = []
    for thread in threads:
        if messages <= 0:
            break
        kept.append(thread.first(messages))
        messages -= len(thread.lines)
    return kept
