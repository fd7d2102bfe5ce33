"""The word lists: takes the words of a role, gives the terms found in it and what they speak for.

`lexicon/functions/` and `lexicon/seniorities/` hold a list a language: what is meant, a weight, and
terms. A term is a word, a phrase, or the stem of a compound: `verkauf*` begins a word, `*leiter`
ends it, `*einkauf*` stands anywhere in it. A phrase takes its words with it, so that "account
manager" is not Accounting; a term that means nothing only takes its words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter

from netreport.facts.titles.inflections import masculine, uninflected
from netreport.facts.titles.roles import SILENT
from netreport.facts.titles.tables import LANGUAGES, rows
from netreport.facts.words import Word, fold
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES


class Kind(StrEnum):
    """What a list tells, named like its folder."""

    FUNCTIONS = "functions"
    SENIORITIES = "seniorities"


MEANINGS = {Kind.FUNCTIONS: FUNCTIONS, Kind.SENIORITIES: SENIORITIES}
Term = tuple[str, ...]
Scores = tuple[tuple[int, float], ...]
"""Places in FUNCTIONS or SENIORITIES, each with the weight that speaks for it."""

_SHORTEST_STEM = 3
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
class Stem:
    """Part of a compound; the flags say if it may stand only at an end of it."""

    letters: str
    begins: bool
    ends: bool
    scores: Scores


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All terms of a kind and of all languages, ready to be looked up."""

    phrases: dict[Term, list[tuple[Term, Scores]]]
    """Phrases by their first two words, the longest first."""
    words: dict[str, Scores]
    stems: dict[str, list[Stem]]
    """Stems by their first letters, the longest first."""
    known: dict[str, str]
    """Every word that is listed, with the form that stands for it here."""


def matches(kind: Kind, words: Sequence[Word]) -> list[Match]:
    """Give the terms in a role, left to right, the longest first; none overlaps another."""
    return list(_found(kind, [base(kind, word.folded) for word in words]))


@lru_cache(maxsize=2**17)
def base(kind: Kind, word: str) -> str:
    """Give the form that stands for a word in the lists, or the word itself."""
    known = lexicon(kind).known
    form = uninflected(word, known)
    return known.get(form, form)


def _found(kind: Kind, words: Sequence[str]) -> Iterator[Match]:
    first, phrases = 0, lexicon(kind).phrases
    while first < len(words):
        last, scores = first + 1, None
        for term, weights in phrases.get(tuple(words[first : first + 2]), ()):
            if tuple(words[first : first + len(term)]) == term:
                last, scores = first + len(term), weights
                break
        if scores is None:
            scores = _word(kind, words[first])
        if scores is not None:
            yield Match(first, last, scores)
        first = last


@lru_cache(maxsize=2**17)
def _word(kind: Kind, word: str) -> Scores | None:
    exact = lexicon(kind).words.get(word)
    if exact is not None or len(word) < _SHORTEST_COMPOUND:
        return exact
    found = _stems(lexicon(kind), word)
    totals = defaultdict[int, float](float)
    for place, scores in enumerate(found, 1):
        share = 1.0 if place == len(found) else _NOT_THE_HEAD
        for function, weight in scores:
            totals[function] += share * weight
    return tuple(totals.items()) if found else None


def _stems(table: Lexicon, word: str) -> list[Scores]:
    """Give what the stems of a compound speak for, left to right; the longest wins."""
    found, start = [], 0
    while start <= len(word) - _SHORTEST_STEM:
        stem = _stem(table, word, start)
        if stem:
            found.append(stem.scores)
        start += len(stem.letters) if stem else 1
    return found


def _stem(table: Lexicon, word: str, start: int) -> Stem | None:
    for stem in table.stems.get(word[start : start + _SHORTEST_STEM], ()):
        ends = start + len(stem.letters) == len(word)
        if word.startswith(stem.letters, start) and _fits(stem, begins=start == 0, ends=ends):
            return stem
    return None


def _fits(stem: Stem, *, begins: bool, ends: bool) -> bool:
    return (begins or not stem.begins) and (ends or not stem.ends)


@cache
def lexicon(kind: Kind) -> Lexicon:
    """Give the lists of a kind, read once."""
    listed = tuple(_rows(kind))
    forms = _forms({word for term, _ in listed for word in term})
    terms = _merged((tuple(forms[word] for word in term), scores) for term, scores in listed)
    phrases = defaultdict[Term, list[tuple[Term, Scores]]](list)
    words, joined = dict[str, Scores](), dict[str, Scores]()
    for term in sorted(terms, key=len, reverse=True):
        if len(term) == 1:
            words[term[0]] = terms[term]
            continue
        phrases[term[:2]].append((term, terms[term]))
        joined["".join(term)] = terms[term]  # "accountmanager"
    stems = _by_letters([_as_stem(word, words.pop(word)) for word in list(words) if "*" in word])
    known = {word: word for word in joined} | forms
    return Lexicon(dict(phrases), joined | words, stems, known)


def _as_stem(written: str, scores: Scores) -> Stem:
    return Stem(written.strip("*"), written[0] != "*", written[-1] != "*", scores)


def _by_letters(stems: list[Stem]) -> dict[str, list[Stem]]:
    table = defaultdict[str, list[Stem]](list)
    for stem in sorted(stems, key=lambda stem: len(stem.letters), reverse=True):
        table[stem.letters[:_SHORTEST_STEM]].append(stem)
    return dict(table)


def _rows(kind: Kind) -> Iterator[tuple[Term, Scores]]:
    """Give each term as it is listed, with what it speaks for."""
    meanings = MEANINGS[kind]
    for language in LANGUAGES:
        for meaning, weight, listed in rows(f"lexicon/{kind}/{language}"):
            scores = ((meanings.index(meaning), float(weight)),) if meaning else ()
            for term in _listed(listed):
                yield term, scores


def _forms(words: Set[str]) -> dict[str, str]:
    """Give each word's masculine form where that is listed too: lists need one of them."""
    return {word: masculine(word, words) for word in words}


def _merged(rows: Iterable[tuple[Term, Scores]]) -> dict[Term, Scores]:
    """Give each term once, with the weaker weight where it is listed twice for one meaning."""
    merged = dict[Term, Scores]()
    for term, scores in rows:
        merged[term] = _weaker(merged[term], scores) if term in merged else scores
    return merged


def _weaker(one: Scores, other: Scores) -> Scores:
    return tuple(dict(sorted(one + other, key=itemgetter(1), reverse=True)).items())


def _listed(listed: str) -> Iterator[Term]:
    """Give the words of each term of a row. Whole rows are folded at once: one by one they take twice as long."""
    for term in _ELIDED.sub("", fold(listed)).translate(_MARKS).split(";"):
        words = term.split()
        yield tuple(word for word in words if word not in SILENT) or tuple(words)


_ELIDED = re.compile(r"\b[a-z]['’]")
_MARKS = str.maketrans(dict.fromkeys("'’-/.&+", " "))
