"""Small files of an owner's for tests, and what came of them in plain values."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from netreport.model.tables import SCHEMAS, Table
from netreport.sources.owner.own_file import OwnFile

Read = Callable[[Path], OwnFile]


def written(folder: Path, content: str | bytes, name: str = "people.csv") -> Path:
    """Write a file and give its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def rows(file: OwnFile) -> list[dict[str, Any]]:
    """Give the rows of the file's only table, which must have its schema."""
    ((table, frame),) = file.tables.items()
    assert frame.schema == SCHEMAS[Table(table)]
    return frame.to_dicts()


def told(file: OwnFile) -> list[tuple[int, str]]:
    """Give lines and messages of the issues."""
    return [(issue.line, issue.message) for issue in file.issues]
