"""Is a note personal, and does it say why? Takes notes, gives a `NoteReading` for each.

Rules, first that fits:

1. nothing written: `NONE`.
2. LinkedIn's wording, a text sent again and again, or one that is alike (`templates`): `TEMPLATE`;
   unless it goes on to speak of something of the reader's that the template does not.
3. it sells: `PITCH`, unless it speaks of something of the reader's. Naming one's wares or asking
   for a call is selling when nothing else explains the note, or when it does both.
4. it speaks of something of the reader's, states a purpose or common ground, or at least holds a
   sentence about the reader that is no greeting and no praise: `PERSONAL_WITH_WHY`.
5. the rest: `PERSONAL_NO_WHY`. Praise of a profile, "let's connect" and "expand my network" could
   be sent to anybody and are no reason, however politely worded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from netreport.facts.notes.cues import Cues, cues_in
from netreport.facts.notes.lexicon import language_of, lexicons
from netreport.facts.notes.templates import (
    NOBODY,
    Templates,
    linkedin_templates,
    name_words,
    template_key,
    templates_among,
)
from netreport.facts.notes.words import MARKS, Word, words_of

OFFERS_THAT_SELL = 2


class Kind(StrEnum):
    """What a note is."""

    NONE = "none"
    TEMPLATE = "template"
    PITCH = "pitch"
    PERSONAL_WITH_WHY = "personal_with_why"
    PERSONAL_NO_WHY = "personal_no_why"


@dataclass(frozen=True, slots=True)
class NoteReading:
    """What a note is, the words in it that decided, and why in words of ours.

    `words` stand literally in the note. `language` is an ISO 639-1 code, or None if unclear.
    """

    kind: Kind
    words: tuple[str, ...]
    language: str | None
    reasons: tuple[str, ...]

    @property
    def has_note(self) -> bool:
        """Say whether anything was written at all."""
        return self.kind is not Kind.NONE

    @property
    def is_template(self) -> bool:
        """Say whether the note is LinkedIn's text or one that was sent again and again.

        A pitch that came once is none, yet it does not say why.
        """
        return self.kind is Kind.TEMPLATE

    @property
    def says_why(self) -> bool:
        """Say whether the note gives a reason of its own; a pitch does not."""
        return self.kind is Kind.PERSONAL_WITH_WHY


def readings(notes: Sequence[str], names: Iterable[str] = ()) -> list[NoteReading]:
    """Read each note, knowing all: a text that comes `OFTEN` is a template in all its copies.

    `names`: of the people who wrote the notes and to whom. Takes time in proportion to the notes.
    """
    people = name_words(names)
    keys = [template_key(note, people) for note in notes]
    templates = templates_among(keys)
    unlike = dict(zip(notes, keys, strict=True))
    known = {note: _read(note, key, templates) for note, key in unlike.items()}
    return [known[note] for note in notes]


def read(
    note: str, names: frozenset[str] = NOBODY, templates: Templates | None = None
) -> NoteReading:
    """Read one note. `names`: from `name_words`. `templates`: LinkedIn's own unless given."""
    return _read(note, template_key(note, names), templates or linkedin_templates())


def _read(note: str, key: str, templates: Templates) -> NoteReading:
    if not note.strip():
        return NoteReading(Kind.NONE, (), None, ("nothing was written",))
    words = words_of(note)
    language = language_of(words)
    near = templates.near(key)
    times = templates.seen.get(near or "", 0)
    kind, deciding, why = _kind(_cues(note, words, language), near, times)
    return NoteReading(kind, deciding, language, why)


_Decision = tuple[Kind, tuple[str, ...], tuple[str, ...]]


def _kind(cues: Cues, near: str | None, times: int) -> _Decision:
    """Apply the rules of this module, in their order: the kind, the words that decided, why."""
    if near and not _goes_beyond(cues.refers, near):
        seen = f"the same text was seen {times} times" if times else "LinkedIn's own words"
        return Kind.TEMPLATE, cues.default, (seen,)
    why = cues.refers + cues.reasons or cues.speaks
    if cues.default and not why and not cues.sells:
        return Kind.TEMPLATE, cues.default, ("LinkedIn's own words, and no reason beside them",)
    if _sells(cues):
        return Kind.PITCH, cues.sells + cues.offers, ("sells, and speaks of nothing of yours",)
    if why:
        return Kind.PERSONAL_WITH_WHY, why, _why(cues)
    no_reason = "words that could be sent to anybody" if cues.stock else "no reason given"
    return Kind.PERSONAL_NO_WHY, cues.stock, (no_reason,)


def _cues(note: str, words: Sequence[Word], language: str | None) -> Cues:
    """Look through the lists of the language; where it is unclear, through all, as written."""
    if not language:
        return cues_in(note, words, lexicons().values())
    lexicon = lexicons()[language]
    return cues_in(note, lexicon.corrected(words), [lexicon])


def _goes_beyond(refers: Iterable[str], template: str) -> bool:
    """Say whether a note speaks of something that is not part of the template it resembles."""
    known = set(template.split())
    said = (it.folded for phrase in refers for it in words_of(phrase) if it.folded not in MARKS)
    return any(word not in known for word in said)


def _sells(cues: Cues) -> bool:
    if cues.refers:
        return False
    offers = len(cues.offers)
    return bool(cues.sells or offers >= OFFERS_THAT_SELL or (offers and not cues.reasons))


def _why(cues: Cues) -> tuple[str, ...]:
    parts = {
        "speaks of something of yours": cues.refers,
        "says what for": cues.reasons,
        "speaks of you, and not as one would to anybody": not (cues.refers or cues.reasons),
        "also sells": cues.sells,
    }
    return tuple(told for told, found in parts.items() if found)
