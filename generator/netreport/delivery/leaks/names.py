"""The ways to write a person's name: takes first and last name as typed, gives phrases.

Case, accents and punctuation need no ways of their own: `words` sees through them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

NOBODY = frozenset({"linkedin member", "linkedin user"})
"""What LinkedIn writes where an account is closed."""

_TAGLINE = re.compile(r"[,;(|/•·–—™®]| - ")
_LETTER = re.compile(r"[^\W\d_]")
_CREDENTIALS = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "miss", "sir", "phd", "dphil", "mba", "emba", "msc", "bsc"}
    | {"ma", "ba", "bs", "meng", "beng", "llm", "llb", "md", "jd", "esq", "cpa", "cfa", "cma"}
    | {"pmp", "cissp", "acca", "fcca", "phr", "sphr", "shrm", "rn", "dipl", "ing", "mag", "mmag"}
    | {"dkfm", "jr", "sr", "ii", "iii", "iv", "he", "him", "his", "she", "her", "hers", "they"}
    | {"them"}
)


def spellings(first: str, last: str) -> Iterator[str]:
    """Give the ways to write a name: in both orders, whole, and without what is not the name.

    Nothing for somebody with one word to the name: single names are looked for by `singles`.
    """
    yield f"{first} {last}"
    yield f"{last} {first}"
    given, family = _core(first), _core(last)
    if given and family:
        yield from _both_ways(given, family)
        yield from _both_ways(given[:1], family)
        yield from _both_ways(given[:1], family[-1:])


def squeezed(first: str, last: str) -> Iterator[str]:
    """Give the name as one word, as in an address or where letters stand apart."""
    given, family = _core(first), _core(last)
    if given and family:
        for one in (given, given[:1]):
            yield "".join(re.findall(r"\w+", "".join([*one, *family])))
            yield "".join(re.findall(r"\w+", "".join([*family, *one])))


def singles(first: str, last: str) -> Sequence[str]:
    """Give the words of a name one by one."""
    return [*_core(first), *_core(last)]


def parted(name: str) -> tuple[str, str]:
    """Part a name that is written as one: the first word, and the rest of it."""
    core = _core(name)
    return (core[0], " ".join(core[1:])) if core else ("", "")


def _both_ways(given: Iterable[str], family: Iterable[str]) -> Iterator[str]:
    yield " ".join([*given, *family])
    yield " ".join([*family, *given])


def _core(text: str) -> Sequence[str]:
    """Give the words of a name without taglines, credentials and pictures."""
    head = _TAGLINE.split(text.strip())[0] or text
    found = [word for word in head.split() if _LETTER.search(word)]
    bare = [word for word in found if re.sub(r"\W", "", word).casefold() not in _CREDENTIALS]
    return bare or found
