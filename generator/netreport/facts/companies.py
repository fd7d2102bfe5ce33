"""Companies by their names: takes names as people write them, gives forms that can be joined.

"Google LLC", "google" and "GOOGLE | We are hiring" are one company. Names are compared whole,
never by a part: "Example Bank" is not "Example Bank of India".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache, partial
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from netreport.facts import legal_forms
from netreport.facts.words import split

THRESHOLD = 87.0
"""Lowest score of a fuzzy match: one slip in eight letters. See tests/facts/company_pairs.csv."""

LONG_WORD = 8
"""Letters that the longer spelling must have before a slip in it is taken for a slip."""


class Method(StrEnum):
    """How two names were found to be the same company."""

    EXACT = "same name"
    FUZZY = "a slip of the pen"


@dataclass(frozen=True, slots=True)
class Match:
    """A wanted company, as the list has it, and how sure it is: `score` 0 to 100."""

    wanted: str
    score: float
    method: Method


@lru_cache(maxsize=2**16)
def normal(name: str) -> str:
    """Give the form of a name that is the same for all ways to write it.

    Without tagline (after "|"), legal form at either end, case, accents, quotes and punctuation;
    dashes become spaces, "and" becomes "&". Empty if nothing is left. `normal` of it is itself.
    """
    bare, _ = legal_forms.attached(_without_tagline(name))
    words = split(bare.translate(_JOINED))
    first, last, _ = legal_forms.core(bare, words)
    return " ".join(word.folded for word in words[first:last])


def is_employer(name: str) -> bool:
    """Say whether a name is that of a company, and not "Self-employed", "Confidential" or "-"."""
    return bool(_key(name))


def match(name: str, wanted: Sequence[str]) -> Match | None:
    """Give the wanted company that a name is, the surest if there are several, or None.

    The order of `wanted` makes no difference.
    """
    key = _key(name)
    return _find(_index(tuple(wanted)), key) if key else None


def matches(names: Iterable[str], wanted: Sequence[str]) -> dict[str, Match]:
    """Give the wanted company of each name that is one; every distinct name is looked at once."""
    find = cache(partial(_find, _index(tuple(wanted))))
    found = {name: find(key) for name in set(names) if (key := _key(name))}
    return {name: match for name, match in found.items() if match}


@dataclass(frozen=True, slots=True)
class _Index:
    """Wanted companies by their keys, and the keys by their first letter."""

    wanted: Mapping[str, str]
    keys: Mapping[str, Sequence[str]]


@lru_cache(maxsize=16)
def _index(names: tuple[str, ...]) -> _Index:
    wanted: dict[str, str] = {}
    for name in sorted(names):
        if key := _key(name):
            wanted.setdefault(key, name)
    keys: dict[str, list[str]] = {}
    for key in sorted(wanted):
        keys.setdefault(key[0], []).append(key)
    return _Index(wanted, keys)


def _find(index: _Index, key: str) -> Match | None:
    if key in index.wanted:
        return Match(index.wanted[key], 100.0, Method.EXACT)
    others = index.keys.get(key[0])
    if not others:
        return None
    near = process.extract(
        key,
        others,
        scorer=OSA.normalized_similarity,
        score_cutoff=THRESHOLD / 100,
        limit=None,
    )
    slips = [(-score, other) for other, score, _ in near if _is_slip(key, other)]
    if not slips:
        return None
    score, other = min(slips)
    return Match(index.wanted[other], round(-100 * score, 1), Method.FUZZY)


def _key(name: str) -> str:
    """Give the form in which names are compared; empty for what is no employer."""
    plain = normal(name)
    return "" if plain in _no_employers() else plain.removeprefix("the ")


def _is_slip(one: str, other: str) -> bool:
    """Say whether two keys differ by spaces, or by one letter in each of some long words."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(map(_is_same_word, words, others))


def _is_same_word(one: str, other: str) -> bool:
    """Take one slip inside a long word; its ends must agree, but for the "s" of a plural.

    "Continental" and "Continentale" are two companies, and so are "Team 1" and "Team 2".
    """
    if one == other:
        return True
    long = max(len(one), len(other)) >= LONG_WORD and (one + other).isalpha()
    plural = one.removesuffix("s") == other.removesuffix("s")
    inside = one[0] == other[0] and one[-1] == other[-1]
    return long and (plural or (inside and OSA.distance(one, other) == 1))


def _without_tagline(name: str) -> str:
    parts = (part.strip() for part in name.split("|"))
    return next(filter(None, parts), "")


_JOINED = {ord(mark): None for mark in "'’‘`´"}


@cache
def _no_employers() -> frozenset[str]:
    text = files(__package__).joinpath("no_employer.txt").read_text(encoding="utf-8")
    return frozenset(normal(line) for line in text.splitlines() if not line.startswith("#"))
