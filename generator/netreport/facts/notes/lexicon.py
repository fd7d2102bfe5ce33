"""The words of seven languages: takes the files in `languages/`, gives one `Lexicon` each.

Which language a note is in decides only which lists are looked through; where it cannot be told,
all of them are.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

from rapidfuzz.distance import OSA

from netreport.facts.notes.phrases import Phrases, named
from netreport.facts.notes.words import Word

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
LEAST_EVIDENCE = 1.0
CLEARLY = 1.25
OF_A_CUE_WORD = 0.5
SHORTEST_TYPO = 6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of one language, by what they tell.

    `common`: everyday words, which give the language away. `reader`: "you" in all its forms.
    """

    language: str
    common: frozenset[str]
    reader: frozenset[str]
    lists: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Phrases]
    vocabulary: frozenset[str]

    def corrected(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Give the words with one-letter slips of a cue word put right; places stay."""
        return tuple(
            word._replace(folded=self._nearest(word.folded)) if self._strange(word.folded) else word
            for word in words
        )

    def _strange(self, word: str) -> bool:
        known = word in self.vocabulary or word in self.common
        return len(word) >= SHORTEST_TYPO and not known

    def _nearest(self, word: str) -> str:
        typos = _typos(self.vocabulary)
        candidates = {it for less in _shortened(word) for it in typos.get(less, ())}
        near = (it for it in sorted(candidates) if it[0] == word[0])
        return next((it for it in near if OSA.distance(word, it) == 1), word)


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Give all languages, read once from the package's own files."""
    return {language: _read(language) for language in LANGUAGES}


@cache
def phrases_of(name: str) -> Phrases:
    """Give the phrases of one list, such as "closings", in all languages together."""
    return Phrases(lines_of(name))


def lines_of(name: str) -> tuple[str, ...]:
    """Give the lines of one list in all languages together, each once."""
    every = chain.from_iterable(it.lists[name] for it in lexicons().values())
    return tuple(dict.fromkeys(every))


@cache
def everyday_words() -> frozenset[str]:
    """Give the everyday words of all languages."""
    return frozenset().union(*(lexicon.common for lexicon in lexicons().values()))


def language_of(words: Iterable[Word]) -> str | None:
    """Give the language whose words clearly prevail, or None."""
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for language, weight in _evidence().get(word.folded, ()):
            scores[language] += weight
    ranked = sorted(scores, key=lambda it: (-scores[it], it))
    best, second = (scores[it] if it else 0.0 for it in (*ranked, "", "")[:2])
    return ranked[0] if best >= max(LEAST_EVIDENCE, CLEARLY * second) else None


@cache
def _evidence() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Give what a word tells: everyday words one point, cue words half, split among languages."""
    points: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for language, lexicon in lexicons().items():
        for word in lexicon.vocabulary | lexicon.common:
            points[word][language] = 1.0 if word in lexicon.common else OF_A_CUE_WORD
    return {
        word: tuple((language, it / len(shares)) for language, it in shares.items())
        for word, shares in points.items()
    }


def _read(language: str) -> Lexicon:
    source = files(__package__) / "languages" / f"{language}.toml"
    raw: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = {name: tuple(filter(None, text.split("\n"))) for name, text in raw.items()}
    common, reader = (named(lists.pop(name)) for name in ("common", "you"))
    vocabulary = named(chain.from_iterable(lists.values()))
    phrases = {name: Phrases(lines) for name, lines in lists.items()}
    return Lexicon(language, common, reader, lists, phrases, vocabulary)


@cache
def _typos(vocabulary: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """File each word under itself and itself less a letter: slips meet it there."""
    filed: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in vocabulary:
        if len(word) >= SHORTEST_TYPO - 1:
            for less in _shortened(word):
                filed[less] += (word,)
    return dict(filed)


def _shortened(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
