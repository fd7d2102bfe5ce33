"""What the threshold of fuzzy company names costs: labelled pairs at each threshold, and speed.

PYTHONPATH=generator python tests/bench/companies.py [--misses]
"""

import csv
import random
import sys
import time
from pathlib import Path

from netreport.facts import companies

PAIRS = Path(__file__).parents[1] / "facts" / "company_pairs.csv"
Pair = dict[str, str]


def main(arguments: list[str]) -> None:
    """Print precision and recall for thresholds around the one in use, then the time."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    _print(f"{len(pairs)} pairs; in use: {companies.THRESHOLD}, {companies.LONG_WORD} letters")
    in_use = companies.THRESHOLD, companies.LONG_WORD
    for letters in (6, 7, 8, 9):
        for threshold in (80, 84, 87, 90, 93):
            _report(pairs, threshold, letters)
    companies.THRESHOLD, companies.LONG_WORD = in_use
    if "--misses" in arguments:
        for pair in pairs:
            found = companies.match(pair["name"], [pair["wanted"]])
            if (found is not None) is not (pair["same"] == "yes"):
                _print(f"{pair} {found}")
    _time()


def _report(pairs: list[Pair], threshold: float, letters: int) -> None:
    companies.THRESHOLD, companies.LONG_WORD = threshold, letters
    taken = [pair for pair in pairs if companies.match(pair["name"], [pair["wanted"]])]
    right = sum(pair["same"] == "yes" for pair in taken)
    same = sum(pair["same"] == "yes" for pair in pairs)
    _print(f"{letters} letters, {threshold}: {right} of {len(taken)} right, {right}/{same} found")


def _time() -> None:
    """Time 30,000 names, nearly all different, against 500 wanted ones."""
    chance = random.Random(7)
    names = [_name(chance) for _ in range(30_000)]
    wanted = names[:250] + [_name(chance) for _ in range(250)]
    start = time.process_time()
    found = len(companies.matches(names, wanted))
    took = time.process_time() - start
    _print(f"{len(set(names))} distinct names x {len(wanted)}, {found} found: {took:.2f} s")


def _name(chance: random.Random) -> str:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))).title() for _ in "ab"]
    return " ".join([*words[: chance.randint(1, 2)], chance.choice(["", "GmbH", "Ltd", "Inc."])])


_SYLLABLES = [consonant + vowel for consonant in "bdklmnr" for vowel in "aeio"]


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
