"""`netreport build`: the main job."""

import webbrowser
from datetime import datetime
from pathlib import Path

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.cli.demo import demo_workspace
from netreport.cli.missing import unread
from netreport.cli.telling import cost, listed, steps
from netreport.pages.views import view
from netreport.pages.wording import Wording

LOUD = (
    "warning: THIS SITE SHOWS YOUR COACH EVERYBODY'S FULL NAME, because your strategy says "
    "sharing.coach.names: full; say pseudonyms there to hide them"
)


@click.command("build")
@options.workspace
@options.export
@options.strategy
@click.option("--site-dir", "site", type=options.PATH, help="Where to put the site.")
@options.audience
@options.as_of
@click.option("--demo", "of_demo", is_flag=True, help="Report on the demo network that ships.")
@click.option("--strict", is_flag=True, help="Exit with 1 when a target is missed.")
@click.option("--open", "opening", is_flag=True, help="Open the report in the browser.")
@options.quiet
@options.verbose
def command(
    start: Path | None,
    exports: tuple[Path, ...],
    strategy: Path | None,
    site: Path | None,
    audience: Audience,
    as_of: datetime | None,
    of_demo: bool,
    strict: bool,
    opening: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the report's site; nothing leaves this computer."""
    named = options.Named(start, exports, strategy, site, as_of, audience)
    with demo_workspace(named) if of_demo else options.as_named(named) as places:
        built = pipeline.build(places, steps(quiet=quiet, verbose=verbose))
    if built.reader.loud:
        click.echo(LOUD, err=True)
    first = (built.site / "index.html").absolute()
    if verbose:
        click.echo(cost(), err=True)
    if not quiet:
        unread(built.report.network)
        listed("warning", built.warnings)
        click.echo(f"Open {first} in your browser.")
    if opening:
        webbrowser.open(first.as_uri())
    if strict and built.missed:
        _told_missed(built)
        raise click.exceptions.Exit(1)


def _told_missed(built: pipeline.Built) -> None:
    wording = Wording()
    for answer in built.missed:
        seen = view(answer, wording)
        click.echo(f"missed: {seen.title}: {seen.number}. {seen.verdict_line}", err=True)
