"""How much hangs on a few companies?"""

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

TOP = 5
SHOWN = 12


def measure(inputs: Inputs) -> Result:
    """Share of the people with a known employer who work at the five largest."""
    people = inputs[Table.PEOPLE]
    known = people.drop_nulls("company_key")
    if known.height < TOP:
        return Unknown(Reason.TOO_FEW, f"{known.height} people with an employer, want {TOP}")
    named = (
        known.group_by("company_key")
        .agg(pl.len(), pl.col("company").mode().sort().first())
        .sort(["len", "company_key"], descending=[True, False])
    )
    amounts = named.get_column("len").to_list()
    return Measured(
        exactly(stats.top_share(amounts, TOP)),
        Evidence(
            people.height, known.height, {"without an employer": people.height - known.height}
        ),
        (_largest(named, known.height), _figures(amounts, inputs)),
    )


def _largest(named: pl.DataFrame, whole: int) -> Breakdown:
    rows = named.filter(pl.col("len") > 1).head(SHOWN)
    parts = tuple(
        Part(name, exactly(count), whole, Unit.PEOPLE, Where({"company": (name,)}))
        for _, count, name in rows.iter_rows()
    )
    return Breakdown("companies", "Where most of them work", Form.BARS, parts)


def _figures(amounts: list[int], inputs: Inputs) -> Breakdown:
    parts = [
        Part("Gini over companies", exactly(stats.gini(amounts)), len(amounts), Unit.RATIO),
        Part("HHI over companies", exactly(stats.hhi(amounts)), len(amounts), Unit.RATIO),
    ]
    ties = inputs.get(Table.TIES)
    if ties is not None and ties.height:
        messages = (ties.get_column("sent") + ties.get_column("received")).to_list()
        parts.append(
            Part(
                "Gini over messages per person",
                exactly(stats.gini(messages)),
                len(messages),
                Unit.RATIO,
            )
        )
        top = stats.top_share(messages, TOP)
        parts.append(
            Part(f"Messages with the {TOP} busiest people", exactly(top), len(messages), Unit.SHARE)
        )
    return Breakdown(
        "concentration", "How unequal it is", Form.FIGURES, tuple(parts), of="companies or people"
    )


METRIC = Metric(
    id="concentration",
    code="M22",
    topic=Topic.WHO,
    title="In the five largest companies",
    unit=Unit.SHARE,
    question="How much of the network hangs on a few companies?",
    formula="people at the five largest employers / people with a known employer; Gini and HHI "
    "over people per company and over messages per person (1 = everything in one hand)",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    uses=frozenset({Table.TIES}),
    source="Gini 1912; Herfindahl 1950",
    minimum=f"{TOP} people with an employer",
    left_out="people without an employer; how a name is written does not matter (Ltd, GmbH, case)",
)
