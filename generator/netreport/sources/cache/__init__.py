"""Exports that were read once: takes the path of an export, gives its `Network` from disk.

An entry is found by the content of the export and by the reader that read it. It may be deleted,
torn or foreign at any time: then the export is read again, and nothing else is different.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from netreport.model.network import Network
from netreport.sources import export
from netreport.sources.cache.entries import PATTERNS, load, store
from netreport.sources.cache.keys import key_of


def read(path: Path, folder: Path, as_of: date | None = None) -> Network:
    """Read an export as `export.read` does, from `folder` where it has been read before.

    The folder is made, and an entry written, where that is possible; only its owner may read them.
    Raises ExportError as `export.read`.
    """
    key = key_of(path, as_of)
    if key is None:
        return export.read(path, as_of)
    kept = load(folder, key)
    if kept is not None:
        return kept
    network = export.read(path, as_of)
    if key_of(path, as_of) == key:  # else it was written to meanwhile
        store(folder, key, network)
    return network


def tidy(folder: Path, exports: Iterable[Path]) -> None:
    """Remove the entries of all other exports, and what a run that was stopped has left."""
    keys = [key for path in exports if (key := key_of(path)) is not None]
    wanted = {file for key in keys for file in key.files}
    with suppress(OSError):
        for left in [path for pattern in PATTERNS for path in folder.glob(pattern)]:
            if left.name not in wanted:
                left.unlink(missing_ok=True)
