"""Writes files into a folder or a ZIP, piece by piece: the same bytes on every machine."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from netreport.errors import OutputError

UNIX, REGULAR_FILE = 3, 0o100644 << 16
EIGHT_IN_THE_EVENING = (20, 0, 0)
Members = Iterable[tuple[str, Iterator[str]]]


def write(members: Members, target: Path, day: date) -> None:
    """Write a ZIP if `target` ends in `.zip`, else a folder, which must be new or empty.

    A ZIP takes the place of an older one only when it is complete. Raises OutputError where
    nothing may be written.
    """
    with _refused_in_words(target):
        if target.suffix == ".zip":
            _write_zip(members, target, day)
        else:
            _write_folder(members, target)


def write_text(text: str, target: Path) -> None:
    """Write one file into a folder that exists. Raises OutputError as `write`."""
    with _refused_in_words(target):
        target.write_text(text, encoding="utf-8", newline="")


@contextmanager
def _refused_in_words(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = f"{target}: {error.strerror or 'cannot be written'}"
        raise OutputError(problem, remedy="choose another place") from error


def _write_zip(members: Members, target: Path, day: date) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.new")
    try:
        with ZipFile(unfinished, "w") as archive:
            for name, pieces in members:
                _add(archive, name, pieces, day)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _add(archive: ZipFile, name: str, pieces: Iterator[str], day: date) -> None:
    info = ZipInfo(name, (day.year, day.month, day.day, *EIGHT_IN_THE_EVENING))
    info.compress_type, info.create_system = ZIP_DEFLATED, UNIX
    info.external_attr = REGULAR_FILE
    with archive.open(info, "w") as file:
        for piece in pieces:
            file.write(piece.encode())


def _write_folder(members: Members, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise OutputError(f"{target} is not empty", remedy="name a folder that does not exist yet")
    for name, pieces in members:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
