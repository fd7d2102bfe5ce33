"""`netreport serve`: the report in the browser, built again when a file changes."""

from pathlib import Path

import click

from netreport.cli import options
from netreport.cli.telling import tell
from netreport.pipeline import serve


@click.command("serve")
@options.workspace
@options.export
@options.strategy
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def command(
    start: Path | None, exports: tuple[Path, ...], strategy: Path | None, port: int
) -> None:
    """Show the report at http://127.0.0.1:PORT/, to nobody but this computer.

    The strategy, people, decisions and pages are watched; the site/ folder is left as it is.
    """
    places = options.places(options.Named(start, exports, strategy))
    click.echo(f"http://127.0.0.1:{port}/ (stop with Ctrl-C)")
    serve(places, port, tell)
