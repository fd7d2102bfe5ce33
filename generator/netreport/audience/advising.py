"""Recommendations as a coach may read them: without a word of anybody's.

Where names are not allowed: pseudonyms, months for days, no company or title that names somebody.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from netreport.audience.crowd import Crowd, told_of
from netreport.audience.reader import Reader, mask, pseudonym
from netreport.model.advice import Advice, Fact, Kind, Reason, Recommendation, Triage
from netreport.model.decisions import Decision
from netreport.model.people import Person
from netreport.model.results import Unit
from netreport.model.text import Untrusted

SOME_COMPANY = "a company of the list"
MONTH = 365.25 / 12
BLOCKED = "invitations.hard_block."
_BLOCKED = {
    "people": "The strategy never accepts this person.",
    "companies": "The strategy never accepts this company.",
    "title_words": "The strategy never accepts a word that stands in the title or the note.",
}


def without_words(advice: Advice) -> Advice:
    """Give the advice for a coach who may read names: without a word of anybody's note."""
    return _rewritten(advice, _wordless)


def masked(advice: Advice, mask: "Mask") -> Advice:
    """Give the advice for a coach who may not read names.

    Where two recommendations look the same now, their ids say which comes first: the order of
    names or of days would tell something.
    """
    hidden = _rewritten(without_words(advice), mask.recommendation)
    week = hidden.week
    settled = replace(week, chosen=_settled(week.chosen), later=_settled(week.later))
    return replace(hidden, recommendations=_settled(hidden.recommendations), week=settled)


def _rewritten(advice: Advice, write: Callable[[Recommendation], Recommendation]) -> Advice:
    told = {one.id: write(one) for one in advice.recommendations}
    week = replace(
        advice.week,
        chosen=tuple(told[one.id] for one in advice.week.chosen),
        later=tuple(told[one.id] for one in advice.week.later),
    )
    return replace(advice, recommendations=tuple(told.values()), week=week)


def _settled(found: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    alike = groupby(found, lambda one: (one.kind, one.value, one.group, one.reasons, one.evidence))
    return tuple(one for _, run in alike for one in sorted(run, key=lambda one: one.id))


def _wordless(one: Recommendation) -> Recommendation:
    decided = replace(one.decided, note="") if one.decided else None
    return replace(
        one,
        reasons=tuple(map(_bare, one.reasons)),
        triage=_with_reasons(one.triage, _bare),
        decided=decided,
    )


def _bare(reason: Reason) -> Reason:
    return replace(reason, words=())


def _with_reasons(triage: Triage | None, write: Callable[[Reason], Reason]) -> Triage | None:
    if triage is None:
        return None
    hits = (replace(hit, reasons=tuple(map(write, hit.reasons))) for hit in triage.hits)
    worths = (replace(worth, words=()) for worth in triage.worths)
    return replace(triage, hits=tuple(hits), worths=tuple(worths))


@dataclass(frozen=True, slots=True)
class Mask:
    """Puts pseudonyms in the place of people, for a reader and by a crowd."""

    reader: Reader
    crowd: Crowd

    def recommendation(self, one: Recommendation) -> Recommendation:
        """Give a recommendation without a name, a day, and what would give them away."""
        subject = self._subject(one)
        shown = self._person(one.person) if one.person else None
        named = replace(one, person=shown, subject=subject)
        return replace(
            named,
            headline=tuple(self._worded(piece, one, named) for piece in one.headline),
            reasons=tuple(map(_unnamed, one.reasons)),
            evidence=tuple(_evidence(one, shown)),
            text=None,
            triage=_with_reasons(one.triage, _unnamed),
            decided=self._decided(one.decided),
        )

    def _subject(self, one: Recommendation) -> str:
        """Name a company of the strategy only where it tells nobody's employer."""
        if one.kind is Kind.COMPANY and one.person:
            told = self.crowd.tells_company(one.person.company)
        else:
            told = not (one.kind in {Kind.GAP, Kind.COMPANY} and self.crowd.is_small(one.subject))
        return one.subject if told else SOME_COMPANY

    def piece(self, piece: str | Person) -> str | Person:
        """Give a piece of a headline, a person by pseudonym."""
        return self._person(piece) if isinstance(piece, Person) else piece

    def _worded(
        self, piece: str | Person, one: Recommendation, named: Recommendation
    ) -> str | Person:
        if isinstance(piece, str):
            return piece.replace(one.subject, named.subject) if one.subject else piece
        return named.person if named.person and piece == one.person else self._person(piece)

    def _person(self, who: Person) -> Person:
        title, company, month = told_of(who, self.crowd)
        day = who.connected_on
        key = mask(who.key, self.reader)
        return Person(
            key,
            Untrusted(pseudonym(key, self.reader)),
            position=who.position if title else None,
            company=who.company if company else None,
            connected_on=day.replace(day=1) if day and month else None,
        )

    def _decided(self, decided: Decision | None) -> Decision | None:
        if decided is None:
            return None
        day = decided.decided_on
        month = day.replace(day=1) if day else None
        return replace(decided, subject=mask(decided.subject, self.reader), decided_on=month)


def _evidence(one: Recommendation, shown: Person | None) -> Iterator[Fact]:
    """Give what may be told of the person as they are shown."""
    texts = {shown.position, shown.company} if shown else set()
    for fact in one.evidence:
        if isinstance(fact.value, Untrusted):
            told = fact.value in texts
        elif isinstance(fact.value, date) and one.person and fact.value == _joined(one):
            told = shown is not None and shown.connected_on is not None
        else:
            told = True
        if told:
            yield _in_months(fact)


def _joined(one: Recommendation) -> date | None:
    return one.person.connected_on if one.person else None


def _unnamed(reason: Reason) -> Reason:
    """Say that somebody is on a list, and not what stands there."""
    if not reason.key.startswith(BLOCKED):
        return reason
    return replace(reason, sentence=_BLOCKED[reason.key.removeprefix(BLOCKED)], setting="")


def _in_months(fact: Fact) -> Fact:
    """Tell a day as its month, and an age of days, which gives the day away, in months."""
    if isinstance(fact.value, date):
        return replace(fact, value=fact.value.replace(day=1))
    if fact.unit is not Unit.DAYS or isinstance(fact.value, str):
        return fact
    months = round(fact.value / MONTH)
    told = f"about {months} month{'s' if months > 1 else ''}" if months else "less than a month"
    return Fact(fact.label, told)
