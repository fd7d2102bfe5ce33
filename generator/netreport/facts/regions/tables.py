"""This package's tables of the world: takes a file's name, gives its rows, lines or words."""

import csv
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files

from netreport.facts.words import folded_words


def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of a CSV file."""
    return tuple(csv.DictReader(_text(name).splitlines()))


def lines(name: str) -> tuple[str, ...]:
    """Give the lines of a list, without comments."""
    return tuple(line for line in _text(name).splitlines() if line and not line.startswith("#"))


class Role(StrEnum):
    """What a word beside the name of a place says about it."""

    LOCAL = "local"  # a public body, which is where its place is
    BODY = "body"  # a firm or body that an adjective places: "Danish Bank"
    TASTE = "taste"  # a cuisine or a fashion, not a place: "Roma Pizza"
    ELSEWHERE = "elsewhere"  # what follows is not where somebody works today
    EMPLOYED_AT = "employed at"  # what follows is an employer's name
    MARKET = "market"  # makes an adjective a country and not a language
    JOINS = "joins a name"  # may follow a place that is a surname too: "Austin area"
    SUBJECT = "subject"  # makes an adjective a subject: "African studies"
    PART_OF_NAME = "part of a name"  # makes the place after it a part of a company's name
    ADDRESSES_US = "addresses us"  # makes "US" a loud "us"
    SELLS = "sells"  # beside "NA" or "SEA", says that it is a region
    ADVERTISES = "advertises"  # makes "SEA" search engine advertising


@cache
def words(role: Role) -> frozenset[str]:
    """Give the folded words and phrases that play a role."""
    return frozenset(
        " ".join(folded_words(phrase))
        for row in table("vocabulary.csv")
        if row["role"] == role
        for phrase in row["words"].split("|")
    )


def plays(text: Sequence[str], role: Role) -> bool:
    """Say whether a word or a phrase among folded words plays a role."""
    if not words(role).isdisjoint(text):
        return True
    spaced = f" {' '.join(text)} "
    return any(phrase in spaced for phrase in _phrases(role))


@cache
def _phrases(role: Role) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in words(role) if " " in phrase)


@cache
def state_codes() -> Mapping[str, frozenset[str]]:
    """Give the countries of "TX" and "NSW"; "WA" and "NT" have two."""
    return {row["code"]: frozenset(row["countries"].split()) for row in table("state_codes.csv")}


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
