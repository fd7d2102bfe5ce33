"""The legal form in a company's name: takes a name, gives its legal forms and what is left.

The table stands in `legal_forms.csv`: the form, the countries that it means, the countries where
it also occurs, where in a name it stands, and whether it counts only as it is spelled there.
Forms that are used all over the world ("Ltd", "Inc.") mean no country.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from netreport.facts.words import Word, folded_words

LONGEST = 6
"""Words in the longest form."""


class Stands(StrEnum):
    """Where in a name a form may stand."""

    START = "start"
    END = "end"
    ANYWHERE = "anywhere"  # said of forms that are nothing else: "GmbH"
    ATTACHED = "attached"  # at either end, without a space: "株式会社"


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form. `countries`: where it is used; `also`: where it is seen besides.

    Both are empty for a form of many countries. `exact`: case and dots matter.
    """

    written: str
    countries: frozenset[str]
    also: frozenset[str]
    stands: Stands
    exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A form that the words `first` to `last` (excluded) of a name make up."""

    form: Form
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Forms by their words, and the words that any of them starts and ends with."""

    forms: Mapping[tuple[str, ...], Sequence[Form]]
    first: frozenset[str]
    last: frozenset[str]


@cache
def forms() -> tuple[Form, ...]:
    """Give the table, in the order of the file."""
    text = files(__package__).joinpath("legal_forms.csv").read_text(encoding="utf-8")
    return tuple(
        Form(
            row["form"],
            frozenset(row["countries"].split()),
            frozenset(row["also"].split()),
            Stands(row["stands"]),
            row["spelling"] == "exact",
        )
        for row in csv.DictReader(text.splitlines())
    )


def is_silent(name: str, words: Sequence[str]) -> bool:
    """Say quickly that no form of a country can be in a name with these folded words."""
    return name.isascii() and _telling().isdisjoint(words)


def core(name: str, words: Sequence[Word]) -> tuple[int, int, list[Found]]:
    """Give the first and the last (excluded) word without legal forms, and the forms taken off.

    At least one word is left.
    """
    first, last, taken = 0, len(words), []
    while last - first > 1 and (found := _at_end(name, words[:last], first)):
        last = found.first
        taken.append(found)
    while last - first > 1 and (found := _at_start(name, words[:last], first)):
        first = found.last
        taken.append(found)
    return first, last, taken


def within(name: str, words: Sequence[Word]) -> Iterator[Found]:
    """Give the unmistakable forms that stand anywhere in a name but at its start."""
    for first in range(1, len(words)):
        if words[first].folded in _anywhere().first:
            for last in range(min(len(words), first + LONGEST), first, -1):
                if found := _form(name, words, (first, last), _anywhere()):
                    yield found
                    break


def attached(name: str) -> tuple[str, list[Form]]:
    """Take off forms that are written without a space; the name is never left empty."""
    taken: list[Form] = []
    for form in () if name.isascii() else _attached():
        shorter = name.removeprefix(form.written).removesuffix(form.written).strip()
        if shorter and shorter != name:
            name = shorter
            taken.append(form)
    return name, taken


def _at_end(name: str, words: Sequence[Word], first: int) -> Found | None:
    if words[-1].folded in _ending().last:
        for start in range(max(first + 1, len(words) - LONGEST), len(words)):
            if found := _form(name, words, (start, len(words)), _ending()):
                return found
    return None


def _at_start(name: str, words: Sequence[Word], first: int) -> Found | None:
    if words[first].folded in _starting().first:
        for last in range(min(len(words) - 1, first + LONGEST), first, -1):
            if found := _form(name, words, (first, last), _starting()):
                return found
    return None


def _form(name: str, words: Sequence[Word], span: tuple[int, int], table: _Table) -> Found | None:
    """Give the form that exactly these words are, spelled as the table asks."""
    first, last = span
    for form in table.forms.get(tuple([word.folded for word in words[first:last]]), ()):
        start = words[first].start - form.written.startswith("(")
        if not form.exact or name.startswith(form.written, start):
            return Found(form, first, last)
    return None


@cache
def _starting() -> _Table:
    return _table(Stands.START)


@cache
def _ending() -> _Table:
    return _table(Stands.END, Stands.ANYWHERE)


@cache
def _anywhere() -> _Table:
    return _table(Stands.ANYWHERE)


def _table(*stands: Stands) -> _Table:
    """Make a table; forms with an exact spelling come first, the longest of them first."""
    table: dict[tuple[str, ...], list[Form]] = {}
    for form in forms():
        if form.stands in stands:
            table.setdefault(tuple(folded_words(form.written)), []).append(form)
    ordered = {
        key: tuple(sorted(same, key=lambda form: (not form.exact, -len(form.written))))
        for key, same in table.items()
    }
    return _Table(ordered, frozenset(key[0] for key in table), frozenset(key[-1] for key in table))


@cache
def _telling() -> frozenset[str]:
    """Give a word of each form that means a country; one of no form of many, if any."""
    apart = {
        form: folded_words(form.written) for form in forms() if form.stands is not Stands.ATTACHED
    }
    common = {word for form, words in apart.items() if not form.countries for word in words}
    return frozenset(
        min(words, key=lambda word: (word in common, word == "&", words.index(word)))
        for form, words in apart.items()
        if form.countries
    )


@cache
def _attached() -> tuple[Form, ...]:
    attached = [form for form in forms() if form.stands is Stands.ATTACHED]
    return tuple(sorted(attached, key=lambda form: -len(form.written)))
