"""`netreport decide`: what was ticked off on the Actions page comes back."""

from pathlib import Path

import click

from netreport.cli import options
from netreport.errors import UsageError
from netreport.sources.owner import decisions
from netreport.sources.owner.ticked import read
from netreport.workspace import find


@click.command("decide")
@click.argument("file", type=options.PATH)
@options.workspace
def command(file: Path, start: Path | None) -> None:
    """Write the decisions in FILE, downloaded from the Actions page, into decisions.csv."""
    if not file.is_file():
        raise UsageError(f"there is no file {file}", remedy="download it from the Actions page")
    home = find(start)
    made = read(file)
    decisions.record(home.decisions, made)
    click.echo(f"{len(made)} decisions are in {home.decisions.name}; build again to see them.")
