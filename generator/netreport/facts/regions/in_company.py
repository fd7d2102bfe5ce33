"""Where a company's name says that it is: takes a name, gives clues.

Three kinds of words, from strong to weak: a place at the end ("Example Australia") or of a
public body ("City of Sydney"); a place elsewhere ("Bank of Baroda"), which is where the firm is
or only what it is called; an adjective ("British ..."). The weak ones rule nothing out.
"""

from collections.abc import Sequence

from netreport.facts import legal_forms
from netreport.facts.regions.atlas import EVERYWHERE, Countries, Own
from netreport.facts.regions.evidence import Clue, Source
from netreport.facts.regions.gazetteer import Hit, Kind
from netreport.facts.regions.reading import (
    Text,
    alternatives,
    is_silent,
    mention,
    read,
    together,
)
from netreport.facts.regions.tables import Role, plays
from netreport.facts.regions.tables import words as words_that
from netreport.facts.words import folded, split, written_words

CONFIDENCE_AT_THE_END = 0.8
CONFIDENCE_OF_LEGAL_FORMS = 0.75
CONFIDENCE_ELSEWHERE = 0.6
CONFIDENCE_OF_ADJECTIVES = 0.45

_ADJECTIVES = (Kind.ADJECTIVE, Kind.OWN_ADJECTIVE)


def clues(company: str, own: Own) -> tuple[Clue, ...]:
    """Give what the legal form and the words of a company's name say."""
    name = company.partition("|")[0].strip()
    written = written_words(name)
    plain = [folded(word) for word in written]
    found = (
        None if legal_forms.is_silent(name, plain) else _legal_form(name),
        None if is_silent(written, plain) else _words(name, own),
    )
    return tuple(clue for clue in found if clue)


def _legal_form(name: str) -> Clue | None:
    bare, attached = legal_forms.attached(name)
    words = split(bare)
    _, _, taken = legal_forms.core(bare, words)
    found = [
        (one.form, bare[_opened(bare, words[one.first].start) : words[one.last - 1].end])
        for one in (*taken, *legal_forms.within(bare, words))
    ] + [(form, form.written) for form in attached]
    speaking = [(form, written) for form, written in found if form.countries]
    if not speaking:
        return None
    countries = frozenset.intersection(*(form.countries for form, _ in speaking))
    form, written = max(speaking, key=lambda one: len(one[1]))
    if not countries:
        return None
    return Clue(
        countries,
        countries | form.also,
        True,
        written,
        Source.LEGAL_FORM,
        CONFIDENCE_OF_LEGAL_FORMS,
    )


def _opened(name: str, start: int) -> int:
    """Count an opening bracket as part of the form: "(Pty) Ltd"."""
    return start - 1 if name[max(0, start - 1) : start] == "(" else start


def _words(name: str, own: Own) -> Clue | None:
    text = read(name)
    plain = [word.folded for word in text.words]
    local = plays(plain, Role.LOCAL)
    places = [hit for hit in text.hits if hit.name.kind not in _ADJECTIVES]
    if plays(plain, Role.TASTE) and not local:
        return None
    if at_end := [hit for hit in places if _ends_the_name(text, hit)]:
        return _firm(text, at_end, own)
    if local and (seat := [hit for hit in places if _is_the_seat(text, hit)]):
        return _firm(text, seat, own)
    usable = [hit for hit in places if not hit.name.only_in_titles]
    if usable:
        return _weak(text, usable, own, CONFIDENCE_ELSEWHERE)
    adjectives = [hit for hit in text.hits if _speaks(text, hit)]
    return _weak(text, adjectives, own, CONFIDENCE_OF_ADJECTIVES)


def _firm(text: Text, hits: Sequence[Hit], own: Own) -> Clue | None:
    """Give what a firm or a body says that belongs to a place: it is nowhere else."""
    found = _one_place(text, hits, own)
    if found is None:
        return None
    countries, named, words = found
    return Clue(countries, countries, named, words, Source.COMPANY, CONFIDENCE_AT_THE_END)


def _weak(text: Text, hits: Sequence[Hit], own: Own, confidence: float) -> Clue | None:
    """Give what a name says that rules nothing out."""
    found = _one_place(text, hits, own)
    if found is None:
        return None
    countries, named, words = found
    return Clue(countries, EVERYWHERE, named, words, Source.COMPANY, confidence)


def _one_place(text: Text, hits: Sequence[Hit], own: Own) -> tuple[Countries, bool, str] | None:
    """Give the one place that all hits speak of; None if there are several, or none."""
    found = alternatives(text.written, [mention(text, hit, own) for hit in hits])
    return together(text.written, found) if len(found) == 1 else None


def _ends_the_name(text: Text, hit: Hit) -> bool:
    """Say whether a place stands last, before the legal form, and is no part of the name.

    "Example Australia Pty Ltd" is in Australia; "Bank of Baroda" is only called so.
    """
    _, last, _ = legal_forms.core(text.written, text.words)
    before = text.words[hit.first - 1].folded if hit.first else ""
    surname = hit.name.only_in_titles and hit.name.kind is not Kind.COUNTRY
    return hit.last == last and before not in words_that(Role.PART_OF_NAME) and not surname


def _is_the_seat(text: Text, hit: Hit) -> bool:
    """Say whether a public body is where the place is.

    "University of Oxford" and "Leeds Teaching Hospitals" are; "Peru State College" need not be.
    """
    after_of = hit.first > 0 and text.words[hit.first - 1].folded in words_that(Role.PART_OF_NAME)
    return after_of or not (hit.name.only_in_titles or hit.name.kind is Kind.COUNTRY)


def _speaks(text: Text, hit: Hit) -> bool:
    """Say whether an adjective means a country.

    "Deutsche ..." does, in the country's own language; "German ..." only of a bank, an institute
    and the like; "Franco-British" names two.
    """
    start, end = text.words[hit.first].start, text.words[hit.last - 1].end
    paired = "-" in (text.written[max(0, start - 1) : start], text.written[end : end + 1])
    own_language = hit.name.kind is Kind.OWN_ADJECTIVE
    plain = [word.folded for word in text.words]
    foreign = hit.name.kind is Kind.ADJECTIVE and plays(plain, Role.BODY)
    return (own_language or foreign) and not paired
