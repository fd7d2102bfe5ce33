"""`netreport texts`: the prepared texts, to write them in your own words."""

from pathlib import Path

import click

from netreport.advice.texts import LANGUAGES, shipped
from netreport.cli import options
from netreport.metrics import METRICS
from netreport.sources import strategy
from netreport.sources.owner.writing import new_file
from netreport.workspace import find


@click.command("texts")
@options.workspace
@click.option(
    "--language", "spoken", type=click.Choice(LANGUAGES), multiple=True,
    help="Another language than those of your strategy; may be given several times.",
)  # fmt: skip
def command(start: Path | None, spoken: tuple[str, ...]) -> None:
    """Copy the texts that netreport proposes into texts/, where yours replace ours.

    They ask why, say no politely, promise an answer, or wake a sleeping contact. {first_name} and
    {my_name} are filled in; nothing is ever sent. A text that is there already stays as it is.
    """
    home = find(start)
    languages = spoken or strategy.read(home.strategy, METRICS).owner.languages
    missing = {
        home.texts / f"{name}.md": text
        for name, text in shipped(languages).items()
        if not (home.texts / f"{name}.md").exists()
    }
    for path, text in missing.items():
        new_file(path, f"{text}\n")
    click.echo(f"{len(missing)} texts were copied into {home.texts}.")
