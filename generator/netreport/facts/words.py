"""Text to words that can be compared: takes a name or a title, gives its words and their places.

Case, accents and the dots of abbreviations make no difference: "S.p.A." is `spa`, "Zürich" is
`zurich`, and "and" is the same word as "&".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_SIGN = r"[^\W_]"
_ABBREVIATION = rf"{_LETTER}(?:[./]\ ?{_LETTER}(?!{_SIGN}))+"
_WORD = re.compile(rf"{_ABBREVIATION}|{_SIGN}+(?:[\u0300-\u036f]+{_SIGN}*)*|[&+]")
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"}
_MARKED = re.compile(f"[{''.join(_PLAIN)}]")  # far quicker than str.translate where there are few
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_AND = frozenset({"and", "und"})


class Word(NamedTuple):  # made by the hundred thousand, and faster than a dataclass
    """A folded word and where it stands: `text[start:end]` is how it was written."""

    folded: str
    start: int
    end: int


def split(text: str) -> tuple[Word, ...]:
    """Give the words of a text in order; "A/S" and "S. A." are one word each."""
    return tuple(
        [
            Word(plain, match.start(), match.end())
            for match in _WORD.finditer(text)
            if (plain := folded(match[0]))
        ]
    )


def written_words(text: str) -> list[str]:
    """Give the words alone as they are written, which is quicker."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """Give the folded words alone, which is quicker."""
    return list(filter(None, map(folded, _WORD.findall(text))))


@lru_cache(maxsize=2**16)
def folded(word: str) -> str:
    """Give a word in small letters, without accents, dots and slashes; "and" becomes "&"."""
    plain = fold(word)
    if plain in _AND:
        return "&"
    return plain if plain.isalnum() else "".join(filter(_is_kept, plain))


def _is_kept(letter: str) -> bool:
    return letter.isalnum() or letter in "&+"


def fold(text: str) -> str:
    """Give `text` in small letters without the accents of Latin, Greek and Cyrillic."""
    if text.isascii():
        return text.lower()
    small = unicodedata.normalize("NFKD", text).casefold()
    plain = _MARKED.sub(lambda letter: _PLAIN[letter[0]], small)
    apart = unicodedata.normalize("NFKD", plain)
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))


def mentioned(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Give the phrases that stand in `text` as whole words, whatever their case and accents."""
    said = fold(text)
    sought = ((phrase, fold(phrase)) for phrase in phrases)
    return tuple(phrase for phrase, plain in sought if plain in said and _stands(plain, said))


def _stands(plain: str, said: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", said))
