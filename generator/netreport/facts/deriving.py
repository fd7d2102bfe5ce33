"""The order in which facts are derived, and what is dropped once they are."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from netreport.facts import conversations, debt, invitations, people, posts
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
    _add_requests(tables, network)
    _add_conversations(tables, network, strategy)
    _add_people(tables, network, strategy)
    published = posts.derive(tables, strategy)
    if published is not None:
        tables[Table.POSTS] = published
    return replace(network, tables=_without_texts(tables))


def _add_requests(tables: Tables, network: Network) -> None:
    if Table.INVITATIONS in tables:
        connections = tables.get(Table.CONNECTIONS)
        tables[Table.REQUESTS] = invitations.derive(
            tables[Table.INVITATIONS], connections, network.as_of
        )


def _add_conversations(tables: Tables, network: Network, strategy: Strategy) -> None:
    if Table.MESSAGES in tables:
        tables |= conversations.derive(
            tables[Table.MESSAGES],
            tables.get(Table.REQUESTS),
            tables.get(Table.CONNECTIONS),
            strategy.engagement,
            network.as_of,
        )


def _add_people(tables: Tables, network: Network, strategy: Strategy) -> None:
    if Table.CONNECTIONS in tables:
        tables[Table.PEOPLE] = people.derive(tables, strategy, network.as_of)
    if Table.MESSAGES in tables:
        tables[Table.THREADS] = debt.threads(
            tables[Table.MESSAGES],
            tables.get(Table.REQUESTS),
            tables.get(Table.PEOPLE),
            strategy.engagement.respond,
            network.as_of,
        )
        if Table.PEOPLE in tables:
            tables[Table.PEOPLE] = debt.owing(tables[Table.PEOPLE], tables[Table.THREADS])


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
