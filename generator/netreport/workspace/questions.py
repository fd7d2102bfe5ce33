"""The six questions from which a first strategy is made, and their answers.

Takes what somebody typed, gives `Answers`, or says which word is not known.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from netreport.errors import UsageError
from netreport.model.places import COUNTRIES, MACRO_REGIONS
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.model.text import clean
from netreport.sources.strategy.meaning import closest, same

LONGEST_WORD = 100
MOST_CHOICES = 27  # all functions, or the regions and a few countries
HOURS_IN_A_WEEK = 168
REGIONS = (*MACRO_REGIONS, *(code for code in COUNTRIES if code not in MACRO_REGIONS))
_COMMAS = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask. `key` is the field of `Answers`; `number` counts the questions from 1.

    `choices` are the only words allowed, if there are any. Every question may stay unanswered.
    """

    number: int
    key: str
    text: str
    example: str
    choices: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        1,
        "objective",
        "What do you want from LinkedIn? One sentence.",
        "Win training work from companies in Asia",
    ),
    Question(2, "functions", "Whom do you want to meet: what do they work in?", "Sales", FUNCTIONS),
    Question(2, "seniorities", "And how senior are they?", "Director, VP, CXO", SENIORITIES),
    Question(2, "companies", "Which companies do you want to know people in?", "Example Bank"),
    Question(
        3,
        "regions",
        "Where are they? Countries (AU, DE) or regions (APAC, DACH).",
        "APAC, NZ",
        REGIONS,
    ),
    Question(4, "hours_per_week", "How many hours a week do you have for LinkedIn?", "5"),
    Question(5, "gives", "What do people get from you?", "introductions, advice"),
    Question(6, "topics", "What do you write about?", "sales growth, coaching"),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to the six questions; whatever is empty was not answered.

    Raises ValueError for functions, seniorities and regions that do not exist, and for hours that
    a week does not have. All other text may be anything.
    """

    objective: str = ""
    functions: tuple[str, ...] = ()
    seniorities: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    hours_per_week: float | None = None
    gives: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what would make a strategy that cannot be read."""
        _refuse_unknown(self.functions, FUNCTIONS)
        _refuse_unknown(self.seniorities, SENIORITIES)
        _refuse_unknown(self.regions, REGIONS)
        if self.hours_per_week is not None and not _is_time(self.hours_per_week):
            raise ValueError(f"not hours of a week: {self.hours_per_week}")


def answers_from(replies: Mapping[str, str]) -> Answers:
    """Give the answers in what was typed for each question's key, several words with commas.

    Raises UsageError for a word that is none of a question's choices, and for odd hours.
    """
    listed = {
        question.key: _words(replies.get(question.key, ""), question)
        for question in QUESTIONS
        if question.key not in {"objective", "hours_per_week"}
    }
    return Answers(
        objective=clean(replies.get("objective", "")),
        hours_per_week=_hours(replies.get("hours_per_week", "")),
        **listed,
    )


def _refuse_unknown(words: tuple[str, ...], known: tuple[str, ...]) -> None:
    for word in words:
        if word not in known:
            raise ValueError(f"not known: {word!r}")


def _words(reply: str, question: Question) -> tuple[str, ...]:
    words = (clean(word, LONGEST_WORD) for word in _COMMAS.split(reply))
    return tuple(_chosen(word, question) for word in words if word)


def _chosen(word: str, question: Question) -> str:
    if not question.choices:
        return word
    if chosen := same(word, question.choices):
        return chosen
    close = closest(word, question.choices)
    hint = f"did you mean {close}? " if close else ""
    known = ", ".join(question.choices[:MOST_CHOICES])
    raise UsageError(f'"{word}" is not known here', remedy=f"{hint}use words such as: {known}")


def _hours(reply: str) -> float | None:
    if not reply.strip():
        return None
    try:
        hours = float(reply.strip().replace(",", "."))
    except ValueError:
        hours = 0.0
    if not _is_time(hours):
        raise UsageError(
            f'"{clean(reply, LONGEST_WORD)}" is no number of hours', remedy="write a number, like 5"
        )
    return hours


def _is_time(hours: float) -> bool:
    return isfinite(hours) and 0 < hours <= HOURS_IN_A_WEEK
