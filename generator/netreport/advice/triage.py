"""What to do with each request that waits: the rules, then your hours, then a little chance.

Takes PENDING and the strategy, gives a recommendation for each request that came in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from netreport.advice import rules, worths
from netreport.advice.ground import ON_REQUESTS, Ground, person
from netreport.advice.points import IGNORED, points
from netreport.advice.rules import Candidate
from netreport.advice.texts import text_key
from netreport.facts.notes import Kind as Note
from netreport.model.advice import (
    Fact,
    Headline,
    Kind,
    Purpose,
    Reason,
    Recommendation,
    Triage,
)
from netreport.model.people import Person
from netreport.model.results import Unit
from netreport.model.strategy import Decision, Rule, Strategy
from netreport.model.tables import Table
from netreport.model.text import Untrusted

MINUTES: Mapping[Decision, float] = {
    Decision.ACCEPT: 0.5,
    Decision.IGNORE: 0.5,
    Decision.ASK_WHY: 2,
    Decision.REVIEW: 2,
}
"""A click, or a look at a profile and a few words: minutes by our own estimate."""

MOST_POSSIBLE = 3  # segments that somebody nobody can place could belong to, told one by one


def requests(ground: Ground) -> Sequence[Recommendation]:
    """Give a recommendation for each request to the owner that waits: most points, then oldest."""
    incoming = ground.table(Table.PENDING).filter("incoming")
    load = hours_load(ground)
    found = []
    for row in incoming.sort("age", "person", descending=[True, False]).iter_rows(named=True):
        candidate = candidate_of(row)
        triage = decide(candidate, ground.strategy, load)
        found.append(_recommendation(ground, candidate, triage, row["age"]))
    return sorted(found, key=lambda one: -one.value)


def decide(candidate: Candidate, strategy: Strategy, load: float = 0.0) -> Triage:
    """Say what the strategy makes of a request; `load`: hours promised / hours there are.

    The rules decide. Full hours turn the acceptance of a good request into a review, never that
    of an ideal one into anything. Of those to be ignored, some are drawn and accepted on purpose.
    """
    triage = replace(rules.apply(candidate, strategy), worths=worths.worths(candidate, strategy))
    if _too_full(triage, strategy, load):
        return replace(triage, decision=Decision.REVIEW, full=True)
    if _is_drawn(triage, candidate.person, strategy):
        return replace(triage, decision=Decision.ACCEPT, drawn=True)
    return triage


def hours_load(ground: Ground) -> float:
    """Give the hours that the people of known fit are promised, over the hours there are: M19."""
    capacity = ground.strategy.engagement.capacity
    counts = dict(ground.table(Table.PEOPLE).group_by("fit").len().iter_rows())
    touches = sum(
        counts.get(fit, 0) * often for fit, often in capacity.touches_per_year.model_dump().items()
    )
    return float(touches * capacity.minutes_per_touch / 60 / 52 / capacity.hours_per_week)


def candidate_of(row: Mapping[str, object]) -> Candidate:
    """Give the candidate of a row of PENDING."""
    who = person(row)
    return Candidate(
        who,
        fit=str(row["fit"]),
        title=who.position,
        function=_text(row["function"]),
        seniority=_text(row["seniority"]),
        countries=_texts(row["countries"]),
        company=who.company,
        segment=_text(row["segment"]),
        segments=_texts(row["segments"]),
        note=Note(str(row["kind"])),
        words=tuple(map(Untrusted, _texts(row["words"]))),
        language=_text(row["language"]),
        blocked=_texts(row["blocked"]),
        named=_texts(row["named"]),
        offers=tuple(map(Untrusted, _texts(row["offers"]))),
        asks=tuple(map(Untrusted, _texts(row["asks"]))),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _too_full(triage: Triage, strategy: Strategy, load: float) -> bool:
    promised = strategy.engagement.capacity.touches_per_year.good > 0
    good = triage.hits[0].rule is Rule.GOOD and triage.decision is Decision.ACCEPT
    return good and promised and load >= 1


def _is_drawn(triage: Triage, who: Person, strategy: Strategy) -> bool:
    """Draw by person and seed, so that who was drawn once stays drawn, whoever else asks."""
    if triage.decision is not Decision.IGNORE or triage.hits[0].rule is Rule.HARD_BLOCK:
        return False
    invitations = strategy.invitations
    lot = blake2b(f"{invitations.seed}\0{who.key}".encode(), digest_size=8).digest()
    return int.from_bytes(lot) < invitations.serendipity_quota * 2**64


def _recommendation(
    ground: Ground, candidate: Candidate, triage: Triage, age: int | None
) -> Recommendation:
    who, action = candidate.person, ground.id(Kind.INVITATION, candidate.person.key)
    purpose = _purpose(triage)
    return Recommendation(
        action,
        Kind.INVITATION,
        _headline(triage, who),
        MINUTES[triage.decision],
        IGNORED if triage.decision is Decision.IGNORE else points(Kind.INVITATION, candidate.fit),
        person=who,
        reasons=(*triage.hits[0].reasons, *_beyond_rules(triage)),
        evidence=_evidence(candidate, age),
        would_change=tuple(_would_change(candidate, ground.strategy, triage)),
        text=text_key(purpose, candidate.language, ground.strategy) if purpose else None,
        triage=triage,
        decided=ground.decided(action, who.key, ON_REQUESTS),
    )


def _purpose(triage: Triage) -> Purpose | None:
    if triage.decision is Decision.ASK_WHY:
        return Purpose.ASK_WHY
    declined = triage.decision is Decision.IGNORE and triage.refuse_with == "decline_politely"
    return Purpose.POLITE_NO if declined else None


def _headline(triage: Triage, who: Person) -> Headline:
    match triage.decision, triage.refuse_with:
        case Decision.ACCEPT, _:
            return ("Accept the request of ", who)
        case Decision.ASK_WHY, _:
            return ("Ask ", who, " why they want to connect")
        case Decision.REVIEW, _:
            return ("Look at the request of ", who)
        case _, "decline_politely":
            return ("Decline the request of ", who, ", politely")
        case _, "report":
            return ("Ignore and report the request of ", who)
        case _:
            return ("Ignore the request of ", who)


def _beyond_rules(triage: Triage) -> Iterator[Reason]:
    if triage.full:
        told = "Your hours are full with the people you have, so a good request waits for a look."
        yield Reason(told, "engagement.capacity.hours_per_week")
    if triage.drawn:
        told = "Drawn to be accepted on purpose: some who do not fit bring something new."
        yield Reason(told, "invitations.serendipity_quota")
    if triage.look:
        told = "Your strategy says usually, not always: have a look in passing."
        yield Reason(told, "invitations.personalised.probability", "usual")


def _evidence(candidate: Candidate, age: int | None) -> tuple[Fact, ...]:
    waited = () if age is None else (Fact("Has waited", age, Unit.DAYS),)
    told = {
        "Title": candidate.title,
        "Company": candidate.company,
        "Works in": candidate.function,
        "Level": candidate.seniority,
        "Place": ", ".join(candidate.countries),
    }
    known = [Fact(label, value) for label, value in told.items() if value]
    note = Fact("Note", rules.WRITTEN[candidate.note])
    return (*waited, note, *known)


VERBS = {
    Decision.ACCEPT: "accept",
    Decision.ASK_WHY: "ask why",
    Decision.IGNORE: "ignore",
    Decision.REVIEW: "look yourself",
}


def _would_change(candidate: Candidate, strategy: Strategy, triage: Triage) -> Iterator[str]:
    """Hold the request against the rules once more, as if one thing were otherwise."""
    ruled = triage.hits[0].decision
    if triage.full or triage.drawn:
        yield f"The rules alone say: {VERBS[ruled]}."
    explained = rules.decision(rules.with_a_reason(candidate), strategy)
    if explained is not ruled:
        yield f"With a personal note that says why: {VERBS[explained]}."
    for segment in strategy.segments:
        if candidate.fit == "unknown" and segment.id in candidate.segments[:MOST_POSSIBLE]:
            placed = replace(candidate, segment=segment.id, fit=str(segment.fit))
            decision = rules.decision(placed, strategy)
            if decision is not ruled:
                yield f"If they belong to “{segment.name}”: {VERBS[decision]}."
