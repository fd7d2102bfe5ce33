"""What a recommendation is: what to do, why in the words of the strategy, and what it takes.

Sentences and labels are netreport's own words and the owner's. Whatever other people wrote is
`Untrusted`, and who they are stands in a `Person`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netreport.model import decisions
from netreport.model.people import Person
from netreport.model.results import Unit
from netreport.model.strategy import Decision, Rule
from netreport.model.text import Untrusted

Headline = tuple[str | Person, ...]
"""What to do, in pieces that are printed one after the other: "Answer ", a person."""


class Kind(StrEnum):
    """What a recommendation is about, and the beginning of its id."""

    INVITATION = "invitation"
    ANSWER = "answer"
    WAKE = "wake"
    WARM_UP = "warm-up"
    COMPANY = "company"
    GAP = "gap"
    WITHDRAW = "withdraw"
    LET_GO = "let-go"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in one sentence. `key` is the place in the strategy file, `segments.1.fit`, or empty.

    `setting` is what stands there. `words` are other people's and never leave the private report.
    """

    sentence: str
    key: str = ""
    setting: str = ""
    words: tuple[Untrusted, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of evidence: what it says, and the value, a number in `unit`."""

    label: str
    value: float | date | str
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Touches:
    """How often a person was touched in the last `days`, and how often the strategy wants it.

    `made` is a lower bound: likes and views of a person are in no export.
    """

    made: int
    wanted: int
    days: int


class Purpose(StrEnum):
    """What a prepared text is for."""

    ASK_WHY = "ask-why"
    POLITE_NO = "polite-no"
    ANSWER_LATER = "answer-later"
    WAKE_UP = "wake-up"


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which prepared text goes with a recommendation; `str` of it is the name of its file."""

    purpose: Purpose
    language: str

    def __str__(self) -> str:
        """Give the name that the text has without its ending: `ask-why.de`."""
        return f"{self.purpose}.{self.language}"


class Side(StrEnum):
    """Whose gain a worth is about. The three are never added up."""

    TO_ME = "value to me"
    FROM_ME = "value from me"
    STRATEGY = "strategy fit"


@dataclass(frozen=True, slots=True)
class Worth:
    """What speaks for a connection on one side. `score` is 0 to 1, or None where nobody can tell.

    `guess`: it rests on cue words of a note, and is shown as uncertain.
    """

    side: Side
    score: float | None
    sentence: str
    words: tuple[Untrusted, ...] = ()
    guess: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fits a request, and what it would decide."""

    rule: Rule
    decision: Decision
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Triage:
    """What the rules say of a request. `hits`: all that fit, in order; the first decided.

    `look`: accept, with a look in passing. `full`: the hours turned it into a review. `drawn`:
    accepted on purpose, to be surprised. `refuse_with`: how to turn it down.
    """

    decision: Decision
    hits: tuple[Hit, ...]
    worths: tuple[Worth, ...]
    look: bool = False
    full: bool = False
    drawn: bool = False
    refuse_with: str = "ignore"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing to do.

    `id`: `[a-z0-9-]`, the same between builds, nobody can be read from it. `minutes`: what it
    takes. `value`: points, compared within a report only. `subject`: a company or segment as the
    strategy names it. `channel`: in the strategy's words. `group`: the batch it belongs to.
    `decided`: what the owner decided about it, which wins over everything here.
    """

    id: str
    kind: Kind
    headline: Headline
    minutes: float
    value: float
    person: Person | None = None
    subject: str = ""
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Fact, ...] = ()
    would_change: tuple[str, ...] = ()
    channel: str = ""
    touches: Touches | None = None
    text: TextKey | None = None
    group: str = ""
    triage: Triage | None = None
    decided: decisions.Decision | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Give all rules for requests that fit, the one that decided first."""
        return self.triage.hits if self.triage else ()

    @property
    def open(self) -> bool:
        """Whether there is still something to do: to decide, or to let go whom the owner chose."""
        return self.decided is None or self.decided.choice in STILL_OPEN


STILL_OPEN = frozenset({decisions.Choice.REVIEW, decisions.Choice.UNSURE, decisions.Choice.REMOVE})


@dataclass(frozen=True, slots=True)
class Week:
    """What fits into the hours of a week, in order, and what does not. Minutes."""

    available: float
    chosen: tuple[Recommendation, ...]
    later: tuple[Recommendation, ...]
    rule: str

    def __post_init__(self) -> None:
        """Refuse a week that takes longer than there is time."""
        if self.taken > self.available:
            raise ValueError(f"{self.taken} of {self.available} minutes")

    @property
    def taken(self) -> float:
        """Give the minutes that the chosen ones take together."""
        return sum(one.minutes for one in self.chosen)


@dataclass(frozen=True, slots=True)
class Batch:
    """People to let go in one day, alike in how sure it is that they are no loss."""

    name: str
    certainty: str
    people: int


@dataclass(frozen=True, slots=True)
class CleanUp:
    """Letting go in numbers: all batches together, whom it spares and why, what it destroys."""

    people: int
    hours: float
    days: int
    weeks: float
    batches: tuple[Batch, ...]
    kept: Mapping[str, int]
    destroys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """All recommendations, in the order of `Kind` and within it the most urgent first.

    `missing`: what could not be advised on, and why. Raises ValueError if an id stands twice.
    """

    recommendations: tuple[Recommendation, ...]
    week: Week
    clean_up: CleanUp
    missing: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse two recommendations of one id."""
        if len({one.id for one in self.recommendations}) != len(self.recommendations):
            raise ValueError("two recommendations have the same id")

    def of(self, kind: Kind) -> Sequence[Recommendation]:
        """Give the recommendations of one kind, in order."""
        return tuple(one for one in self.recommendations if one.kind is kind)
