"""Exports that were read once: takes the path of an export, gives its `Network` from disk.

An entry is found by the content of the export and by the reader that read it. It may be deleted,
torn or foreign at any time: then the export is read again, and nothing else is different. The
facts that were derived from an export are an entry too, found by what they were derived by.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from netreport.model.network import Network
from netreport.model.strategy import Strategy
from netreport.sources import export
from netreport.sources.cache.entries import PATTERNS, load, store
from netreport.sources.cache.keys import Key, key_of, key_of_facts

__all__ = ["derived", "key_of_facts", "read", "tidy"]


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


def derived(
    network: Network,
    strategy: Strategy,
    folder: Path,
    derive: Callable[[Network, Strategy], Network],
) -> Network:
    """Give what `derive` gives, with the tables from `folder` where they have been derived before.

    `strategy`: what `facts.concerned` leaves of one, for everything in it is part of the key.
    """
    key = key_of_facts(network, strategy)
    kept = load(folder, key)
    if kept is not None:
        return replace(network, tables=kept.tables)
    made = derive(network, strategy)
    store(folder, key, made)
    return made


def tidy(folder: Path, exports: Iterable[Path], facts: Iterable[Key] = ()) -> None:
    """Remove the entries of all other exports, and what a run that was stopped has left.

    `facts`: the keys of those that are kept (see `key_of_facts`).
    """
    keys = [key for path in exports if (key := key_of(path)) is not None]
    wanted = {file for key in keys for file in key.files} | {key.file for key in facts}
    with suppress(OSError):
        for left in [path for pattern in PATTERNS for path in folder.glob(pattern)]:
            if left.name not in wanted:
                left.unlink(missing_ok=True)
