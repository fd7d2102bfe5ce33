"""Made-up messages and invitations, written as a dialogue."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from made import days_ago, table
from netreport.model.tables import Table

OWNER = "robin-sample-example"


def message(
    person: str, days: int, *, mine: bool, text: str = "", **changed: Any
) -> dict[str, Any]:
    """Give one message `days` ago, from the owner (`mine`) or from the person."""
    name = person.replace("-example", "").title()
    said = text or f"A word of {'mine' if mine else 'theirs'}, {days} days ago, about our plan"
    return {
        "conversation": f"2-{person}",
        "sender": OWNER if mine else person,
        "sender_name": "Robin Sample" if mine else name,
        "from_owner": mine,
        "recipients": [person] if mine else [],
        "recipient_names": [name] if mine else ["Robin Sample"],
        "people": 1,
        "sent_at": days_ago(days),
        "text": said,
        **changed,
    }


def dialogue(person: str, turns: str, *, first: int = 20, **changed: Any) -> list[dict[str, Any]]:
    """Give messages a day apart: "I" is the owner's, "T" is theirs; the first is the oldest."""
    return [
        message(person, first - place, mine=side == "I", **changed)
        for place, side in enumerate(turns)
    ]


def messages(*rows: Mapping[str, Any]) -> pl.DataFrame:
    """Give a MESSAGES table in the order of the file: newest first."""
    ordered = sorted(rows, key=lambda row: row["sent_at"], reverse=True)
    numbered = [{**row, "line": place + 2} for place, row in enumerate(ordered)]
    return table(Table.MESSAGES, numbered)


def connections(*people: str, on: date = date(2024, 5, 1)) -> pl.DataFrame:
    """Give a CONNECTIONS table of people without title or company."""
    return table(
        Table.CONNECTIONS,
        [
            {"person": one, "first_name": one, "connected_on": on, "line": n}
            for n, one in enumerate(people)
        ],
    )


def invitations(*rows: Mapping[str, Any]) -> pl.DataFrame:
    """Give an INVITATIONS table."""
    return table(Table.INVITATIONS, rows)


def only(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Give the one row that there is."""
    (row,) = rows
    return row
