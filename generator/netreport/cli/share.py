"""`netreport share`: the coach's report as one file."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from netreport import pipeline
from netreport.audience import Audience
from netreport.cli import options
from netreport.cli.build import LOUD
from netreport.cli.demo import demo_workspace
from netreport.cli.missing import unread
from netreport.cli.telling import steps
from netreport.delivery import sharing
from netreport.delivery.sharing import passphrase, saving
from netreport.errors import UsageError

FOLDER, FILE = "share", "report.html"
KILO = 1000


@click.command("share")
@options.workspace
@options.export
@options.strategy
@click.option(
    "-o", "--output", type=options.PATH, help="The file to write; else share/report.html."
)
@click.option("--passphrase", "asking", is_flag=True, help="Encrypt it; asks, or makes one up.")
@click.option("--passphrase-file", "file", type=options.PATH, help="Encrypt it with what is there.")
@options.as_of
@click.option("--demo", "of_demo", is_flag=True, help="Share the demo network that ships.")
@options.quiet
@options.verbose
def command(
    start: Path | None,
    exports: tuple[Path, ...],
    strategy: Path | None,
    output: Path | None,
    asking: bool,
    file: Path | None,
    as_of: datetime | None,
    of_demo: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the coach's report as one HTML file that opens by a double click, offline.

    An HTML file and not a ZIP: one file carries every page, chart, search and the list of
    people, so that there is nothing to unpack, and no list of file names to read.
    """
    named = options.Named(start, exports, strategy, as_of=as_of, audience=Audience.COACH)
    with demo_workspace(named) if of_demo else options.as_named(named) as places:
        target = output or places.site.parent / FOLDER / FILE
        saving.refuse(target)
        secret = _secret(asking, file)
        step = steps(quiet=quiet, verbose=verbose)
        html = _made(places, step, quiet=quiet)
    if secret:
        with step("Encrypting"):
            html = sharing.locked(html, secret.words)
    if output is None:
        saving.hide(target.parent)
    saving.save(html, target)
    if not quiet:
        _tell(target, secret)
    if secret and secret.is_new:
        click.echo(f"Passphrase: {secret.words}")
        click.echo("It is kept nowhere: note it down, and send it by another way than the file.")


@dataclass(frozen=True, slots=True)
class Secret:
    """A passphrase; `is_new`: made here, so that its owner has yet to hear it."""

    words: str = field(repr=False)
    is_new: bool = False


def _secret(asking: bool, file: Path | None) -> Secret | None:
    """Give the passphrase to use, before the long work starts; None where none is wanted."""
    if asking and file:
        raise UsageError(
            "the passphrase is to be asked for and to be read from a file",
            remedy="use either --passphrase or --passphrase-file",
        )
    if not (asking or file):
        return None
    sharing.cipher()
    return Secret(passphrase.read(file)) if file else _asked()


def _asked() -> Secret:
    typed = _prompt("Passphrase (Enter alone makes one of six words)")
    if not typed:
        return Secret(passphrase.made(), is_new=True)
    chosen = passphrase.settled(typed)
    if passphrase.settled(_prompt("Once more")) != chosen:
        raise UsageError("the two passphrases are not the same", remedy="run it again")
    return Secret(chosen)


def _prompt(words: str) -> str:
    return str(click.prompt(words, default="", show_default=False, hide_input=True, err=True))


def _made(places: pipeline.Places, step: pipeline.Step, *, quiet: bool) -> str:
    """Build the coach's site where nobody else sees it, and give it as one document."""
    with TemporaryDirectory(prefix="netreport-") as folder:
        built = pipeline.build(replace(places, site=Path(folder) / "site"), step)
        if built.reader.loud:
            click.echo(LOUD, err=True)
        if not quiet:
            unread(built.report.network)
        with step("Packing the pages"):
            return sharing.single_file(built.site)


def _tell(target: Path, secret: Secret | None) -> None:
    size = target.stat().st_size / KILO
    click.echo(f"{target} is one HTML file of {size:,.0f} KB. A double click opens it, offline.")
    click.echo(
        "It is encrypted: without the passphrase nobody can read any of it."
        if secret
        else "It is not encrypted: whoever has it can read it. --passphrase protects it."
    )
