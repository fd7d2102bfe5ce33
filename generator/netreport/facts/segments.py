"""Which segment somebody belongs to, where unknown is never no.

A condition holds, does not hold, or cannot be told (null). The first segment that holds names a
person; one that cannot be told stays possible. Who has several possible segments has a fit only
if they all agree on it.
"""

import re
from collections.abc import Sequence

import polars as pl

from netreport.facts import companies, regions
from netreport.facts.expressions import each
from netreport.facts.words import fold
from netreport.model.strategy import Fit, RegionUnknown, Segment, Strategy, Where

RELEVANT = frozenset({Fit.IDEAL, Fit.GOOD})
LEADERS = frozenset({"Manager", "Director", "VP", "CXO", "Partner", "Owner"})

Places = Sequence["regions.Place | None"]


def sort_into(people: pl.DataFrame, strategy: Strategy, places: Places) -> pl.DataFrame:
    """Add `segments`, `segment`, `fit` and `relevant` to people.

    Needs the columns function, seniority, position, company, company_key, industry, tags,
    chosen (a segment that the owner named, or null), and `place`, an index into `places`.
    """
    columns = [
        _holds(segment, places, strategy).alias(f"_{number}")
        for number, segment in enumerate(strategy.segments)
    ]
    tested = people.with_columns(columns)
    told = [*(f"_{number}" for number in range(len(columns))), "chosen"]
    different = (  # a few dozen, however many people there are
        tested.select(told)
        .unique()
        .with_columns(_possible(strategy.segments))
        .with_columns(_named(strategy.segments))
    )
    placed = tested.join(different, on=told, how="left", nulls_equal=True, maintain_order="left")
    return placed.drop("_open", *told[:-1])


def _possible(segments: Sequence[Segment]) -> list[pl.Expr]:
    """Give the list of segments that could name a person; `_open`: that none does is possible."""
    unnamed = pl.col("chosen").is_null()
    named = []
    for number, segment in enumerate(segments):
        holds = pl.col(f"_{number}")
        possible = pl.col("chosen").eq_missing(segment.id) | (unnamed & holds.fill_null(True))
        named.append(pl.when(possible).then(pl.lit(segment.id)))
        unnamed = unnamed & ~holds.fill_null(False)
    return [pl.concat_list(named).list.drop_nulls().alias("segments"), unnamed.alias("_open")]


def _named(segments: Sequence[Segment]) -> list[pl.Expr]:
    fits = {segment.id: str(segment.fit) for segment in segments}
    possible = pl.col("segments").list.eval(
        pl.element().replace_strict(fits, return_dtype=pl.String)
    )
    all_fits = (
        pl.when("_open")
        .then(pl.concat_list(possible, pl.lit(str(Fit.NEUTRAL))))
        .otherwise(possible)
        .list.unique()
    )
    suits = all_fits.list.eval(pl.element().is_in([str(fit) for fit in RELEVANT]))
    alone, told = pl.col("segments").list.len() == 1, all_fits.list.len() > 0
    return [
        pl.when(alone & ~pl.col("_open")).then(pl.col("segments").list.first()).alias("segment"),
        pl.when(all_fits.list.len() == 1)
        .then(all_fits.list.first())
        .otherwise(pl.lit("unknown"))
        .alias("fit"),
        pl.when(told & suits.list.all())
        .then(True)
        .when(told & ~suits.list.any())
        .then(False)
        .alias("relevant"),
    ]


def _holds(segment: Segment, places: Places, strategy: Strategy) -> pl.Expr:
    """Give a boolean expression: true, false, or null where it cannot be told."""
    where = segment.where
    conditions = [pl.lit(True), *_words(where), *_listed(where)]
    if where.region:
        conditions.append(_in_region(segment, places, strategy))
    return pl.all_horizontal(conditions)


def _words(where: Where) -> list[pl.Expr]:
    conditions = []
    if where.function:
        conditions.append(pl.col("function").is_in(where.function))
    if where.seniority:
        conditions.append(_senior(where.seniority))
    if where.title_any:
        conditions.append(_mentions("position", where.title_any))
    if where.title_none:
        conditions.append(_mentions("position", where.title_none).not_())
    if where.company_any:
        conditions.append(_mentions("company", where.company_any))
    return conditions


def _senior(wanted: Sequence[str]) -> pl.Expr:
    """Test the level. A title that was understood and names none is no leader's: they say so."""
    silent = pl.col("seniority").is_null() & pl.col("function").is_not_null()
    known = pl.col("seniority").is_in(list(wanted))
    only_leaders = LEADERS.issuperset(wanted)
    return pl.when(silent).then(pl.lit(False)).otherwise(known) if only_leaders else known


def _listed(where: Where) -> list[pl.Expr]:
    conditions = []
    if where.company_list:
        conditions.append(employed_at(where.company_list))
    if where.industry:
        wanted = [fold(word) for word in where.industry]
        conditions.append(each("industry", lambda one: fold(one) in wanted, pl.Boolean))
    if where.tag:
        tags = pl.col("tags").list.eval(pl.element().is_in(list(where.tag))).list.any()
        conditions.append(tags.fill_null(False))  # whom the owner did not tag has no tag
    return conditions


def employed_at(wanted: Sequence[str]) -> pl.Expr:
    """Say who works at one of the wanted companies; null where the company is not known."""
    return each("company", lambda name: companies.match(name, wanted) is not None, pl.Boolean)


def _in_region(segment: Segment, places: Places, strategy: Strategy) -> pl.Expr:
    wanted = segment.where.region
    within = [
        None if place is None else regions.within(place, wanted, strategy.regions)
        for place in places
    ]
    known = pl.col("place").replace_strict(
        dict(enumerate(within)), default=None, return_dtype=pl.Boolean
    )
    match segment.region_unknown:
        case RegionUnknown.MATCH:
            return known.fill_null(True)
        case RegionUnknown.NO_MATCH:
            return known.fill_null(False)
        case RegionUnknown.REVIEW:
            return known


def _mentions(column: str, words: Sequence[str]) -> pl.Expr:
    """Say whether a text holds one of the words, as a whole word, whatever its case and accents."""
    pattern = "|".join(rf"(?:^|\W){re.escape(fold(word))}(?:$|\W)" for word in words)
    return pl.col(f"{column}_folded").str.contains(pattern)
