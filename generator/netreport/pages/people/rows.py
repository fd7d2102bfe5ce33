"""Every connection as the People page shows it: one row each, words and numbers only.

Takes the tables of people, ties and decisions, gives a frame whose columns are those of
`columns.COLUMNS` (some may be absent). What each column that can be filtered holds:

- standing: core, latent, social, junk; null is unknown
- segment: the name of the segment; "none" where no segment is possible; null where several are
- fit: ideal, good, neutral, poor; null is unknown
- function, seniority: as in the taxonomy; null is unknown
- region: all regions and countries that are possible; empty is unknown. A country gives way to a
  region of the same name, so that a number about a region counts the same people here.
- company: the commonest spelling among those with the same company; null is unknown
- year, month: of the connection, as 2024 and 2024-05; null is unknown
- owed, dormant, relevant: yes or no; null is unknown
- touch: the steps from "never" to "conversation"; null where nobody can tell
- decision: as the owner decided; null is none
- counted: the names of the numbers that somebody is counted in, where no other column says so
"""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from netreport.facts.expressions import each
from netreport.model.advice import Recommendation
from netreport.model.people import Person
from netreport.model.places import COUNTRIES
from netreport.model.report import Answer
from netreport.model.results import Measured, Where
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table
from netreport.model.text import clean
from netreport.pages.links import COUNTED
from netreport.pages.people.columns import FITS, NONE, STANDINGS

LONGEST = 2000
"""Letters of a recommendation with all its reasons."""


def rows(
    tables: Mapping[Table, pl.DataFrame],
    strategy: Strategy,
    advice: Iterable[Recommendation] = (),
    answers: Iterable[Answer] = (),
) -> pl.DataFrame:
    """Give all that the owner may see of every connection, in the order of PEOPLE.

    For another audience, select fewer columns of it and replace names: without `profile` there
    are no links, and a column that is not there is offered nowhere. Needs Table.PEOPLE.
    """
    people = tables[Table.PEOPLE].join(
        _ties(tables), on="person", how="left", maintain_order="left"
    )
    decided = people.join(_decisions(tables), on="person", how="left", maintain_order="left")
    advised = decided.join(_advice(advice), on="person", how="left", maintain_order="left")
    counted = advised.join(_counted(answers), on="person", how="left", maintain_order="left")
    return counted.select(
        *_who(),
        *_filters(people, strategy),
        *_talks(),
        *_reasons(strategy),
        pl.col(COUNTED).fill_null([]),
        pl.col("decisions").fill_null([]),
        pl.col("advice").fill_null([]),
    )


def _ties(tables: Mapping[Table, pl.DataFrame]) -> pl.DataFrame:
    ties = tables.get(Table.TIES, pl.DataFrame(schema=SCHEMAS[Table.TIES]))
    return ties.select("person", "first_at", "received", "sent")


def _decisions(tables: Mapping[Table, pl.DataFrame]) -> pl.DataFrame:
    """Give all that was decided about a person, a line each, as "keep, 2026-10-01 (a note)"."""
    empty = pl.DataFrame(schema=SCHEMAS[Table.DECISIONS])
    note = pl.when(pl.col("note") != "").then(pl.format(" ({})", _clean("note")))
    day = pl.format(", {}", "decided_on")
    line = pl.concat_str("kind", pl.lit(": "), "decision", day.fill_null(""), note.fill_null(""))
    told = tables.get(Table.DECISIONS, empty).sort("subject", "kind", "decided_on")
    lines = told.group_by("subject", maintain_order=True).agg(line.alias("decisions"))
    return lines.rename({"subject": "person"})


def _counted(answers: Iterable[Answer]) -> pl.DataFrame:
    """Give for each person the names of the numbers that link to them by name."""
    names = {clean(one.name): one.keys for one in _places(answers) if one.name}
    lines = [(key, name) for name in sorted(names) for key in names[name]]
    told = pl.DataFrame(lines, {"person": pl.String, COUNTED: pl.String}, orient="row")
    return told.group_by("person").agg(COUNTED)


def _places(answers: Iterable[Answer]) -> Iterator[Where]:
    for answer in answers:
        if isinstance(answer.result, Measured):
            parts = (part for one in answer.result.breakdowns for part in one.parts)
            places = (answer.result.evidence.where, *(part.where for part in parts))
            yield from (place for place in places if place)


def _advice(advice: Iterable[Recommendation]) -> pl.DataFrame:
    """Give what is still to do about a person, a line each, with its reasons."""
    lines = [
        (one.person.key, clean(_line(one), LONGEST)) for one in advice if one.person and one.open
    ]
    schema = {"person": pl.String, "advice": pl.String}
    told = pl.DataFrame(lines, schema, orient="row")
    return told.group_by("person", maintain_order=True).agg("advice")


