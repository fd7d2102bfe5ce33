"""An export that was unpacked: names and bytes of the files in a folder.

Regular files only, each opened without following links; sizes are counted, not believed.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from netreport.errors import ExportError
from netreport.sources.export.limits import (
    MEMBER_BYTES,
    refuse_crowd,
    refuse_repeats,
    safe_name,
    too_large,
)

_PLAIN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a folder, by their name inside it, with forward slashes."""

    paths: Mapping[str, Path]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names, sorted."""
        return tuple(self.paths)

    def read(self, name: str, most: int) -> bytes:
        """Give the bytes of a file. Raises ExportError past `most` bytes or the file limit."""
        limit = min(most, MEMBER_BYTES)
        descriptor = os.open(self.paths[name], _PLAIN)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - it takes the descriptor
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise too_large(name)
        return content


def open_folder(path: Path) -> Folder:
    """List a folder. Raises ExportError for links, devices, bad names and a crowd of files.

    Folders whose name starts with a dot are somebody else's; they are named but not entered.
    """
    found: dict[str, Path] = {}
    for entry in _walk(path):
        found[safe_name(Path(entry.path).relative_to(path).as_posix())] = Path(entry.path)
        refuse_crowd(len(found))
    refuse_repeats(found)
    return Folder({name: found[name] for name in sorted(found)})


def _walk(path: Path) -> Iterator[os.DirEntry[str]]:
    pending = [path]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if _is_folder(entry) and not entry.name.startswith("."):
                    pending.append(Path(entry.path))
                else:
                    yield entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell folders from regular files. Raises ExportError for anything else."""
    mode = entry.stat(follow_symlinks=False).st_mode
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise ExportError(
            "the folder holds a link or a device where an export has files only",
            remedy="copy the files themselves into the folder, or give LinkedIn's ZIP",
        )
    return stat.S_ISDIR(mode)
