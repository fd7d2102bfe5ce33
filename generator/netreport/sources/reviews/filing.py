"""The workspace's `reviews/`: files come in under a name made of what they say, and stay."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from netreport.errors import ExportError, NetreportError, OutputError
from netreport.model.reviews import Returned, Review, Role
from netreport.model.seals import seals
from netreport.sources.owner.own_file import content_of
from netreport.sources.reviews.reading import MOST_BYTES, read


@dataclass(frozen=True, slots=True)
class Filed:
    """A review that is in. `again`: it was in already, byte for byte.

    `later`: reviews by the same hand of the same build that were saved after it.
    """

    review: Review
    again: bool
    later: tuple[Review, ...]


def read_all(folder: Path, known: Mapping[Role, str]) -> tuple[Sequence[Review], Sequence[str]]:
    """Read every review in the folder, the oldest first, and say which files cannot be used."""
    reviews, faults = [], []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        try:
            reviews.append(read(path.name, _content(path), known))
        except NetreportError as error:
            faults.append(error.problem)
    return sorted(reviews, key=lambda one: (one.saved, one.file)), faults


def returned(folder: Path | None, secret: bytes) -> Returned:
    """Give what came back into the folder; nothing where there is none."""
    known = seals(secret)
    found, faults = read_all(folder, known) if folder else ((), ())
    return Returned(tuple(found), tuple(faults), known, secret)


def add(path: Path, folder: Path, known: Mapping[Role, str]) -> Filed:
    """File a review; what is there is never written over.

    Raises ExportError for a file that cannot be used, OutputError where it cannot be filed.
    """
    content = _content(path)
    review = read(path.name, content, known)
    target = folder / _name(review, content)
    others, _ = read_all(folder, known)
    again = target.exists()
    if not again:
        _write(target, content)
    named = read(target.name, content, known)
    return Filed(named, again, tuple(one for one in others if _after(one, named)))


def _after(other: Review, review: Review) -> bool:
    alike = (other.role, other.by, other.build) == (review.role, review.by, review.build)
    return alike and other.saved > review.saved


def _content(path: Path) -> bytes:
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        problem = f"{path.name} is larger than {MOST_BYTES // 1024**2} MB, which no review comes to"
        raise ExportError(problem, remedy="check that this is the file that the coach sent")
    return content_of(path, MOST_BYTES)


def _name(review: Review, content: bytes) -> str:
    marked = hashlib.sha256(content).hexdigest()[:12]
    return f"{review.saved:%Y-%m-%d}-{review.role}-{marked}.json"


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
    except FileExistsError:
        return  # the same bytes, filed meanwhile
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)  # half of a file is none
        raise OutputError(
            f"reviews/{path.name} cannot be written ({error.strerror})",
            remedy="free some space, or check that you may write there",
        ) from error
