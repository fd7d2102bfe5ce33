"""What a publication changes: takes the files of now and of then, gives what a reader would see."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netreport.delivery.swap import MARKER

PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Changes:
    """Pages by path: those that come, those that read differently, those that go."""

    new: Sequence[str]
    changed: Sequence[str]
    gone: Sequence[str]
    same: int


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Changes:
    """Compare pages. The name of the build, which stands on every page, is no change of one."""
    old, new = _pages(before), _pages(after)
    both = old.keys() & new.keys()
    changed = sorted(path for path in both if old[path] != new[path])
    return Changes(
        sorted(new.keys() - old.keys()),
        changed,
        sorted(old.keys() - new.keys()),
        len(both) - len(changed),
    )


def _pages(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    build = _build(files.get(MARKER, b""))
    named = re.compile(re.escape(build)) if build else None
    return {
        path: named.sub(b"", data) if named else data
        for path, data in files.items()
        if path.endswith(PAGE)
    }


def _build(marker: bytes) -> bytes:
    try:
        found = json.loads(marker)
    except ValueError:
        return b""
    return str(found.get("build", "")).encode() if isinstance(found, dict) else b""
