"""How often notes are read as labelled, and how long reading 30,000 takes.

`python tests/bench/notes.py`: the half of notes.csv that the rules were written by, the half kept
aside, and notes_later.csv, whose rounds were written when rules existed and then learnt from.
"""

import csv
import hashlib
import sys
import time
from collections import Counter
from math import sqrt
from pathlib import Path

from netreport.facts.notes import read, readings

HERE = Path(__file__).parents[1] / "facts"
MANY = 30_000
Z = 1.959964
Rows = list[dict[str, str]]


def kept_aside(note: str) -> bool:
    """Say whether a note belongs to the half that the rules were not written by."""
    return hashlib.sha256(note.encode()).digest()[0] % 2 == 0


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Give the 95 % Wilson interval of a share."""
    share, square = hits / n, Z * Z / n
    centre, half = share + square / 2, Z * sqrt(share * (1 - share) / n + square / (4 * n))
    return (centre - half) / (1 + square), (centre + half) / (1 + square)


def share_line(title: str, rows: Rows) -> str:
    """Give one line: how many of the rows are read as labelled, with the interval."""
    hits = sum(read(row["note"]).kind == row["kind"] for row in rows)
    low, high = wilson(hits, len(rows))
    return f"{title:24} {hits:3} of {len(rows):3} = {hits / len(rows):.3f} ({low:.3f}-{high:.3f})"


def main(_arguments: list[str]) -> None:
    """Write the shares, the confusions of the kept half, and the time."""
    notes, later = _rows("notes.csv"), _rows("notes_later.csv")
    kept = [row for row in notes if kept_aside(row["note"])]
    lines = [
        share_line("open half", [row for row in notes if not kept_aside(row["note"])]),
        share_line("kept half", kept),
        *(share_line(f"  {it}", rows) for it, rows in _by_language(kept).items()),
        share_line("later rounds", later),
        str(Counter((row["kind"], str(read(row["note"]).kind)) for row in kept)),
        f"{MANY} different notes: {_seconds([row['note'] for row in later]):.1f} s",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _rows(name: str) -> Rows:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_language(rows: Rows) -> dict[str, Rows]:
    languages = sorted({row["language"] for row in rows})
    return {it: [row for row in rows if row["language"] == it] for it in languages}


def _seconds(notes: list[str]) -> float:
    ends = [note[:40] for note in notes]
    different = [f"{notes[n % len(notes)]} {ends[n // len(notes)]}" for n in range(MANY)]
    started = time.process_time()
    readings(different)
    return time.process_time() - started


if __name__ == "__main__":
    main(sys.argv[1:])
