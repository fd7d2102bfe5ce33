"""`netreport quiz`: the recognition test."""

from collections.abc import Iterator
from pathlib import Path

import click
import polars as pl

from netreport import pipeline
from netreport.cli import options
from netreport.cli.asking import Asked, ask_all
from netreport.facts.sampling import QUIZ, drawn
from netreport.model.decisions import Choice, Kind
from netreport.model.tables import Table

KEYS = {"y": Choice.YES, "n": Choice.NO, "s": None}


@click.command("quiz")
@options.workspace
@click.option("--seed", default=1, show_default=True, help="Another number draws other people.")
def command(start: Path | None, seed: int) -> None:
    """Would you know them at the bus stop? 20 of your connections, drawn at random.

    y: I know this person, n: I do not, s: later, q: stop. It goes on where you stopped.
    """
    places = options.places(options.Named(start))
    told = pipeline.report(places).network.tables
    people, decided = told[Table.PEOPLE], told.get(Table.DECISIONS)
    asked = set(drawn(people, seed, QUIZ)) - answered(decided, Kind.QUIZ)
    click.echo(f"{len(asked)} to go. Do you know this person? y, n, s (later), q (stop)\n")
    assert places.decisions is not None, "a workspace has a place for decisions"  # noqa: S101
    count = ask_all(_questions(people, asked), Kind.QUIZ, KEYS, places.decisions)
    click.echo(f"{count} answers kept; the next build shows the result.")


def answered(decided: pl.DataFrame | None, kind: Kind) -> frozenset[str]:
    """Give whom there is a decision of this kind about."""
    if decided is None:
        return frozenset()
    return frozenset(decided.filter(pl.col("kind") == str(kind)).get_column("subject"))


def _questions(people: pl.DataFrame, asked: set[str]) -> Iterator[Asked]:
    """Show names alone: with title and company beside them anybody looks familiar."""
    rows = people.filter(pl.col("person").is_in(list(asked))).sort("person")
    for person, name in rows.select("person", "name").iter_rows():
        yield Asked(person, (name,))
