"""`netreport triage`: the requests that wait, one after the other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from netreport import pipeline
from netreport.advice.texts import filled, prepared
from netreport.cli import options
from netreport.cli.asking import Asked, ask_all
from netreport.cli.telling import shown
from netreport.model.advice import Kind, Recommendation
from netreport.model.decisions import Choice
from netreport.model.decisions import Kind as Decided
from netreport.pages.actions import action
from netreport.pages.writer import Writer

KEYS = {"a": Choice.ACCEPT, "i": Choice.IGNORE, "k": Choice.ASK_WHY, "s": None}


@click.command("triage")
@options.workspace
@click.option("--all", "again", is_flag=True, help="Ask again about what you have decided.")
def command(start: Path | None, again: bool) -> None:
    """Decide on the requests that wait: what is advised, why, and your answer.

    a: accept, i: ignore, k: ask why, s: later, q: stop. Your decisions are kept; nothing is sent,
    and LinkedIn is not touched.
    """
    places = options.places(options.Named(start))
    report = pipeline.report(places)
    writer = pipeline.writer(report, places)
    waiting = [one for one in report.advice.of(Kind.INVITATION) if again or one.open]
    if not waiting:
        click.echo("No request is waiting for a decision.")
        return
    click.echo(f"{len(waiting)} to go. [a]ccept, [i]gnore, as[k] why, [s]kip, [q]uit\n")
    assert places.decisions is not None, "a workspace has a place for decisions"  # noqa: S101
    count = ask_all(_questions(waiting, writer), Decided.INVITATION, KEYS, places.decisions)
    click.echo(f"{count} decisions kept.")


def _questions(waiting: Sequence[Recommendation], writer: Writer) -> Iterator[Asked]:
    for one in waiting:
        assert one.person is not None and one.triage is not None, "a request"  # noqa: S101, PT018
        yield Asked(one.person.key, tuple(_lines(one, writer)), _advised(one))


def _advised(one: Recommendation) -> Choice | None:
    return Choice(str(one.triage.decision)) if one.triage else None


def _lines(one: Recommendation, writer: Writer) -> Iterator[str]:
    seen = action(one, writer)
    yield " ".join(piece.text.strip() for piece in seen.headline)
    if seen.detail:
        yield f"  {seen.detail}"
    for reason in seen.reasons:
        yield f"  {reason}"
    if one.text is not None and one.person is not None:
        text = prepared(one.text, writer.texts)
        yield "  A text to copy:"
        lines = filled(text, one.person.first_name, writer.owner)
        yield from (f"    {shown(line)}" for line in lines if line)
