"""`netreport pdf`: the full report on paper."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.cli.demo import demo_workspace
from netreport.cli.missing import unread
from netreport.cli.telling import steps
from netreport.delivery import printing
from netreport.delivery.sharing import saving

FOLDER, FILE = "share", "report.pdf"
READERS = {
    Audience.PRIVATE: "your eyes only",
    Audience.COACH: "your coach",
    Audience.PUBLIC: "everybody",
}


@click.command("pdf")
@options.workspace
@options.export
@options.strategy
@click.option("-o", "--output", type=options.PATH, help="The file to write; else share/report.pdf.")
@click.option(
    "--chromium", type=options.PATH, help="The browser that prints; else one is looked for."
)
@options.audience
@options.as_of
@click.option("--demo", "of_demo", is_flag=True, help="Print the demo network that ships.")
@options.quiet
@options.verbose
def command(
    start: Path | None,
    exports: tuple[Path, ...],
    strategy: Path | None,
    output: Path | None,
    chromium: Path | None,
    audience: Audience,
    as_of: datetime | None,
    of_demo: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the full report as a PDF, printed by the Chromium or Chrome of this computer."""
    browser = printing.find(chromium)
    named = options.Named(start, exports, strategy, as_of=as_of, audience=audience)
    step = steps(quiet=quiet, verbose=verbose)
    with (
        demo_workspace(named) if of_demo else options.as_named(named) as places,
        TemporaryDirectory(prefix="netreport-") as folder,
    ):
        target = output or places.site.parent / FOLDER / FILE
        printing.refuse(target)
        built = pipeline.build(replace(places, site=Path(folder) / "site"), step)
        if output is None:
            saving.hide(target.parent)
        with step("Printing"):
            printing.pdf(built.site, target, browser)
    if not quiet:
        unread(built.report.network)
        click.echo(f"{target} is the report as a PDF, for {READERS[audience]}.")
