"""How much does the export tell at all?"""

import polars as pl

from netreport.facts.counted import those
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
    exactly,
)
from netreport.model.tables import Table

USUAL = {  # seen in 12 to 20 exports
    "A job title": "usually 93 to 98 %",
    "A function that can be told": "usually 67 to 92 %",
    "A region that can be told": "usually 8 to 31 %",
}


def measure(inputs: Inputs) -> Result:
    """Share of connections whose function and region, taken together, can both be told."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    rows = inputs[Table.CONNECTIONS]
    hidden = int(rows.get_column("hidden").sum())
    placed = pl.col("regions").list.len() + pl.col("countries").list.len() > 0
    named = pl.col("function").is_not_null()
    shares = {
        "A job title": pl.col("position").is_not_null(),
        "A company": pl.col("company").is_not_null(),
        "A day of connecting": pl.col("connected_on").is_not_null(),
        "A function that can be told": named,
        "A region that can be told": placed,
    }
    parts = tuple(
        Part(
            label,
            exactly(people.filter(test).height / people.height),
            people.height,
            Unit.SHARE,
            note=USUAL.get(label, ""),
        )
        for label, test in shares.items()
    )
    return Measured(
        exactly(people.filter(named & placed).height / people.height),
        Evidence(
            rows.height,
            people.height,
            {"hidden or closed accounts": hidden} | _rest(rows.height, people.height, hidden),
        ),
        (Breakdown("filled", "What is filled in", Form.BARS, parts), _twins(people)),
    )


def _rest(rows: int, people: int, hidden: int) -> dict[str, int]:
    other = rows - people - hidden
    return {"the owner's own row, or read twice": other} if other else {}


def _twins(people: pl.DataFrame) -> Breakdown:
    twins = people.filter(pl.col("name").is_duplicated())
    shared = "People who share their full name with another"
    days = people.get_column("connected_on").drop_nulls()
    years = (days.max() - days.min()).days / 365.25 if days.len() else 0.0  # type: ignore[operator,union-attr]
    parts = (
        Part(shared, exactly(twins.height), people.height, where=those(shared, twins, people)),
        Part(
            "Years from the first connection to the last", exactly(years), people.height, Unit.RATIO
        ),
    )
    return Breakdown("span", "What else is known of the rows", Form.FIGURES, parts)


METRIC = Metric(
    id="data_quality",
    code="M30",
    topic=Topic.DATA,
    title="Function and region both known",
    unit=Unit.SHARE,
    question="How much does the export tell about these people?",
    formula="connections whose function and region can both be told / connections that can be seen",
    needs=frozenset({Table.PEOPLE, Table.CONNECTIONS}),
    measure=measure,
    claims=("S14",),
    source="reference values: 12 to 20 public exports, 2018-2026",
    left_out="hidden and closed accounts",
)
