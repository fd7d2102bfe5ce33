"""Many networks in one run: makes demo clients, builds them three times, and prints what it took.

PYTHONPATH=generator:tests python -m tests.bench.cohort FOLDER [CLIENTS] [JOBS]

FOLDER must be new. Every client has three exports, a quarter apart; the newest of one is torn in
the middle. The first run builds all but that one; the second finds nothing changed; the third
builds the one that was mended. Seconds by the clock; memory is the most of one process.
"""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from netreport.cohort.crew import cores
from netreport.demo import network
from netreport.demo.beside.tables import own_files
from netreport.demo.files import archive
from netreport.demo.files.export import archive_name, members
from netreport.demo.story import QUARTER, Plan
from netreport.demo.world import imagine
from netreport.errors import PartError

CLIENTS, EXPORTS, TORN = 40, 3, 16
SMALLEST, STEP, SIZES = 60, 40, 31  # connections: 60, 100 ... 1260
_COST = re.compile(r": (\w+) in ([\d.]+) s, at most (\d+) MB")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its exit code, its seconds, and of each client state, seconds and megabytes."""

    code: int
    seconds: float
    clients: tuple[tuple[str, float, int], ...]

    def __str__(self) -> str:
        """Give the run's line."""
        states = [state for state, _, _ in self.clients]
        counts = ", ".join(f"{states.count(one)} {one}" for one in sorted(set(states)))
        each = median(seconds for _, seconds, _ in self.clients)
        most = max(memory for _, _, memory in self.clients)
        return (
            f"{counts}: {self.seconds:.1f} s, median of a client {each:.1f} s, "
            f"at most {most} MB a process, exit code {self.code}"
        )


def client(folder: Path, number: int) -> Plan:
    """Write one workspace, and give what it was made of."""
    size = SMALLEST + STEP * (number * 7 % SIZES)
    day = Plan().as_of - timedelta(days=30 * (number % 3))
    plan = Plan(size, size * 3, 100 + number, day)
    world = imagine(plan)
    for back in range(EXPORTS):
        at = day - back * QUARTER
        archive.write(members(world, at), folder / "exports" / archive_name(at), at)
    strategy = (network() / "strategy.yml").read_text("utf-8")
    ours = own_files(world)
    for name, text in {**ours, "strategy.yml": strategy}.items():
        archive.write_text(text, folder / name)
    return plan


def run(folder: Path, jobs: int) -> Run:
    """Run the command as a coach would."""
    began = time.monotonic()
    command = [sys.executable, "-m", "netreport", "cohort", str(folder), "-v", "--jobs", str(jobs)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=False, env={**os.environ}
    )
    seconds = time.monotonic() - began
    found = _COST.findall(done.stdout)
    clients = tuple((state, float(spent), int(memory)) for state, spent, memory in found)
    return Run(done.returncode, seconds, clients)


def main(arguments: list[str]) -> int:
    """Make the clients and print three runs; give 1 where a run is not as it must be."""
    folder = Path(arguments[0])
    count, jobs = (int(one) for one in (*arguments[1:], CLIENTS, cores())[:2])
    plans = [client(folder / f"client-{number:02}", number) for number in range(count)]
    sizes = [plan.connections for plan in plans]
    sys.stdout.write(f"{count} clients of {min(sizes)} to {max(sizes)} connections, {jobs} jobs\n")
    torn = folder / f"client-{min(TORN, count - 1):02}"
    newest = max((torn / "exports").iterdir(), key=lambda path: path.stat().st_size)
    whole = newest.read_bytes()
    newest.write_bytes(whole[: len(whole) // 2])
    first, second = run(folder, jobs), run(folder, jobs)
    newest.write_bytes(whole)
    runs = (first, second, run(folder, jobs))
    sys.stdout.writelines(f"{one}\n" for one in runs)
    return int([one.code for one in runs] != [PartError.exit_code, PartError.exit_code, 0])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
