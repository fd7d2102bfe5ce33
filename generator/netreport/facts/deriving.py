"""The order in which facts are derived, and what is dropped once they are."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from netreport.facts import conversations, debt, invitations, pending, people, posts
from netreport.facts.letters import between_people
from netreport.model.network import Network
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table

Tables = dict[Table, pl.DataFrame]

DROPPED = frozenset({Table.MESSAGES, Table.INVITATIONS, Table.NOTES, Table.ENRICHMENT})
BLANKED = {
    Table.CONNECTIONS: ("email",),
    Table.SHARES: ("text",),
    Table.COMMENTS: ("text",),
    Table.ARTICLES: ("text",),
}


def derive(network: Network, strategy: Strategy) -> Network:
    """Give the network with its derived tables and without anything that people wrote."""
    tables: Tables = dict(network.tables)
    letters = between_people(tables[Table.MESSAGES]) if Table.MESSAGES in tables else None
    connections, as_of = tables.get(Table.CONNECTIONS), network.as_of
    if Table.INVITATIONS in tables:
        read = invitations.derive(tables[Table.INVITATIONS], connections, as_of)
        tables[Table.REQUESTS] = read
        tables[Table.PENDING] = pending.derive(tables, strategy)
    requests = tables.get(Table.REQUESTS)
    if letters is not None:
        engagement = strategy.engagement
        tables |= conversations.derive(letters, requests, connections, engagement, as_of)
    if connections is not None:
        tables[Table.PEOPLE] = people.derive(tables, strategy, as_of)
    if letters is not None:
        _add_debt(tables, letters, strategy, network)
    published = posts.derive(tables, strategy)
    if published is not None:
        tables[Table.POSTS] = published
    return replace(network, tables=_without_texts(tables))


def _add_debt(tables: Tables, letters: pl.DataFrame, strategy: Strategy, network: Network) -> None:
    requests, known = tables.get(Table.REQUESTS), tables.get(Table.PEOPLE)
    respond = strategy.engagement.respond
    threads = debt.threads(letters, requests, known, respond, network.as_of)
    tables[Table.THREADS] = threads
    if known is not None:
        tables[Table.PEOPLE] = debt.owing(known, threads)


def _without_texts(tables: Mapping[Table, pl.DataFrame]) -> Tables:
    kept = {table: frame for table, frame in tables.items() if table not in DROPPED}
    for table, columns in BLANKED.items():
        if table in kept:
            kept[table] = kept[table].with_columns(_blank(table, name) for name in columns)
    if Table.REQUESTS in kept:
        kept[Table.REQUESTS] = kept[Table.REQUESTS].select(SCHEMAS[Table.REQUESTS].names())
    return kept


def _blank(table: Table, name: str) -> pl.Expr:
    return pl.lit(None, SCHEMAS[table][name]).alias(name)
