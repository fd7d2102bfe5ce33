"""Makes the N-th file operation of a run fail: `python tests/faulty.py` tries every N of a build.

An audit hook of the interpreter hears of each operation before it happens, whoever asks for it,
and may raise in its place. Operations that never touch the watched folder are not counted.
"""

import errno
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from netreport import pipeline
from netreport.errors import NetreportError

SAMPLES = Path(__file__).parent
OPERATIONS = frozenset(
    {"open", "os.chmod", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
    | {"os.scandir", "os.utime"}
)
FAULTS: Mapping[str, Callable[[], BaseException]] = {
    "full": lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "forbidden": lambda: PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
    "stopped": KeyboardInterrupt,
}


def killed() -> BaseException:
    """End this process as the system does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)
    return KeyboardInterrupt()


@dataclass
class _Watch:
    """What the hook does: counts while it is on, and raises at one number."""

    folder: str = ""
    on: bool = False
    at: int = -1
    make: Callable[[], BaseException] = KeyboardInterrupt
    seen: list[str] = field(default_factory=list)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on or event not in OPERATIONS or not self._concerns(arguments):
            return
        self.seen.append(event)
        if len(self.seen) == self.at:
            raise self.make()

    def _concerns(self, arguments: tuple[object, ...]) -> bool:
        """Paths below the folder, and those that are given relative to an open folder of it."""
        paths = [os.fsdecode(one) for one in arguments if isinstance(one, str | bytes)]
        return any(path.startswith(self.folder) or path[:1] != os.sep for path in paths[:1])


_WATCH = _Watch()
_HOOKED: list[bool] = []  # a hook cannot be taken out again


@contextmanager
def failing(
    folder: Path, at: int = -1, fault: Callable[[], BaseException] = KeyboardInterrupt
) -> Iterator[list[str]]:
    """Let the operation number `at` (from 1) below `folder` fail; give the operations seen."""
    if not _HOOKED:
        sys.addaudithook(_WATCH)
        _HOOKED.append(True)
    _WATCH.folder, _WATCH.at, _WATCH.make, _WATCH.seen = str(folder), at, fault, []
    _WATCH.on = True
    try:
        yield _WATCH.seen
    finally:
        _WATCH.on = False


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder; nothing for a folder that is not there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def places(home: Path, export: str) -> pipeline.Places:
    """Give a workspace's places in which one of the samples is reported."""
    return pipeline.Places(
        [SAMPLES / "exports" / export],
        SAMPLES / "strategies" / "apac-b2b-seller.yaml",
        home / "site",
        key=home / ".netreport" / "pseudonyms.key",
        cache=home / ".netreport" / "cache",
        scores=home / ".netreport" / "scores.json",
    )


@dataclass(slots=True)
class Trial:
    """A site that stands, another that is to take its place, and what each consists of.

    Once the new one stands, the two change roles.
    """

    home: Path
    old: pipeline.Places
    new: pipeline.Places
    whole: tuple[dict[str, bytes], dict[str, bytes]]

    @classmethod
    def begun(cls, home: Path) -> "Trial":
        """Build both once, so that nothing is read for the first time in a trial."""
        old, new = places(home, "2021-basic"), places(home, "2023-urn-invitations")
        sites = []
        for one in (new, old):
            pipeline.build(one)
            sites.append(contents(home / "site"))
        return cls(home, old, new, (sites[1], sites[0]))

    def operations(self) -> int:
        """Count the operations of one build, and put the old site back."""
        with failing(self.home) as seen:
            pipeline.build(self.new)
        pipeline.build(self.old)
        return len(seen)

    def tried(self, at: int, fault: str) -> str:
        """Build with one fault; say how it ended. Raises AssertionError for half a site.

        Any exception that no rule names escapes.
        """
        ended = "finished"
        with failing(self.home, at, FAULTS[fault]):
            try:
                pipeline.build(self.new)
            except (NetreportError, KeyboardInterrupt) as error:
                ended = type(error).__name__
        stands = contents(self.home / "site")
        assert stands in self.whole, f"{fault} at {at}: neither the old site nor the new"
        if stands == self.whole[1]:
            self.old, self.new, self.whole = self.new, self.old, self.whole[::-1]
        return ended

    def left(self) -> set[str]:
        """Give what lies in the workspace after a build that nothing disturbs."""
        pipeline.build(self.old)
        assert contents(self.home / "site") == self.whole[0]
        return {path.name for path in self.home.iterdir()}


def _ended(trial: Trial, at: int, fault: str) -> str:
    """Give how a trial ended; what no rule names is printed."""
    try:
        return trial.tried(at, fault)
    except Exception as error:  # noqa: BLE001 - it counts all of them
        print(f"{fault} at {at}: {type(error).__name__}: {error}", flush=True)  # noqa: T201
        return "escaped"


def main() -> None:
    """Try every operation of a whole build with every fault, and print how many ended how."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as name:
        trial = Trial.begun(Path(name) / "a workspace ✨")
        count = trial.operations()
        for fault in sys.argv[1:] or FAULTS:
            ends = Counter(_ended(trial, at, fault) for at in range(1, count + 1))
            print(f"{fault}: {count} operations, {dict(ends)}", flush=True)  # noqa: T201 - its purpose
        print(f"left: {sorted(trial.left())}; {time.process_time() - began:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
