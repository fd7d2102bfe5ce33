"""A run: every workspace built, and the summary after them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from netreport.cohort import client, summary
from netreport.cohort.client import Outcome
from netreport.cohort.crew import Crew, Lost
from netreport.cohort.finding import Found
from netreport.model.cohort import Client, State
from netreport.workspace import Workspace

Heard = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run: in how many processes, and whether what has not changed is built again too."""

    jobs: int
    again: bool = False


def run(found: Found, how: Settings, heard: Heard, site: Path | None) -> Sequence[Client]:
    """Build what has changed and then the summary at `site`, if one is wanted; give every line.

    `heard` is told of each client as it ends. Raises whatever stops the summary, such as
    PrivacyError where it would name somebody.
    """
    homes = found.workspaces
    with Crew(min(how.jobs, len(homes))) as crew:
        jobs = [partial(client.build, home.root, again=how.again) for home in homes]
        lines: dict[int, Client] = {}
        for place, came in crew.each(jobs):
            outcome = _lost(homes[place], came) if isinstance(came, Lost) else came
            lines[place] = outcome.client
            heard(outcome)
        clients = [lines[place] for place in sorted(lines)]
        if site is not None:
            summary.build(clients, found, site, crew)
    return clients


def _lost(home: Workspace, lost: Lost) -> Outcome:
    problem = f"the system ended its process ({lost.signal}), perhaps for want of memory"
    remedy = "run it again, with --jobs 1 if it was that"
    return Outcome(Client(home.root.name, State.FAILED, None, problem, remedy), problem, remedy)
