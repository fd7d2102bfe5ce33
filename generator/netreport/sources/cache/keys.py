"""What an export is known by without being parsed, and which reader would parse it."""

import hashlib
import stat
import sys
from collections.abc import Iterator, Sequence
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
from netreport.facts import classifier
from netreport.model.network import Network
from netreport.model.strategy import Strategy
from netreport.sources.export.folders import open_folder

_READER = ("netreport.sources.export", "netreport.model")
_DERIVER = ("netreport.sources", "netreport.model", "netreport.facts", "netreport.stats")


@dataclass(frozen=True, slots=True)
class Key:
    """Everything that what is read depends on.

    `content` is a hash of the export's bytes, `reader` of the code that reads them, `name` that
    of the file or folder, in which LinkedIn writes the day; `as_of` is the day that was asked for.
    `derived_by`, of facts alone, is a hash of the owner's files and of what the strategy says.
    """

    content: str
    reader: str
    name: str
    as_of: date | None
    derived_by: str = ""

    @property
    def files(self) -> tuple[str, str]:
        """Name the entries that an export can have: as it is, and as of the last day asked for."""
        return f"{self._place}.network", f"{self._place}-asked.network"

    @property
    def file(self) -> str:
        """Name the entry of this key; an export's facts have one, by the last strategy."""
        if self.derived_by:
            return f"{self._place}-facts.network"
        as_it_is, asked = self.files
        return as_it_is if self.as_of is None else asked

    @property
    def _place(self) -> str:
        return _digest([self.content.encode(), self.name.encode()])


def key_of(path: Path, as_of: date | None = None) -> Key | None:
    """Give the key of an export, or None where it cannot be told: then reading it says why."""
    with suppress(OSError, ExportError, UnicodeError):
        name = path.name or path.resolve().name
        name.encode()
        content = _digest(_folder(path) if path.is_dir() else _file(path))
        return Key(content, reader(), name, as_of)
    return None


def key_of_facts(network: Network, strategy: Strategy) -> Key:
    """Give the key of what is derived from a network by a strategy (see `facts.concerned`)."""
    names = (file.name for file in network.files)
    by = (strategy.model_dump_json(), network.added, *names)
    derived_by = _digest([text.encode() for text in by])
    return Key(network.fingerprint, deriver(), network.source, network.as_of, derived_by)


@cache
def reader() -> str:
    """Name the code that reads exports, by its own text and that of what it is built on."""
    return _digest([*_versions(), *_sources()])


@cache
def deriver() -> str:
    """Name the code that derives facts and reads what the owner adds, and its word lists."""
    return _digest([*_versions(), *_sources(_DERIVER), classifier().encode()])


def _versions() -> Iterator[bytes]:
    yield from (version.encode() for version in (__version__, pl.__version__, sys.version))


def _sources(packages: Sequence[str] = _READER) -> Iterator[bytes]:
    for package in packages:
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
