"""Where a job title says that somebody works: takes a title, gives a clue or nothing.

A language or a cuisine is no country ("German teacher"), and a place of the past is none
("ex-Sydney").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from netreport.facts.regions.atlas import EVERYWHERE, Own
from netreport.facts.regions.evidence import Clue, Source
from netreport.facts.regions.gazetteer import Hit, Kind
from netreport.facts.regions.reading import (
    Text,
    alternatives,
    is_silent,
    mention,
    read,
    together,
)
from netreport.facts.regions.tables import Role, plays, words
from netreport.facts.words import folded, written_words

CONFIDENCE = 0.9
CONFIDENCE_OF_REGIONS = 0.85
CONFIDENCE_OF_EMPLOYERS = 0.6

_LAST_MARK = re.compile(r".*[|•·;\n]", re.DOTALL)
_ADJECTIVES = (Kind.ADJECTIVE, Kind.OWN_ADJECTIVE)


def clue(title: str, own: Own) -> Clue | None:
    """Give the country, or the region, that a title names.

    The name of an employer in it counts like a company's name: it rules nothing out.
    """
    written = written_words(title)
    if is_silent(written, [folded(word) for word in written]):
        return None
    text = read(title)
    meant = [hit for hit in text.hits if _is_meant(text, hit)]
    if own_place := [hit for hit in meant if not _is_employer(text, hit)]:
        return _clue(text, own_place, own)
    if not meant:
        return None
    return replace(_clue(text, meant, own), area=EVERYWHERE, confidence=CONFIDENCE_OF_EMPLOYERS)


def _clue(text: Text, hits: Sequence[Hit], own: Own) -> Clue:
    found = alternatives(text.written, [mention(text, hit, own) for hit in hits])
    countries, named, evidence = together(text.written, found)
    confidence = CONFIDENCE if named else CONFIDENCE_OF_REGIONS
    return Clue(countries, countries, named, evidence, Source.TITLE, confidence)


def _is_meant(text: Text, hit: Hit) -> bool:
    """Say whether a hit is a place where somebody works today."""
    return not plays(_before(text, hit), Role.ELSEWHERE) and _is_a_place(text, hit)


def _is_employer(text: Text, hit: Hit) -> bool:
    """Say whether a place is inside an employer's name: "at Bank of Baroda", not "at Sydney"."""
    if not words(Role.EMPLOYED_AT).isdisjoint(_before(text, hit)[:-1]):
        return True
    start = text.words[hit.first].start
    return "@" in text.written and "@" in text.written[_part(text, hit) : start].rstrip("@ ")


def _before(text: Text, hit: Hit) -> list[str]:
    """Give the words before a hit in its part of the title."""
    part = _part(text, hit)
    return [word.folded for word in text.words[: hit.first] if word.start >= part]


def _part(text: Text, hit: Hit) -> int:
    """Say where the part of the title starts that a hit stands in."""
    start = text.words[hit.first].start
    last = _LAST_MARK.match(text.written, 0, start)
    return last.end() if last else 0


def _is_a_place(text: Text, hit: Hit) -> bool:
    """Say whether a name is meant: no language, no surname, no everyday word."""
    after = {word.folded for word in text.words[hit.last : hit.last + 1]}
    if hit.name.kind not in _ADJECTIVES:
        return _is_capital(text, hit) and not (hit.name.only_in_titles and _goes_on(text, hit))
    if hit.name.area:
        return words(Role.SUBJECT).isdisjoint(after)
    before = {word.folded for word in text.words[max(0, hit.first - 1) : hit.first]}
    return not words(Role.MARKET).isdisjoint(after | before)


def _is_capital(text: Text, hit: Hit) -> bool:
    """Take a small "china" for porcelain, unless the whole title is small."""
    start, end = text.words[hit.first].start, text.words[hit.last - 1].end
    return not text.written[start:end].islower() or text.written.islower()


def _goes_on(text: Text, hit: Hit) -> bool:
    """Say whether another word follows at once, as in "Florence Example"."""
    if hit.last == len(text.words):
        return False
    following = text.words[hit.last]
    gap = text.written[text.words[hit.last - 1].end : following.start]
    return gap.isspace() and following.folded not in words(Role.MARKET) | words(Role.JOINS)
