"""A title's roles to its functions: what the lists and the model say, added up and held to account.

Both speak in logarithms of odds, so their words can be added. The first role that the lists know
leads; later ones, past ones and other people's count less. The answer is the function with the most
behind it, unless titles that read as unclearly are wrong too often.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, inf
from typing import NamedTuple

from netreport.facts.titles import model
from netreport.facts.titles.lexicon import Match, matches
from netreport.facts.titles.roles import ANOTHERS, NOW, PAST, Role
from netreport.facts.words import Word
from netreport.model.taxonomy import FUNCTIONS

_DOUBT = 5.5
"""What speaks against a job before a word is heard, in logarithms of odds: more than a term."""
_PLAIN = 2.0
"""How much likelier some function must be than no job, for a title to be plainly one."""
_FOLLOWING = 0.3
"""How much a role counts that does not lead."""
_PHRASE = 1.5
"""How much surer a phrase is than a word of the same weight."""
_CLEAR = 1.5
"""The weight of a term with which a role may lead; "director" alone leaves it to a later one."""
_FURTHER = 0.3
"""How much a term counts that says again what a weightier one says."""
_GENERAL = FUNCTIONS.index("General Management")
_BESIDE_WORK = 0.5
"""How much "general manager" counts beside the work that is managed: "general manager sales"."""
_WORK = 3.0
"""The weight of a term that names work: "sales" does, "hotel" is a place."""
_ANOTHERS_ALONE = 0.5
_PLACES = range(len(FUNCTIONS))
_WEIGHTS = {NOW: 1.0, PAST: 0.3, ANOTHERS: 0.15}


class Said(NamedTuple):
    """What a role's words say: the terms found, and what lists and model make of each function.

    `listed` is whether a term clearly speaks for one.
    """

    terms: tuple[Match, ...]
    scores: tuple[float, ...]
    listed: bool


class Heard(NamedTuple):
    """A role and what its words say."""

    role: Role
    said: Said


class Opinion(NamedTuple):
    """The two likeliest functions and the share of the first, from 0 to 1.

    `is_job` says whether a function is much likelier than no job at all; that can be while other
    functions are as likely as it. `leading` is the role that speaks for the title.
    """

    best: int
    second: int
    share: float
    is_job: bool
    leading: Heard


def opinion(roles: Sequence[Role]) -> Opinion | None:
    """Give what a title's roles say together; None where no word of them is known."""
    heard = [Heard(role, said) for role in roles if (said := _said(role.plain))]
    if not heard:
        return None
    leading = min(heard, key=_rank)
    totals: Sequence[float] = leading.said.scores
    if leading.role.time is ANOTHERS:
        totals = [_ANOTHERS_ALONE * score for score in totals]
    for one in heard:
        if one is not leading:
            weight = _FOLLOWING * _WEIGHTS[one.role.time]
            scores = one.said.scores
            totals = [total + weight * said for total, said in zip(totals, scores, strict=True)]
    return _likeliest(totals, leading)


@lru_cache(maxsize=2**13)
def _said(spoken: tuple[str, ...]) -> Said | None:
    """Give what words say; a network's titles have the same few thousand roles again and again."""
    terms = tuple(matches("functions", spoken))
    words = _telling(spoken, terms)
    learned = model.scores(words)
    if not words or (learned is None and not terms):
        return None
    totals = learned or [0.0] * (len(FUNCTIONS) + 1)
    totals[model.OUTSIDE] += _DOUBT
    for function, weights in _weights(terms).items():
        totals[function] += max(weights) + _FURTHER * (sum(weights) - max(weights))
    listed = any(weight >= _CLEAR for term in terms for _, weight in term.scores)
    return Said(terms, tuple(totals), listed)


def _telling(words: Sequence[str], terms: Sequence[Match]) -> Sequence[str]:
    """Give the words without phrases that mean nothing; none if nothing else is left.

    A single word that means nothing, such as "manager", still colours those around it.
    """
    empty = [term for term in terms if not term.scores]
    if not empty:
        return words
    if sum(term.last - term.first for term in empty) == len(words):
        return []
    gone = {place for term in empty if term.last - term.first > 1 for place in range(*term[:2])}
    return [word for place, word in enumerate(words) if place not in gone]


def _weights(terms: Sequence[Match]) -> dict[int, list[float]]:
    weights = dict[int, list[float]]()
    for term in terms:
        surer = _PHRASE if term.last - term.first > 1 else 1.0
        for function, weight in term.scores:
            weights.setdefault(function, []).append(surer * weight)
    named = any(max(said) >= _WORK for function, said in weights.items() if function != _GENERAL)
    if named and _GENERAL in weights:
        weights[_GENERAL] = [_BESIDE_WORK * weight for weight in weights[_GENERAL]]
    return weights


def _rank(heard: Heard) -> tuple[bool, bool]:
    """Give the order in which roles lead: known and present, then present, then the first."""
    now = heard.role.time is NOW
    return not (now and heard.said.listed), not now


def _likeliest(totals: Sequence[float], leading: Heard) -> Opinion:
    best, second = sorted(_PLACES, key=totals.__getitem__, reverse=True)[:2]
    highest = max(totals)
    odds = sum(map(exp, [total - highest for total in totals]))
    is_job = totals[best] > totals[model.OUTSIDE] + _PLAIN
    return Opinion(best, second, exp(totals[best] - highest) / odds, is_job, leading)


def deciding(opinion: Opinion) -> list[Word]:
    """Give the words of the leading role that speak for the likeliest function, listed ones first.

    At least one: where no list knows any, those that the model counts most.
    """
    words, best = opinion.leading.role.words, opinion.best
    terms = sorted(opinion.leading.said.terms, key=lambda term: -dict(term.scores).get(best, 0.0))
    listed = [term for term in terms if dict(term.scores).get(best)]
    if listed:
        return [word for term in listed for word in words[term.first : term.last]]
    return [max(words, key=lambda word: _learned(word.folded, best))]


@lru_cache(maxsize=2**16)
def _learned(word: str, function: int) -> float:
    """Give how much further the word moves `function` than it moves being no job."""
    scores = model.scores([word])
    return scores[function] - scores[model.OUTSIDE] if scores else -inf
