"""Writes demo exports of any size: `python -m netreport.demo --help`."""

from datetime import datetime
from pathlib import Path

import click

from netreport.demo.story import (
    FEWEST_CONNECTIONS,
    MOST_CONNECTIONS,
    MOST_MESSAGES,
    Plan,
)
from netreport.demo.writing import write_export, write_pair
from netreport.errors import NetreportError

_USUAL = Plan()


@click.command()
@click.option(
    "--connections",
    type=click.IntRange(FEWEST_CONNECTIONS, MOST_CONNECTIONS),
    default=_USUAL.connections,
    show_default=True,
    help="Rows of Connections.csv.",
)
@click.option(
    "--messages",
    type=click.IntRange(0, MOST_MESSAGES),
    default=_USUAL.messages,
    show_default=True,
    help="Rows of messages.csv.",
)
@click.option("--seed", default=_USUAL.seed, show_default=True, help="Another network.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    default=_USUAL.as_of.isoformat(),
    show_default=True,
    help="The day of the export.",
)
@click.option(
    "--pair",
    is_flag=True,
    help="Write a workspace: two exports a quarter apart, tables, and truth.json.",
)
@click.argument("target", type=click.Path(path_type=Path))
def main(  # noqa: PLR0913 (one for each option)
    *, connections: int, messages: int, seed: int, as_of: datetime, pair: bool, target: Path
) -> None:
    """Write an invented LinkedIn export to TARGET, a new folder or a .zip."""
    plan = Plan(connections, messages, seed, as_of.date())
    try:
        (write_pair if pair else write_export)(plan, target)
    except NetreportError as error:
        click.echo(f"error: {error.problem}\nhint: {error.remedy}", err=True)
        raise SystemExit(error.exit_code) from error


if __name__ == "__main__":
    main()
