"""A preview in the browser of this computer, built again when a file changes."""

import logging
import socket
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"
Stamps = Mapping[Path, tuple[int, int]]


def reach(port: int) -> None:
    """Try whether a port may be listened on; raises OSError if not."""
    socket.create_server((HOST, port)).close()


def preview(root: Path, build: Callable[[], None], watched: Sequence[Path], port: int) -> None:
    """Serve `root` until it is interrupted; `build` fills it again when a watched path changes.

    A watched path that is not there yet is noticed when it comes. Raises OSError if the port is
    taken.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    builder = on_change(build, watched)
    server = LiveReloadServer(builder=builder, host=HOST, port=port, root=str(root))
    for path, below in looked_at(watched).items():
        server.watch(str(path), recursive=below)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def looked_at(watched: Sequence[Path]) -> Mapping[Path, bool]:
    """Give what to look at, and whether what is below it counts: of what is absent, its folder.

    A folder that is yet to come shows itself by the first file in it.
    """
    absent = [path for path in watched if not path.exists() and path.parent.exists()]
    folders = {path.parent: False for path in absent}
    folders |= {path.parent: True for path in absent if not path.suffix}
    return {path: True for path in watched if path.exists()} | folders


def on_change(build: Callable[[], None], watched: Sequence[Path]) -> Callable[[], None]:
    """Give what builds if a watched file has come, gone or changed since the last time.

    Whoever waits for a file to come hears of all others in its folder.
    """
    seen = stamps(watched)

    def again() -> None:
        nonlocal seen
        now = stamps(watched)
        if now != seen:
            seen = now
            build()

    return again


def stamps(watched: Sequence[Path]) -> Stamps:
    """Give the time and size of every file at or below the watched paths that is there."""
    below = (file for path in watched for file in (path, *path.rglob("*")) if file.is_file())
    return {file: (told.st_mtime_ns, told.st_size) for file in below for told in [file.stat()]}
