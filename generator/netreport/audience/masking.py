"""Tables in which people go by pseudonyms: all that a page for a coach may be made of.

What people wrote was dropped when the facts were derived, for every reader. Here every other
table goes too: a page gets people, their ties, decisions and the kinds of change, and in these
nobody's name, profile, days, words, and no title or company that names somebody.
"""

from collections.abc import Mapping

import polars as pl

from netreport.audience.crowd import Crowd
from netreport.audience.reader import Reader, mask, pseudonym
from netreport.facts.companies import normal
from netreport.facts.words import fold
from netreport.model.tables import SCHEMAS, Table

Tables = Mapping[Table, pl.DataFrame]

WITHHELD = "withheld"
SHOWN = (Table.PEOPLE, Table.TIES, Table.DECISIONS, Table.CHANGES)
"""The tables that pages are made of."""

_WORDS = ("first_name", "last_name", "title_words", "place_words")


def without_words(tables: Tables) -> Tables:
    """Give the tables for a coach who may read names: without the owner's notes and tags."""
    kept = {table: tables[table] for table in SHOWN if table in tables}
    if Table.PEOPLE in kept:
        tags = pl.lit([], SCHEMAS[Table.PEOPLE]["tags"]).alias("tags")
        kept[Table.PEOPLE] = kept[Table.PEOPLE].with_columns(tags)
    if Table.DECISIONS in kept:
        kept[Table.DECISIONS] = kept[Table.DECISIONS].with_columns(_gone(Table.DECISIONS, "note"))
    return kept


def masked(tables: Tables, reader: Reader, crowd: Crowd) -> Tables:
    """Give the tables for a coach who may not read names."""
    kept = dict(without_words(tables))
    if Table.PEOPLE in kept:
        kept[Table.PEOPLE] = _people(kept[Table.PEOPLE], reader, crowd)
    if Table.TIES in kept:
        months = (pl.col(name).dt.truncate("1mo") for name in ("first_at", "last_at"))
        kept[Table.TIES] = _keyed(kept[Table.TIES], "person", reader).with_columns(*months)
    if Table.DECISIONS in kept:
        decided = _keyed(kept[Table.DECISIONS], "subject", reader)
        kept[Table.DECISIONS] = decided.with_columns(pl.col("decided_on").dt.truncate("1mo"))
    if Table.CHANGES in kept:
        kept[Table.CHANGES] = _kinds(kept[Table.CHANGES])
    return kept


def _people(people: pl.DataFrame, reader: Reader, crowd: Crowd) -> pl.DataFrame:
    told = _told(people, crowd.k)
    month = pl.col("connected_on").dt.truncate("1mo")
    named = told.with_columns(
        _or_withheld("position", "tells_title"),
        _or_withheld("company", "tells_company"),
        _or_withheld("company_key", "tells_company"),
        pl.when("tells_month").then(month).alias("connected_on"),
        pl.col("last_at").dt.truncate("1mo"),
        *(_gone(Table.PEOPLE, name) for name in _WORDS),
        person_name(reader),
    )
    keyed = _keyed(named, "person", reader)
    return keyed.select(SCHEMAS[Table.PEOPLE].names()).sort("name")


def _told(people: pl.DataFrame, k: int) -> pl.DataFrame:
    """Mark, row by row, what `Crowd` allows: the same rules, for a whole table at once."""
    keyed = people.with_columns(
        pl.col("position").map_elements(fold, pl.String).alias("title"),
        pl.col("company").map_elements(normal, pl.String).alias("employer"),
        pl.col("connected_on").dt.truncate("1mo").alias("month"),
    )
    many = {
        name: (pl.len().over(*columns) >= k) & pl.all_horizontal(pl.col(columns).is_not_null())
        for name, columns in _TOGETHER.items()
    }
    counted = keyed.with_columns(expression.alias(name) for name, expression in many.items())
    company, pair = pl.col("many_company"), pl.col("many_pair")
    title = pl.col("many_title") & (~company | pair)
    return counted.with_columns(
        company.alias("tells_company"),
        title.alias("tells_title"),
        (~(title & company) | pl.col("many_triple")).alias("tells_month"),
    )


_TOGETHER = {
    "many_title": ["title"],
    "many_company": ["employer"],
    "many_pair": ["title", "employer"],
    "many_triple": ["title", "employer", "month"],
}


def _or_withheld(column: str, told: str) -> pl.Expr:
    withheld = pl.when(pl.col(column).is_not_null()).then(pl.lit(WITHHELD))
    return pl.when(told).then(column).otherwise(withheld).alias(column)


def person_name(reader: Reader) -> pl.Expr:
    """Give the column of pseudonyms that stands where names did."""
    pseudonyms = pl.col("person").map_elements(lambda key: pseudonym(key, reader), pl.String)
    return pseudonyms.alias("name")


def _keyed(frame: pl.DataFrame, column: str, reader: Reader) -> pl.DataFrame:
    return frame.with_columns(
        pl.col(column).map_elements(lambda key: mask(key, reader), pl.String).alias(column)
    )


def _kinds(changes: pl.DataFrame) -> pl.DataFrame:
    """Leave of each change what it was, and nothing of whom, of what, or when."""
    gone = (_gone(Table.CHANGES, name) for name in ("person", "name", "before", "after", "on"))
    return changes.with_columns(*gone)


def _gone(table: Table, column: str) -> pl.Expr:
    return pl.lit(None, SCHEMAS[table][column]).alias(column)
