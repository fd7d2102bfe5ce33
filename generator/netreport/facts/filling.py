"""Whom it pays to look up: people whose unknowns widen the numbers of the first page.

Takes PEOPLE and the strategy. The range of a number is as wide as the people whom it cannot
place are many, so each row that the owner fills in narrows every range that the person widens.
"""

import polars as pl

from netreport.model.strategy import Strategy, Where

MOST = 200
WIDENED = {  # the numbers of the first page whose range a person widens, and when
    "relevance": pl.col("relevant").is_null(),
    "standing": pl.col("relevant").is_null() & pl.col("engaged").fill_null(True),
    "capacity": pl.col("fit") == "unknown",
}


def worth_filling(people: pl.DataFrame, strategy: Strategy, most: int = MOST) -> pl.DataFrame:
    """Give the people to look up, the best first: person, name, position, company, `missing`.

    The best widen the most numbers, and of these lack the least, so that a cell filled in settles
    the most; then come the newest. `missing`: what would settle where they belong, in
    the words of people.csv. Nobody without a profile address, to whom no row could be joined.
    """
    widened = pl.sum_horizontal(condition.cast(pl.UInt8) for condition in WIDENED.values())
    addressed = people.filter(~pl.col("person").str.starts_with("name:"))
    return (
        addressed.with_columns(widened.alias("widened"), _missing(strategy).alias("missing"))
        .filter((pl.col("widened") > 0) & (pl.col("missing").list.len() > 0))
        .with_columns(pl.col("missing").list.len().alias("lacks"))
        .sort(
            ["widened", "lacks", "connected_on", "person"],
            descending=[True, False, True, False],
            nulls_last=True,
        )
        .select("person", "name", "position", "company", "missing")
        .head(most)
    )


def _missing(strategy: Strategy) -> pl.Expr:
    """Name what is not known of a person and asked for by a segment that may hold them."""
    open_ = pl.col("relevant").is_null()
    asked = {
        "function": pl.col("function").is_null(),
        "seniority": pl.col("seniority").is_null(),
        "country": open_ & (pl.col("countries").list.len() != 1) & _asked(strategy, "region"),
        "industry": open_ & pl.col("industry").is_null() & _asked(strategy, "industry"),
        "company": open_
        & pl.col("company").is_null()
        & (_asked(strategy, "company_list") | _asked(strategy, "company_any")),
    }
    named = pl.concat_list(pl.when(told).then(pl.lit(name)) for name, told in asked.items())
    known = named.list.drop_nulls()
    return pl.when(open_ & (known.list.len() == 0)).then(pl.lit(["segment"])).otherwise(known)


def _asked(strategy: Strategy, condition: str) -> pl.Expr:
    """Tell who may belong to a segment that sets this condition."""
    setting = [one.id for one in strategy.segments if _sets(one.where, condition)]
    return pl.col("segments").list.eval(pl.element().is_in(setting)).list.any().fill_null(False)


def _sets(where: Where, condition: str) -> bool:
    return bool(getattr(where, condition))
