"""The story that the demo tells: who the people are, when they came, and what became of them.

A sales coach connects carefully for years, then with everybody in five weeks of "growth hacking",
and has chosen with care ever since. All numbers of the story stand here, as parts of the whole, so
that a network of any size tells the same one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

FEWEST_CONNECTIONS, MOST_CONNECTIONS = 25, 30_000
MOST_MESSAGES = 200_000
QUARTER = timedelta(days=92)
KEPT = timedelta(days=180)  # how long LinkedIn keeps an accepted invitation
YEARS = 9


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for: rows of Connections and of messages, the seed, the day of the export."""

    connections: int = 1214
    messages: int = 3520
    seed: int = 7
    as_of: date = date(2026, 10, 31)

    @property
    def scale(self) -> float:
        """Give the size of this network in networks of the embedded demo."""
        return self.connections / 1214

    def times(self, count: float) -> int:
        """Give how many there are where the embedded demo has `count`; at least one."""
        return max(1, round(count * self.scale))


class Role(StrEnum):
    """The part that somebody plays."""

    CORE = "relevant, and talks with the owner"
    DORMANT = "relevant, and has not talked with the owner for more than a year"
    LATENT = "relevant, and silent"
    LEADER = "leads a company, nobody can tell where"
    PUZZLE = "has a title that says nothing, or none"
    SOCIAL = "known from private life"
    CROWD = "does something else"
    HIDDEN = "hides from exports: only the day is left"
    STRANGER = "not connected: asked, was asked, or was written to"


@dataclass(frozen=True, slots=True)
class Job:
    """A company and a title, as their owner typed them; either may be empty."""

    company: str
    title: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on LinkedIn. `slug` is empty for accounts without an address.

    `home` is a key of places.toml. `former_...` is what held before `changed_on`; equal where
    nothing changed.
    """

    role: Role
    home: str
    first: str
    last: str
    slug: str
    job: Job
    email: str = ""
    former_slug: str = ""
    former_job: Job | None = None
    changed_on: date = date.min

    @property
    def name(self) -> str:
        """Give the name as LinkedIn shows it."""
        return f"{self.first.strip()} {self.last.strip()}".strip()

    @property
    def called(self) -> str:
        """Give the name by which the owner calls them: no initials, no capitals throughout."""
        name = " ".join(part for part in self.first.split() if not part.endswith("."))
        return name.title() if name.isupper() or name.islower() else name

    def slug_on(self, day: date) -> str:
        """Give the end of the profile address on `day`."""
        return self.former_slug if self.former_slug and day < self.changed_on else self.slug

    def job_on(self, day: date) -> Job:
        """Give company and title on `day`."""
        return self.former_job if self.former_job and day < self.changed_on else self.job


@dataclass(frozen=True, slots=True)
class Request:
    """A request to connect and what came of it.

    `ended_at`: when the connection was lost, or the request ignored or withdrawn; None where it
    still stands.
    """

    member: Member
    incoming: bool
    sent_at: datetime
    note: str = ""
    accepted_at: datetime | None = None
    ended_at: datetime | None = None

    def connected(self, moment: datetime) -> bool:
        """Say whether the two are connected at this moment."""
        accepted = self.accepted_at is not None and self.accepted_at <= moment
        return accepted and not self._ended(moment)

    def pending(self, moment: datetime) -> bool:
        """Say whether the request waits at this moment."""
        open_yet = self.accepted_at is None or self.accepted_at > moment
        return self.sent_at <= moment and open_yet and not self._ended(moment)

    def _ended(self, moment: datetime) -> bool:
        return self.ended_at is not None and self.ended_at <= moment


@dataclass(frozen=True, slots=True)
class Cohort:
    """People who came in the same time: `part` of all connections, in days before the export.

    `roles` are weights; `received`: the share that asked the owner, rather than being asked.
    """

    name: str
    part: float
    oldest: int
    newest: int
    received: float
    roles: Mapping[Role, float]


COHORTS = (
    Cohort("early", 0.540, 3280, 993, 0.62, {
        Role.CORE: 34, Role.DORMANT: 59, Role.LATENT: 128, Role.LEADER: 78,
        Role.PUZZLE: 52, Role.SOCIAL: 28, Role.CROWD: 290,
    }),
    Cohort("rush", 0.206, 992, 958, 0.14, {
        Role.CORE: 2, Role.LATENT: 18, Role.LEADER: 20, Role.PUZZLE: 34, Role.CROWD: 176,
    }),
    Cohort("since", 0.210, 956, 93, 0.58, {
        Role.CORE: 34, Role.LATENT: 92, Role.LEADER: 38, Role.PUZZLE: 20,
        Role.SOCIAL: 6, Role.CROWD: 62,
    }),
    Cohort("quarter", 0.029, 91, 2, 0.64, {
        Role.CORE: 7, Role.LATENT: 15, Role.LEADER: 6, Role.PUZZLE: 2, Role.CROWD: 5,
    }),
)  # fmt: skip
HIDDEN_PART = 0.015
RUSH = COHORTS[1]

# In the last quarter, for each 1,214 connections:
LOST, MOVED, RENAMED = 9, 14, 4
WAITING_THEN, STILL_WAITING, WAITING_NOW = 25, 3, 38  # received, and never accepted
SENT_WAITING, SENT_WITHDRAWN = 24, 6
