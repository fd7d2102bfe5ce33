"""A word to the form that a list knows: "Beraterinnen" to "berater", "ingeniera" to "ingeniero"."""

from collections.abc import Collection, Iterator

_SHORTEST = 4
_ENDINGS = (
    ("innen", ""),
    ("in", ""),
    ("s", ""),
    ("es", ""),
    ("en", ""),
    ("n", ""),
    ("e", ""),
    ("a", "o"),
    ("a", ""),
    ("as", "o"),
    ("os", "o"),
    ("trice", "tore"),
    ("trice", "teur"),
    ("rice", "eur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("ienne", "ien"),
    ("ive", "if"),
    ("aux", "al"),
    ("i", "o"),
    ("i", "e"),
    ("e", "a"),
    ("a", "e"),
    ("ies", "y"),
    ("oes", "ao"),
    ("ster", "r"),
)


def uninflected(word: str, known: Collection[str]) -> str:
    """Give the first form of `word` that is `known`, or the word as it is."""
    if word in known:
        return word
    return next((form for form in _forms(word) if form in known), word)


def _forms(word: str) -> Iterator[str]:
    """Give likely forms, the likeliest first. "ae" may be how somebody spells "ä"."""
    plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    for spelling in {word: None, plain: None}:
        yield spelling
        for ending, instead in _ENDINGS:
            if spelling.endswith(ending) and len(spelling) - len(ending) >= _SHORTEST:
                yield spelling[: len(spelling) - len(ending)] + instead
