"""A site that is shown on this computer alone, and built again when a file changes."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netreport.errors import NetreportError, OutputError
from netreport.site.preview import preview, reach


def serve(
    build: Callable[[Path], None],
    watched: Sequence[Path],
    port: int,
    failed: Callable[[NetreportError], None],
) -> None:
    """Show what `build` puts into a folder, and let it build again when a watched file changes.

    `failed` hears of an error in a later build; the pages before it stay. Raises OutputError,
    before it builds, if the port is taken, and whatever the first build raises.
    """
    with _listening(port):
        reach(port)
    with TemporaryDirectory(prefix="netreport-") as name:
        root = Path(name) / "site"
        build(root)

        def again() -> None:
            try:
                build(root)
            except NetreportError as error:
                failed(error)

        with _listening(port):
            preview(root, again, watched, port)


@contextmanager
def _listening(port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"port {port} cannot be used ({os.strerror(error.errno or 0)})",
            remedy="name another one with --port",
        ) from error
