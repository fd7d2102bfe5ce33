"""`netreport publish`: the public report, on the web, for everybody and for ever."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.cli.missing import unread
from netreport.cli.telling import shown, steps
from netreport.delivery import leaks, publishing, swap
from netreport.delivery.publishing import Publication
from netreport.errors import UsageError
from netreport.sources import key
from netreport.workspace import Workspace, find

LISTED = 12
KILO = 1000
FOR_EVER = (
    "Everyone will be able to read it, for ever: a copy that somebody made stays, and what you "
    "publish later replaces the pages, not the copies."
)
AFTERWARDS = (
    "On GitHub: Settings > Pages > Deploy from a branch > {branch}. "
    "With the workflow of netreport init --github: Actions > pages > Run workflow."
)


@click.command("publish")
@options.workspace
@click.option(
    "--remote",
    default="origin",
    show_default=True,
    metavar="NAME|ADDRESS",
    help="The repository to publish to: a remote of your workspace, or an address.",
)
@click.option("--branch", default="gh-pages", show_default=True, help="The branch it replaces.")
@click.option(
    "--dry-run",
    "folder",
    type=options.PATH,
    metavar="DIR",
    help="Put what would be published into this folder instead; nothing is sent.",
)
@options.quiet
@options.verbose
def command(
    start: Path | None, remote: str, branch: str, folder: Path | None, quiet: bool, verbose: bool
) -> None:
    """Publish the report for everybody. It names nobody, and asks before anything is sent.

    It builds the public site, looks through every byte of it for what your export knows of other
    people, shows what is new, and replaces a branch of your repository by one commit without a
    past. Search engines are asked to stay away, unless sharing.public.index says true.
    """
    home = find(start)
    step = steps(quiet=quiet, verbose=verbose)
    with TemporaryDirectory(prefix="netreport-") as name:
        places = options.in_workspace(home, options.Named(home.root, audience=Audience.PUBLIC))
        built, made = _made(home, places, Path(name), (remote, branch), step)
        unread(built.report.network)
        _show(made)
        if folder is not None:
            _put(made, folder)
            click.echo(f"Nothing was sent. {folder} holds what would be published.")
        elif _agreed(made):
            pipeline.remember(built, places)  # first: what was sent and not written down could leak
            with step("Publishing"):
                publishing.send(made)
            click.echo(f"Published: {made.address}\n{AFTERWARDS.format(branch=branch)}")
        else:
            click.echo("Nothing was published.")


def _made(
    home: Workspace,
    places: pipeline.Places,
    work: Path,
    where: tuple[str, str],
    step: pipeline.Step,
) -> tuple[pipeline.Built, Publication]:
    """Check the repository, build the public site, and look through what would be published."""
    key.read(home.key)
    goal = publishing.goal(home.root, *where)
    with step("Looking through the repository"):
        publishing.check(goal, work / "copy", home.private(), home.hidden())
    built = pipeline.untold(places, step)
    made = publishing.prepare(built.site, work / "files", work / "copy", goal)
    with step("Looking for leaks once more"):
        leaks.refuse(made.files, pipeline.known(built.report, places))
    return built, made


def _show(made: Publication) -> None:
    """Say where it goes, what is on it, and what changes there."""
    size = made.size / KILO
    page = (made.files / "index.html").read_text("utf-8")
    found = "asked to stay away" if 'content="noindex' in page else "may list it"
    click.echo(f"Address:        {shown(made.address)}")
    click.echo(f"Branch:         {made.goal.branch} of {shown(made.shown)}")
    click.echo(f"On it:          {made.pages} pages, {made.count} files, {size:,.0f} KB; no person")
    click.echo(f"Search engines: {found}")
    for title, pages in (
        ("New pages:     ", made.changes.new),
        ("Changed pages: ", made.changes.changed),
        ("Removed pages: ", made.changes.gone),
    ):
        if pages:
            click.echo(f"{title} {_listed(pages)}")
    click.echo(f"As before:      {made.changes.same} pages")


def _listed(pages: Sequence[str]) -> str:
    more = f" and {len(pages) - LISTED} more" if len(pages) > LISTED else ""
    return shown(", ".join(pages[:LISTED])) + more


def _agreed(made: Publication) -> bool:
    """Ask; without an answer, nothing is sent."""
    click.echo(FOR_EVER)
    try:
        return click.confirm(f"Publish to {shown(made.address)} for everyone, for ever?")
    except click.Abort:
        raise UsageError(
            "nobody answered whether to publish; nothing was sent",
            remedy="run it in a terminal, or look at it first with --dry-run DIR",
        ) from None


def _put(made: Publication, folder: Path) -> None:
    """Put the files into a folder of their own, in place of those of an earlier dry run."""
    with swap.workshop(folder) as workshop:
        shutil.copytree(made.files, workshop / "site")
        swap.install(workshop / "site", folder, made.facts)
