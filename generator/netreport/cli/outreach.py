"""`netreport outreach`: calls, e-mails and InMails that LinkedIn does not know of."""

from pathlib import Path

import click

from netreport.cli import options
from netreport.sources.owner import outreach
from netreport.sources.owner.writing import MARK, new_file
from netreport.workspace import find


@click.group("outreach")
def command() -> None:
    """Keep a log of calls, e-mails and InMails, with what came of them."""


@command.command("template")
@options.workspace
@options.out
def template(start: Path | None, file: Path | None) -> None:
    """Write an outreach.csv to fill in: a line that shows what goes where, and is never read."""
    target = file or find(start).outreach
    new_file(target, MARK + outreach.template())
    click.echo(f"{target} is ready: one line for each attempt. Every build reads it.")
