"""What was learned from lists of occupations: takes the words of a role, gives scores by function.

A linear model over words, pairs of words, and pieces of four letters: one logistic regression a
function, and one for texts that are no job at all. `model/features.txt` has a feature a line,
`model/weights.bin` a row of bytes for each, a byte a regression, 128 for zero; and
`model/functions.csv` says what a step is worth. generator/training/titles.py writes all three.

A row becomes one large number with a lane a regression and a last one that counts, so that adding
two numbers adds two rows.
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
OUTSIDE = len(FUNCTIONS)
"""The place of the regression for texts that are no job."""
_WIDTH = OUTSIDE + 1
_LANE = 4
"""Bytes of a lane: sixteen million rows can be added before one runs over."""
_LANES = f"<{_WIDTH + 1}I"
_ONE = 1 << 8 * _LANE * _WIDTH
"""One in the lane that counts."""
_PIECE = 4


@dataclass(frozen=True, slots=True)
class Model:
    """The features with their rows, and what a step of each regression is worth."""

    rows: dict[str, int]
    weights: bytes
    steps: tuple[float, ...]


def scores(words: Sequence[str]) -> list[float] | None:
    """Give the logarithm of odds of each of FUNCTIONS, and last of being no job.

    None where no feature is known.
    """
    total = sum(map(_word, words)) + sum(map(_pair, words, words[1:]))
    return _unpacked(total) if total else None


def pieces(word: str) -> list[str]:
    """Give the features of one word; a "=" marks the whole of it, "^" and "$" its ends."""
    marked = f"^{word}$"
    cut = [marked[start : start + _PIECE] for start in range(len(marked) - _PIECE + 1)]
    return [f"={word}", *cut]


def features(words: Sequence[str]) -> Iterator[str]:
    """Give all features of a role."""
    for word in words:
        yield from pieces(word)
    for one, next_one in pairwise(words):
        yield f"{one} {next_one}"


@lru_cache(maxsize=2**17)
def _word(word: str) -> int:
    known = model().rows
    return sum([_packed(known[piece]) for piece in pieces(word) if piece in known])


def _pair(one: str, next_one: str) -> int:
    row = model().rows.get(f"{one} {next_one}")
    return 0 if row is None else _packed(row)


@lru_cache(maxsize=2**15)
def _packed(row: int) -> int:
    lanes = bytearray(_WIDTH * _LANE)
    lanes[::_LANE] = model().weights[row * _WIDTH : (row + 1) * _WIDTH]
    return _ONE + int.from_bytes(lanes, "little")


def _unpacked(total: int) -> list[float]:
    *sums, count = struct.unpack(_LANES, total.to_bytes((_WIDTH + 1) * _LANE, "little"))
    share, nothing, learned = 1 / sqrt(count), ZERO * count, model()
    return [(lane - nothing) * step * share for lane, step in zip(sums, learned.steps, strict=True)]


@cache
def model() -> Model:
    """Give the model, read once."""
    known = text("model/features.txt").split("\n")
    steps = tuple(float(step) for _, step in rows("model/functions"))
    table = {feature: row for row, feature in enumerate(known)}
    return Model(table, binary("model/weights.bin"), steps)
