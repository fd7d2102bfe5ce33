"""`netreport check`: read everything, build nothing."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import click

from netreport.advice.texts import LANGUAGES, shipped, unknown_places
from netreport.cli import options, own_words
from netreport.cli.telling import listed, mistakes, shown
from netreport.errors import Mistake, StrategyError
from netreport.metrics import METRICS
from netreport.model.network import Fate, Issue, Network
from netreport.reading import read_exports, read_owner
from netreport.sources import strategy as strategies
from netreport.sources import texts
from netreport.sources.owner.together import together
from netreport.sources.strategy import Checked

BAD_STRATEGY = StrategyError.exit_code


@click.command("check")
@options.workspace
@options.export
@options.strategy
@options.as_of
@options.as_json
def command(
    start: Path | None,
    exports: tuple[Path, ...],
    strategy: Path | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Read the export, the strategy and your own pages; say what was read, left alone and wrong.

    A bad row is told and does no harm; what a build could not use ends with 3.
    """
    named = options.Named(start, exports, strategy, None, as_of)
    found, file = options.inputs(named)
    *_, newest = read_exports(found)
    checked = _checked(file) if file else Checked(None)
    network = together(newest, read_owner(found, checked.strategy))
    network = network.adding({}, *_odd_texts(texts.read(found.texts) if found.texts else {}))
    own = own_words.looked(found)
    if as_json:
        everything = {**told(network, checked), "own": own_words.told(own)}
        click.echo(json.dumps(everything, indent=1, ensure_ascii=False))
    else:
        _print(network, checked, file)
        own_words.print_found(own)
    if checked.errors or own.faults:
        raise click.exceptions.Exit(BAD_STRATEGY)


def _odd_texts(owned: Mapping[str, str]) -> Iterator[Issue]:
    """Tell of the owner's prepared texts what would never be used or filled in."""
    ours = shipped(LANGUAGES)
    for name, text in owned.items():
        file = f"texts/{name}.md"
        if name not in ours:
            yield Issue(file, 0, "is none of the texts that netreport proposes, and is not used")
        for place in unknown_places(text):
            told = f"{{{place}}} is never filled in; there are {{first_name}} and {{my_name}}"
            yield Issue(file, 0, told)


def told(network: Network, checked: Checked) -> Mapping[str, object]:
    """Give everything that was found, for machines."""
    return {
        "as_of": network.as_of.isoformat(),
        "files": [
            {"name": one.name, "status": str(one.fate), "rows": one.rows, "reason": one.reason}
            for one in network.files
        ],
        "tables": {str(table): dict(one.figures) for table, one in network.counts.items()},
        "issues": [
            {"file": one.file, "line": one.line, "message": one.message} for one in network.issues
        ],
        "strategy": [_mistake(one) for one in sorted((*checked.errors, *checked.warnings))],
    }


def _mistake(one: Mistake) -> Mapping[str, object]:
    return {"line": one.line, "column": one.column, "key": one.key, "message": one.message}


def _checked(file: Path) -> Checked:
    """Look the strategy through; a file that cannot be looked through is one mistake or more."""
    try:
        return strategies.check(file, METRICS)
    except StrategyError as error:
        return Checked(None, error.mistakes or (Mistake(1, 1, "", error.problem),))


def _print(network: Network, checked: Checked, file: Path | None) -> None:
    click.echo(f"Export of {network.as_of.isoformat()} ({shown(network.source)})")
    for fate in Fate:
        _print_files(network, fate)
    for table, one in network.counts.items():
        figures = ", ".join(f"{n} {what}" for what, n in one.figures.items() if n is not None)
        click.echo(f"  {table}: {figures.replace('_', ' ')}")
    listed("issue", [f"{_spot(one)}: {one.message}" for one in network.issues])
    if file is not None:
        listed("error", mistakes(file.name, checked.errors))
        listed("warning", mistakes(file.name, checked.warnings))
        if not checked.errors:
            click.echo(f"{file.name} can be used.")


def _spot(issue: Issue) -> str:
    """Say where an issue is; line 0 is the whole file."""
    return f"{issue.file}:{issue.line}" if issue.line else issue.file


def _print_files(network: Network, fate: Fate) -> None:
    files = [one for one in network.files if one.fate is fate]
    if files:
        click.echo(f"{str(fate).capitalize()}: {len(files)} file{'s' * (len(files) != 1)}")
    for one in files:
        rows = "" if one.rows is None else f", {one.rows} rows"
        reason = f" ({shown(one.reason)})" if one.reason else ""
        click.echo(f"  {shown(one.name)}{rows}{reason}")
