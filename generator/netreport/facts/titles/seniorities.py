"""A title's roles to a seniority, by rules alone.

Lists say what a word means and how much it weighs; the heaviest word of a role wins, so that a
"Senior Director" is a Director and a "Marketing Intern" in Training. The first present role that
says something speaks for the title, and a past one only where no present one does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netreport.facts.titles.lexicon import Kind, matches
from netreport.facts.titles.roles import Role, Time
from netreport.facts.words import Word
from netreport.model.taxonomy import SENIORITIES, Seniority

DEFAULT: Seniority = "Entry"
"""The seniority of a title whose function is known and that names no level, as LinkedIn has it."""
_WEAK = 1.0
"""A word of this weight, such as "specialist", leaves it to a later role to name a level."""


@dataclass(frozen=True, slots=True)
class Level:
    """A seniority and the words that say so."""

    seniority: Seniority
    weight: float
    words: tuple[Word, ...]


def level(roles: Sequence[Role]) -> Level | None:
    """Give the seniority that a title names, or None."""
    named = [found for time in (Time.NOW, Time.PAST) for found in _highest(roles, time)]
    return next((found for found in named if found.weight > _WEAK), named[0] if named else None)


def _highest(roles: Sequence[Role], time: Time) -> Iterator[Level]:
    """Give the heaviest level of each role of a time that names one."""
    for role in roles:
        if role.time is time and (found := max(_levels(role), key=_weight, default=None)):
            yield found


def _levels(role: Role) -> Iterator[Level]:
    for term in matches(Kind.SENIORITIES, role.words):
        for place, weight in term.scores:
            yield Level(SENIORITIES[place], weight, role.words[term.first : term.last])


def _weight(level: Level) -> float:
    return level.weight
