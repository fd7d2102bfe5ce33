"""A file that the Actions page wrote: what was ticked off there, and when."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from netreport.errors import ExportError
from netreport.model.decisions import Choice, Decision, Kind
from netreport.sources.owner.own_file import content_of

FORM = "netreport.decisions/1"
MOST_BYTES = 1024**2
MOST = 50_000
_ID = re.compile(r"[a-z0-9-]{1,80}")


def read(path: Path) -> Sequence[Decision]:
    """Read the file. Raises ExportError for anything that the page did not write."""
    try:
        return _decisions(json.loads(content_of(path, MOST_BYTES)))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ExportError(
            f"{path.name} is no file of the Actions page",
            remedy="download it there once more, and do not change it",
        ) from None


def _decisions(data: dict[str, object]) -> Sequence[Decision]:
    rows = data["decisions"]
    if data["form"] != FORM or not isinstance(rows, list) or len(rows) > MOST:
        raise ValueError("another form")
    return [_decision(row) for row in rows]


def _decision(row: object) -> Decision:
    if not isinstance(row, dict) or not _ID.fullmatch(row["id"]):
        raise ValueError("no decision")
    made = date.fromisoformat(row["on"])
    return Decision(row["id"], Kind.ACTION, Choice(row["choice"]), made)
