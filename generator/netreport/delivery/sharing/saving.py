"""Saves the shared file: whole or not at all, and never over a file that is not ours."""

import contextlib
import os
import tempfile
from pathlib import Path

from netreport.delivery.faults import explained
from netreport.errors import OutputError

MARK = b'<meta name="netreport-share"'
SEEN = 16 * 1024  # bytes at the start of a file, in which ours carry the mark
SUFFIXES = (".html", ".htm")
IGNORE = "*\n"


def refuse(target: Path) -> None:
    """Raise OutputError unless `target` is free, or a shared file of ours, and a browser's."""
    if target.is_symlink() or target.is_dir():
        raise OutputError(
            f"{target.name or target} is not a file of its own",
            remedy="name the file to write with -o, such as -o report.html",
        )
    if target.suffix.lower() not in SUFFIXES:
        raise OutputError(
            f"no browser opens {target.name} by a double click",
            remedy="give the file a name that ends in .html",
        )
    with explained(target.name, "-o"):
        if target.exists() and not _is_ours(target):
            raise OutputError(
                f"{target.name} is there already and no shared report",
                remedy="name another file with -o, or move that one away",
            )


def save(text: str, target: Path) -> None:
    """Write `text` to `target`, for its owner's eyes only, in place of what we wrote before.

    Raises OutputError as `refuse` does, and if it cannot be written; what was there still is.
    """
    refuse(target)
    with explained(target.name, "-o"):
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
            Path(name).replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


def hide(folder: Path) -> None:
    """Keep what lies in a folder for shared files out of git, unless somebody decided on that."""
    ignore = folder / ".gitignore"
    with explained(ignore.name, "-o"):
        folder.mkdir(parents=True, exist_ok=True)
        if not ignore.exists():
            ignore.write_text(IGNORE, "ascii")


def _is_ours(target: Path) -> bool:
    if not target.is_file():
        return False
    with target.open("rb") as opened:
        return MARK in opened.read(SEEN)
