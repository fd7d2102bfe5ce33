"""What an export is known by without being parsed, and which reader would parse it."""

import hashlib
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import polars as pl

from netreport import __version__
from netreport.errors import ExportError
from netreport.sources.export.folders import open_folder

_READER = ("netreport.sources.export", "netreport.model")


@dataclass(frozen=True, slots=True)
class Key:
    """Everything that what is read depends on.

    `content` is a hash of the export's bytes, `reader` of the code that reads them, `name` that
    of the file or folder, in which LinkedIn writes the day; `as_of` is the day that was asked for.
    """

    content: str
    reader: str
    name: str
    as_of: date | None

    @property
    def files(self) -> tuple[str, str]:
        """Name the entries that an export can have: as it is, and as of the last day asked for."""
        place = _digest([self.content.encode(), self.name.encode()])
        return f"{place}.network", f"{place}-asked.network"

    @property
    def file(self) -> str:
        """Name the entry of this key."""
        as_it_is, asked = self.files
        return as_it_is if self.as_of is None else asked


def key_of(path: Path, as_of: date | None = None) -> Key | None:
    """Give the key of an export, or None where it cannot be told: then reading it says why."""
    with suppress(OSError, ExportError, UnicodeError):
        name = path.name or path.resolve().name
        name.encode()
        content = _digest(_folder(path) if path.is_dir() else _file(path))
        return Key(content, reader(), name, as_of)
    return None


@cache
def reader() -> str:
    """Name the code that reads exports, by its own text and that of what it is built on."""
    versions = (__version__, pl.__version__, sys.version)
    return _digest([*(version.encode() for version in versions), *_sources()])


def _sources() -> Iterator[bytes]:
    for package in _READER:
        yield from _texts(resources.files(package))


def _texts(folder: Traversable) -> Iterator[bytes]:
    """Give name and text of every module of a package, those of its packages too."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _texts(file)
        elif file.name.endswith(".py"):
            yield file.name.encode()
            yield file.read_bytes()


def _file(path: Path) -> Iterator[bytes]:
    yield b"file"
    yield _content(path)


def _folder(path: Path) -> Iterator[bytes]:
    """Give names and contents; of a folder that is nobody's business, the name alone."""
    yield b"folder"
    for name, place in open_folder(path).paths.items():
        yield name.encode()
        yield _content(place) if stat.S_ISREG(place.lstat().st_mode) else b""


def _content(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _digest(parts: list[bytes] | Iterator[bytes]) -> str:
    """Hash parts one by one, so that no two lists of parts run into one another."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
