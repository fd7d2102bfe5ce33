"""A command is run to its end, and what it took is known.

Takes commands, gives costs. Must stay small: Linux counts the memory of whoever starts a command as
the command's own until it has begun.
"""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

UNIT = 1024  # ru_maxrss is in kilobytes on Linux


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of computing with all that it started, and MB at most."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended: what it took, its exit code, and all that it said."""

    cost: Cost
    code: int
    said: str

    @property
    def last_words(self) -> str:
        """Give the last line that it said."""
        lines = [line.strip() for line in self.said.splitlines() if line.strip()]
        return lines[-1] if lines else f"exit code {self.code}"


def run(command: Sequence[str], folder: Path) -> Ran:
    """Run a command in `folder`; raises FileNotFoundError if there is no such program."""
    with TemporaryFile() as told:
        began = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, stdout=told, stderr=told) as child:
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        told.seek(0)
        said = told.read().decode(errors="backslashreplace")
    cost = Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT / 1e6)
    return Ran(cost, child.returncode, said)


def middle(costs: Sequence[Cost]) -> Cost:
    """Give the median of each figure by itself."""
    return Cost(
        median(one.wall for one in costs),
        median(one.cpu for one in costs),
        median(one.peak for one in costs),
    )
