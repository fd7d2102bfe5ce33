"""`netreport agenda`: the hour with a coach, as Markdown; the site has the same as a page."""

from pathlib import Path

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.errors import UsageError
from netreport.pages.review import agenda


@click.command("agenda")
@options.workspace
@options.export
@options.strategy
@options.audience
def command(
    start: Path | None, exports: tuple[Path, ...], strategy: Path | None, audience: Audience
) -> None:
    """Print the hour with your coach: what changed, disagreements, five questions, decisions.

    With --audience coach people go by pseudonyms, so that the sheet may be left with the coach.
    """
    if audience is Audience.PUBLIC:
        raise UsageError("an hour with a coach is not for everybody", remedy="leave --audience out")
    places = options.places(options.Named(start, exports, strategy, audience=audience))
    report = pipeline.report(places)
    click.echo(agenda(report, pipeline.writer(report, places)))
