"""What a build is made of, as one hash: the files it reads, and the program that reads them."""

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from netreport import __version__
from netreport.places import Places
from netreport.site import resources, tree
from netreport.sources import key

_LIBRARIES = ("polars", "mkdocs", "mkdocs-material", "markdown", "babel", "jinja2")
_APART = frozenset({"__pycache__", "demo"})


def fingerprint(places: Places) -> str:
    """Hash everything that a build of these places reads, but for the key.

    Raises OSError for a file that cannot be read: what it holds is not known.
    """
    inputs = (*places.exports, *places.watched, *places.analytics)
    return _digest([program().encode(), *(part for path in inputs for part in _content(path))])


def sealed(inputs: str, places: Places) -> str:
    """Add the workspace's key, which a first build makes, to the fingerprint of its inputs.

    Raises PrivacyError for a key that others may read, or that is none.
    """
    return _digest([inputs.encode(), key.read(places.key) if places.key else b""])


@cache
def program() -> str:
    """Name the program by its own files, those that ship with it, and what it is built on."""
    package = Path(__file__).resolve().parents[1]
    roots = (package, resources.templates(), resources.content(), resources.base_configuration())
    versions = [__version__, sys.version, *map(version, _LIBRARIES)]
    own = (part for root in roots for part in _content(root, package))
    return _digest([*(one.encode() for one in versions), *own])


def _content(path: Path, package: Path | None = None) -> Iterator[bytes]:
    """Give the name of a file, or of each in a folder, and what is in it."""
    yield path.name.encode("utf-8", "surrogateescape")
    if not path.is_dir():
        yield _hash(path) if path.exists() else b""
        return
    for file in tree.files(path):
        name = file.relative_to(path)
        if not (package and _APART & set(name.parts)):
            yield str(name).encode("utf-8", "surrogateescape")
            yield _hash(file)


def _hash(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _digest(parts: list[bytes]) -> str:
    """Hash parts one by one, so that no two lists of parts run into one another."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
