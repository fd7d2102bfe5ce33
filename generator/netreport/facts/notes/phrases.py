"""Phrases to look for: takes lines of the language files, gives where they stand in a text.

A phrase is words, in order, inside one sentence. `a|b` is either word, `a?` may be missing,
`stem*` and `*ending` stand for any such word, `#` for a word that starts with a digit, `..` for
up to two words and `...` for up to four. A first word starts with three letters of its own, is
shorter and whole, or is `#`: phrases are filed under their beginnings. A gap before a word that
may be missing is missing with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, product
from typing import NamedTuple

from netreport.facts.notes.words import COMMA, LONGEST_WORD, MARKS, Word, fold, words_of

Span = tuple[int, int]
_KEY = 3
_OTHER = r"[^\s.?@]+ "
_GAPS = {"..": f"(?:{_OTHER}){{0,2}}?", "...": f"(?:{_OTHER}){{0,4}}?"}
_PARTED = re.compile(r"['’-]")
# Germans without the key write "moechte"; others leave the dots out.
_UMLAUTS = {"ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue")}


class Line(NamedTuple):
    """Words made ready to be searched: folded, a blank after each, commas left out."""

    folded: str
    keys: Sequence[str]  # of each word: under which phrases that start with it are filed
    starts: Sequence[int]  # of each word in `folded`; a comma has that of the word after it
    places: dict[int, int]  # back from a start to the place of the word
    said: frozenset[str]  # what stands between the blanks of `folded`


def line_of(words: Sequence[Word]) -> Line:
    """Make words ready to be searched."""
    starts, parts, length = [], [], 0
    for word in words:
        starts.append(length)
        if word.folded != COMMA:
            parts.append(f"{word.folded} ")
            length += len(parts[-1])
    places = {start: place for place, start in enumerate(starts)}
    folded, keys = "".join(parts), [_key(word.folded) for word in words]
    return Line(folded, keys, starts, places, frozenset(folded.split(" ")))


class _Phrase:
    """A phrase, compiled when a text first holds a word of each of its steps."""

    def __init__(self, line: str) -> None:
        self._line = line
        self.keys = _keys(line.split(maxsplit=1)[0])

    @cached_property
    def _needs(self) -> Sequence[frozenset[str]]:
        return tuple(filter(None, map(_needed, self._line.split())))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_expression(self._line))

    def may_stand_in(self, line: Line) -> bool:
        """Say whether the line holds a word of each step."""
        return not any(needed.isdisjoint(line.said) for needed in self._needs)

    def end(self, line: Line, start: int) -> int:
        """Give where the phrase ends that starts at `start` of the line; -1 if it does not."""
        found = self._pattern.match(line.folded, start)
        return found.end() if found else -1


class Near(NamedTuple):
    """The phrases that may stand in a line, by their beginnings."""

    line: Line
    phrases: Mapping[str, Sequence[_Phrase]]

    def reach(self, place: int) -> int:
        """Give the place past the longest phrase that starts at `place`; `place` if none does."""
        return max(self.ends(place), default=place)

    def ends(self, place: int) -> list[int]:
        """Give the places past the phrases that start at `place`, in no order."""
        line, start = self.line, self.line.starts[place]
        ends = [one.end(line, start) for one in self.phrases.get(line.keys[place], ())]
        return [line.places.get(end, len(line.keys)) for end in ends if end >= 0]


class Phrases:
    """Phrases, filed under a word that each cannot do without, and made ready when it is met.

    Searching takes time in proportion to the text.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(dict.fromkeys(lines))

    @cached_property
    def _filed(self) -> Mapping[str, Sequence[_Phrase]]:
        filed: defaultdict[str, list[_Phrase]] = defaultdict(list)
        for line in self._lines:
            phrase = _Phrase(line)
            for word in _telling(line) or {""}:  # nothing stands behind the last blank of a line
                filed[word].append(phrase)
        return dict(filed)

    def near(self, line: Line) -> Near:
        """Give the phrases that may stand in a line."""
        near: defaultdict[str, list[_Phrase]] = defaultdict(list)
        met = chain.from_iterable(self._filed[word] for word in self._filed.keys() & line.said)
        for phrase in dict.fromkeys(met):
            if phrase.may_stand_in(line):
                for key in phrase.keys:
                    near[key].append(phrase)
        return Near(line, near)

    def find(self, line: Line) -> list[Span]:
        """Give the places (first word, past the last) of all phrases; what overlaps is one."""
        near = self.near(line)
        found: list[Span] = []
        for place, key in enumerate(line.keys if near.phrases else ()):
            past = near.reach(place) if key in near.phrases else place
            if past > place and found and place < found[-1][1]:
                found[-1] = (found[-1][0], max(past, found[-1][1]))
            elif past > place:
                found.append((place, past))
        return found

    @property
    def pattern(self) -> str:
        """Give one expression for all phrases, as Rust's regex takes it, without places."""
        return f"(?:{'|'.join(map(_expression, self._lines))})"


