"""A word to the form that a list knows: "Beraterinnen" to "berater", "ingeniera" to "ingeniero"."""

from collections.abc import Collection, Iterator, Sequence

Endings = Sequence[tuple[str, str]]

_SHORTEST = 4
"""Letters that stay of a word."""
_WOMEN = (
    ("innen", ""),
    ("in", ""),
    ("a", "o"),
    ("ora", "or"),
    ("oras", "or"),
    ("ana", "ao"),
    ("trice", "tore"),
    ("trice", "teur"),
    ("rice", "eur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("ere", "er"),
    ("ienne", "ien"),
    ("ive", "if"),
    ("nte", "nt"),
    ("gee", "ge"),
    ("yee", "ye"),
    ("iee", "ie"),
    ("hee", "he"),
    ("uee", "ue"),
    ("mee", "me"),
    ("essa", "e"),
)
_OF_WOMEN = tuple(ending for ending, _ in _WOMEN)
_MANY = (
    ("s", ""),
    ("es", ""),
    ("en", ""),
    ("n", ""),
    ("e", ""),
    ("a", ""),
    ("as", "o"),
    ("os", "o"),
    ("aux", "al"),
    ("i", "o"),
    ("i", "e"),
    ("e", "a"),
    ("a", "e"),
    ("ies", "y"),
    ("oes", "ao"),
    ("ster", "r"),
)
_ENDINGS = {
    last: tuple(pair for pair in (*_WOMEN, *_MANY) if pair[0][-1] == last)
    for last in sorted({ending[-1] for ending, _ in (*_WOMEN, *_MANY)})
}


def uninflected(word: str, known: Collection[str]) -> str:
    """Give the likeliest form of `word` that is `known`, or the word as it is."""
    if word in known:
        return word
    return next((form for form in _forms(word) if form in known), word)


def masculine(word: str, known: Collection[str]) -> str:
    """Give the form that lists mostly use, if it is `known`; else the word as it is."""
    if not word.endswith(_OF_WOMEN):
        return word
    return next((form for form in _without(word, _WOMEN) if form in known), word)


def _forms(word: str) -> Iterator[str]:
    """Give likely forms, the likeliest first. "ae" may be how somebody spells "ä"."""
    plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    for spelling in {word: None, plain: None}:
        yield spelling
        yield from _without(spelling, _ENDINGS.get(spelling[-1:], ()))


def _without(word: str, endings: Endings) -> Iterator[str]:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: len(word) - len(ending)] + instead
