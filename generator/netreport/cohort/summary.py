"""The summary site: one line for each client, behind the leak gate of every one of them."""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

from netreport import __version__
from netreport.audience import Audience
from netreport.cohort import client, record
from netreport.cohort.crew import Crew, Lost
from netreport.cohort.finding import Found
from netreport.delivery import swap
from netreport.errors import PrivacyError
from netreport.model.cohort import Client
from netreport.pages import cohort
from netreport.site import build as site_build
from netreport.site import cohort as site_cohort
from netreport.site import verify
from netreport.workspace import SITES


def build(clients: Sequence[Client], found: Found, target: Path, crew: Crew) -> None:
    """Build the summary in place of the one before, unless that says the same.

    Raises OutputError and LockedError as any build, and PrivacyError where it would name somebody
    whom a client knows: then the summary before it still stands.
    """
    roots = [home.root for home in found.workspaces]
    context = cohort.context(clients, _links(clients, found, target), found.passed_over)
    source = site_cohort.render(context, str(context["counted"]))
    if record.stands(target, source.stamp.build_id):
        return
    with swap.workshop(target, roots) as workshop:
        made = workshop / "site"
        site_build.build(site_build.write(source, workshop), made)
        verify.verify(made)
        _guard(made, clients, roots, crew)
        swap.keep_out_of_git(made)
        stamp = source.stamp
        facts = {"netreport": __version__, "audience": stamp.audience, "build": stamp.build_id}
        swap.install(made, target, facts)


def _links(clients: Sequence[Client], found: Found, target: Path) -> Mapping[str, str]:
    """Give the address of each client's site, where the sites lie beside the summary."""
    beside = Path(os.path.abspath(target)).parent  # noqa: PTH100 - as the swap sees it
    roots = {home.root.name: home.root for home in found.workspaces}
    return {
        one.folder: f"../{quote(one.folder)}/{SITES[Audience.COACH]}/index.html"
        for one in clients
        if Path(os.path.abspath(roots[one.folder])).parent == beside  # noqa: PTH100
    }


def _guard(made: Path, clients: Sequence[Client], roots: Sequence[Path], crew: Crew) -> None:
    labels = {name for one in clients for name in (one.label, one.folder)}
    jobs = [partial(client.named, root, made, labels) for root in roots]
    for place, said in crew.each(jobs):
        if isinstance(said, Lost) or said:
            raise _refused(roots[place].name, said if isinstance(said, Lost) else None)


def _refused(name: str, lost: Lost | None) -> PrivacyError:
    if lost:
        return PrivacyError(
            f"whether the summary names anybody in the network of {name} could not be found out: "
            f"the system ended the process ({lost.signal})",
            remedy="run it again, with --jobs 1 if memory is short; the summary of before stands",
        )
    return PrivacyError(
        f"the summary would name people in the network of {name}, and was not installed",
        remedy="look for their names in the folders' names and sharing.coach.label; if there are "
        "none, this is a bug of netreport: please report it",
    )
