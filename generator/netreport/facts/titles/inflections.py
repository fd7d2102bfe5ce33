"""A word to the form that a list knows: "Beraterinnen" to "berater", "ingeniera" to "ingeniero"."""

from collections.abc import Collection, Sequence

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


def _by_last_letter(endings: Endings) -> dict[str, Endings]:
    letters = dict.fromkeys(ending[-1] for ending, _ in endings)
    return {last: [pair for pair in endings if pair[0][-1] == last] for last in letters}


_ENDINGS = _by_last_letter((*_WOMEN, *_MANY))
_ENDINGS_OF_WOMEN = _by_last_letter(_WOMEN)


def uninflected(word: str, known: Collection[str]) -> str:
    """Give the likeliest form of `word` that is `known`, or the word as it is.

    "ae" may be how somebody spells "ä".
    """
    if word in known:
        return word
    plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    if plain in known:
        return plain
    form = _without(word, _ENDINGS.get(word[-1:], ()), known)
    if form is None and plain != word:
        form = _without(plain, _ENDINGS.get(plain[-1:], ()), known)
    return word if form is None else form


def masculine(word: str, known: Collection[str]) -> str:
    """Give the form that lists mostly use, if it is `known`; else the word as it is."""
    return _without(word, _ENDINGS_OF_WOMEN.get(word[-1:], ()), known) or word


def _without(word: str, endings: Endings, known: Collection[str]) -> str | None:
    for ending, instead in endings:
        if word.endswith(ending):
            form = word[: -len(ending)] + instead
            if form in known and len(word) - len(ending) >= _SHORTEST:
                return form
    return None
