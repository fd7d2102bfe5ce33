"""What a title is read as: takes a title, gives its function, seniority and deciding words."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from netreport.facts.titles.confidence import confidence
from netreport.facts.titles.functions import Opinion, deciding, opinion
from netreport.facts.titles.roles import roles
from netreport.facts.titles.seniorities import DEFAULT, Level, level
from netreport.facts.words import Word
from netreport.model.taxonomy import FUNCTIONS, Function, Seniority

LEAST = 0.5
"""The confidence below which a function stays unknown."""


class Reading(NamedTuple):
    """A title's function and seniority; `None` is unknown.

    `function2` is the second guess, and only there where a first one is. `confidence` is how often
    `function` is right among titles that read as clearly, from 0 to 1; 0 where it is unknown.
    `decided_by` are words as they stand in the title, the weightiest for the function first and
    those for the seniority last.
    """

    function: Function | None
    function2: Function | None
    seniority: Seniority | None
    confidence: float
    decided_by: tuple[str, ...]


UNREAD = Reading(None, None, None, 0.0, ())
"""What a title that says nothing is read as."""


@lru_cache(maxsize=2**16)
def read(title: str) -> Reading:
    """Give what `title` says of its holder; never fails, whatever the text."""
    found = roles(title)
    heard, named = opinion(found), level(found)
    sure = confidence(heard.share) if heard else 0.0
    if heard and sure >= LEAST:
        return _known(title, heard, sure, named)
    if named:
        return Reading(None, None, named.seniority, 0.0, _written(title, named.words))
    if heard and heard.is_job:
        return Reading(None, None, DEFAULT, 0.0, _written(title, deciding(heard)))
    return UNREAD


def read_all(titles: Iterable[str]) -> list[Reading]:
    """Give a reading for each title, in order; 30,000 take about two seconds."""
    return [read(title) for title in titles]


def _known(title: str, heard: Opinion, sure: float, named: Level | None) -> Reading:
    words = (*deciding(heard), *(named.words if named else ()))
    return Reading(
        FUNCTIONS[heard.best],
        FUNCTIONS[heard.second],
        named.seniority if named else DEFAULT,
        sure,
        _written(title, words),
    )


def _written(title: str, words: Iterable[Word]) -> tuple[str, ...]:
    """Give words as they stand in the title, each once."""
    return tuple(dict.fromkeys([title[word.start : word.end] for word in words]))
