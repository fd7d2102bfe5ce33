"""Offers and requests in the owner's own messages, by cue words: low confidence, for examples."""

from netreport.facts.notes.lexicon import language_of, lexicons, phrases_of
from netreport.facts.notes.phrases import line_of, quoted
from netreport.facts.notes.words import words_of


def gives(text: str) -> tuple[str, ...]:
    """Give the words of `text` with which help, a contact or praise is offered; none: ()."""
    return _found("gives", text)


def wants(text: str) -> tuple[str, ...]:
    """Give the words of `text` with which something is asked for; none: ()."""
    return _found("wants", text)


def _found(name: str, text: str) -> tuple[str, ...]:
    words = words_of(text)
    language = language_of(words)
    phrases = lexicons()[language].phrases[name] if language else phrases_of(name)
    return quoted(text, words, phrases.find(line_of(words)))
