"""`netreport cohort`: many networks in one run."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from netreport.cli import options
from netreport.cli.telling import listed, shown
from netreport.cohort import running
from netreport.cohort.client import Outcome
from netreport.cohort.crew import cores
from netreport.cohort.finding import Found, find
from netreport.errors import PartError
from netreport.model.cohort import Client, State
from netreport.pages.cohort import counted
from netreport.workspace import SUMMARY


@click.command("cohort")
@click.argument("folder", metavar="DIR", type=options.PATH)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes at once; else one a core.")
@click.option("--again", is_flag=True, help="Build all, also what has not changed.")
@click.option(
    "--only", multiple=True, metavar="NAME", help="Build this workspace alone, and no summary."
)
@click.option("--site-dir", "site", type=options.PATH, help="Where to put the summary.")
@options.quiet
@options.verbose
def command(
    folder: Path,
    jobs: int | None,
    again: bool,
    only: tuple[str, ...],
    site: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build every workspace in DIR for a coach, and one summary of them all.

    Each site lies in its own workspace, in site-coach/; the summary, in DIR/site-cohort/. A run
    that was stopped goes on where it stopped: what has not changed since it was built is left.

    One workspace that fails stops none of the others: its site of before stays, and the exit code
    is 7.
    """
    found = find(folder, only)
    listed("warning", found.passed_over)
    how = running.Settings(jobs or cores(), again)
    target = None if only else site or folder / SUMMARY
    told: list[Outcome] = []
    heard = _telling(found, told, quiet=quiet, verbose=verbose)
    try:
        clients = running.run(found, how, heard, target)
    except KeyboardInterrupt:
        done = f"{len(told)} of {len(found.workspaces)} are done"
        click.echo(f"stopped: {done}; the same command goes on with the rest", err=True)
        raise
    if not quiet:
        _told(clients, target)
    _fail(clients)


def _telling(
    found: Found, told: list[Outcome], *, quiet: bool, verbose: bool
) -> Callable[[Outcome], None]:
    """Give what prints a line for each client as it ends."""
    every = len(found.workspaces)

    def heard(outcome: Outcome) -> None:
        told.append(outcome)
        client = outcome.client
        name = shown(client.folder)
        if client.told and client.told.names and client.state is State.BUILT:
            listed("warning", [f"{name}: its site shows you everybody's full name"])
        listed("warning", [f"{name}: {one}" for one in outcome.warnings])
        if outcome.problem:
            listed("error", [f"{name}: {outcome.problem}"])
            click.echo(f"hint: {shown(outcome.remedy)}", err=True)
        if not quiet:
            cost = _cost(outcome) if verbose else ""
            click.echo(f"[{len(told)}/{every}] {name}: {client.state}{cost}")

    return heard


def _cost(outcome: Outcome) -> str:
    memory = "" if outcome.memory is None else f", at most {outcome.memory / 1e6:.0f} MB"
    return f" in {outcome.seconds:.1f} s{memory}"


def _told(clients: Sequence[Client], target: Path | None) -> None:
    click.echo(f"{counted(clients)}.")
    if target is None:
        click.echo("The summary was left as it is; without --only it is written.")
    else:
        click.echo(f"Open {(target / 'index.html').absolute()} in your browser.")


def _fail(clients: Sequence[Client]) -> None:
    failed = [one.folder for one in clients if one.state is State.FAILED]
    if failed:
        raise PartError(
            f"{len(failed)} of {len(clients)} could not be built: {', '.join(failed)}",
            remedy="mend what the lines above name, and run it again: the others are left as they "
            "are",
        )
