"""What people say of each other: endorsements, recommendations, and the owner's private notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from netreport.demo.chance import Chance, chance
from netreport.demo.moments import end_of
from netreport.demo.story import Member, Plan, Request, Role
from netreport.demo.words import Phrases, Texts, phrases, vocabulary

RECEIVED, GIVEN, RECOMMENDED, PRAISED, NOTED = 66, 27, 9, 4, 26
NOTES_EXIST_FOR = 240  # days: LinkedIn has had them since March 2026
PENDING, HIDDEN, EDITED = 0.04, 0.12, 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """A word about somebody or from somebody: a skill, a recommendation or a note.

    `status` is as LinkedIn writes it; `edited_at` belongs to notes alone.
    """

    member: Member
    at: datetime
    text: str
    status: str = ""
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Esteem:
    """Everything of this kind, newest first."""

    endorsed: tuple[Word, ...]
    endorsing: tuple[Word, ...]
    recommended: tuple[Word, ...]
    recommending: tuple[Word, ...]
    noted: tuple[Word, ...]


def esteem(plan: Plan, requests: Sequence[Request]) -> Esteem:
    """Give the words about people who are connected on the day of the plan."""
    judge = _Judge(plan, phrases(), vocabulary("habits", dict[str, Texts]), requests)
    close, liked = (Role.CORE, Role.DORMANT), (Role.CORE, Role.LATENT)
    return Esteem(
        judge.words("skills", RECEIVED, (*close, Role.LATENT, Role.CROWD)),
        judge.words("given", GIVEN, close),
        judge.words("recommendations", RECOMMENDED, close),
        judge.words("praise", PRAISED, (Role.CORE,)),
        judge.words("notes", NOTED, liked),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    plan: Plan
    phrases: Phrases
    lists: dict[str, Texts]
    requests: Sequence[Request]

    def words(self, kind: str, count: int, roles: tuple[Role, ...]) -> tuple[Word, ...]:
        """Give so many words of a kind, each about somebody else while there are enough people."""
        by = chance(self.plan.seed, kind)
        suited = [
            r for r in self.requests if r.member.role in roles and r.accepted_at and not r.ended_at
        ]
        people = by.shuffled(suited)[: self.plan.times(count)]
        words = [self._word(kind, number, person, by) for number, person in enumerate(people)]
        return tuple(sorted(words, key=lambda word: (word.at, word.member.slug), reverse=True))

    def _word(self, kind: str, number: int, request: Request, by: Chance) -> Word:
        texts = self.lists[kind]
        accepted = request.accepted_at or request.sent_at
        at = self._moment(kind, accepted, by)
        if kind == "notes":
            text = self.phrases.say(texts[number % len(texts)], by, {})
            edited = at + (end_of(self.plan.as_of) - at) / 2 if by.happens(EDITED) else None
            return Word(request.member, at, text, edited_at=edited)
        if kind in {"recommendations", "praise"}:
            status = "" if by.happens(HIDDEN) else "VISIBLE"
            return Word(request.member, at, texts[number % len(texts)], status)
        return Word(
            request.member, at, by.pick(texts), "PENDING" if by.happens(PENDING) else "ACCEPTED"
        )

    def _moment(self, kind: str, accepted: datetime, by: Chance) -> datetime:
        """Give a time after the two connected, for notes one since notes exist."""
        now = end_of(self.plan.as_of)
        earliest = (
            max(accepted, now - timedelta(days=NOTES_EXIST_FOR)) if kind == "notes" else accepted
        )
        span = int((now - earliest).total_seconds())
        return earliest + timedelta(seconds=by.below(max(1, span)))
