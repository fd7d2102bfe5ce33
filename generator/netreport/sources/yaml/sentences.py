"""What PyYAML says about a file that it cannot read, in words of somebody who never programmed."""

from typing import Protocol

import yaml

from netreport.errors import Mistake


class Mark(Protocol):
    """A place in a file, counted from 0."""

    line: int
    column: int


_SENTENCES = {
    r"character '\t' that cannot": "a tab stands here; use spaces to indent",
    "mapping values are not allowed": "there is one colon too many, or the line does not line up "
    'with those above; text with a colon in it needs quotes: "like: this"',
    "sequence entries are not allowed": "a list item starts here; put it on a line of its own",
    "could not find expected ':'": "a key without its colon and space (key: value)",
    "character '@' that cannot": 'text that starts with @ needs quotes: "@name"',
    "character '`' that cannot": "text that starts with ` needs quotes",
    "character '%' that cannot": "text that starts with % needs quotes",
    "unknown escape character": "a backslash in \"double quotes\"; use 'single quotes' instead",
    "special characters are not allowed": "an invisible control character stands here",
    "found unexpected end of stream": "a quote opens here and is never closed",
    "expected ',' or ']'": "a bracket [ opens here and is never closed, or a comma is missing",
    "expected ',' or '}'": "a bracket { opens here and is never closed, or a comma is missing",
    "but found '<scalar>'": "text goes on behind its closing quote; a quote inside 'single quotes' "
    "is written twice: 'it''s'",
    "expected <block end>": "this line does not line up with those above; check the spaces "
    "at its start",
    "expected the node content": "a value is missing here, or a bracket is never closed",
    "expected '<document start>'": "this does not go on from the lines above; check their brackets "
    "and quotes",
    "expected chomping": "text that starts with > or | needs quotes",
}
NO_LETTER = "a \\ in \"double quotes\" means no letter here; use 'single quotes' instead"
_OPENED = ("found unexpected end of stream", "expected ',' or")


def explained(error: Exception, text: str, last: Mark | None) -> Mistake:
    """Give one mistake for whatever stopped PyYAML; `last` is how far it came."""
    match error:
        case yaml.reader.ReaderError():
            return _mistake(_place(text, int(error.position)), error.reason)
        case yaml.MarkedYAMLError():
            problem = error.problem or error.context or ""
            opened = error.context_mark if problem.startswith(_OPENED) else None
            return _mistake(_spot(opened or error.problem_mark or last), problem)
        case _:
            return Mistake(*_spot(last), "", NO_LETTER)


def _mistake(spot: tuple[int, int], problem: str) -> Mistake:
    for part, sentence in _SENTENCES.items():
        if part in problem:
            return Mistake(*spot, "", sentence)
    return Mistake(*spot, "", f"this is not YAML that can be read ({problem})")


def _spot(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
