"""How many of the companies you want do you know somebody at?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from netreport.facts import companies
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.strategy import Fit, Strategy
from netreport.model.tables import Table

SEVERAL = 2
WANTED = frozenset({Fit.IDEAL, Fit.GOOD})


@dataclass(frozen=True, slots=True)
class Reach:
    """A listed company, the relevant people there, and the least sure match of their employers.

    `spellings`: the company as people there write it. `perhaps`: people nobody can place.
    """

    name: str
    relevant: int
    perhaps: int
    engaged: int
    spellings: tuple[str, ...]
    match: companies.Match | None


def measure(inputs: Inputs) -> Result:
    """Share of the listed companies with at least one relevant connection."""
    people = inputs[Table.PEOPLE]
    listed = _listed(inputs.strategy)
    if not listed:
        return Unknown(
            Reason.NOT_ASKED,
            "no ideal or good segment of your strategy lists companies",
            "Name the companies you want as the company_list of a segment in strategy.yml.",
        )
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    found = sorted(_reached(people, listed), key=lambda one: (one.relevant, one.name))
    known = sum(one.relevant > 0 for one in found)
    perhaps = sum(one.relevant == 0 and one.perhaps > 0 for one in found)
    low, high = known / len(found), (known + perhaps) / len(found)
    return Measured(
        Estimate(low, low, high, Spread.LEFT_OUT if perhaps else Spread.EXACT),
        Evidence(len(found), len(found), of="companies on your list"),
        (_steps(found), _each(found)),
    )


def _listed(strategy: Strategy) -> Sequence[str]:
    """Give each company once, in the spelling that comes first."""
    names: dict[str, str] = {}
    for segment in strategy.segments:
        if segment.fit in WANTED:
            for name in segment.where.company_list:
                names.setdefault(companies.normal(name), name)
    return tuple(names.values())


def _reached(people: pl.DataFrame, listed: Sequence[str]) -> list[Reach]:
    names = people.get_column("company").drop_nulls().unique().to_list()
    found = companies.matches(names, listed)
    wanted = {name: match.wanted for name, match in found.items()}
    target = pl.col("company").replace_strict(wanted, default=None, return_dtype=pl.String)
    there = people.with_columns(target.alias("target")).drop_nulls("target")
    by_target = there.partition_by("target", as_dict=True)
    return [_reach(name, by_target.get((name,), there.clear()), found) for name in listed]


def _reach(name: str, there: pl.DataFrame, found: Mapping[str, companies.Match]) -> Reach:
    relevant = there.filter("relevant")
    matches = (found[spelling] for spelling in relevant.get_column("company").unique())
    return Reach(
        name,
        relevant.height,
        there.get_column("relevant").null_count(),
        relevant.filter("engaged").height,
        tuple(there.get_column("company").unique().sort()),
        min(matches, key=lambda match: match.score, default=None),
    )


def _steps(found: Sequence[Reach]) -> Breakdown:
    steps = {
        "Nobody yet": sum(one.relevant == 0 for one in found),
        "One or more": sum(one.relevant > 0 for one in found),
        "Two or more": sum(one.relevant >= SEVERAL for one in found),
        "One in touch": sum(one.engaged > 0 for one in found),
    }
    parts = tuple(
        Part(label, exactly(count), len(found), Unit.COUNT) for label, count in steps.items()
    )
    title = "Companies by relevant connections"
    return Breakdown("target-reach", title, Form.BARS, parts, of="companies on your list")


def _each(found: Sequence[Reach]) -> Breakdown:
    parts = tuple(
        Part(
            one.name,
            exactly(one.relevant),
            one.relevant,
            where=Where({"company": one.spellings, "relevant": ("yes",)}) if one.relevant else None,
            note=_matched(one),
            mark=one.relevant == 0,
        )
        for one in found
    )
    caption = "Companies where you know nobody come first."
    title = "Relevant people at each company"
    return Breakdown("target-companies", title, Form.TABLE, parts, caption=caption)


def _matched(one: Reach) -> str:
    if one.match is None:
        return "nobody yet"
    touch = "in touch" if one.engaged else "nobody in touch"
    return f"{touch}; {one.match.method}, score {one.match.score:g} of 100"


METRIC = Metric(
    id="target_companies",
    code="M23",
    topic=Topic.WHO,
    title="Target companies reached",
    unit=Unit.SHARE,
    question="At how many of the companies you want do you know somebody relevant?",
    formula="companies listed in ideal and good segments with at least one relevant connection / "
    "companies listed; names are compared whole, without legal form, with a score of 100 for the "
    f"same name and at least {companies.THRESHOLD:g} for a slip of the pen",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    source="netreport",
    minimum="one company on the list",
    left_out="people who name no employer: they may work there",
)
