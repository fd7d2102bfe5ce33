"""One file of a review: bytes in, a `Review` out. What cannot be used is refused whole."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NoReturn

from netreport.errors import ExportError
from netreport.model.reviews import (
    LONGEST_COMMENT,
    LONGEST_NAME,
    Answer,
    Review,
    Role,
    Stance,
)
from netreport.model.text import Untrusted
from netreport.sources.reviews.check import HEAD, ROW, check_of

FORM = "netreport.review/1"
MOST_BYTES = 4 * 1024**2
MOST_ANSWERS = 5_000
FIRST, LAST = 2000, 2199  # years that a review can be of
_ID = re.compile(r"[a-z0-9-]{1,80}")
_NAME = re.compile(r"[0-9a-f]{0,16}")
_FORM = re.compile(r"netreport\.review/\d+")
_OPTIONAL = {"seen": "", "called": "", "stance": "", "comment": ""}
_LENGTHS = {"comment": LONGEST_COMMENT, "by": LONGEST_NAME, "called": 400}
_AGAIN = "download it from the report once more, and send it unopened"

Row = Mapping[str, str]


class _FaultError(ValueError):
    """Something in the file is not as a page writes it; says where and what."""


def read(name: str, content: bytes, seals: Mapping[Role, str]) -> Review:
    """Read a review. Raises ExportError for a file that is none, or of another workspace."""
    data = _object(name, content)
    _refuse_other_forms(name, data)
    try:
        head, rows = _head(data), _rows(data)
        role = next((role for role, seal in seals.items() if seal == head["seal"]), None)
        if role is None:
            _refuse_stranger(name)
        return Review(
            name,
            role,
            Untrusted(head["by"]),
            head["build"],
            head["export"],
            _moment(head["saved"], "saved"),
            tuple(_answer(row, place) for place, row in enumerate(rows)),
            edited=data.get("check") != check_of(head, rows),
        )
    except _FaultError as fault:
        problem = f"{name} was changed after it was downloaded, and cannot be read: {fault}"
        raise ExportError(problem, remedy=_AGAIN) from None


def _object(name: str, content: bytes) -> Mapping[str, object]:
    if len(content) > MOST_BYTES:
        problem = f"{name} is larger than {MOST_BYTES // 1024**2} MB, which no review comes to"
        raise ExportError(problem, remedy="check that this is the file that the coach sent")
    if not content.strip():
        raise ExportError(f"{name} is empty", remedy=_AGAIN)
    try:
        data = json.loads(content, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        _refuse_text(name, error)
    except (ValueError, RecursionError):
        raise ExportError(f"{name} is no review of netreport", remedy=_AGAIN) from None
    if not isinstance(data, dict):
        raise ExportError(f"{name} is no review of netreport", remedy=_AGAIN)
    return data


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("the same key twice")
    return dict(pairs)


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _refuse_text(name: str, error: json.JSONDecodeError) -> NoReturn:
    rest = error.doc[error.pos :].strip()
    cut = not rest or error.msg.startswith("Unterminated string")
    if cut and error.doc.lstrip().startswith("{"):
        problem = f"{name} breaks off in the middle: it was not saved or sent whole"
    else:
        problem = f"{name}:{error.lineno}:{error.colno}: is no JSON"
    raise ExportError(problem, remedy=_AGAIN) from None


def _refuse_other_forms(name: str, data: Mapping[str, object]) -> None:
    form = data.get("form")
    if form == FORM:
        return
    if isinstance(form, str) and _FORM.fullmatch(form):
        raise ExportError(f"{name} was made by a newer netreport", remedy="update netreport")
    raise ExportError(
        f"{name} is no review of netreport",
        remedy="give the file that “Download review” wrote",
    )


def _refuse_stranger(name: str) -> NoReturn:
    raise ExportError(
        f"{name} answers the report of another workspace; nothing was taken from it",
        remedy="check whose it is; a new key of the workspace makes older reviews strange",
    )


def _head(data: Mapping[str, object]) -> Row:
    head = {key: _text(data, key, "") for key in HEAD}
    for key in ("build", "seal", "export"):
        if not _NAME.fullmatch(head[key]):
            raise _FaultError(f"{key} is not what a build is called")
    return head


def _rows(data: Mapping[str, object]) -> list[Row]:
    rows = data.get("answers")
    if not isinstance(rows, list):
        raise _FaultError("answers is no list")
    if len(rows) > MOST_ANSWERS:
        raise _FaultError(f"it has more than {MOST_ANSWERS} answers")
    return [_row(row, f"answers[{place}]") for place, row in enumerate(rows)]


def _row(row: object, place: str) -> Row:
    if not isinstance(row, dict):
        raise _FaultError(f"{place} is no answer")
    told = {key: _text({**_OPTIONAL, **row}, key, f"{place}.") for key in ROW}
    if not _ID.fullmatch(told["id"]):
        raise _FaultError(f"{place}.id is no id of a report")
    if not _NAME.fullmatch(told["seen"]):
        raise _FaultError(f"{place}.seen is not what a page writes")
    if told["stance"] not in {"", *Stance}:
        raise _FaultError(f"{place}.stance is none of {', '.join(Stance)}")
    return told


def _text(row: Mapping[str, object], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise _FaultError(f"{place}{key} is {'missing' if value is None else 'no text'}")
    longest = _LENGTHS.get(key, LONGEST_NAME)
    if len(value.encode("utf-16-le", "surrogatepass")) // 2 > longest:
        raise _FaultError(f"{place}{key} is longer than {longest} letters")
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _answer(row: Row, place: int) -> Answer:
    return Answer(
        row["id"],
        Stance(row["stance"]) if row["stance"] else None,
        row["comment"],
        _moment(row["at"], f"answers[{place}].at"),
        row["seen"],
        Untrusted(row["called"]),
    )


def _moment(text: str, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _FaultError(f"{place} is no time") from None
    if not FIRST <= moment.year <= LAST:
        raise _FaultError(f"{place} is no time of a review")
    return moment
