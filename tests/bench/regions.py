"""How often a place is right: reads the labelled titles and companies, prints shares with n.

    PYTHONPATH=generator python tests/bench/regions.py [--misses] [--speed]

A place is right if it names exactly the labelled countries, or the labelled region where no
country can be named. It speaks if it names a country or a region; an unlabelled row must stay
silent. The kept half is never looked at row by row: `--misses` shows those of the other half.
"""

import csv
import hashlib
import sys
import time
from collections import Counter
from itertools import cycle, islice
from math import sqrt
from pathlib import Path

from netreport.facts.regions import Hints, Place, locate, located

LABELS = Path(__file__).parents[1] / "facts" / "places.csv"
Row = dict[str, str]


def main(arguments: list[str]) -> None:
    """Print precision and coverage of both halves, then what was asked for."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name, half in (("open", False), ("kept", True)):
        _report(name, [row for row in rows if is_kept(row) is half])
    if "--misses" in arguments:
        _show_misses([row for row in rows if not is_kept(row)])
    if "--speed" in arguments:
        _time()


def is_kept(row: Row) -> bool:
    """Say whether a row belongs to the half that is kept aside."""
    key = f"{row['title']}|{row['company']}".encode()
    return hashlib.sha256(key).digest()[0] % 2 == 1


def found(row: Row) -> Place | None:
    """Give the place of a row if it speaks."""
    place = locate(Hints(title=row["title"], company=row["company"]))
    return place if place and (place.countries or place.regions) else None


def is_right(row: Row, place: Place) -> bool:
    """Say whether a place is what the label says."""
    if row["region"]:
        return not place.countries and row["region"] in place.regions
    return bool(row["countries"]) and place.countries == frozenset(row["countries"].split())


def wilson(hits: int, n: int) -> str:
    """Write a share with n and its 95 % Wilson interval."""
    if not n:
        return "none"
    z, share = 1.96, hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{hits}/{n} = {share:.3f} ({middle - half:.3f} to {middle + half:.3f})"


def _report(name: str, rows: list[Row]) -> None:
    spoken = [(row, place) for row in rows if (place := found(row))]
    labelled = [row for row in rows if row["countries"] or row["region"]]
    right = [pair for pair in spoken if is_right(*pair)]
    _print(f"{name}: precision when it speaks {wilson(len(right), len(spoken))}")
    _print(f"{name}: coverage of what has a place {wilson(len(right), len(labelled))}")
    _print(f"{name}: speaks of {wilson(len(spoken), len(rows))}")
    for source, n in Counter(place.source for _, place in spoken).items():
        good = sum(place.source is source for _, place in right)
        _print(f"{name}:   {source}: {wilson(good, n)}")


def _show_misses(rows: list[Row]) -> None:
    for row in rows:
        place, wanted = found(row), row["region"] or row["countries"]
        if (place is None and wanted) or (place and not is_right(row, place)):
            given = (sorted(place.countries) or sorted(place.regions)) if place else None
            words = place.evidence if place else ""
            _print(f"{row['title']} | {row['company']}: want {wanted!r}, got {given} by {words!r}")


def _time() -> None:
    """Time 30,000 people of whom every title and company is another; one in four has a place."""
    people = [
        (f"{title} {n}", f"{company} {n} {form}".strip(), None, None, None, None)
        for n, (title, company, form) in enumerate(islice(cycle(_MIX), 30_000))
    ]
    start = time.process_time()
    found = located([*zip(*people, strict=True)])
    known = sum(found.places[number] is not None for number in found.numbers)
    took = time.process_time() - start
    _print(f"30,000 people, all texts different, {known} placed: {took:.2f} s of one core")


_MIX = (
    ("Senior Account Manager", "Brightloom Analytics", "Inc"),
    ("Head of Product | Speaker | Mentor", "Harbourline Logistics Group", "Ltd"),
    ("Software Engineer - Payments and Risk", "Cloudferry", ""),
    ("Sales Director APAC", "Paylark", ""),
    ("Projektleiter Digitalisierung", "Beispielwerk", "GmbH"),
    ("Consultant in Business Development", "Thornbury & Partners", "LLP"),
    ("Student of Economics and Finance", "Example School of Business", ""),
    ("Founder & CEO", "Lantern Ventures and Sons", "LLC"),
)


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