def _line(one: Recommendation) -> str:
    what = "".join(part.name if isinstance(part, Person) else part for part in one.headline)
    return " ".join((f"{what}.", *(reason.sentence for reason in one.reasons)))


def _who() -> list[pl.Expr]:
    slug = pl.when(~pl.col("person").str.contains("^(?:name:|/)")).then("person")
    return [
        slug.alias("profile"),
        _clean("name"),
        _clean("position"),
        _clean("company").alias("employer"),
    ]


def _filters(people: pl.DataFrame, strategy: Strategy) -> list[pl.Expr]:
    names = {segment.id: clean(segment.name) for segment in strategy.segments}
    unplaced = pl.col("segments").list.len() == 0
    segment = pl.when(pl.col("segment").is_not_null()).then(pl.col("segment").replace(names))
    return [
        _among("standing", STANDINGS),
        segment.otherwise(pl.when(unplaced).then(pl.lit(NONE))).alias("segment"),
        pl.col("function"),
        pl.col("seniority"),
        _regions(people),
        _employer().alias("company"),
        pl.col("connected_on").dt.strftime("%Y").alias("year"),
        _yes_no("owed"),
        _yes_no("dormant"),
        pl.col("decision"),
        _yes_no("relevant"),
        _among("fit", FITS),
        _touch().alias("touch"),
        pl.col("connected_on").dt.strftime("%Y-%m").alias("month"),
    ]


def _talks() -> list[pl.Expr]:
    told = pl.col("turns").is_not_null()
    counts = [
        pl.when(told).then(pl.col(name).fill_null(0)).alias(name) for name in ("received", "sent")
    ]
    return [
        pl.col("connected_on").alias("connected"),
        pl.col("first_at").dt.date().alias("first"),
        pl.col("last_at").dt.date().alias("last"),
        pl.col("turns"),
        *counts,
        pl.col("strength").round(1),
    ]


def _reasons(strategy: Strategy) -> list[pl.Expr]:
    names = {segment.id: clean(segment.name) for segment in strategy.segments}
    segments = pl.col("segments").list.eval(pl.element().replace(names)).list.join(", ")
    return [
        _clean("industry"),
        _joined("tags"),
        pl.col("function2").alias("second_function"),
        _joined("title_words"),
        pl.col("title_source"),
        _certainty("title"),
        _clean("place_words"),
        pl.col("place_source"),
        _certainty("place"),
        pl.when(pl.col("segments").list.len() > 0).then(segments).alias("possible_segments"),
    ]


def _regions(people: pl.DataFrame) -> pl.Expr:
    taken = people.get_column("regions").explode().drop_nulls().unique().to_list()
    countries = {code: name for code, name in COUNTRIES.items() if name not in taken}
    named = pl.col("countries").list.eval(
        pl.element().filter(pl.element().is_in(countries)).replace(countries)
    )
    regions = pl.col("regions").list.eval(
        pl.element().replace({region: clean(region) for region in taken})
    )
    both = pl.concat_list(regions, named)  # named apart: "NA" is a region and a country's code
    return both.list.unique().list.sort().alias("region")


def _employer() -> pl.Expr:
    spelling = pl.col("company").mode().sort().first().over("company_key")
    known = pl.when(pl.col("company_key").is_not_null()).then(spelling)
    return known.map_elements(clean, pl.String)


def _touch() -> pl.Expr:
    steps = {
        "conversation": pl.col("conversation"),
        "two-way": pl.col("engaged"),
        "earlier": pl.col("ever_two_way"),
        "one-way": pl.col("last_at").is_not_null(),
        "never": pl.lit(value=True),
    }
    first = pl.coalesce(pl.when(test).then(pl.lit(step)) for step, test in steps.items())
    return pl.when(pl.col("conversation").is_not_null()).then(first)


def _among(column: str, words: tuple[str, ...]) -> pl.Expr:
    return pl.when(pl.col(column).is_in(words)).then(column).alias(column)


def _yes_no(column: str) -> pl.Expr:
    words = pl.when(column).then(pl.lit("yes")).otherwise(pl.lit("no"))
    return pl.when(pl.col(column).is_not_null()).then(words).alias(column)


def _certainty(reading: str) -> pl.Expr:
    percent = (100 * pl.col(f"{reading}_confidence")).round().cast(pl.UInt8)
    known = pl.col(f"{reading}_source").is_not_null()
    return pl.when(known).then(percent).alias(f"{reading}_certainty")


def _clean(column: str) -> pl.Expr:
    return each(column, clean, pl.String)


def _joined(column: str) -> pl.Expr:
    words = pl.col(column).list.join(", ").map_elements(clean, pl.String)
    return pl.when(pl.col(column).list.len() > 0).then(words).alias(column)
