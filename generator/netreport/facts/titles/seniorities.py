"""A title's roles to a seniority, by rules alone.

Lists say what a word means and how much it weighs; the heaviest word of a role wins, so that a
"Senior Director" is a Director and a "Marketing Intern" in Training. The first present role that
says something speaks for the title, and a past one only where no present one does.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from netreport.facts.titles.lexicon import Match, matches
from netreport.facts.titles.roles import NOW, PAST, Role
from netreport.facts.words import Word
from netreport.model.taxonomy import SENIORITIES, Seniority

DEFAULT: Seniority = "Entry"
"""The seniority of a title whose function is known and that names no level, as LinkedIn has it."""
_WEAK = 1.0
"""A word of this weight, such as "specialist", leaves it to a later role to name a level."""


class Level(NamedTuple):
    """A seniority and the words that say so."""

    seniority: Seniority
    weight: float
    words: tuple[Word, ...]


def level(roles: Sequence[Role]) -> Level | None:
    """Give the seniority that a title names, or None."""
    present = [found for role in roles if role.time is NOW and (found := _heaviest(role))]
    strong = next((found for found in present if found.weight > _WEAK), None)
    if strong or present:
        return strong or present[0]
    past = (_heaviest(role) for role in roles if role.time is PAST)
    return next((found for found in past if found), None)


def _heaviest(role: Role) -> Level | None:
    term = _heaviest_term(role.plain)
    if term is None:
        return None
    place, weight = term.scores[0]
    return Level(SENIORITIES[place], weight, role.words[term.first : term.last])


@lru_cache(maxsize=2**13)
def _heaviest_term(words: tuple[str, ...]) -> Match | None:
    terms = [term for term in matches("seniorities", words) if term.scores]
    return max(terms, key=_weight, default=None)


def _weight(term: Match) -> float:
    return term.scores[0][1]
