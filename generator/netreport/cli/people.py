"""`netreport people`: what you know better than LinkedIn."""

from pathlib import Path

import click
import polars as pl

from netreport import pipeline
from netreport.cli import options
from netreport.errors import ExportError
from netreport.facts.filling import MOST, worth_filling
from netreport.model.tables import Table
from netreport.sources.owner import people
from netreport.sources.owner.writing import new_file
from netreport.workspace import find

NOBODY = pl.DataFrame({"person": []}, schema={"person": pl.String})


@click.group("people")
def command() -> None:
    """Add what you know better than LinkedIn: where people are, and what they work in."""


@command.command("template")
@options.workspace
@options.out
def template(start: Path | None, file: Path | None) -> None:
    """Write the people whom it pays to look up, the best first, as a table to fill in.

    Fill in what you know and leave it in the workspace: the next build reads every people*.csv.
    """
    home = find(start)
    report = pipeline.report(options.places(options.Named(home.root)))
    found = report.network.tables.get(Table.PEOPLE, NOBODY)
    if not found.is_empty() and found.get_column("person").str.starts_with("name:").all():
        raise ExportError(
            "this export has no profile addresses, so no row could be joined to anybody",
            remedy="ask LinkedIn for a new export",
        )
    wanted = worth_filling(found, report.strategy) if not found.is_empty() else NOBODY
    if wanted.is_empty():
        click.echo("Nobody is unknown: there is nothing to fill in.")
        return
    target = file or home.people_template
    new_file(target, people.template(wanted))
    click.echo(_told(target, wanted.height, found))


def _told(target: Path, count: int, found: pl.DataFrame) -> str:
    unknown = found.get_column("relevant").null_count()
    rest = " Once they are filled in, ask for the next." if unknown > count == MOST else ""
    return (
        f"{target} holds {count} of the {unknown} people nobody can place.{rest}\n"
        "Fill in what you know, leave the rest empty, save it as CSV, and build again."
    )
