"""What a repository must never have held: looks through every file of its whole history.

Takes git's blobs and the workspace's private files, gives what was found first.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from netreport.delivery.publishing.git import Blob
from netreport.delivery.swap import MARKER
from netreport.errors import PrivacyError

EXPORT, KEY, SITE, PRIVATE = "an export", "a key", "a private or coach site", "a private file"
_HEAD = 16_384
_TABLES = re.compile(
    rb'First Name"?[,;\t]"?Last Name"?[,;\t].{0,120}Connected On'
    rb'|CONVERSATION ID"?[,;\t]"?CONVERSATION TITLE'
    rb'|From"?[,;\t]"?To"?[,;\t]"?Sent At"?[,;\t]"?Message'
)
_DECISIONS = re.compile(rb'\A(?:\xef\xbb\xbf)?"?subject"?[,;\t]"?kind"?[,;\t]"?decision')
_NAMED = re.compile(rb'netreport-audience"?\s+content="?(?:private|coach)')
_MARKED = re.compile(rb'"audience":\s*"(?:private|coach)"')
_KEY = re.compile(rb"\s*[0-9a-f]{64}\s*")
_WANTED = frozenset({"connections.csv", "messages.csv", "invitations.csv"})


def refuse(blobs: Iterable[Blob], private: Mapping[str, str], where: str) -> None:
    """Raise PrivacyError for the first file that must not be there.

    `private`: what the workspace's own files are, by git's name for their bytes. `where`: which
    repository it is, in words.
    """
    for blob in blobs:
        if what := private.get(blob.name) or _told(blob):
            raise PrivacyError(
                f"{where} holds {what} in its history: {blob.path}",
                remedy="publish from a new, empty repository (--remote ADDRESS), and remove this "
                "one: a later commit that deletes the file leaves it in the history",
            )


def private_names(folders: Mapping[Path, str]) -> Mapping[str, str]:
    """Give git's names for the bytes of files and of every file below folders, and what they are.

    Empty files are left out: they are the same everywhere.
    """
    return {
        name: what
        for path, what in folders.items()
        for file in _files(path)
        for name in _git_names(file.read_bytes())
    }


def _told(blob: Blob) -> str | None:
    """Give what a file is by its own bytes, whatever its name; None for nothing private."""
    head, suffix = blob.data[:_HEAD], PurePosixPath(blob.path).suffix.casefold()
    if _TABLES.search(head) or (head.startswith(b"PK\x03\x04") and _is_export(blob.data)):
        return EXPORT
    if suffix == ".key" or _KEY.fullmatch(blob.data[:80]):
        return KEY
    if _NAMED.search(blob.data) or (blob.path.endswith(MARKER) and _MARKED.search(blob.data)):
        return SITE
    return PRIVATE if _DECISIONS.match(head) else None


def _is_export(data: bytes) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
    return any(PurePosixPath(name).name.casefold() in _WANTED for name in names)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (one for one in sorted(path.rglob("*")) if one.is_file())
    elif path.is_file():
        yield path


def _git_names(data: bytes) -> Iterator[str]:
    """Give a blob's name in repositories of both kinds."""
    if data.strip():
        for name in ("sha1", "sha256"):
            yield hashlib.new(
                name, b"blob %d\0" % len(data) + data, usedforsecurity=False
            ).hexdigest()
