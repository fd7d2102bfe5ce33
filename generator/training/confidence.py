# ruff: noqa: INP001 - a script, and no part of the package
"""Learns how sure a share makes: `python generator/training/confidence.py TITLES.csv`.

TITLES.csv has the columns title and function_accept and was not learned from. Of it, and of the
lists in tests/facts, only the part is used that tests/bench/titles.py does not keep aside. Writes
the table that `netreport.facts.titles.confidence` reads. Needs scikit-learn.
"""

import csv
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sklearn.isotonic import IsotonicRegression

from netreport.facts.titles import confidence
from netreport.facts.titles.functions import opinion
from netreport.facts.titles.roles import roles
from netreport.model.taxonomy import FUNCTIONS

ROOT = Path(__file__).parents[2]
TABLE = Path(confidence.__file__).with_name("confidence.csv")
SHARES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 1.0)


def main(listed: Path) -> None:
    """Learn from the titles that may be looked at, and write the table."""
    shares, right = zip(*_judged(listed), strict=True)
    learned = IsotonicRegression(out_of_bounds="clip").fit(shares, right)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("share", "confidence"))
        table.writerows((share, f"{learned.predict([share])[0]:.4f}") for share in SHARES)


def _judged(listed: Path) -> Iterator[tuple[float, bool]]:
    """Give each title's share, and whether the likeliest function is accepted."""
    for title, accepted in _looked_at(listed):
        heard = opinion(roles(title))
        if heard:
            yield heard.share, FUNCTIONS[heard.best] in accepted


def _looked_at(listed: Path) -> Iterator[tuple[str, set[str]]]:
    tests = ROOT / "tests/facts"
    for path, parts, whole in (
        (listed, 3, 5),
        (tests / "profile_titles.csv", 1, 2),
        (tests / "outside_titles.csv", 1, 2),
    ):
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            if sha256(row["title"].encode()).digest()[0] % whole < parts:
                names = row.get("function_accept", "").split("|")
                yield row["title"], {name.split(" (")[0] for name in names}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
