"""What is left of a text when greeting, names and numbers are gone, and which texts are templates.

A template is LinkedIn's own wording, or the same text sent at least `OFTEN` times, or a text
that shares `ALIKE` of its words (Jaccard) with one of these.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from netreport.facts.notes.lexicon import lexicons, lines_of, phrases_of
from netreport.facts.notes.phrases import line_of, spellings
from netreport.facts.notes.words import BREAK, MARKS, Word, spoken, words_of

OFTEN = 3
ALIKE_TENTHS = 8
LONGEST_NAME = 3
LONGEST_FAREWELL = 5
LONGEST_SIGNATURE = 5
NOBODY: frozenset[str] = frozenset()
_TITLES = frozenset({"dr", "dra", "mr", "mrs", "ms", "prof", "sr", "sra", "sig", "dott", "mevr"})


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Give the folded words of people's names, less those that are everyday words ("Will")."""
    words = {word.folded for name in names for word in spoken(words_of(name))}
    return frozenset(word for word in words if len(word) > 1 and word not in _everyday())


def template_key(text: str, names: frozenset[str] = NOBODY) -> str:
    """Give the words of `text` without greeting, signature, names, numbers and links, folded.

    `names`: from `name_words`. Texts with the same key are the same text; "" is no text at all.
    """
    words = _unsigned(_ungreeted(words_of(text)))
    kept = (word.folded for word in spoken(words) if not (word.capital and word.folded in names))
    return " ".join(word for word in kept if not any(letter.isdigit() for letter in word))


@dataclass(frozen=True, slots=True)
class Templates:
    """Known templates by key, with how often each was seen (0: it is LinkedIn's own wording).

    `_filed` holds each key under its rarest words: two sets of words that are alike share one.
    """

    seen: Mapping[str, int]
    _rank: Mapping[str, int]
    _filed: Mapping[str, tuple[str, ...]]

    def near(self, key: str) -> str | None:
        """Give the known template that `key` is, or is alike to, or None."""
        if key in self.seen:
            return key
        words = _ordered(key, self._rank)
        others = {it for word in _rarest(words) for it in self._filed.get(word, ())}
        alike = [it for it in others if _are_alike(set(words), set(it.split()))]
        return min(alike, default=None)


def templates_among(keys: Iterable[str]) -> Templates:
    """Give LinkedIn's templates and the `keys` (of `template_key`) that come at least `OFTEN`."""
    repeated = {key: n for key, n in Counter(keys).items() if key and n >= OFTEN}
    return _filed_templates({**repeated, **dict.fromkeys(_linkedin(), 0)})


@cache
def linkedin_templates() -> Templates:
    """Give LinkedIn's own wordings, of today and earlier, in seven languages."""
    return _filed_templates(dict.fromkeys(_linkedin(), 0))


def _linkedin() -> list[str]:
    return sorted(set(chain.from_iterable(map(spellings, lines_of("templates")))))


def _filed_templates(seen: Mapping[str, int]) -> Templates:
    counts = Counter(word for key in seen for word in set(key.split()))
    rank = {word: place for place, word in enumerate(sorted(counts, key=lambda w: (counts[w], w)))}
    filed: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for key in seen:
        for word in _rarest(_ordered(key, rank)):
            filed[word] += (key,)
    return Templates(seen, rank, dict(filed))


def _ordered(key: str, rank: Mapping[str, int]) -> list[str]:
    """Give the distinct words of a key, rarest first; words no template has come before all."""
    return sorted(set(key.split()), key=lambda word: (rank.get(word, -1), word))


def _rarest(words: Sequence[str]) -> Sequence[str]:
    """Give the first words, of which two alike sets must share one (prefix filter of set joins)."""
    must_share = -(-len(words) * ALIKE_TENTHS // 10)
    return words[: len(words) - must_share + 1]


def _are_alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) * 10 >= len(one | other) * ALIKE_TENTHS


def _ungreeted(words: Sequence[Word]) -> Sequence[Word]:
    """Drop a greeting at the start, and whom it greets."""
    past = phrases_of("greetings").near(line_of(words[:8])).reach(0) if words else 0
    if past and words[past - 1].folded in _TITLES and words[past : past + 1]:
        past += words[past].folded == BREAK  # the stop of "Dr."
    return words[past + _name_length(words[past:]) :] if past else words


def _name_length(words: Sequence[Word]) -> int:
    """Count the words of a name that stands first: up to a mark, or as long as they are capital."""
    until_mark = next((n for n, it in enumerate(words) if it.folded in MARKS), len(words))
    if until_mark <= LONGEST_NAME and all(
        it.capital or _may_be_name(it) for it in words[:until_mark]
    ):
        return until_mark
    capitals = (n for n, it in enumerate(words) if not (it.capital and _may_be_name(it)))
    return min(next(capitals, len(words)), LONGEST_NAME)


def _may_be_name(word: Word) -> bool:
    return word.folded not in _everyday()


def _unsigned(words: Sequence[Word]) -> Sequence[Word]:
    """Drop "Kind regards" and the few words after it, if something stands before it."""
    start = max(1, len(words) - LONGEST_FAREWELL - LONGEST_SIGNATURE)
    for first, past in phrases_of("signoffs").find(line_of(words[start:])):
        if len(words) - start - past <= LONGEST_SIGNATURE:
            return words[: start + first]
    return words


@cache
def _everyday() -> frozenset[str]:
    """Give the words that are never taken for a name: all that the lexicons know."""
    return frozenset().union(*(it.common | it.vocabulary for it in lexicons().values()))
