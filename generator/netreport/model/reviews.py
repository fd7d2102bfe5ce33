"""What a review is: what somebody said of a report, item by item, and what became of it.

A coach says it of the coach's build, the owner of the private one. Comments and names are other
people's text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from netreport.model.decisions import Decision
from netreport.model.people import Person
from netreport.model.results import Estimate
from netreport.model.text import Untrusted, md

LONGEST_COMMENT = 4000
LONGEST_NAME = 80


class Comment(Untrusted):
    """A line of a comment; as long as its writer made it."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the line as templates print it, every mark spelled out."""
        return md(self, LONGEST_COMMENT)


NAMELESS = Untrusted("")


class Stance(StrEnum):
    """What a reviewer says to an item."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"


class Role(StrEnum):
    """Who answered: told by the seal of the build that the answer was made on."""

    COACH = "coach"
    OWNER = "owner"


class Sort(StrEnum):
    """What can be answered, and the beginning of its id but for recommendations."""

    RECOMMENDATION = "recommendation"
    VERDICT = "verdict"
    STRATEGY = "strategy"
    SEGMENT = "segment"
    PAGE = "page"


SECTIONS: Mapping[str, str] = {
    "objective": "What you want",
    "opportunity": "What counts as an opportunity",
    "give": "What you give",
    "want": "What you want from people",
    "hours": "Hours a week",
    "topics": "What you write about",
    "acceptance": "Share of requests you mean to accept",
    "relevance": "Least share of relevant people",
    "channels": "Channels, the best first",
}
"""The sections of a strategy that can be answered, in reading order: key and title."""

OVERALL = "verdict-overall"


def verdict_id(metric: str) -> str:
    """Give the id of the verdict on a number."""
    return f"{Sort.VERDICT}-{metric.replace('_', '-')}"


def section_id(key: str) -> str:
    """Give the id of a section of the strategy."""
    return f"{Sort.STRATEGY}-{key}"


def page_id(path: str) -> str:
    """Give the id of a page, by the path of its Markdown."""
    return f"{Sort.PAGE}-{path.removesuffix('.md')}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one item. `comment` as it was typed; `at`: in UTC.

    `seen` names what the item said when it was answered, `called` what the page called it.
    """

    id: str
    stance: Stance | None
    comment: str
    at: datetime
    seen: str = ""
    called: Untrusted = NAMELESS


@dataclass(frozen=True, slots=True)
class Review:
    """One file of answers. `file`: its name in the workspace. `edited`: changed by hand since.

    `by` is who signs; the owner's are signed by being the owner's. `export`: the mark of its day.
    """

    file: str
    role: Role
    by: Untrusted
    build: str
    export: str
    saved: datetime
    answers: tuple[Answer, ...]
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back into the workspace, the oldest first, and which files cannot be used.

    `secret` is what ids and `seals` are made with.
    """

    reviews: tuple[Review, ...] = ()
    faults: tuple[str, ...] = ()
    seals: Mapping[Role, str] = field(default_factory=dict)
    secret: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in a thread: whose, on which export, and whether the item has changed since."""

    role: Role
    by: Untrusted
    answer: Answer
    export: str
    changed: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be answered. `title` in pieces, as a headline.

    `state` names what it says now, so that an answer to something else can be told.
    """

    id: str
    sort: Sort
    title: tuple[str | Person, ...]
    state: str = ""


class Outcome(StrEnum):
    """Where a thread stands."""

    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"
    DONE = "done"


class Progress(StrEnum):
    """What a later export shows of an agreed action."""

    DONE = "done"
    NOT_SEEN = "not seen"
    CANNOT_TELL = "cannot be told"


@dataclass(frozen=True, slots=True)
class Shift:
    """A number that an action was meant to move: what it was and is, both by today's ruler."""

    metric: str
    before: Estimate
    now: Estimate


@dataclass(frozen=True, slots=True)
class Followed:
    """What exports show of an action since it was answered: in a sentence, between two days."""

    progress: Progress
    sentence: str
    since: date
    until: date
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said of one item, the oldest first. `item` is None where nobody knows it.

    `gone`: the item stood in an earlier report, and not in this one. `decided`: by the owner.
    """

    id: str
    item: Item | None
    entries: tuple[Entry, ...]
    outcome: Outcome
    gone: bool = False
    decided: Decision | None = None
    followed: Followed | None = None

    @property
    def coaches(self) -> Sequence[Entry]:
        """Give the last answer of each coach, in the order of their names."""
        last = {one.by: one for one in self.entries if one.role is Role.COACH}
        return [last[name] for name in sorted(last)]

    @property
    def divided(self) -> bool:
        """Whether a coach disagrees with what the report says."""
        return any(one.answer.stance is Stance.DISAGREE for one in self.coaches)


@dataclass(frozen=True, slots=True)
class Concord:
    """How often a coach and another judge alike, of how many cases.

    `kappa` is None where too few cases, or chance, forbid it; `note` says so.
    """

    by: Untrusted
    other: str
    alike: int
    cases: int
    share: Estimate
    kappa: Estimate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Discussion:
    """Everything that came back, and everything that can be answered, both by id.

    `seals` and `mark`: what a build's pages carry, by role and of the export's day. `segments`: the
    ids of items by those of the strategy's segments. `faults`: files that could not be used.
    """

    items: Mapping[str, Item] = field(default_factory=dict, repr=False)
    threads: Mapping[str, Thread] = field(default_factory=dict, repr=False)
    reviews: tuple[Review, ...] = ()
    concords: tuple[Concord, ...] = ()
    seals: Mapping[Role, str] = field(default_factory=dict, repr=False)
    mark: str = ""
    segments: Mapping[str, str] = field(default_factory=dict, repr=False)
    faults: tuple[str, ...] = ()

    def standing(self, *outcomes: Outcome) -> Sequence[Thread]:
        """Give the threads that stand at one of these, in the order of the items."""
        return [one for one in self.threads.values() if one.outcome in outcomes]
