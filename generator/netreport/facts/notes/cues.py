"""What a note holds that tells its kind: takes its words, gives the cues as they stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from netreport.facts.notes.lexicon import Lexicon
from netreport.facts.notes.phrases import Span, line_of, quoted
from netreport.facts.notes.words import BREAK, QUESTION, Word, without

FEWEST_TELLING = 3
SHORTEST_TELLING = 3


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a note that tell something, by what they tell.

    `default`: LinkedIn's own wording. `stock`: could be sent to anybody. `refers`: something of
    the reader's. `reasons`: a purpose or common ground. `speaks`: a sentence about the reader
    that is none of the above. `sells`, `offers`: selling, plainly or perhaps.
    """

    default: tuple[str, ...]
    stock: tuple[str, ...]
    refers: tuple[str, ...]
    reasons: tuple[str, ...]
    speaks: tuple[str, ...]
    sells: tuple[str, ...]
    offers: tuple[str, ...]


def cues_in(note: str, words: Sequence[Word], lexicons: Iterable[Lexicon]) -> Cues:
    """Find all cues, language by language. Stock phrases hide the reasons they contain."""
    found: dict[str, set[Span]] = {field.name: set() for field in fields(Cues)}
    for lexicon in lexicons:
        for name, spans in _spans(words, lexicon).items():
            found[name].update(spans)
    return Cues(**{name: quoted(note, words, spans) for name, spans in found.items()})


def _spans(words: Sequence[Word], lexicon: Lexicon) -> dict[str, list[Span]]:
    """Find the cues of one language."""
    line = line_of(words)
    spans = {name: lexicon.phrases[name].find(line) for name in ("stock", "sells")}
    spans["default"] = lexicon.phrases["templates"].find(line)
    left = without(words, [*spans["default"], *spans["stock"]])
    rest = line_of(left)
    spans |= {name: lexicon.phrases[name].find(rest) for name in ("refers", "reasons", "offers")}
    polite = [*lexicon.phrases["greetings"].find(rest), *lexicon.phrases["closings"].find(rest)]
    spans["speaks"] = _speaking(without(left, polite), lexicon)
    return spans


def _speaking(words: Sequence[Word], lexicon: Lexicon) -> list[Span]:
    """Give the sentences that name the reader and hold enough other words to say something."""
    return [
        (first, past)
        for first, past in _sentences(words)
        if any(word.folded in lexicon.reader for word in words[first:past])
        and sum(_tells(word, lexicon) for word in words[first:past]) >= FEWEST_TELLING
    ]


def _sentences(words: Sequence[Word]) -> Iterator[Span]:
    first = 0
    for place, word in enumerate(words):
        if word.folded in {BREAK, QUESTION}:
            if place > first:
                yield first, place
            first = place + 1
    if len(words) > first:
        yield first, len(words)


def _tells(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is more than grammar."""
    return len(word.folded) > SHORTEST_TELLING and word.folded not in lexicon.common
