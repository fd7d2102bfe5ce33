"""People drawn at random, the same ones each time and after each new export.

Takes people and a seed. Everybody has a number that only depends on the seed and the profile, so
that a new export adds people to the draw and moves nobody in it.
"""

import hashlib
from collections.abc import Mapping, Sequence

import polars as pl

QUIZ = 20
STRATA: Mapping[str, tuple[bool | None, int]] = {  # what the tool thinks, and how many to look at
    "yes": (True, 40),
    "no": (False, 60),
    "unknown": (None, 40),
}


def drawn(people: pl.DataFrame, seed: int, wanted: int) -> Sequence[str]:
    """Give the keys of `wanted` people, fewer where there are not so many, in the order drawn."""
    ranked = sorted(people.get_column("person"), key=lambda person: _number(person, seed))
    return ranked[:wanted]


def strata(people: pl.DataFrame, seed: int) -> Mapping[str, Sequence[str]]:
    """Draw the sample of the audit: so many of each group that the tool made by relevance."""
    return {
        name: drawn(people.filter(pl.col("relevant").eq_missing(relevant)), seed, wanted)
        for name, (relevant, wanted) in STRATA.items()
    }


def _number(person: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}\0{person}".encode()).digest()
