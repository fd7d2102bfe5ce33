"""A site that is shown on this computer alone, and built again when a file changes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport.errors import NetreportError, OutputError
from netreport.site.preview import preview


def serve(
    build: Callable[[Path], None],
    watched: Sequence[Path],
    port: int,
    failed: Callable[[NetreportError], None],
) -> None:
    """Show what `build` puts into a folder, and let it build again when a watched file changes.

    `failed` hears of an error in a later build; the pages before it stay. Raises OutputError if
    the port is taken, and whatever the first build raises.
    """
    with TemporaryDirectory(prefix="netreport-") as name:
        root = Path(name) / "site"
        build(root)

        def again() -> None:
            try:
                build(root)
            except NetreportError as error:
                failed(error)

        try:
            preview(root, again, watched, port)
        except OSError as error:
            raise OutputError(
                f"port {port} cannot be used ({error.strerror})",
                remedy="name another one with --port",
            ) from error
