"""A list of job titles: a CSV with a column `title`, or one title a line."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from netreport.errors import ExportError

COLUMN = "title"
DELIMITERS = ",;\t"
LARGEST = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class TitleList:
    """A table as it was written; the titles stand in column `at` of every row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    at: int

    @property
    def titles(self) -> list[str]:
        """Give the titles in order; a row that is too short has an empty one."""
        return [row[self.at] if len(row) > self.at else "" for row in self.rows]


def read_list(path: Path) -> TitleList:
    """Read a list of titles. Raises ExportError if the file cannot be read as text or CSV."""
    text = _text(path)
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    if not text:
        raise ExportError(f"{path.name} is empty", remedy="put one title on each line")
    between, header = _header(lines[0])
    at = next((place for place, name in enumerate(header) if _is_title(name)), None)
    if at is None:
        return TitleList((COLUMN,), tuple((line,) for line in lines), 0)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error as error:
        raise ExportError(
            f"{path.name} is no whole CSV file ({error})",
            remedy="save it again as CSV, or put one title on each line",
        ) from None
    width = len(header)
    padded = (tuple(row + [""] * (width - len(row))) for row in rows[1:] if row)
    return TitleList(tuple(header), tuple(padded), at)


def _header(line: str) -> tuple[str, list[str]]:
    """Give the first delimiter by which a first line has a column of titles, and its cells."""
    cells = {between: next(csv.reader([line], delimiter=between), []) for between in DELIMITERS}
    named = (between for between, names in cells.items() if any(map(_is_title, names)))
    between = next(named, DELIMITERS[0])
    return between, cells[between]


def _is_title(name: str) -> bool:
    return name.strip().casefold() == COLUMN


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ExportError(
                f"{path.name} is larger than {LARGEST // 1024**2} MB",
                remedy="split it into several files",
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ExportError(
            f"{path.name} cannot be read: {error.strerror}",
            remedy="check that the file is there and that you may read it",
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ExportError(
            f"{path.name}:{line}: not written in UTF-8", remedy="save it as UTF-8"
        ) from None
