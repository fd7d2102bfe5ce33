"""How often a title is read right: prints shares with n and their 95 % Wilson intervals.

    PYTHONPATH=generator python tests/bench/titles.py [FOLDER] [--misses]

FOLDER holds functions-dev.csv, with the columns title and function_accept, and seniority-dev.csv,
with title, label and seniority_accept. Without it only netreport's own profile titles, and lines
that are no job, are read; they stand in tests/facts.
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
    "import time, netreport.facts; start = time.process_time();"
    "from netreport.facts.titles import read; read('Head of Sales');"
    "print(time.process_time() - start)"
)
Row = dict[str, str]


def main(arguments: Sequence[str]) -> None:
    """Print every figure, then what was asked for."""
    folder = next((Path(one) for one in arguments if not one.startswith("--")), None)
    listed = _rows(folder / "functions-dev.csv") if folder else []
    own = _rows(FACTS / "profile_titles.csv")
    groups = (("occupations", listed, 3, 5), ("profiles", own, 1, 2))
    for name, rows, parts, whole in groups:
        for fold, part in _folds(rows, parts, whole):
            _functions(
                f"{name}, {fold}", [row for row in part if row["function_accept"] != "unknown"]
            )
    for fold, part in _folds(_rows(FACTS / "outside_titles.csv"), 1, 2):
        _outside(f"no job, {fold}", part)
    if folder:
        _seniorities("titles with levels", _rows(folder / "seniority-dev.csv"), "label")
    _seniorities("profiles", own, "seniority_accept")
    _costs([row["title"] for row in (*own, *listed)])
    if "--misses" in arguments:
        _misses([row for _, rows, *parts in groups for row in dict(_folds(rows, *parts))["open"]])


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
    """Give all rows, then those that may be looked at, `parts` of `whole`, and the others."""
    open_, kept = [], []
    for row in rows:
        looked_at = sha256(row["title"].encode()).digest()[0] % whole < parts
        (open_ if looked_at else kept).append(row)
    return [("all", list(rows)), ("open", open_), ("kept", kept)] if rows else []


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
    _print(
        f"{name}: seniority, balanced over labels {_balanced(list(labelled.values()), len(rows))}"
    )


def _balanced(groups: Sequence[Sequence[bool]], n: int) -> str:
    """Write the mean share of all labels with n and its 95 % interval."""
    shares = [(mean(right), len(right)) for right in groups]
    middle = mean(share for share, _ in shares)
    variance = sum(share * (1 - share) / count for share, count in shares) / len(shares) ** 2
    low, high = middle - 1.96 * sqrt(variance), min(1.0, middle + 1.96 * sqrt(variance))
    return f"{middle:.3f} of {n} with {len(shares)} labels ({low:.3f} to {high:.3f})"


def _costs(known: Sequence[str]) -> None:
    many = [f"{title} {number}" for number, title in islice(enumerate(cycle(known)), MANY)]
    took = _seconds(lambda: read_all(many))
    _print(f"{MANY} titles, no two the same: {took:.2f} s of one core")
    command = [sys.executable, "-c", IMPORT]
    loads = [float(subprocess.check_output(command, text=True)) for _ in range(5)]
    _print(f"import and load, after netreport.facts: {min(loads) * 1000:.0f} ms")
    sizes = [path.stat().st_size for path in PACKAGE.rglob("*") if path.suffix in {".bin", ".txt"}]
    _print(f"model: {sum(sizes) / 2**20:.2f} MB before it is packed into a wheel")


def _seconds(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


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
    main(sys.argv[1:])
