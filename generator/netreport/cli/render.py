"""`netreport render`: the Markdown and its mkdocs.yml, to build with something else."""

from datetime import datetime
from pathlib import Path

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.cli.telling import steps


@click.command("render")
@click.argument("folder", metavar="DIR", type=options.PATH)
@options.workspace
@options.export
@options.strategy
@options.audience
@options.as_of
@options.quiet
@options.verbose
def command(
    folder: Path,
    start: Path | None,
    exports: tuple[Path, ...],
    strategy: Path | None,
    audience: Audience,
    as_of: datetime | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the report's Markdown and mkdocs.yml into DIR, which must be new or empty."""
    places = options.places(options.Named(start, exports, strategy, folder, as_of, audience))
    pipeline.write(places, folder, steps(quiet=quiet, verbose=verbose))
    if not quiet:
        click.echo(f"Written. Build it with: mkdocs build -f {folder / 'mkdocs.yml'}")
