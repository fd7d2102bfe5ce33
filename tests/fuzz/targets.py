"""What is fuzzed: each reader with bytes that nobody checked, and what to start from.

A target takes bytes and gives nothing. Only an error of ours may come out of a reader, and it must
say what is wrong and what to do; any other is a fault, which the fuzzer reports.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from exported import CONNECTIONS, SAMPLES, SOMEBODY, connections
from netreport.errors import NetreportError
from netreport.metrics import METRICS
from netreport.model.reviews import Role
from netreport.model.seals import seals
from netreport.sources import export, strategy
from netreport.sources.export.catalogue import READERS
from netreport.sources.owner import decisions, outreach, people
from netreport.sources.reviews import reading
from reviewed import SECRET, answer, review, text_of
from zips import DEFLATED, ENCRYPTED, LINK, SIZES_FOLLOW, STORED, UTF8, Member, zipped

NAMES = sorted(READERS)
OWNERS = (("people.csv", people), ("outreach.csv", outreach), ("decisions.csv", decisions))
_METHODS, _FLAGS = (STORED, DEFLATED, 12, 99), (UTF8, 0, ENCRYPTED, SIZES_FOLLOW)
_PATHS = (*NAMES, "a/Skills.csv", "../b.csv", "/c.csv", "CON", "Logins.csv", "skills.CSV", "")


@dataclass(frozen=True, slots=True)
class Target:
    """A reader that takes bytes, and inputs to start from."""

    read: Callable[[bytes], object]
    seeds: Callable[[], Iterator[bytes]]


@contextmanager
def refusing() -> Iterator[None]:
    """Let errors of ours pass that say what is wrong and what to do."""
    try:
        yield
    except NetreportError as error:
        if not (error.problem and error.remedy):
            raise RuntimeError("an error of ours that does not say what to do") from error


_HOME = Path(mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))  # noqa: PTH112, S108


def _archive(data: bytes) -> None:
    path = _HOME / "export.zip"
    path.write_bytes(data)
    with refusing():
        export.read(path)


def _members(data: bytes) -> None:
    """Read a ZIP whose members lie: each is eight bytes, and as many more as the last says."""
    members, rest = [], data
    while len(rest) >= 8 and len(members) < 20:
        size = rest[7]
        listed = sum(one.again is None for one in members)
        members.append(_member(rest[:8], rest[8 : 8 + size], listed))
        rest = rest[8 + size :]
    _archive(zipped(*members, after=rest))


def _member(told: Sequence[int], content: bytes, number: int) -> Member:
    path = _PATHS[told[0] % len(_PATHS)]
    header = f"{CONNECTIONS}\n".encode() if path == "Connections.csv" else b""
    return Member(
        path,
        header + content,
        method=_METHODS[told[1] % 4 if told[1] < 64 else 1],
        flags=_FLAGS[told[2] % 4 if told[2] < 64 else 0],
        attributes=LINK if told[3] == 1 else 0,
        checksum=7 if told[4] == 1 else None,
        size=told[5] if told[5] < 32 else None,
        listed_size=told[5] if 32 <= told[5] < 64 else None,
        packed=content if told[6] < 16 else None,
        again=told[6] % number if number and 16 <= told[6] < 24 else None,
    )


def _table(data: bytes) -> None:
    """Read an export with one hostile file: the first byte names it, the others are in it."""
    folder = _HOME / "export"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "Connections.csv").write_text(connections(SOMEBODY), "utf-8")
    (folder / NAMES[data[0] % len(NAMES)] if data else folder / "Skills.csv").write_bytes(data[1:])
    with refusing():
        export.read(folder)


def _owners(data: bytes) -> None:
    """Read a file of the owner's: the first byte says which."""
    name, reader = OWNERS[data[0] % len(OWNERS) if data else 0]
    path = _HOME / name
    path.write_bytes(data[1:])
    with refusing():
        reader.read(path)


def _strategy(data: bytes) -> None:
    path = _HOME / "strategy.yml"
    path.write_bytes(data)
    with refusing():
        strategy.read(path, METRICS)


def _review(data: bytes) -> None:
    with refusing():
        reading.read("review.json", data, seals(SECRET))


def _files(folder: Path, pattern: str) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(folder.rglob(pattern)) if path.is_file())


def _tables() -> Iterator[bytes]:
    for number, name in enumerate(NAMES):
        for path in sorted(SAMPLES.rglob(f"{name.removesuffix('.csv')}*.csv")):
            yield bytes([number]) + path.read_bytes()


def _reviews() -> Iterator[bytes]:
    said = [answer(stance=stance, comment="Nö 🙂") for stance in ("agree", "disagree", "")]
    for rows in ([], said[:1], said):
        made = review(rows)
        yield text_of(made).encode()
        yield json.dumps({**made, "seal": seals(SECRET)[Role.OWNER]}).encode()


def _owned() -> Iterator[bytes]:
    for number, header in enumerate(
        ("profile,company,industry,country,segment", "date,channel,name,profile,outcome", "id,day")
    ):
        yield bytes([number]) + f"{header}\n1,2026-01-02,x,y,z\n".encode()
    demo = Path(strategy.__file__).parents[2] / "demo" / "network"
    for number, (name, _) in enumerate(OWNERS):
        yield from (bytes([number]) + content for content in _files(demo, name))


TARGETS = {
    "archive": Target(_archive, partial(_files, SAMPLES / "zips", "*.zip")),
    "members": Target(_members, lambda: iter([bytes(range(0, 256, step)) for step in (1, 3, 7)])),
    "table": Target(_table, _tables),
    "owner": Target(_owners, _owned),
    "strategy": Target(_strategy, partial(_files, SAMPLES.parent / "strategies", "*.yaml")),
    "review": Target(_review, _reviews),
}
