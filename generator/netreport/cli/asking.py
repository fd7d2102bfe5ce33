"""Questions at the terminal, one after the other; each answer is kept at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from netreport.cli.telling import shown
from netreport.model.decisions import Choice, Decision, Kind
from netreport.sources.owner import decisions

QUIT = "q"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: whom it is about, the lines that say what is known, and what is advised."""

    subject: str
    lines: tuple[str, ...]
    advised: Choice | None = None


def ask_all(
    questions: Iterable[Asked], kind: Kind, keys: Mapping[str, Choice | None], file: Path
) -> int:
    """Ask until all are answered or the owner quits; give how many were answered.

    `keys`: what each letter decides; None leaves the question for another time. Decisions go
    into `file` one by one, so that nothing is lost when the terminal closes.
    """
    answered = 0
    for question in questions:
        for line in question.lines:
            click.echo(shown(line))
        letter = _letter([*keys, QUIT])
        if letter == QUIT:
            break
        choice = keys[letter]
        if choice is not None:
            today = date.today()  # noqa: DTZ011 - the owner's own day
            made = Decision(question.subject, kind, choice, today, advised=question.advised)
            decisions.record(file, [made])
            answered += 1
        click.echo()
    return answered


def _letter(letters: list[str]) -> str:
    prompt = f"[{'/'.join(letters)}]"
    return str(click.prompt(prompt, type=click.Choice(letters), show_choices=False))
