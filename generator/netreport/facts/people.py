"""Who is who: every visible connection with its function, level, place, company and segment.

Takes connections, what the owner knows, and the strategy. Sources in falling strength: the
strategy's overrides, the owner's tables, the export's own words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from netreport.facts import regions, titles
from netreport.facts.expressions import each
from netreport.facts.identity import meant
from netreport.facts.knowledge import known
from netreport.facts.segments import employed_at, sort_into
from netreport.facts.standing import dormant, stand
from netreport.facts.words import fold
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table

Found = regions.Place | None
Columns = dict[str, pl.DataType | type[pl.DataType]]
PLACE: Columns = {
    "place": pl.UInt32,
    "countries": pl.List(pl.String),
    "regions": pl.List(pl.String),
    "place_words": pl.String,
    "place_source": pl.String,
    "place_confidence": pl.Float64,
}
READ: Columns = {
    "position": pl.String,
    "read_function": pl.String,
    "function2": pl.String,
    "read_seniority": pl.String,
    "title_words": pl.List(pl.String),
    "title_confidence": pl.Float64,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """People with what is known of them, and the places that their column `place` counts."""

    people: pl.DataFrame
    places: Sequence[Found]


def derive(tables: Mapping[Table, pl.DataFrame], strategy: Strategy, as_of: date) -> pl.DataFrame:
    """Give PEOPLE; nobody is owed an answer yet, which takes the threads (see facts.debt)."""
    visible = _visible(tables[Table.CONNECTIONS])
    sorted_in = in_segments(placed(visible, tables, strategy), strategy)
    stood = stand(sorted_in, tables.get(Table.TIES)).with_columns(
        dormant(strategy.engagement.dormant_after_days, as_of).alias("dormant"),
        pl.lit(value=False).alias("owed"),
        pl.lit(None, pl.String).alias("decision"),
    )
    return stood.select(pl.col(name).cast(kind) for name, kind in SCHEMAS[Table.PEOPLE].items())


def placed(
    people: pl.DataFrame, tables: Mapping[Table, pl.DataFrame], strategy: Strategy
) -> Placed:
    """Add what is known of people: titles read, companies keyed, places found.

    Needs the columns person, name, email, position and company.
    """
    titled = with_titles(known(people, tables, strategy))
    found = regions.located(_hints(titled), strategy.regions)
    folded = [
        each(name, fold, pl.String).alias(f"{name}_folded") for name in ("position", "company")
    ]
    return Placed(_with_places(titled, found).with_columns(folded), found.places)


def in_segments(who: Placed, strategy: Strategy) -> pl.DataFrame:
    """Add each person's segments, fit and relevance, and who is `social` or `kept`."""
    return _flagged(sort_into(who.people, strategy, who.places), strategy)


def _visible(connections: pl.DataFrame) -> pl.DataFrame:
    name = pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True)
    return connections.filter(~pl.col("hidden")).with_columns(name.alias("name"))


def with_titles(people: pl.DataFrame) -> pl.DataFrame:
    """Read each distinct `position` once; what the owner said about it, or the person, wins.

    Needs said_function, said_seniority and said_by; adds function, function2, seniority and the
    words, source and confidence of the reading.
    """
    joined = people.join(_read(people), on="position", how="left", maintain_order="left")
    said = pl.col("said_function").is_not_null() | pl.col("said_seniority").is_not_null()
    understood = pl.col("read_function").is_not_null() | pl.col("read_seniority").is_not_null()
    second = pl.when(pl.col("said_function").is_null()).then("function2")
    source = pl.when(said).then("said_by").when(understood).then(pl.lit("the title"))
    return joined.with_columns(
        pl.coalesce("said_function", "read_function").alias("function"),
        second.alias("function2"),
        pl.coalesce("said_seniority", "read_seniority").alias("seniority"),
        pl.col("title_words").fill_null([]),
        source.alias("title_source"),
        pl.when(said).then(1.0).otherwise("title_confidence").alias("title_confidence"),
    )


def _read(people: pl.DataFrame) -> pl.DataFrame:
    distinct = people.get_column("position").drop_nulls().unique().sort().to_list()
    read = titles.read_all(distinct)
    return pl.DataFrame(
        {
            "position": distinct,
            "read_function": [one.function for one in read],
            "function2": [one.function2 for one in read],
            "read_seniority": [one.seniority for one in read],
            "title_words": [one.decided_by for one in read],
            "title_confidence": [one.confidence for one in read],
        },
        schema=READ,
    )


def _hints(people: pl.DataFrame) -> Sequence[Sequence[str | None]]:
    columns = ("position", "company", "email", "location", "company_place", "person_place")
    return [people.get_column(name).to_list() for name in columns]


def _with_places(people: pl.DataFrame, found: regions.Located) -> pl.DataFrame:
    """Add where each person is, and as `place` its number among the distinct places."""
    places = found.places
    table = pl.DataFrame(
        {
            "place": range(len(places)),
            "countries": [sorted(one.countries) if one else [] for one in places],
            "regions": [sorted(one.regions) if one else [] for one in places],
            "place_words": [one.evidence if one else None for one in places],
            "place_source": [str(one.source) if one else None for one in places],
            "place_confidence": [one.confidence if one else None for one in places],
        },
        schema=PLACE,
    )
    numbered = people.with_columns(pl.Series("place", found.numbers, pl.UInt32))
    return numbered.join(table, on="place", how="left", maintain_order="left")


def _flagged(people: pl.DataFrame, strategy: Strategy) -> pl.DataFrame:
    context = strategy.social_context
    social = pl.col("person").is_in(list(meant(people, context.people)))
    if context.companies:
        social |= employed_at(context.companies).fill_null(False)
    kept = pl.col("person").is_in(list(meant(people, strategy.safelist)))
    return people.with_columns(social.alias("social"), kept.alias("kept"))
