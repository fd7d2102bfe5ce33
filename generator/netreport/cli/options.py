"""The options that commands share, and how they become places."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from netreport.audience import Audience
from netreport.cli.telling import shown
from netreport.errors import UsageError
from netreport.pipeline import Places
from netreport.workspace import SITES, Workspace, find

PATH = click.Path(path_type=Path)
workspace = click.option(
    "-w",
    "--workspace",
    "start",
    type=PATH,
    help="The workspace; otherwise the nearest folder that holds a strategy.yml.",
)
export = click.option(
    "--export", "exports", type=PATH, multiple=True, help="An export, ZIP or folder, outright."
)
strategy = click.option("--strategy", type=PATH, help="A strategy file, outright.")
as_of = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The report's day; else the export's own."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Say what each step took.")
audience = click.option(
    "--audience",
    default=str(Audience.PRIVATE),
    show_default=True,
    metavar="|".join(Audience),
    callback=lambda _context, _option, word: _audience(word),
    help="Who will read it: you, a coach, or everybody.",
)
out = click.option("--out", "file", type=PATH, help="Where to write it, if not in the workspace.")
as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@dataclass(frozen=True, slots=True)
class Named:
    """What was named outright on the command line."""

    start: Path | None
    exports: tuple[Path, ...] = ()
    strategy: Path | None = None
    site: Path | None = None
    as_of: datetime | None = None
    audience: Audience = Audience.PRIVATE

    @property
    def day(self) -> date | None:
        """The report's day, if one was named."""
        return self.as_of.date() if self.as_of else None


@contextmanager
def as_named(named: Named) -> Iterator[Places]:
    """Give the places that were named, as `demo_workspace` gives those of the demo."""
    yield places(named)


def inputs(named: Named) -> tuple[Places, Path | None]:
    """Give what to read, and the strategy; an export named outright needs none."""
    if named.start is not None or not named.exports:
        found = places(named)
        return found, found.strategy
    try:
        strategy = named.strategy or find(None).strategy
    except UsageError:
        strategy = None
    return Places(named.exports, strategy or Path(), Path(), as_of=named.day), strategy


def places(named: Named) -> Places:
    """Give where a run reads and writes: what was named, and the workspace for the rest."""
    if named.exports and named.strategy and named.start is None:
        return Places(
            named.exports,
            named.strategy,
            named.site or Path(SITES[named.audience]),
            as_of=named.day,
            audience=named.audience,
        )
    return in_workspace(_home(named), named)


def in_workspace(home: Workspace, named: Named) -> Places:
    """Give the places of a workspace, but for what was named outright."""
    there = home.places(named.audience, named.exports)
    return replace(
        there,
        strategy=named.strategy or there.strategy,
        site=named.site or there.site,
        as_of=named.day,
    )


def _audience(word: str) -> Audience:
    if word in list(Audience):
        return Audience(word)
    close = get_close_matches(word.casefold(), list(Audience), n=1, cutoff=0.4)
    meant = f"did you mean {close[0]}? " if close else ""
    raise UsageError(
        f'there is no audience "{shown(word)}"', remedy=f"{meant}it is {', '.join(Audience)}"
    )


def _home(named: Named) -> Workspace:
    try:
        return find(named.start)
    except UsageError as error:
        if not (named.exports or named.strategy):
            raise
        missing = "--strategy" if named.exports else "--export"
        raise UsageError(error.problem, remedy=f"name the other with {missing}") from None