def quoted(text: str, words: Sequence[Word], spans: Iterable[Span]) -> tuple[str, ...]:
    """Give what stands in `text` at `spans`, in order, each once, without marks at the ends."""
    quotes = []
    for first, past in sorted(spans):
        said = [word for word in words[first:past] if word.folded not in MARKS]
        if said:
            quotes.append(text[said[0].start : said[-1].end])
    return tuple(dict.fromkeys(quotes))


def spellings(phrase: str) -> Iterator[str]:
    """Give every way to write a phrase that has no stems, gaps or numbers, folded."""
    choices = []
    for step in phrase.split():
        words = [_plain(word) for word in step.removesuffix("?").split("|")]
        choices.append([*words, ""] if step.endswith("?") else words)
    for chosen in product(*choices):
        yield " ".join(word for word in chosen if word)


def named(phrases: Iterable[str]) -> frozenset[str]:
    """Give the whole words that phrases name, folded, in all their spellings."""
    steps = set(chain.from_iterable(map(str.split, phrases))) - _GAPS.keys()
    words = set(chain.from_iterable(step.removesuffix("?").split("|") for step in steps))
    whole = (word for word in words if "*" not in word and word != "#")
    spelt = chain.from_iterable(map(_umlauts_spelt, whole))
    return frozenset(chain.from_iterable(map(str.split, map(_plain, spelt))))


def _plain(word: str) -> str:
    if word.isascii() and word.isalnum():  # most are, and it is one word
        return fold(word[:LONGEST_WORD])
    return " ".join(it.folded for it in words_of(word) if it.folded not in MARKS)


def _keys(step: str) -> frozenset[str]:
    """Give the beginnings of a phrase, in all spellings of its first word."""
    keys: set[str] = set()
    for word in step.removesuffix("?").split("|"):
        stem = _PARTED.split(word)[0].split("*")[0]
        if step.endswith("?") or ("*" in word and len(stem) < _KEY):
            raise ValueError(f"a phrase cannot start with {step}")
        keys |= {_key(fold(spelt)) for spelt in _umlauts_spelt(stem)}
    return frozenset(keys)


def _telling(line: str) -> frozenset[str]:
    """Give the words of the step that fewest texts hold, by the length of its words."""
    return _needed(max(line.split(), key=_length))


def _length(step: str) -> int:
    """Give the letters of a step's shortest word; 0 where it may be any word, or be missing."""
    return 0 if _is_open(step) else min(map(len, step.split("|")))


def _umlauts_spelt(word: str) -> Iterable[str]:
    if word.isascii():
        return (word.lower(),)
    options = [_UMLAUTS.get(letter, (letter,)) for letter in word.casefold()]
    return map("".join, product(*options))


def _key(word: str) -> str:
    return "#" if word[:1].isdigit() or word[:1] == "#" else word[:_KEY]


def _is_open(step: str) -> bool:
    """Say whether a step may be words that it does not name, or none."""
    return step in _GAPS or step.endswith("?") or "*" in step or "#" in step


def _needed(step: str) -> frozenset[str]:
    """Give words of which a text that holds this step has one; none if it may do without."""
    if _is_open(step):
        return frozenset()
    if step.isascii() and not _PARTED.search(step):
        return frozenset(step.lower().split("|"))
    spelt = chain.from_iterable(map(_umlauts_spelt, step.split("|")))
    folded = ("".join(map(fold, _PARTED.sub(" ", word))) for word in spelt)
    return frozenset(max(words.split(" "), key=len) for words in folded)


def _expression(phrase: str) -> str:
    """Give a phrase as a regular expression."""
    steps = phrase.split()
    return "".join(_step(gap, it) for gap, it in zip(["", *steps], steps, strict=False))


def _step(before: str, step: str) -> str:
    """Give one step, with the gap before it, as a regular expression; gaps alone are nothing."""
    if step in _GAPS:
        return ""
    words = step.removesuffix("?").split("|")
    either = "|".join("".join(_letter(letter) for letter in word.casefold()) for word in words)
    return f"(?:{_GAPS.get(before, '')}(?:{either}) )" + ("?" if step.endswith("?") else "")


@cache
def _letter(letter: str) -> str:
    special = {"*": r"\w*", "#": r"\d\w*"} | dict.fromkeys("'’-", " ")
    if letter in special:
        return special[letter]
    return f"(?:{'|'.join(_UMLAUTS[letter])})" if letter in _UMLAUTS else re.escape(fold(letter))
