"""What the owner knows better than the export: tables, enrichment files, overrides.

Takes visible connections, ENRICHMENT and COMPANY_FACTS where there are any, and the strategy.
Rows are joined by profile, then by e-mail, never by name alone. In falling strength: overrides
of a person, of a title or a company, the owner's rows about people, the table of companies.
"""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl
import polars.selectors as cs

from netreport.facts import companies
from netreport.facts.expressions import each
from netreport.facts.identity import keyed
from netreport.facts.words import fold
from netreport.model.strategy import Strategy
from netreport.model.strategy.segments import CompanyOverride, PersonOverride, TitleOverride
from netreport.model.tables import Table

BY_STRATEGY = "your strategy"
ROW = {  # what a row about a person may say, and the column it becomes
    "title": "position",
    "company": "company",
    "location": "location",
    "industry": "industry",
    "function": "said_function",
    "seniority": "said_seniority",
    "segment": "chosen",
    "tags": "tags",
    "source": "said_by",
}
NEW = ("location", "industry", "said_function", "said_seniority", "chosen", "said_by")


def known(
    visible: pl.DataFrame, tables: Mapping[Table, pl.DataFrame], strategy: Strategy
) -> pl.DataFrame:
    """Add to each person what is known from elsewhere.

    New columns: company_key, location, industry, tags, chosen, said_function, said_seniority,
    said_by, company_place, person_place. `position` and `company` are filled where they lack.
    """
    blank = [pl.lit(None, pl.String).alias(name) for name in (*NEW, "person_place")]
    people = visible.with_columns(*blank, pl.lit([], pl.List(pl.String)).alias("tags"))
    if Table.ENRICHMENT in tables:
        people = _with_rows(people, tables[Table.ENRICHMENT])
    people = _with_titles(people, strategy.overrides.titles)
    people = _with_people(people, strategy.overrides.people)
    return _with_companies(people, tables.get(Table.COMPANY_FACTS), strategy.overrides.companies)


def joined_rows(visible: pl.DataFrame, enrichment: pl.DataFrame) -> pl.DataFrame:
    """Give the enrichment rows that belong to a connection, with its key as `person`."""
    by_profile = enrichment.join(visible.select("person"), on="person", how="semi")
    mails = visible.select("person", pl.col("email").str.to_lowercase()).drop_nulls("email")
    by_mail = (
        enrichment.filter(pl.col("person").is_null())
        .drop("person")
        .join(mails.unique("email", keep="none"), on="email")
        .select(by_profile.columns)
    )
    return _one_each(pl.concat([by_profile, by_mail]))


def _one_each(rows: pl.DataFrame) -> pl.DataFrame:
    """Make one row of all rows about a person: of each column, the first that says anything.

    `source`: the file that said what they work in or how senior they are, or the first.
    """
    if rows.get_column("person").is_unique().all():
        return rows
    read = pl.col("function").is_not_null() | pl.col("seniority").is_not_null()
    others = pl.exclude("person", "tags", "source")
    return (
        rows.group_by("person", maintain_order=True)
        .agg(
            others.drop_nulls().first(),
            pl.col("tags").filter(pl.col("tags").list.len() > 0).first(),
            pl.coalesce(pl.col("source").filter(read).first(), pl.col("source").first()),
        )
        .select(rows.columns)
    )


def _with_rows(people: pl.DataFrame, enrichment: pl.DataFrame) -> pl.DataFrame:
    rows = joined_rows(people, enrichment).select(
        "person", *(pl.col(old).alias(new) for old, new in ROW.items())
    )
    merged = _filled(people, rows, "person", ROW.values())
    return merged.with_columns(pl.col("tags").fill_null([]))


def _with_titles(people: pl.DataFrame, said: Mapping[str, TitleOverride]) -> pl.DataFrame:
    if not said:
        return people
    rows = [(fold(title), one.function, one.seniority, BY_STRATEGY) for title, one in said.items()]
    columns = ("_title", "said_function", "said_seniority", "said_by")
    folded = people.with_columns(each("position", fold, pl.String).alias("_title"))
    return _overruled(folded, _frame(columns, rows), "_title").drop("_title")


def _with_people(people: pl.DataFrame, said: Mapping[str, PersonOverride]) -> pl.DataFrame:
    rows = [
        (
            person,
            one.function,
            one.seniority,
            one.company,
            one.region,
            one.industry,
            one.segment,
            BY_STRATEGY if one.function or one.seniority else None,
        )
        for person, one in keyed(people, said).items()
    ]
    columns = ("person", "said_function", "said_seniority", "company", "person_place", "industry")
    return _overruled(people, _frame((*columns, "chosen", "said_by"), rows), "person")


def _with_companies(
    people: pl.DataFrame, facts: pl.DataFrame | None, said: Mapping[str, CompanyOverride]
) -> pl.DataFrame:
    rows = [(companies.normal(name), one.region, one.industry) for name, one in said.items()]
    if facts is not None:
        place = pl.coalesce("region", "country")
        told = facts.select("company", place.alias("place"), "industry").iter_rows()
        rows += [(companies.normal(name), where, industry) for name, where, industry in told]
    table = _frame(("company_key", "company_place", "industry"), rows)
    keyed_people = people.with_columns(
        each("company", _key, pl.String).alias("company_key"),
        pl.lit(None, pl.String).alias("company_place"),
    )
    return _filled(keyed_people, table, "company_key", ("company_place", "industry"))


def _key(company: str) -> str | None:
    return companies.normal(company) if companies.is_employer(company) else None


def _frame(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


def _overruled(people: pl.DataFrame, said: pl.DataFrame, key: str) -> pl.DataFrame:
    """Put what `said` says in the place of what stands there."""
    joined = _joined(people, said, key)
    names = [name for name in said.columns if name != key]
    return _merged(joined, [pl.coalesce(f"{name}_new", name).alias(name) for name in names])


def _filled(
    people: pl.DataFrame, said: pl.DataFrame, key: str, names: Iterable[str]
) -> pl.DataFrame:
    """Put what `said` says where nothing stands yet."""
    joined = _joined(people, said, key)
    empty = [_empty_as_null(name) for name in names]
    return _merged(joined, empty)


def _empty_as_null(name: str) -> pl.Expr:
    if name == "tags":
        return pl.coalesce("tags_new", "tags").alias("tags")
    return pl.coalesce(name, f"{name}_new").alias(name)


def _joined(people: pl.DataFrame, said: pl.DataFrame, key: str) -> pl.DataFrame:
    once = said.unique(key, keep="first", maintain_order=True)
    renamed = once.rename({name: f"{name}_new" for name in once.columns if name != key})
    return people.join(renamed, on=key, how="left", maintain_order="left")


def _merged(joined: pl.DataFrame, columns: Sequence[pl.Expr]) -> pl.DataFrame:
    return joined.with_columns(columns).drop(cs.ends_with("_new"))
