"""What people write to each other: is a note personal, does a message need an answer?

Takes text in English, German, French, Spanish, Portuguese, Italian or Dutch, gives readings with
the words that decided. Rules and word lists only: nothing is sent anywhere, nothing is learnt.
"""

from netreport.facts.notes.closing import asks, automatic, closes
from netreport.facts.notes.exchange import Exchange, exchange
from netreport.facts.notes.reading import Kind, NoteReading, read, readings
from netreport.facts.notes.templates import Templates, name_words, template_key, templates_among

__all__ = [
    "Exchange",
    "Kind",
    "NoteReading",
    "Templates",
    "asks",
    "automatic",
    "closes",
    "exchange",
    "name_words",
    "read",
    "readings",
    "template_key",
    "templates_among",
]
