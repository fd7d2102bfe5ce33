"""`netreport template`: a copy of one of our templates, to say things your way."""

from pathlib import Path

import click

from netreport.cli import options
from netreport.errors import OutputError, UsageError
from netreport.site import overrides
from netreport.workspace import find


@click.command("template")
@click.argument("name", required=False)
@options.workspace
@click.option("--diff", "differing", is_flag=True, help="Show how your copy differs from ours.")
def command(name: str | None, start: Path | None, differing: bool) -> None:
    """Copy the template NAME into site-templates/, where your copy replaces ours.

    Without NAME, list the templates; yours are marked with a star. A template is Markdown with
    Jinja; its first lines say what it shows and what it may use.
    """
    folder = find(start).templates
    if name is None:
        mine = set(overrides.replaced(folder))
        for one in overrides.names():
            click.echo(f"{'*' if one in mine else ' '} {one}")
        return
    if name not in overrides.names():
        raise UsageError(
            f"netreport has no template {name} that can be changed",
            remedy="list them with: netreport template",
        )
    if differing:
        click.echo(_difference(folder, name), nl=False)
    else:
        click.echo(f"Copied: {_copy(folder, name)}")


def _difference(folder: Path, name: str) -> str:
    if not (folder / name).is_file():
        raise UsageError(
            f"site-templates/{name} is not there", remedy=f"copy ours: netreport template {name}"
        )
    return overrides.difference(folder, name)


def _copy(folder: Path, name: str) -> Path:
    path = folder / name
    if path.exists():
        raise OutputError(
            f"site-templates/{name} is there already; nothing was changed",
            remedy="delete it first, or see what differs with --diff",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(overrides.copied(name), "utf-8")
    except OSError as error:
        raise OutputError(
            f"site-templates/{name} cannot be written ({error.strerror})",
            remedy="check that you may write to the workspace",
        ) from error
    return path
