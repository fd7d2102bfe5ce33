"""What really happened between two exports of the same network, person by person.

People are named by the end of their profile address, in lower case and NFC, on the later day.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from netreport.demo.moments import end_of
from netreport.demo.people.names import address_key
from netreport.demo.story import Job, Request, Role
from netreport.demo.world import World

Story = Mapping[str, object]


def truth(world: World, before: date) -> Story:
    """Give what happened after the end of `before`, up to the day of the plan."""
    then, now = end_of(before), end_of(world.plan.as_of)
    people = sorted((r for r in world.requests if r.member.role is not Role.HIDDEN), key=_slug)
    stayed = [r for r in people if r.connected(then) and r.connected(now)]
    return {
        "from": before.isoformat(),
        "to": world.plan.as_of.isoformat(),
        "gained": [_slug(r) for r in people if r.connected(now) and not r.connected(then)],
        "lost": [_slug(r) for r in people if r.connected(then) and not r.connected(now)],
        "renamed": [_renamed(r, before) for r in stayed if _slug(r) != _slug_on(r, before)],
        "changed_jobs": [
            _moved(r, before) for r in stayed if r.member.job_on(before) != r.member.job
        ],
        "received": _outcomes([r for r in people if r.incoming], then, now, "ignored"),
        "sent": _outcomes([r for r in people if not r.incoming], then, now, "withdrawn"),
    }


def _outcomes(
    requests: Sequence[Request], then: datetime, now: datetime, ended: str
) -> dict[str, list[str]]:
    """Say what became of the requests that waited then; `ended`: what to call a failure."""
    outcomes: dict[str, list[str]] = {"accepted": [], ended: [], "still waiting": []}
    for request in requests:
        if request.pending(then):
            accepted = "accepted" if request.connected(now) else ended
            outcome = "still waiting" if request.pending(now) else accepted
            outcomes[outcome].append(_slug(request))
    return outcomes


def _slug(request: Request) -> str:
    return address_key(request.member.slug)


def _slug_on(request: Request, day: date) -> str:
    return address_key(request.member.slug_on(day))


def _renamed(request: Request, before: date) -> dict[str, str]:
    return {"before": _slug_on(request, before), "after": _slug(request)}


def _moved(request: Request, before: date) -> dict[str, str | dict[str, str]]:
    member = request.member
    jobs = {"before": _job(member.job_on(before)), "after": _job(member.job)}
    return {"person": _slug(request), **jobs}


def _job(job: Job) -> dict[str, str]:
    return {"company": job.company.strip(), "position": job.title.strip()}
