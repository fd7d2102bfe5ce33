"""What every part of the advice stands on: the derived tables, the strategy, what was decided.

Takes a derived network, gives a `Ground`. Ids are made here, and nowhere else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

import polars as pl

from netreport.model.advice import Kind
from netreport.model.decisions import Choice, Decision
from netreport.model.decisions import Kind as Decided
from netreport.model.network import Network
from netreport.model.people import Person
from netreport.model.strategy import Fit, Segment, Strategy
from netreport.model.tables import SCHEMAS, Table
from netreport.model.text import Untrusted

Choices = Mapping[Decided, frozenset[Choice]]
"""What, decided about a person, settles a recommendation."""

ON_ACTIONS = frozenset(Choice)
ON_REQUESTS: Choices = {Decided.INVITATION: frozenset(Choice)}
_NO_FIRST_NAMES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mme", "herr", "frau"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Tables by name, the strategy, the export's day, the owner's decisions, and the ids' secret.

    `secret` keeps ids from being guessed from profile addresses; the same secret, the same ids.
    `subjects`: all that any decision is about.
    """

    tables: Mapping[Table, pl.DataFrame] = field(repr=False)
    strategy: Strategy
    as_of: date
    decisions: Mapping[tuple[str, Decided], Decision] = field(repr=False)
    secret: bytes = field(repr=False)
    subjects: frozenset[str] = field(repr=False)

    def table(self, table: Table) -> pl.DataFrame:
        """Give a table; one without rows where the network has none."""
        return self.tables.get(table, pl.DataFrame(schema=SCHEMAS[table]))

    def id(self, kind: Kind, subject: str) -> str:
        """Give the id of a recommendation of this kind about a person, a company or a segment."""
        text = f"{kind}\0{subject}".encode()
        return f"{kind}-{blake2b(text, key=self.secret, digest_size=8).hexdigest()}"

    def decided(
        self, action: str, about: str, choices: Choices, since: date | None = None
    ) -> Decision | None:
        """Give the owner's latest decision on an action's id, or one of `choices` on a person.

        One from before `since`, the day on which there was something new, is none.
        """
        if about not in self.subjects and action not in self.subjects:
            return None
        keys = [(action, Decided.ACTION), *((about, kind) for kind in choices)]
        found = [self.decisions[key] for key in keys if key in self.decisions]
        apt = [one for one in found if one.choice in choices.get(one.kind, ON_ACTIONS)]
        fresh = [one for one in apt if since is None or not _before(one, since)]
        return max(fresh, key=lambda one: one.decided_on or date.min, default=None)

    def chose(self, kind: Decided, *choices: Choice) -> frozenset[str]:
        """Give those about whom the owner decided one of these."""
        return frozenset(
            subject
            for (subject, of), one in self.decisions.items()
            if of is kind and one.choice in choices
        )

    def wanted(self) -> Iterable[tuple[int, Segment]]:
        """Give the ideal and good segments, each with its place in the strategy."""
        for place, segment in enumerate(self.strategy.segments):
            if segment.fit in {Fit.IDEAL, Fit.GOOD}:
                yield place, segment


def ground(network: Network, strategy: Strategy, secret: bytes) -> Ground:
    """Give the ground that a derived network and a strategy make."""
    decisions = _decisions(network.tables.get(Table.DECISIONS))
    subjects = frozenset(subject for subject, _ in decisions)
    return Ground(network.tables, strategy, network.as_of, decisions, secret, subjects)


TOLD = ("person", "name", "first_name", "position", "company", "connected_on")
"""The columns of PEOPLE that `person` reads."""


def person(row: Mapping[str, object]) -> Person:
    """Give the person of a row with the columns person and name, and what else it tells."""
    connected = row.get("connected_on")
    return Person(
        key=str(row["person"]),
        name=_said(row.get("name")) or Untrusted(""),
        first_name=_said(row.get("first_name")) or _first_word(row.get("name")),
        position=_said(row.get("position")),
        company=_said(row.get("company")),
        connected_on=connected if isinstance(connected, date) else None,
    )


def _said(value: object) -> Untrusted | None:
    return Untrusted(value) if isinstance(value, str) and value else None


def _first_word(name: object) -> Untrusted | None:
    """Give the first name of a full one, or nothing where it begins with a title or "J."."""
    first = name.split()[0] if isinstance(name, str) and name.strip() else ""
    usable = len(first) > 1 and not first.endswith(".") and first.lower() not in _NO_FIRST_NAMES
    return Untrusted(first) if usable else None


def _before(decision: Decision, day: date) -> bool:
    return decision.decided_on is not None and decision.decided_on < day


def _decisions(frame: pl.DataFrame | None) -> Mapping[tuple[str, Decided], Decision]:
    if frame is None:
        return {}
    told = [
        Decision(
            row["subject"],
            Decided(row["kind"]),
            Choice(row["decision"]),
            row["decided_on"],
            row["note"] or "",
            Choice(row["advised"]) if row["advised"] else None,
        )
        for row in frame.iter_rows(named=True)
    ]
    return {one.about: one for one in told}
