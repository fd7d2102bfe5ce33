"""Who and what an export and the owner's files tell of, gathered from every table that does.

Takes networks as they were read, before anything is left out of them, and gives columns.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from netreport.model.network import Network
from netreport.model.tables import Table

Places = Mapping[Table, Sequence[str]]

NAMES: Places = {
    Table.INVITATIONS: ("name",),
    Table.MESSAGES: ("sender_name", "recipient_names"),
    Table.ENDORSEMENTS: ("name",),
    Table.RECOMMENDATIONS: ("name",),
    Table.MEMBER_FOLLOWS: ("name",),
    Table.NOTES: ("name",),
    Table.ENRICHMENT: ("name",),
    Table.OUTREACH: ("name",),
}
PROFILES: Places = {
    Table.CONNECTIONS: ("person",),
    Table.INVITATIONS: ("person",),
    Table.MESSAGES: ("sender", "recipients"),
    Table.ENDORSEMENTS: ("person",),
    Table.NOTES: ("person",),
    Table.ENRICHMENT: ("person",),
    Table.OUTREACH: ("person",),
}
EMAILS: Places = {
    Table.CONNECTIONS: ("email",),
    Table.ENRICHMENT: ("email",),
    Table.OUTREACH: ("email",),
}
TEXTS: Places = {
    Table.MESSAGES: ("text", "subject"),
    Table.INVITATIONS: ("note",),
    Table.NOTES: ("note",),
    Table.COMMENTS: ("text",),
    Table.DECISIONS: ("note",),
}
JOBS: Mapping[Table, tuple[str, str, str]] = {
    Table.CONNECTIONS: ("person", "company", "position"),
    Table.RECOMMENDATIONS: ("name", "company", "position"),
    Table.ENRICHMENT: ("person", "company", "title"),
}
OWN: Places = {
    Table.PROFILE: ("headline", "summary", "industry", "location"),
    Table.POSITIONS: ("company", "title", "location"),
    Table.SKILLS: ("skill",),
    Table.SHARES: ("text", "shared_url", "media_url"),
    Table.ARTICLES: ("title", "text"),
}
"""What the owner says in public."""


def column(networks: Sequence[Network], places: Places) -> pl.Series:
    """Give every different value of these columns, in no order, without nulls and blanks."""
    found = [_flat(each.tables[table], name) for each, table, name in _present(networks, places)]
    every = pl.concat([pl.Series("value", [], pl.String), *found])
    return every.filter(every.str.strip_chars() != "").unique()


def people(networks: Sequence[Network]) -> pl.DataFrame:
    """Give every different `first_name` and `last_name` of the connections."""
    columns = [pl.col(name).fill_null("") for name in ("first_name", "last_name")]
    found = [
        each.tables[Table.CONNECTIONS].select(columns)
        for each in networks
        if Table.CONNECTIONS in each.tables
    ]
    return pl.concat([_empty("first_name", "last_name"), *found]).unique()


def jobs(networks: Sequence[Network]) -> pl.DataFrame:
    """Give who works where as what: `who` (a key, or else a name), `company`, `position`."""
    found = [
        each.tables[table].select(
            who=pl.col(who).fill_null(""),
            company=pl.col(company).fill_null(""),
            position=pl.col(position).fill_null(""),
        )
        for each in networks
        for table, (who, company, position) in JOBS.items()
        if table in each.tables
    ]
    return pl.concat([_empty("who", "company", "position"), *found]).unique()


def cards(networks: Sequence[Network]) -> pl.Series:
    """Give who everybody is, as a table or the end of a message says it: name, title, company."""
    parts = [pl.col(name).fill_null("") for name in ("first_name", "last_name")]
    title, company = (pl.col(name).fill_null("") for name in ("position", "company"))
    orders = ([*parts, title, company], [*parts, company, title])
    found = [
        each.tables[Table.CONNECTIONS].select(value=pl.concat_str(order, separator=" "))["value"]
        for each in networks
        if Table.CONNECTIONS in each.tables
        for order in orders
    ]
    return pl.concat([pl.Series("value", [], pl.String), *found]).unique()


def texts(networks: Sequence[Network]) -> pl.DataFrame:
    """Give what was written: `text`, and the number of its `voice`.

    A conversation has one voice, whatever its length; elsewhere every different text has its own.
    Answers of a coach are left out: they are for the coach to read.
    """
    found = [
        _written(each.tables[table], table, name) for each, table, name in _present(networks, TEXTS)
    ]
    nothing = pl.DataFrame(schema={"text": pl.String, "voice": pl.UInt64})
    return pl.concat([nothing, *found]).filter(pl.col("text").str.contains(r"\w"))


def _present(networks: Sequence[Network], places: Places) -> Sequence[tuple[Network, Table, str]]:
    return [
        (each, table, name)
        for each in networks
        for table, names in places.items()
        if table in each.tables
        for name in names
    ]


def _flat(frame: pl.DataFrame, name: str) -> pl.Series:
    values = frame[name]
    flat = values.explode() if values.dtype == pl.List(pl.String) else values
    return flat.drop_nulls().alias("value")


def _written(frame: pl.DataFrame, table: Table, name: str) -> pl.DataFrame:
    if table is Table.DECISIONS:
        frame = frame.filter(pl.col("kind") != "review")
    voice = pl.col("conversation" if table is Table.MESSAGES else name)
    return frame.drop_nulls(name).select(text=pl.col(name), voice=voice.fill_null("").hash())


def _empty(*names: str) -> pl.DataFrame:
    return pl.DataFrame(schema=dict.fromkeys(names, pl.String))
