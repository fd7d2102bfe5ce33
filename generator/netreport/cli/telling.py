"""What a command prints: errors in two lines, warnings, steps with their progress."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

import click

from netreport import costs
from netreport.errors import Mistake, NetreportError, PrivacyError, StrategyError
from netreport.model.text import clean

SHOWN_AT_MOST = 20
LONG = 1000


def tell(error: NetreportError) -> None:
    """Print an error and its remedy; a strategy's mistakes and leaks all at once, up to 20."""
    lines = [error.problem]
    if isinstance(error, StrategyError) and error.mistakes:
        lines = mistakes(error.file, error.mistakes)
    if isinstance(error, PrivacyError):
        lines += error.found
    listed("error", lines)
    click.echo(f"hint: {shown(error.remedy)}", err=True)


def mistakes(file: str, found: Sequence[Mistake]) -> list[str]:
    """Give one line for each mistake: FILE:LINE:COLUMN: key: message."""
    return [
        f"{file}:{one.line}:{one.column}: {one.key + ': ' if one.key else ''}{one.message}"
        for one in found
    ]


def listed(word: str, lines: Sequence[str]) -> None:
    """Print up to 20 lines, each behind `word`, and how many more there are."""
    for line in lines[:SHOWN_AT_MOST]:
        click.echo(f"{word}: {shown(line)}", err=True)
    if len(lines) > SHOWN_AT_MOST:
        click.echo(f"{word}: and {len(lines) - SHOWN_AT_MOST} more", err=True)


def shown(text: str) -> str:
    """Give text that cannot steer a terminal."""
    return clean(text, LONG)


def steps(*, quiet: bool, verbose: bool) -> Callable[[str], AbstractContextManager[object]]:
    """Give what tells of each step: on a terminal as it runs, with -v as a line with its times."""

    @contextmanager
    def step(name: str) -> Iterator[None]:
        live = sys.stderr.isatty() and not quiet
        began, computed = time.perf_counter(), time.process_time()
        if live:
            click.echo(f"{name} ... ", nl=False, err=True)
        yield
        spent = f"{time.perf_counter() - began:.1f} s"
        if live:
            click.echo(spent, err=True)
        elif verbose:
            used = time.process_time() - computed
            click.echo(f"{name}: {spent}, {used:.2f} s of computing", err=True)

    return step


def cost() -> str:
    """Say what the run took: seconds of computing, and the most memory where that is known."""
    spent, most = costs.computing(), costs.peak()
    memory = "" if most is None else f", at most {most / 1e6:.0f} MB of memory"
    return f"{spent:.1f} s of computing{memory}"
