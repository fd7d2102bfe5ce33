"""Every file below a folder, or an error: `Path.rglob` passes over what it may not look into."""

import os
from collections.abc import Sequence
from pathlib import Path


def entries(folder: Path) -> Sequence[Path]:
    """Give every file, link and folder below `folder`, sorted; links are not followed.

    Raises OSError for a folder that cannot be listed.
    """
    found: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=_stop):
        found.extend(Path(root, name) for name in (*folders, *files))
    return sorted(found)


def files(folder: Path, suffix: str = "") -> Sequence[Path]:
    """Give every file below `folder` whose name ends like this, sorted. Raises as `entries`."""
    return [path for path in entries(folder) if path.name.endswith(suffix) and path.is_file()]


def _stop(error: OSError) -> None:
    raise error
