"""Messages that ask for no answer: closing words, questions, and texts of a machine.

All languages at once: a message may be three words long, too short to tell its language.
"""

from netreport.facts.notes.lexicon import everyday_words, phrases_of
from netreport.facts.notes.phrases import Line, Phrases, line_of
from netreport.facts.notes.words import LINK, MARKS, QUESTION, Word, spoken, words_of

LONGEST = 200  # letters: no farewell, wish or beginning of a machine's text is longer
MOST_LOOSE_WORDS = 3


def closes(text: str) -> bool:
    """Say whether a message needs no answer: all of it is thanks, assent, farewell or emoji.

    One question, link or clause of anything else, and it does not close. Empty text, as of a
    picture or a voice message, cannot be told and does not close.
    """
    if len(text) > LONGEST:
        return False
    words = words_of(text)
    if not spoken(words):
        return bool(text.strip()) and not _leads_on(words)
    return _is_all(phrases_of("closings"), words, line_of(words))


def asks(text: str) -> bool:
    """Say whether a message contains a question, with or without its mark."""
    words = words_of(text)
    marked = any(word.folded == QUESTION for word in words)
    return marked or bool(phrases_of("questions").find(line_of(words)))


def automatic(text: str) -> bool:
    """Say whether LinkedIn or an answering machine wrote it, or one click did.

    A wish ("Happy birthday!") counts only if nothing else is said; a machine tells so at once.
    """
    words = words_of(text[:LONGEST])
    line = line_of(words)
    wish = len(text) <= LONGEST and _is_all(phrases_of("wishes"), words, line)
    return wish or bool(phrases_of("system").find(line))


def _is_all(phrases: Phrases, words: tuple[Word, ...], line: Line) -> bool:
    """Say whether phrases make up everything that was said, but for a name or small words.

    `loose` tells for each place that can be reached how few words outside phrases it took.
    """
    if _leads_on(words):
        return False
    near, loose = phrases.near(line), {0: 0}
    for place, word in enumerate(words):
        if place in loose:
            cost = loose[place]
            for past in near.ends(place):
                loose[past] = min(cost, loose.get(past, cost))
            if word.folded in MARKS or _is_small(word):
                cost += word.folded not in MARKS
                loose[place + 1] = min(cost, loose.get(place + 1, cost))
    return loose.get(len(words), len(words)) <= min(MOST_LOOSE_WORDS, len(spoken(words)) - 1)


def _leads_on(words: tuple[Word, ...]) -> bool:
    return any(word.folded in {QUESTION, LINK} for word in words)


def _is_small(word: Word) -> bool:
    """Say whether a word adds nothing: a name, as far as one can see, or grammar."""
    return word.capital or word.folded in everyday_words()
