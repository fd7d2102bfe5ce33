"""What a metric is: one question, the tables it needs, and a pure function that answers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import polars as pl

from netreport.model.results import Reason, Result, Unit, Unknown
from netreport.model.strategy import Strategy
from netreport.model.tables import Table


class Topic(StrEnum):
    """The page that a metric belongs to; the value is the page's path without its ending."""

    WHO = "who-is-here"
    CONVERSATIONS = "conversations"
    INVITATIONS = "invitations"
    CONTENT = "content"
    OUTREACH = "outreach"
    GROWTH = "growth"
    CAPACITY = "capacity"
    CHANGES = "changes"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a metric may see: the tables it declared, the strategy, and the export's day."""

    tables: Mapping[Table, pl.DataFrame] = field(compare=False, repr=False)
    strategy: Strategy
    as_of: date

    def __getitem__(self, table: Table) -> pl.DataFrame:
        """Give a declared table; KeyError for any other, which is a bug of the metric."""
        return self.tables[table]

    def get(self, table: Table) -> pl.DataFrame | None:
        """Give a table declared in `uses`, or None where the export has none."""
        return self.tables.get(table)


@dataclass(frozen=True, slots=True)
class Metric:
    """One question about the network.

    `needs`: without these tables there is no answer. `uses`: tables that add to it where present.
    `code`: M and a number that no other has, by which the method page and `explain` know it.
    `claims`: rows S01-S77 of the page on claims. `source`: whose formula.
    `minimum`: in words, below what it answers "too few". `left_out`: in words, what never counts.
    `noun`: what stands behind the number where its unit has no word of its own ("answers").
    """

    id: str
    code: str
    topic: Topic
    title: str
    unit: Unit
    question: str
    formula: str
    needs: frozenset[Table]
    measure: Callable[[Inputs], Result]
    uses: frozenset[Table] = frozenset()
    claims: tuple[str, ...] = ()
    source: str = ""
    minimum: str = "1"
    left_out: str = ""
    noun: str = ""

    def ask(self, inputs: Inputs) -> Result:
        """Answer from the declared tables only, or say which file is absent."""
        for table in sorted(self.needs):
            if table not in inputs.tables:
                return absent(table)
        known = {t: inputs.tables[t] for t in self.needs | self.uses if t in inputs.tables}
        return self.measure(Inputs(known, inputs.strategy, inputs.as_of))


FILES: Mapping[Table, str] = {  # LinkedIn's file that a table is read or derived from
    Table.CONNECTIONS: "Connections.csv",
    Table.PEOPLE: "Connections.csv",
    Table.INVITATIONS: "Invitations.csv",
    Table.REQUESTS: "Invitations.csv",
    Table.PENDING: "Invitations.csv",
    Table.MESSAGES: "messages.csv",
    Table.EXCHANGES: "messages.csv",
    Table.OPENINGS: "messages.csv",
    Table.THREADS: "messages.csv",
    Table.TIES: "messages.csv",
    Table.SHARES: "Shares.csv",
    Table.POSTS: "Shares.csv",
    Table.COMMENTS: "Comments.csv",
    Table.REACTIONS: "Reactions.csv",
}
FULLER = "Ask LinkedIn for the larger data archive: its second mail has every file."


def absent(table: Table) -> Unknown:
    """Say which of LinkedIn's files an answer would take, and how to come by it."""
    if table not in FILES:
        return Unknown(Reason.FILE_ABSENT, f"there is no table of {table.replace('_', ' ')}")
    return Unknown(Reason.FILE_ABSENT, f"no {FILES[table]} was read", FULLER)
