"""Opens an export, ZIP or folder, and hands out its files as names and bytes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from netreport.errors import ExportError
from netreport.sources.export.folders import open_folder
from netreport.sources.export.limits import FRESH, TOTAL_BYTES
from netreport.sources.export.zipped import open_zip

_GIVE = "give the ZIP that LinkedIn sent, unopened, or the folder it was unpacked into"


class Archive(Protocol):
    """A ZIP or a folder: the names of its files, sorted, and their bytes."""

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names, with forward slashes."""

    def read(self, name: str, most: int) -> bytes:
        """Give the bytes of one file. Raises ExportError past `most` bytes."""


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open what lies at `path`. Raises ExportError where that is no export to be read."""
    try:
        if path.is_dir():
            yield open_folder(path)
            return
        with path.open("rb") as stream:
            if stream.read(2) != b"PK":
                raise ExportError(f"{path.name} is neither a ZIP nor a folder", remedy=_GIVE)
            yield open_zip(path, stream)
    except FileNotFoundError as error:
        raise ExportError(f"{path} does not exist", remedy=_GIVE) from error
    except OSError as error:
        reason = (error.strerror or "it fails").lower()
        raise ExportError(f"{path.name} cannot be read: {reason}", remedy=FRESH) from error


def contents(archive: Archive, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give the bytes of the named files one by one, counted against the limit for all of them."""
    left = TOTAL_BYTES
    for name in names:
        content = archive.read(name, left)
        left -= len(content)
        yield name, content
