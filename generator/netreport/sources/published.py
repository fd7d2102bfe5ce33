"""What everybody was told last time: takes the path of the record, keeps its counts.

The record is netreport's own, holds true counts, and stays in the workspace. Without it the next
public build could say by how little a number has moved.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from netreport.errors import ExportError, PrivacyError
from netreport.model.published import Cell
from netreport.sources.owner.own_file import content_of
from netreport.sources.owner.writing import replace_file

MOST_BYTES = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class _Record:
    """The file: its form, and every count by its name."""

    netreport_published: Literal[1]
    cells: Mapping[str, Cell]


_RECORD = TypeAdapter(_Record)


def read(path: Path) -> Mapping[str, Cell]:
    """Give the recorded counts; none where nothing was told yet.

    Raises PrivacyError for a record that cannot be read: what may be told depends on it.
    """
    try:
        if not path.exists():
            return {}
        return _RECORD.validate_json(content_of(path, MOST_BYTES), strict=True).cells
    except (ExportError, OSError, ValueError):
        raise PrivacyError(
            f"{path.name} cannot be read, so nobody knows what was told last time",
            remedy="bring it back from a copy; or remove it, and leave some months between what "
            "you published and what you publish next",
        ) from None


def record(path: Path, cells: Mapping[str, Cell]) -> None:
    """Write down what everybody is told now; what is not told any more is not forgotten.

    Raises OutputError where it cannot be written; what stood there still stands.
    """
    text = _RECORD.dump_json(_Record(1, {**read(path), **cells}), indent=1).decode()
    with suppress(OSError):  # then writing says what is wrong
        path.parent.mkdir(mode=0o700, exist_ok=True)
    replace_file(path, text + "\n")
