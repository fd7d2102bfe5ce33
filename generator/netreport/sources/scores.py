"""What was said of each export when it was the newest: takes the path of the record, keeps Scores.

The record is netreport's own and stays in the workspace. It cannot be worked out again once the
strategy has changed; without it a move is shown whole.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from netreport.errors import ExportError
from netreport.model.history import Score
from netreport.model.network import Issue
from netreport.sources.owner.own_file import content_of
from netreport.sources.owner.writing import replace_file

MOST_BYTES = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class _Record:
    """The file: its form, and the last score of every export, by day."""

    netreport_scores: Literal[1]
    scores: tuple[Score, ...]


_RECORD = TypeAdapter(_Record)


def read(path: Path) -> tuple[Sequence[Score], tuple[Issue, ...]]:
    """Give the recorded scores, by day; none where there is no record.

    A record that cannot be read, or is none of ours, counts as none and is an issue.
    """
    try:
        if not path.exists():
            return (), ()
        return _RECORD.validate_json(content_of(path, MOST_BYTES), strict=True).scores, ()
    except (ExportError, OSError, ValueError):
        told = "cannot be read as what netreport wrote: no move of a number is taken apart"
        return (), (Issue(path.name, 0, told),)


def record(path: Path, score: Score) -> None:
    """Put a score in the place of what was recorded of the same export and day.

    A record that cannot be read is begun anew. Raises OutputError where it cannot be written;
    what stood there still stands.
    """
    scores = {(one.as_of, one.fingerprint): one for one in (*read(path)[0], score)}
    ordered = tuple(scores[key] for key in sorted(scores))
    text = _RECORD.dump_json(_Record(1, ordered), indent=1).decode()
    with suppress(OSError):  # then writing says what is wrong
        path.parent.mkdir(mode=0o700, exist_ok=True)
    replace_file(path, text + "\n")
