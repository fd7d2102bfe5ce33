"""What the last good build in a cohort was made of, and what it told. One file in each workspace.

It is netreport's own; without it, or where it cannot be read, the client is built again.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from netreport.delivery import swap
from netreport.errors import ExportError
from netreport.model.cohort import Told
from netreport.sources.owner.own_file import content_of
from netreport.sources.owner.writing import replace_file

MOST_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class Record:
    """The file: its form, the sealed fingerprint, the name of the build, and what it told."""

    netreport_cohort: Literal[1]
    inputs: str
    build: str
    told: Told


_RECORD = TypeAdapter(Record)


def read(path: Path, site: Path) -> Record | None:
    """Give the record of the site that stands at `site`, whole; None where there is none."""
    with suppress(ExportError, OSError, ValueError):
        kept = _RECORD.validate_json(content_of(path, MOST_BYTES))
        if stands(site, kept.build):
            return kept
    return None


def stands(site: Path, build: str) -> bool:
    """Say whether the site of this build stands at `site`, with all its files."""
    marker = swap.marker(site) or {}
    files = marker.get("files")
    return (
        marker.get("build") == build
        and isinstance(files, list)
        and all((site / str(name)).is_file() for name in files)
    )


def write(path: Path, record: Record) -> None:
    """Put a record in the place of the one before. Raises OutputError where it cannot be."""
    with suppress(OSError):  # then writing says what is wrong
        path.parent.mkdir(mode=0o700, exist_ok=True)
    replace_file(path, _RECORD.dump_json(record, indent=1).decode() + "\n")
