"""The strategy's rules for requests to connect: in its order, the first that fits decides.

Takes a `Candidate` and a strategy, gives a `Triage` with every rule that fits. Knows no chance,
no hours and no other request.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from netreport.advice import reasons
from netreport.facts import companies
from netreport.facts.notes import Kind
from netreport.facts.words import fold, mentioned
from netreport.model.advice import Hit, Reason, Triage
from netreport.model.people import Person
from netreport.model.slugs import slug_of
from netreport.model.strategy import Decision, Requirement, Rule, Strategy
from netreport.model.strategy.invitations import Answer
from netreport.model.text import Untrusted

WRITTEN = {
    Kind.NONE: "there is no note",
    Kind.TEMPLATE: "the note is LinkedIn's text, or one that goes to many",
    Kind.PITCH: "the note sells",
    Kind.PERSONAL_NO_WHY: "the note gives no reason",
    Kind.PERSONAL_WITH_WHY: "the note is personal and says why",
}
FITS = {
    Rule.IDEAL: "ideal",
    Rule.GOOD: "good",
    Rule.NEUTRAL: "neutral",
    Rule.POOR: "poor",
    Rule.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who asks to connect, as far as the owner's rows and the note tell.

    `title`, `function`, `seniority`, `company`: None is unknown. `segments`: ids of all that
    could name the person. `fit` is "unknown" where these do not agree. `note` is what the note
    is, `words` those in it that decided, `blocked` what the strategy never accepts and the note
    says. `named`, `offers`, `asks` as in `Table.PENDING`.
    """

    person: Person
    fit: str
    title: Untrusted | None = None
    function: str | None = None
    seniority: str | None = None
    countries: tuple[str, ...] = ()
    company: Untrusted | None = None
    segment: str | None = None
    segments: tuple[str, ...] = ()
    note: Kind = Kind.NONE
    words: tuple[Untrusted, ...] = ()
    language: str | None = None
    blocked: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    offers: tuple[Untrusted, ...] = ()
    asks: tuple[Untrusted, ...] = ()


def apply(candidate: Candidate, strategy: Strategy) -> Triage:
    """Hold a request against every rule of the strategy. The same request, the same answer."""
    hits = tuple(_hits(candidate, strategy))
    usual = strategy.invitations.personalised.probability == "usual"
    accepted = hits[0].decision is Decision.ACCEPT
    return Triage(
        hits[0].decision,
        hits,
        worths=(),
        look=usual and accepted and hits[0].rule is Rule.PERSONALISED,
        refuse_with=strategy.invitations.refuse_with,
    )


def decision(candidate: Candidate, strategy: Strategy) -> Decision:
    """Give what the first rule that fits decides, as `apply` does, and ask no other."""
    return next(_hits(candidate, strategy)).decision


def _hits(candidate: Candidate, strategy: Strategy) -> Iterator[Hit]:
    """Try each rule once, in the strategy's order; the last one always fits."""
    order = (*strategy.invitations.order, Rule.DEFAULT)
    found = (_RULES[rule](rule, candidate, strategy) for rule in dict.fromkeys(order))
    return (hit for hit in found if hit)


def with_a_reason(candidate: Candidate) -> Candidate:
    """Give the same candidate as if the note were personal and said why."""
    return replace(candidate, note=Kind.PERSONAL_WITH_WHY)


def is_personal(note: Kind, strategy: Strategy) -> bool:
    """Say whether a note is all that the strategy requires of a personal one."""
    holds = {
        Requirement.HAS_NOTE: note is not Kind.NONE,
        Requirement.NOT_TEMPLATE: note is not Kind.TEMPLATE,
        Requirement.SAYS_WHY: note is Kind.PERSONAL_WITH_WHY,
    }
    return all(holds[wanted] for wanted in strategy.invitations.personalised.requires)


