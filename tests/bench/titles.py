"""How often a title is read right: prints shares with n and their 95 % Wilson intervals.

    PYTHONPATH=generator python tests/bench/titles.py FUNCTIONS.csv SENIORITIES.csv [--misses]

FUNCTIONS.csv has the columns title and function_accept, SENIORITIES.csv title, label and
seniority_accept; netreport's own profile titles and lines that are no job stand in tests/facts.
An unknown function counts as wrong, but not where "unknown" is accepted. An unknown seniority is
wrong for every label, the lowest too. The kept part of each list is never looked at row by row:
`--misses` shows those of the other part. `taskset -c 0` in front holds it to one core.
"""

import csv
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import cycle, islice
from math import sqrt
from pathlib import Path
from statistics import mean

from netreport.facts import titles
from netreport.facts.titles import Reading, read, read_all

FACTS = Path(__file__).parents[1] / "facts"
PACKAGE = Path(titles.__file__).parent
MANY = 30_000
IMPORT = (
    "import time, netreport.facts; start = time.perf_counter();"
    "from netreport.facts.titles import read; read('Head of Sales');"
    "print(time.perf_counter() - start)"
)
Row = dict[str, str]


def main(functions: Path, seniorities: Path, *options: str) -> None:
    """Print every figure, then what was asked for."""
    listed, own = _rows(functions), _rows(FACTS / "profile_titles.csv")
    outside = _rows(FACTS / "outside_titles.csv")
    for name, rows, parts, whole in (("occupations", listed, 3, 5), ("profiles", own, 1, 2)):
        for fold, part in _folds(rows, parts, whole):
            _functions(
                f"{name}, {fold}", [row for row in part if row["function_accept"] != "unknown"]
            )
    for fold, part in _folds(outside, 1, 2):
        _outside(f"no job, {fold}", part)
    _seniorities("titles with levels", _rows(seniorities), "label")
    _seniorities("profiles", own, "seniority_accept")
    _costs([row["title"] for row in (*own, *listed)])
    if "--misses" in options:
        _misses(
            [
                row
                for rows, *fold in ((listed, 3, 5), (own, 1, 2))
                for row in _folds(rows, *fold)[0][1]
            ]
        )


def wilson(hits: int, n: int) -> str:
    """Write a share with n and its 95 % Wilson interval."""
    if not n:
        return "none"
    z, share = 1.96, hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{hits}/{n} = {share:.3f} ({middle - half:.3f} to {middle + half:.3f})"


def accepted(row: Row) -> set[str]:
    """Give the functions that are right for a row, without the notes on them."""
    return {name.split(" (")[0] for name in row["function_accept"].split("|")}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _folds(rows: Sequence[Row], parts: int, whole: int) -> list[tuple[str, list[Row]]]:
    """Divide rows by their titles; the first `parts` of `whole` may be looked at."""
    open_, kept = [], []
    for row in rows:
        looked_at = sha256(row["title"].encode()).digest()[0] % whole < parts
        (open_ if looked_at else kept).append(row)
    return [("open", open_), ("kept", kept)]


def _functions(name: str, rows: Sequence[Row]) -> None:
    answers = [(read(row["title"]), accepted(row)) for row in rows]
    spoken = [(answer, right) for answer, right in answers if answer.function]
    silent = sum("unknown" in right for answer, right in answers if not answer.function)
    said = sum(answer.function in right for answer, right in spoken)
    either = sum(bool({answer.function, answer.function2} & right) for answer, right in spoken)
    _print(f"{name}: function, first {wilson(said + silent, len(rows))}")
    _print(f"{name}: function, first or second {wilson(either + silent, len(rows))}")
    _print(f"{name}: precision when it speaks {wilson(said, len(spoken))}")
    _print(f"{name}: speaks of {wilson(len(spoken), len(rows))}")


def _outside(name: str, rows: Sequence[Row]) -> None:
    answers = [read(row["title"]) for row in rows]
    for part in ("function", "seniority"):
        unknown = sum(getattr(answer, part) is None for answer in answers)
        _print(f"{name}: {part} unknown {wilson(unknown, len(rows))}")


def _seniorities(name: str, rows: Sequence[Row], label: str) -> None:
    labelled = defaultdict[str, list[bool]](list)
    for row in rows:
        answer = read(row["title"]).seniority or "unknown"
        labelled[row[label]].append(answer in row["seniority_accept"].split("|"))
    hits = sum(sum(right) for right in labelled.values())
    _print(f"{name}: seniority {wilson(hits, len(rows))}")
    _print(f"{name}: seniority, balanced over labels {mean(map(mean, labelled.values())):.3f}")


def _costs(known: Sequence[str]) -> None:
    many = [f"{title} {number}" for number, title in islice(enumerate(cycle(known)), MANY)]
    _print(f"{MANY} titles, no two the same: {_seconds(lambda: read_all(many)):.2f} s")
    command = [sys.executable, "-c", IMPORT]
    loads = [float(subprocess.check_output(command, text=True)) for _ in range(5)]
    _print(f"import and load, after netreport.facts: {min(loads) * 1000:.0f} ms")
    sizes = [path.stat().st_size for path in PACKAGE.rglob("*") if path.suffix in {".bin", ".txt"}]
    _print(f"model: {sum(sizes) / 2**20:.2f} MB before it is packed into a wheel")


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _misses(rows: Sequence[Row]) -> None:
    for row in rows:
        answer = read(row["title"])
        if (answer.function or "unknown") not in accepted(row):
            _print(f"{row['title']}: want {row['function_accept']}, got {_told(answer)}")


def _told(answer: Reading) -> str:
    return f"{answer.function} {answer.confidence:.2f} by {', '.join(answer.decided_by)}"


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
