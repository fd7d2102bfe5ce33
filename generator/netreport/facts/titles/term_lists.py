"""The term lists as tables: takes the CSV files of `lexicon/`, gives what can be looked up fast.

`lexicon/functions/` and `lexicon/seniorities/` hold a list a language: what is meant, a weight, and
terms. A term is a word, a phrase, or the stem of a compound: `verkauf*` begins a word, `*leiter`
ends it, `*einkauf*` stands anywhere in it. A phrase takes its words with it, so that "account
manager" is not Accounting; a term that means nothing only takes its words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Literal

from netreport.facts.titles.inflections import masculine
from netreport.facts.titles.roles import SILENT
from netreport.facts.titles.tables import LANGUAGES, rows
from netreport.facts.words import fold
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES

Kind = Literal["functions", "seniorities"]
Term = tuple[str, ...]
Scores = tuple[tuple[int, float], ...]
"""Places in FUNCTIONS or SENIORITIES, each with the weight that speaks for it."""

SHORTEST_STEM = 3
"""Letters of a stem by which it is found."""
_MEANINGS: dict[Kind, Sequence[str]] = {"functions": FUNCTIONS, "seniorities": SENIORITIES}


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


@cache
def lexicon(kind: Kind) -> Lexicon:
    """Give the lists of a kind, read once."""
    listed = tuple(_rows(kind))
    forms = _forms({word for term, _ in listed for word in term})
    terms = _merged((tuple([forms[word] for word in term]), scores) for term, scores in listed)
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
        table[stem.letters[:SHORTEST_STEM]].append(stem)
    return dict(table)


def _rows(kind: Kind) -> Iterator[tuple[Term, Scores]]:
    """Give each term as it is listed, with what it speaks for."""
    meanings = _MEANINGS[kind]
    for language in LANGUAGES:
        for meaning, weight, listed in rows(f"lexicon/{kind}/{language}"):
            scores = ((meanings.index(meaning), float(weight)),) if meaning else ()
            for term in _listed(listed):
                yield term, scores


def _forms(words: AbstractSet[str]) -> dict[str, str]:
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
    """Give the words of each term of a row. Folding whole rows saves half the time of loading."""
    for term in _ELIDED.sub("", fold(listed)).translate(_MARKS).split(";"):
        words = term.split()
        yield tuple([word for word in words if word not in SILENT]) or tuple(words)


_ELIDED = re.compile(r"\b[a-z]['’]")
_MARKS = str.maketrans(dict.fromkeys("'’-/.&+", " "))
