"""Offers and requests in the owner's own messages, by cue words: low confidence, for examples."""

from typing import NamedTuple

from netreport.facts.notes.lexicon import language_of, lexicons, phrases_of
from netreport.facts.notes.phrases import line_of, quoted
from netreport.facts.notes.words import words_of


class Exchange(NamedTuple):
    """The words of a text with which help, a contact or praise is offered, and asked for."""

    offers: tuple[str, ...]
    asks: tuple[str, ...]


def exchange(text: str) -> Exchange:
    """Give the words of `text` that offer something, and those that ask; none: ()."""
    words = words_of(text)
    line, language = line_of(words), language_of(words)

    def found(name: str) -> tuple[str, ...]:
        phrases = lexicons()[language].phrases[name] if language else phrases_of(name)
        return quoted(text, words, phrases.find(line))

    return Exchange(found("gives"), found("wants"))
