"""One client: built for the coach where something has changed, and kept out of the summary.

Runs in a process of its own (see crew.py). Whatever goes wrong with a client is told, not raised.
"""

import shlex
import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from netreport import costs, pipeline, reading
from netreport.audience import Audience, limited
from netreport.cohort import record
from netreport.cohort.fingerprint import fingerprint, sealed
from netreport.delivery import leaks, swap
from netreport.delivery.withholding import naming
from netreport.errors import NetreportError, PrivacyError
from netreport.model.cohort import Client, State
from netreport.model.network import Network
from netreport.model.strategy import Sharing
from netreport.pages import cohort
from netreport.pages.wording import Wording
from netreport.pages.writer import Writer
from netreport.places import Places
from netreport.sources.owner.together import together
from netreport.workspace import Workspace

K = Sharing().coach.k
SILENT = "its files cannot be used"
BUG = "this is a bug of netreport"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one client: its line of the summary, and what its owner may read besides.

    `problem` and `remedy` are those of the error itself. `seconds` by the clock; `memory` in bytes,
    the most of this process so far, None where the system does not tell.
    """

    client: Client
    problem: str = ""
    remedy: str = ""
    warnings: Sequence[str] = ()
    seconds: float = 0
    memory: int | None = None


def build(root: Path, *, again: bool) -> Outcome:
    """Build the coach's site of the workspace at `root`, unless nothing has changed since.

    `again`: build it in any case.
    """
    began = time.monotonic()
    home = Workspace(root)
    try:
        outcome = _built(home, again=again)
    except NetreportError as error:
        outcome = _failed(home, error.problem, error.remedy)
    except Exception as error:  # noqa: BLE001 - a bug in one client's build costs that client alone
        outcome = _failed(home, f"{BUG}: {type(error).__name__}", _remedy(home, "--debug build"))
    return replace(outcome, seconds=time.monotonic() - began, memory=costs.peak())


def _built(home: Workspace, *, again: bool) -> Outcome:
    places = home.places(Audience.COACH)
    kept = record.read(home.cohort, places.site)
    inputs = fingerprint(places)
    name = home.root.name
    if kept and not again and kept.inputs == sealed(inputs, places):
        return Outcome(Client(name, State.UNCHANGED, kept.told))
    built = pipeline.build(places)
    shown = limited(built.report, built.reader, {}).report
    told = cohort.told(shown, Writer(Wording(), built.reader))
    made = str((swap.marker(places.site) or {}).get("build"))
    record.write(home.cohort, record.Record(1, sealed(inputs, places), made, told))
    return Outcome(Client(name, State.BUILT, told), warnings=built.warnings)


def _failed(home: Workspace, problem: str, remedy: str) -> Outcome:
    kept = record.read(home.cohort, home.site(Audience.COACH))
    said = _fit(home, problem, remedy)
    client = Client(home.root.name, State.FAILED, kept.told if kept else None, *said)
    return Outcome(client, problem, remedy)


def _fit(home: Workspace, problem: str, remedy: str) -> tuple[str, str]:
    """Give a problem and its remedy so that the summary names nobody: neither people nor files."""
    with suppress(NetreportError, OSError):
        for path, kind in home.private().items():
            problem, remedy = (text.replace(path.name, kind) for text in (problem, remedy))
    problem, remedy = (text.replace(str(home.root), home.root.name) for text in (problem, remedy))
    if naming([problem, remedy], _known(home, ())):
        return SILENT, _remedy(home, "check")
    return problem, remedy


def _remedy(home: Workspace, command: str) -> str:
    return f"see why with: netreport {command} -w {shlex.quote(home.root.name)}"


def named(root: Path, summary: Path, labels: Collection[str]) -> bool:
    """Say whether the finished summary names anybody whom the workspace at `root` knows.

    `labels`: what the clients go by, which the summary is there to say.
    """
    try:
        leaks.refuse(summary, _known(Workspace(root), labels))
    except PrivacyError:
        return True
    return False


def _known(home: Workspace, labels: Collection[str]) -> leaks.Known:
    """Give what is known of others in whatever of a workspace can be read."""
    return leaks.known(_legible(home), leaks.Own(names=sorted(labels)), K)


def _legible(home: Workspace) -> Sequence[Network]:
    """Give the networks that can be read: all of them, or else the exports one by one."""
    with suppress(NetreportError):
        places = home.places(Audience.PRIVATE)
        with suppress(NetreportError):
            added = reading.read_owner(places)
            return [together(one, added) for one in reading.read_exports(places)]
        return [one for path in places.exports for one in _alone(places, path)]
    return ()


def _alone(places: Places, export: Path) -> Sequence[Network]:
    with suppress(NetreportError):
        return reading.read_exports(replace(places, exports=[export]))
    return ()
