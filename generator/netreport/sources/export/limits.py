"""How much an export may hold, and what a name inside one may look like.

Takes names and sizes, raises ExportError. The same for a ZIP and for a folder.
"""

import re
import unicodedata
from collections.abc import Iterable

from netreport.errors import ExportError

ARCHIVE_BYTES = 500 * 1024**2
ENTRIES = 2000
MEMBER_BYTES = 256 * 1024**2
TOTAL_BYTES = 1024**3
NAME_LETTERS = 1024
RATIO = 200
RATIO_COUNTS_FROM = 1024**2

FRESH = "ask LinkedIn for the export again and give its ZIP unopened"

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def safe_name(name: str) -> str:
    """Give a member's name with forward slashes. Raises ExportError if it leads out, or is none."""
    plain = name.replace("\\", "/")
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    if plain.startswith("/") or _DRIVE.match(name) or ".." in parts:
        raise ExportError("the export holds a file name that leads out of it", remedy=FRESH)
    readable = len(plain) <= NAME_LETTERS and not _CONTROL.search(plain) and _encodable(plain)
    if not parts or not readable:
        raise ExportError("the export holds a file name that cannot be read", remedy=FRESH)
    return "/".join(parts)


def refuse_repeats(names: Iterable[str]) -> None:
    """Raise ExportError where two members differ in case only, or one is the folder of another."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            raise ExportError("the export holds two files of the same name", remedy=FRESH)
        seen.add(key)
        folders.update(_folders(key))
    if seen & folders:
        raise ExportError("the export holds a file and a folder of the same name", remedy=FRESH)


def refuse_crowd(count: int) -> None:
    """Raise ExportError for more entries than any export has."""
    if count > ENTRIES:
        raise ExportError(
            f"there are more than {ENTRIES} files, far more than an export holds",
            remedy="give LinkedIn's ZIP, or the folder it was unpacked into and nothing else",
        )


def too_large(what: str) -> ExportError:
    """Make the error for something that grows past its limit."""
    return ExportError(f"{what} is larger than an export of LinkedIn can be", remedy=FRESH)


def _folders(key: str) -> set[str]:
    parts = key.split("/")
    return {"/".join(parts[:depth]) for depth in range(1, len(parts))}


def _encodable(name: str) -> bool:
    """Tell lone surrogates, which stand for bytes that are no text, from letters."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
