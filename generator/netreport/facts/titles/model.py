"""What was learned from lists of occupations: takes the words of a role, gives scores by function.

A linear model over words, pairs of words, and pieces of three to five letters, one logistic
regression a function, and one for texts that are no job at all. `model/features.txt` has a feature a line, `model/weights.bin` a row of
bytes for each of them, a byte a regression, 128 for zero; `model/functions.csv` says what a step is
worth and where each regression starts. generator/training/titles.py writes all three.

A row becomes one large number with a lane a regression, so that adding two numbers adds two rows.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import sqrt

from netreport.facts.titles.tables import binary, rows, text
from netreport.model.taxonomy import FUNCTIONS

ZERO = 128
"""The byte that stands for no weight."""
_LANE = 4
"""Bytes of a lane: sixteen million rows can be added before one runs over."""
OUTSIDE = len(FUNCTIONS)
"""The place of the regression for texts that are no job."""
_WIDTH = OUTSIDE + 1
_LANES = f"<{_WIDTH}I"
_PIECES = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Model:
    """The features with their rows, and how sums become logarithms of odds."""

    rows: dict[str, int]
    weights: bytes
    steps: tuple[float, ...]
    starts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """The sum of `count` rows, packed."""

    total: int
    count: int


def scores(words: Sequence[str]) -> list[float] | None:
    """Give the logarithm of odds of each of FUNCTIONS, and last of being no job.

    None where no feature is known.
    """
    votes = [_word(word) for word in words] + [_pair(*pair) for pair in pairwise(words)]
    count = sum(vote.count for vote in votes)
    if not count:
        return None
    total = sum(vote.total for vote in votes)
    return _unpacked(total, count)


def pieces(word: str) -> Iterator[str]:
    """Give the features of one word; a "=" marks the whole of it, "^" and "$" its ends."""
    yield f"={word}"
    marked = f"^{word}$"
    for length in _PIECES:
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]


def features(words: Sequence[str]) -> Iterator[str]:
    """Give all features of a role."""
    for word in words:
        yield from pieces(word)
    for one, next_one in pairwise(words):
        yield f"{one} {next_one}"


@lru_cache(maxsize=2**17)
def _word(word: str) -> Votes:
    known = model().rows
    found = [known[piece] for piece in pieces(word) if piece in known]
    return Votes(sum(map(_packed, found)), len(found))


def _pair(one: str, next_one: str) -> Votes:
    row = model().rows.get(f"{one} {next_one}")
    return _SILENCE if row is None else Votes(_packed(row), 1)


_SILENCE = Votes(0, 0)


@lru_cache(maxsize=2**15)
def _packed(row: int) -> int:
    lanes = bytearray(_WIDTH * _LANE)
    lanes[::_LANE] = model().weights[row * _WIDTH : (row + 1) * _WIDTH]
    return int.from_bytes(lanes, "little")


def _unpacked(total: int, count: int) -> list[float]:
    sums = struct.unpack(_LANES, total.to_bytes(_WIDTH * _LANE, "little"))
    share, nothing = 1 / sqrt(count), ZERO * count
    learned = model()
    return [
        (lane - nothing) * step * share + start
        for lane, step, start in zip(sums, learned.steps, learned.starts, strict=True)
    ]


@cache
def model() -> Model:
    """Give the model, read once."""
    known = text("model/features.txt").split("\n")
    table = [(float(step), float(start)) for _, step, start in rows("model/functions")]
    steps, starts = zip(*table, strict=True)
    return Model(
        {feature: row for row, feature in enumerate(known)},
        binary("model/weights.bin"),
        steps,
        starts,
    )
