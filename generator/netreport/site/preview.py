"""A preview in the browser of this computer, built again when a file changes."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"


def preview(root: Path, build: Callable[[], None], watched: Sequence[Path], port: int) -> None:
    """Serve `root` until it is interrupted; `build` fills it again when a watched path changes.

    Raises OSError if the port is taken.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    server = LiveReloadServer(builder=build, host=HOST, port=port, root=str(root))
    for path in watched:
        if path.exists():
            server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
