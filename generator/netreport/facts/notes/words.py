"""Text to words: takes what somebody wrote, gives its words with their places, and folded forms.

Folded: case, accents and ligatures undone, so that "Café", "CAFE" and "cafe" are one word.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

BREAK = "."
QUESTION = "?"
COMMA = ","
LINK = "@"
MARKS = frozenset({BREAK, QUESTION, COMMA, LINK})
LONGEST_WORD = 40

_LINK = r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+"
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_MONEY = r"[%€$£]"
_MARK = r"[?¿？]|[.!;:¡…]+(?=\s|$)|[\n\r]+|[,，]"
_PIECES = re.compile(f"({_WORD}|{_MONEY})|{_MARK}")
_PIECES_AND_LINKS = re.compile(f"(?!{_LINK})({_WORD}|{_MONEY})|{_MARK}|{_LINK}")
_LINK_SIGNS = ("://", "www.", "@")
LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"}
_LIGATURES = str.maketrans(LIGATURES)


class Word(NamedTuple):
    """A word or a mark: `text[start:end]` of what was written, and how it is compared."""

    folded: str
    start: int
    end: int
    capital: bool = False


def words_of(text: str) -> tuple[Word, ...]:
    """Give the words and marks of `text` in order; links and addresses are the mark `LINK`."""
    # Looking for links costs as much as all the rest, and few texts have one.
    pieces = _PIECES_AND_LINKS if any(sign in text for sign in _LINK_SIGNS) else _PIECES
    return tuple([_word(found) for found in pieces.finditer(text)])


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Give `word` without case and accents; "ß" is "ss" and "ö" is "o"."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def spoken(words: Iterable[Word]) -> tuple[Word, ...]:
    """Give the words alone, without marks."""
    return tuple(word for word in words if word.folded not in MARKS)


def without(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> tuple[Word, ...]:
    """Give the same words with those inside `spans` (first, past the last) made into breaks."""
    gone = {place for first, past in spans for place in range(first, past)}
    return tuple(
        word._replace(folded=BREAK) if place in gone else word for place, word in enumerate(words)
    )


def _word(found: re.Match[str]) -> Word:
    written = found[0]
    start, end = found.span()
    if found.lastindex:
        return Word(fold(written[:LONGEST_WORD]), start, end, written[0].isupper())
    return Word(_mark(written), start, end)


def _mark(written: str) -> str:
    if written in "?¿？":
        return QUESTION
    if written in ",，":
        return COMMA
    return LINK if written[0].isalnum() else BREAK
