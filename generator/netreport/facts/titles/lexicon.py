"""Finding terms: takes the words of a role, gives the terms in it and what they speak for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from netreport.facts.titles.inflections import uninflected
from netreport.facts.titles.term_lists import (
    SHORTEST_STEM,
    Kind,
    Lexicon,
    Scores,
    Stem,
    Term,
    lexicon,
)

_SHORTEST_COMPOUND = 6
_NOT_THE_HEAD = 0.5
"""A stem further left in a compound says less: a "Vertriebscontroller" is a controller."""


class Match(NamedTuple):  # made by the hundred thousand, and twice as fast as a dataclass
    """A term that the words `first` to `last` (excluded) of a role make up."""

    first: int
    last: int
    scores: Scores


def matches(kind: Kind, words: Sequence[str]) -> list[Match]:
    """Give the terms among a role's words, left to right, the longest first; none overlaps."""
    looked_up = [_looked_up(kind, word) for word in words]
    bases = tuple([base for base, _ in looked_up])
    phrases, found, first = lexicon(kind).phrases, list[Match](), 0
    while first < len(bases):
        match = _phrase(phrases.get(bases[first : first + 2], ()), bases, first)
        scores = looked_up[first][1]
        if match is None and scores is not None:
            match = Match(first, first + 1, scores)
        if match is not None:
            found.append(match)
        first = match.last if match else first + 1
    return found


def _phrase(phrases: Iterable[tuple[Term, Scores]], words: Term, first: int) -> Match | None:
    for term, scores in phrases:
        last = first + len(term)
        if words[first:last] == term:
            return Match(first, last, scores)
    return None


@lru_cache(maxsize=2**17)
def _looked_up(kind: Kind, word: str) -> tuple[str, Scores | None]:
    """Give the form that stands for a word in the lists, and what it speaks for by itself."""
    table = lexicon(kind)
    form = uninflected(word, table.known)
    base = table.known.get(form, form)
    exact = table.words.get(base)
    if exact is not None or len(base) < _SHORTEST_COMPOUND:
        return base, exact
    return base, _compound(_stems(table, base))


def _compound(found: Sequence[Scores]) -> Scores | None:
    totals = defaultdict[int, float](float)
    for place, scores in enumerate(found, 1):
        share = 1.0 if place == len(found) else _NOT_THE_HEAD
        for meaning, weight in scores:
            totals[meaning] += share * weight
    return tuple(totals.items()) if found else None


def _stems(table: Lexicon, word: str) -> list[Scores]:
    """Give what the stems of a compound speak for, left to right; the longest wins."""
    found, start = [], 0
    while start <= len(word) - SHORTEST_STEM:
        stems = table.stems.get(word[start : start + SHORTEST_STEM])
        stem = next((stem for stem in stems if _fits(stem, word, start)), None) if stems else None
        if stem:
            found.append(stem.scores)
        start += len(stem.letters) if stem else 1
    return found


def _fits(stem: Stem, word: str, start: int) -> bool:
    if not word.startswith(stem.letters, start) or (stem.begins and start):
        return False
    return not stem.ends or start + len(stem.letters) == len(word)
