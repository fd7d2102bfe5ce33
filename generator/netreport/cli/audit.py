"""`netreport audit`: is the reading of relevance right? A sample for the owner to look at."""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

import click
import polars as pl

from netreport import pipeline
from netreport.cli import options
from netreport.cli.asking import Asked, ask_all
from netreport.cli.quiz import answered
from netreport.facts.sampling import strata
from netreport.model.decisions import Choice, Kind
from netreport.model.tables import Table

KEYS = {"y": Choice.YES, "n": Choice.NO, "?": Choice.UNSURE, "s": None}


@click.command("audit")
@options.workspace
@click.option("--seed", default=1, show_default=True, help="Another number draws other people.")
def command(start: Path | None, seed: int) -> None:
    """Is this person really relevant? A drawn sample of those read as yes, as no, and as unknown.

    y, n, ?: I cannot say, s: later, q: stop. It goes on where you stopped. The report then shows
    the share of relevant people as your answers correct it.
    """
    places = options.places(options.Named(start))
    told = pipeline.report(places)
    people = told.network.tables[Table.PEOPLE]
    done = answered(told.network.tables.get(Table.DECISIONS), Kind.RELEVANCE)
    asked = [one for one in _mixed(list(strata(people, seed).values())) if one not in done]
    click.echo(f"You want: {told.strategy.objective.statement}")
    click.echo(f"{len(asked)} to go. Is this person relevant to that? y, n, ?, s (later), q\n")
    assert places.decisions is not None, "a workspace has a place for decisions"  # noqa: S101
    count = ask_all(_questions(people, asked), Kind.RELEVANCE, KEYS, places.decisions)
    click.echo(f"{count} answers kept; the next build shows the corrected share.")


def _mixed(groups: Sequence[Sequence[str]]) -> list[str]:
    """Take one of each group in turn, so that nobody can guess what the tool thinks."""
    return [one for one in chain.from_iterable(zip_longest(*groups)) if one is not None]


def _questions(people: pl.DataFrame, asked: Sequence[str]) -> Iterator[Asked]:
    rows = {row["person"]: row for row in people.iter_rows(named=True)}
    for person in asked:
        row = rows[person]
        where = f"{row['position'] or 'no title'}, {row['company'] or 'no company'}"
        places = ", ".join([*row["regions"], *row["countries"]])
        yield Asked(person, (row["name"], where, places or "region unknown"))
