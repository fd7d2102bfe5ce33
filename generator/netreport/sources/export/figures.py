"""What `netreport check` counts in each table, and the day an export is of."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

import polars as pl

from netreport.model.network import Counts, Owner
from netreport.model.tables import Table

_DAY_IN_NAME = re.compile(r"(?<!\d)(\d\d)-(\d\d)-(\d{4})(?!\d)")
_STAMPS: Mapping[Table, str] = {
    Table.CONNECTIONS: "connected_on",
    Table.INVITATIONS: "sent_at",
    Table.MESSAGES: "sent_at",
    Table.SHARES: "posted_at",
    Table.COMMENTS: "commented_at",
    Table.REACTIONS: "reacted_at",
    Table.VOTES: "voted_at",
    Table.REPOSTS: "reposted_at",
    Table.ENDORSEMENTS: "endorsed_at",
    Table.COMPANY_FOLLOWS: "followed_at",
    Table.MEMBER_FOLLOWS: "followed_at",
    Table.HASHTAG_FOLLOWS: "followed_at",
    Table.SEARCHES: "searched_at",
    Table.NOTES: "created_at",
}
ABSURD_GAP = timedelta(days=5 * 365)
ABSURD_SHARE = 100  # at most one day in so many stands after such a gap by mistake


def day_in_name(names: Iterable[str]) -> date | None:
    """Give the day MM-DD-YYYY that LinkedIn puts into the name of an export."""
    for name in names:
        for month, day, year in _DAY_IN_NAME.findall(name):
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                continue
    return None


def newest_day(tables: Mapping[Table, pl.DataFrame]) -> date | None:
    """Give the day of the newest row.

    A few days of many that stand years after all others are mistakes, and are passed over.
    """
    stamped = [tables[table][column] for table, column in _STAMPS.items() if table in tables]
    days = {day for stamps in stamped for day in stamps.cast(pl.Date).unique() if day is not None}
    newest_first: list[date] = sorted(days, reverse=True)
    few = len(newest_first) // ABSURD_SHARE
    for place, (day, before) in enumerate(pairwise(newest_first)):
        if place >= few or day - before <= ABSURD_GAP:
            return day
    return newest_first[-1] if newest_first else None


def count_all(tables: Mapping[Table, pl.DataFrame], owner: Owner) -> dict[Table, Counts]:
    """Count every table; None stands where the export's year cannot tell."""
    connections = tables.get(Table.CONNECTIONS)
    known = None if connections is None else connections["person"].drop_nulls().unique()
    counts = {table: Counts({"rows": frame.height}) for table, frame in tables.items()}
    if connections is not None:
        figures = {"rows": connections.height, "hidden": int(connections["hidden"].sum())}
        counts[Table.CONNECTIONS] = Counts(figures)
    if Table.INVITATIONS in tables:
        counts[Table.INVITATIONS] = _invitations(tables[Table.INVITATIONS], known)
    if Table.MESSAGES in tables:
        counts[Table.MESSAGES] = _messages(tables[Table.MESSAGES], known, owner)
    return counts


def _invitations(invitations: pl.DataFrame, known: pl.Series | None) -> Counts:
    """Count as accepted who is a connection now, which only an address can tell."""
    people = invitations["person"]
    told = known is not None and (people.is_not_null().any() or people.is_empty())
    accepted = int(people.is_in(known.to_list()).sum()) if known is not None and told else None
    return Counts(
        {
            "rows": people.len(),
            "accepted": accepted,
            "not_accepted": None if accepted is None else people.len() - accepted,
        }
    )


def _messages(messages: pl.DataFrame, known: pl.Series | None, owner: Owner) -> Counts:
    """Count conversations where they have ids, and partners where they have addresses."""
    ids = messages["conversation"]
    stand_ins = ids.str.contains("^(name|line):").any()
    sponsored = messages.filter("sponsored")["conversation"].n_unique()
    parts = pl.concat([messages["sender"], messages["recipients"].explode()])
    partners = parts.drop_nulls().unique()
    addressed = not partners.is_empty() or messages.is_empty()
    partners = partners.filter(partners != (owner.slug or ""))
    joined = None if known is None else int(partners.is_in(known.to_list()).sum())
    return Counts(
        {
            "rows": messages.height,
            "conversations": None if stand_ins else ids.n_unique(),
            "sponsored": sponsored,
            "drafts": int(messages["draft"].sum()),
            "partners": partners.len() if addressed else None,
            "joined": joined if addressed else None,
        }
    )
