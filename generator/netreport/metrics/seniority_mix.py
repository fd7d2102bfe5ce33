"""How many can decide something, and where are they?"""

import polars as pl

from netreport import stats
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.tables import Table
from netreport.model.taxonomy import SENIORITIES

DECIDERS = ("Director", "VP", "CXO", "Partner", "Owner")
FEWEST = 50
REGIONS = 14


def measure(inputs: Inputs) -> Result:
    """Share of directors and above among the people whose seniority is known."""
    people = inputs[Table.PEOPLE]
    known = people.drop_nulls("seniority")
    if known.height < FEWEST:
        return Unknown(
            Reason.TOO_FEW, f"the seniority of {known.height} people is known, want {FEWEST}"
        )
    deciding = known.filter(pl.col("seniority").is_in(DECIDERS)).height
    nameless = people.height - known.height
    return Measured(
        stats.share(hits=deciding, known=known.height, unknown=nameless),
        Evidence(
            people.height,
            known.height,
            {"with a title that names no level": nameless},
            where=Where({"seniority": DECIDERS}),
        ),
        (_levels(people, nameless), _regions(people)),
    )


def _levels(people: pl.DataFrame, nameless: int) -> Breakdown:
    counts = dict(people.group_by("seniority").len().iter_rows())
    unknown = Part(
        "Cannot be told",
        exactly(nameless),
        people.height,
        where=Where({"seniority": ("unknown",)}),
        unknown=True,
    )
    levels = tuple(
        Part(
            level,
            exactly(counts.get(level, 0)),
            people.height,
            where=Where({"seniority": (level,)}),
        )
        for level in reversed(SENIORITIES)
    )
    return Breakdown(
        "seniorities", "How senior they are", Form.BARS, (unknown, *levels), whole=True
    )


def _regions(people: pl.DataFrame) -> Breakdown:
    unknown = people.filter(
        pl.col("countries").list.len() + pl.col("regions").list.len() == 0
    ).height
    named = (
        people.explode("regions")
        .drop_nulls("regions")
        .group_by("regions")
        .len()
        .sort(["len", "regions"], descending=[True, False])
        .head(REGIONS)
    )
    first = Part(
        "Cannot be told",
        exactly(unknown),
        people.height,
        where=Where({"region": ("unknown",)}),
        unknown=True,
    )
    parts = tuple(
        Part(region, exactly(count), people.height, where=Where({"region": (region,)}))
        for region, count in named.iter_rows()
    )
    return Breakdown(
        "regions",
        "Where they are",
        Form.BARS,
        (first, *parts),
        caption="Regions overlap: Germany is in DACH and in EMEA.",
    )


METRIC = Metric(
    id="seniority_mix",
    code="M24",
    topic=Topic.WHO,
    title="People who can decide",
    unit=Unit.SHARE,
    question="How many are directors or above?",
    formula="people read as Director, VP, CXO, Partner or Owner / people whose level is known",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S33",),
    source="LinkedIn's ten seniorities",
    minimum=f"{FEWEST} people with a known level",
    left_out="people whose title names no level; they make the range",
)
