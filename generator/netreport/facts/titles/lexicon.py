"""The word lists: takes the words of a role, gives the terms found in it and what they speak for.

The lists stand in `lexicon/`, one a language: function, weight, terms. A term is a word, a phrase,
or the stem of a compound: `verkauf*` begins a word, `*leiter` ends it, `*einkauf*` stands anywhere
in it. A phrase takes its words with it, so that "account manager" is not Accounting; a term with no
function only takes its words. Weights are natural logarithms of odds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from netreport.facts.titles.inflections import uninflected
from netreport.facts.titles.roles import SILENT
from netreport.facts.titles.tables import LANGUAGES, rows
from netreport.facts.words import Word, fold
from netreport.model.taxonomy import FUNCTIONS

Scores = tuple[tuple[int, float], ...]
"""Places in FUNCTIONS, each with the weight that speaks for it."""

_SHORTEST_COMPOUND = 6
_NOT_THE_HEAD = 0.5
"""A stem further left in a compound says less: a "Vertriebscontroller" is a controller."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term that the words `first` to `last` (excluded) of a role make up."""

    first: int
    last: int
    scores: Scores


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms of all languages, ready to be looked up."""

    phrases: dict[str, list[tuple[tuple[str, ...], Scores]]]
    words: dict[str, Scores]
    stems: dict[str, tuple[str, Scores]]
    lengths: tuple[int, ...]
    known: frozenset[str]


def matches(words: Sequence[Word]) -> list[Match]:
    """Give the terms in a role, left to right, the longest first; none overlaps another."""
    return list(_found([base(word.folded) for word in words]))


@lru_cache(maxsize=2**17)
def base(word: str) -> str:
    """Give the form of a word that the lists know, or the word itself."""
    return uninflected(word, lexicon().known)


def _found(words: Sequence[str]) -> Iterator[Match]:
    first, phrases = 0, lexicon().phrases
    while first < len(words):
        last, scores = first + 1, None
        for term, weights in phrases.get(words[first], ()):
            if tuple(words[first : first + len(term)]) == term:
                last, scores = first + len(term), weights
                break
        if scores is None:
            scores = _word(words[first])
        if scores is not None:
            yield Match(first, last, scores)
        first = last


@lru_cache(maxsize=2**17)
def _word(word: str) -> Scores | None:
    exact = lexicon().words.get(word)
    if exact is not None or len(word) < _SHORTEST_COMPOUND:
        return exact
    found = _stems(word)
    totals = defaultdict[int, float](float)
    for place, scores in enumerate(found, 1):
        share = 1.0 if place == len(found) else _NOT_THE_HEAD
        for function, weight in scores:
            totals[function] += share * weight
    return tuple(totals.items()) if found else None


def _stems(word: str) -> list[Scores]:
    """Give what the stems of a compound speak for, left to right; the longest wins."""
    found, start, table = [], 0, lexicon()
    while start < len(word):
        for length in table.lengths:
            place, scores = table.stems.get(word[start : start + length], ("", ()))
            if place and _stands(place, start, start + length, len(word)):
                found.append(scores)
                start += length - 1
                break
        start += 1
    return found


def _stands(place: str, start: int, end: int, length: int) -> bool:
    return end <= length and (place[0] == "*" or start == 0) and (place[-1] == "*" or end == length)


@cache
def lexicon() -> Lexicon:
    """Give the lists, read once."""
    terms = _terms()
    phrases = defaultdict[str, list[tuple[tuple[str, ...], Scores]]](list)
    words, joined = dict[str, Scores](), dict[str, Scores]()
    for term in sorted(terms, key=len, reverse=True):
        if len(term) == 1:
            words[term[0]] = terms[term]
            continue
        phrases[term[0]].append((term, terms[term]))
        joined["".join(term)] = terms[term]  # "accountmanager"
    stems = {word.strip("*"): (_place(word), words.pop(word)) for word in list(words) if "*" in word}
    known = frozenset(word for term in terms for word in term)
    return Lexicon(phrases, joined | words, stems, _lengths(stems), known | joined.keys())


def _lengths(stems: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(stem) for stem in stems}, reverse=True))


def _terms() -> dict[tuple[str, ...], Scores]:
    """Give each term's weights; a term may be listed for several functions."""
    terms = dict[tuple[str, ...], Scores]()
    for language in LANGUAGES:
        for function, weight, listed in rows(f"lexicon/{language}"):
            scores = ((FUNCTIONS.index(function), float(weight)),) if function else ()
            for term in _listed(listed):
                terms[term] = _both(terms[term], scores) if term in terms else scores
    return terms


def _both(one: Scores, other: Scores) -> Scores:
    """Give the weights of both; the stronger where they speak for the same."""
    return tuple(dict(sorted(one + other, key=itemgetter(1))).items())


def _listed(listed: str) -> Iterator[tuple[str, ...]]:
    """Give the words of each term of a row. Whole rows are folded at once: one by one they take twice as long."""
    for term in fold(listed).translate(_MARKS).split(";"):
        words = term.split()
        yield tuple(word for word in words if word not in SILENT) or tuple(words)


_MARKS = str.maketrans(dict.fromkeys("'’-/.&+", " "))


def _place(word: str) -> str:
    """Give "*.", ".*" or "**": where in a word a stem may stand."""
    return ("*" if word[0] == "*" else ".") + ("*" if word[-1] == "*" else ".")
