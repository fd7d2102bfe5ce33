"""How LinkedIn writes the rows of its files: one way of quoting for each kind of file, LF only."""

import re
from collections.abc import Iterable, Iterator, Sequence

Row = Sequence[str]
_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_BETWEEN = "\x00"


def minimal(rows: Iterable[Row]) -> Iterator[str]:
    """Give lines in which only cells with a comma, a quote or a break are quoted."""
    for row in rows:
        yield ",".join(map(_cell, row)) + "\n"


def unfinished(lines: Iterable[str]) -> Iterator[str]:
    """Give the lines without the newline after the last one, as Connections ends."""
    waiting = ""
    for line in lines:
        yield waiting
        waiting = line
    yield waiting.removesuffix("\n")


def all_quoted(rows: Iterable[Row]) -> Iterator[str]:
    """Give lines in which every cell is quoted, as in messages since March 2026."""
    for row in rows:
        cells = _BETWEEN.join(row).replace('"', '""')
        yield '"' + cells.replace(_BETWEEN, '","') + '"\n'


def backslashed(rows: Iterable[Row]) -> Iterator[str]:
    """Give lines in which a quote is written with a backslash before it, as in Comments."""
    for row in rows:
        yield ",".join(map(_backslashed, row)) + "\n"


def unquoted(rows: Iterable[Row]) -> Iterator[str]:
    """Give lines in which nothing is quoted, commas neither, as in SearchQueries."""
    for row in rows:
        yield ",".join(row) + "\n"


def with_artefact(text: str) -> str:
    """Give a post as Shares writes it: each line break stands between two stray quotes."""
    return text.replace("\n", '"\n"')


def _cell(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _backslashed(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