def _blocked(rule: Rule, candidate: Candidate, strategy: Strategy) -> Hit | None:
    block = strategy.invitations.hard_block
    title, company = candidate.title or "", candidate.company or ""
    listed = companies.match(company, block.companies)
    named = [one for one in block.people if _is(candidate.person, one)]
    found = [
        *(
            ("title_words", word, "stands in the title")
            for word in mentioned(title, block.title_words)
        ),
        *([("companies", listed.wanted, "is their company")] if listed else []),
        *(("people", one, "is who asks") for one in named),
        *((_key_of(word, strategy), word, "stands in the note") for word in candidate.blocked),
    ]
    if not found:
        return None
    why = tuple(
        Reason(
            f"You never accept “{word}”, which {where}.",
            f"invitations.hard_block.{key}",
            word,
        )
        for key, word, where in found
    )
    return Hit(rule, Decision.IGNORE, why)


def _key_of(word: str, strategy: Strategy) -> str:
    block = strategy.invitations.hard_block
    listed = {"companies": block.companies, "people": block.people}
    return next((key for key, words in listed.items() if word in words), "title_words")


def _is(person: Person, said: str) -> bool:
    slug = slug_of(said)
    return slug == person.key if slug else fold(said) == fold(person.name)


def _personalised(rule: Rule, candidate: Candidate, strategy: Strategy) -> Hit | None:
    if not is_personal(candidate.note, strategy):
        return None
    wanted = strategy.invitations.personalised
    why = Reason(
        f"A personal request decides by itself: {WRITTEN[candidate.note]}.",
        "invitations.personalised.decision",
        wanted.decision,
        candidate.words,
    )
    return Hit(rule, wanted.decision, (why,))


def _fitting(rule: Rule, candidate: Candidate, strategy: Strategy) -> Hit | None:
    if candidate.fit != FITS[rule]:
        return None
    answer: Answer = getattr(strategy.invitations, rule)
    key = f"invitations.{rule}.decision"
    who = _belongs(candidate, strategy)
    if answer.needs_note and not is_personal(candidate.note, strategy):
        told = f"{rule.capitalize()} requests take a personal note, and {WRITTEN[candidate.note]}."
        missing = Reason(told, f"invitations.{rule}.without_note", answer.without_note)
        return Hit(rule, answer.without_note, (who, missing))
    told = f"That is what you decide about {rule} requests."
    return Hit(rule, answer.decision, (who, Reason(told, key, answer.decision)))


def _belongs(candidate: Candidate, strategy: Strategy) -> Reason:
    """Say which segment it is, or why none can be named."""
    if candidate.fit == "unknown":
        return Reason(_doubt(candidate, strategy), "segments")
    if candidate.segment:
        return reasons.in_segment(strategy, candidate.segment, candidate.title)
    return reasons.in_one_of(strategy, candidate.segments, candidate.title)


def _doubt(candidate: Candidate, strategy: Strategy) -> str:
    """Say what is not known, and what they could be."""
    lacking = [
        what
        for what, known in (
            ("title", candidate.title),
            ("company", candidate.company),
            ("place", candidate.countries),
        )
        if not known
    ]
    if candidate.title and not candidate.function:
        lacking.insert(0, "what the title means")
    could = reasons.names(strategy, candidate.segments)
    told = f"Not known: {', '.join(lacking)}. " if lacking else ""
    return f"{told}They could belong to {could}." if could else f"{told}Nobody can place them."


def _otherwise(rule: Rule, candidate: Candidate, strategy: Strategy) -> Hit:
    decision = strategy.invitations.default
    if candidate.fit == "unknown" and decision is Decision.IGNORE:
        told = "No rule speaks of people whom nobody can place, and unknown is never a no."
        return Hit(rule, Decision.REVIEW, (Reason(told, "invitations.order"),))
    told = "That is what you decide where no other rule does."
    return Hit(rule, decision, (Reason(told, "invitations.default", decision),))


_RULES: Mapping[Rule, Callable[[Rule, Candidate, Strategy], Hit | None]] = {
    Rule.HARD_BLOCK: _blocked,
    Rule.PERSONALISED: _personalised,
    Rule.DEFAULT: _otherwise,
    **dict.fromkeys(FITS, _fitting),
}
