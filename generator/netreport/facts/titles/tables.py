"""The tables that ship with the package: takes a name, gives rows, words or bytes."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")


def rows(name: str) -> Iterator[list[str]]:
    """Give the rows of a table after its heading."""
    lines = csv.reader(text(f"{name}.csv").splitlines())
    next(lines)
    yield from lines


@cache
def word_list(name: str) -> frozenset[str]:
    """Give the words of `words.csv` that are listed as `name`, folded."""
    return frozenset(
        word for kind, _, words in rows("words") if kind == name for word in words.split()
    )


def binary(name: str) -> bytes:
    """Give a file as it is."""
    return files(__package__).joinpath(name).read_bytes()


def text(name: str) -> str:
    """Give a file's text."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
