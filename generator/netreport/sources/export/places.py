"""Which of the files found are the export, and which lie beside or below it.

Takes names; gives the export's own folder among them, and for each file what is to become of it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from netreport.errors import ExportError

OWN_FOLDERS = (
    ("articles", "articles"),
    ("articles",),
    ("jobs",),
    ("verifications",),
    ("services marketplace",),
)
_COUNTER = re.compile(r"(?:_\d+|\s*\(\d+\))+$")  # a member id; a browser's second copy
_SYSTEM = re.compile(r"^(?:\._.*|\.ds_store|desktop\.ini|thumbs\.db)$", re.IGNORECASE)

Folder = tuple[str, ...]


def key_of(name: str) -> str:
    """Give a base name as it is compared: without case, blanks, underscores and numbers behind."""
    path = PurePosixPath(name)
    stem = _COUNTER.sub("", path.stem)
    return re.sub(r"[\s_]", "", stem.casefold()) + path.suffix.casefold()


def is_system_file(name: str) -> bool:
    """Say whether an operating system left the file there."""
    path = PurePosixPath(name)
    hidden = any(part == "__MACOSX" or part.startswith(".") for part in path.parts)
    return hidden or _SYSTEM.match(path.name) is not None


def home(name: str) -> Folder:
    """Give the folder of the export that a file would belong to."""
    folder = PurePosixPath(name).parts[:-1]
    folded = tuple(part.casefold() for part in folder)
    for own in OWN_FOLDERS:
        if folded[-len(own) :] == own:
            return folder[: -len(own)]
    return folder


def own_folder(name: str, root: Folder) -> str | None:
    """Give the export's own sub-folder that a file lies in, "" for the export itself.

    None for a file that lies anywhere else.
    """
    if home(name) != root:
        return None
    return "/".join(PurePosixPath(name).parts[len(root) : -1]).casefold()


def find_root(names: Iterable[str], is_known: Callable[[str], bool]) -> Folder:
    """Give the shallowest folder with files of an export.

    Raises ExportError where two lie side by side, and where there is none.
    """
    depths: Mapping[int, set[Folder]] = defaultdict(set)
    held_zip = False
    for name in names:
        held_zip |= name.casefold().endswith(".zip")
        if not is_system_file(name) and is_known(name):
            depths[len(home(name))].add(home(name))
    if not depths:
        raise _no_export(held_zip)
    shallowest = depths[min(depths)]
    if len(shallowest) > 1:
        raise ExportError(
            f"{len(shallowest)} exports lie side by side there", remedy="give one of them"
        )
    return next(iter(shallowest))


def _no_export(held_zip: bool) -> ExportError:  # noqa: FBT001
    within = "give the ZIP that lies in it" if held_zip else "give LinkedIn's ZIP, unopened"
    return ExportError("none of the files there is one of LinkedIn's export", remedy=within)
