"""The name of whatever reads titles, places, companies and notes: another name, another reader."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from netreport import __version__


@cache
def classifier() -> str:
    """Name the word lists and models of this room, by their content, and the version of the code.

    Two numbers that were measured under one name and one strategy differ by the world alone.
    """
    whole = hashlib.sha256(__version__.encode())
    for place, content in _lists(resources.files(__package__), ""):
        whole.update(hashlib.sha256(place.encode()).digest() + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _lists(folder: Traversable, place: str) -> Iterator[tuple[str, bytes]]:
    """Give every file below a folder that is no code, in the order of the names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{place}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _lists(entry, name)
        elif entry.is_file() and not entry.name.endswith(".py"):
            yield name, entry.read_bytes()
