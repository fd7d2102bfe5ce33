"""How large is the network that counts?"""

import polars as pl

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
from netreport.model.tables import Table


def measure(inputs: Inputs) -> Result:
    """Count the relevant people; those nobody can place make the upper end."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    relevant = people.get_column("relevant")
    wanted, unknown = int(relevant.sum()), relevant.null_count()
    spread = Spread.LEFT_OUT if unknown else Spread.EXACT
    return Measured(
        Estimate(wanted, wanted, wanted + unknown, spread),
        Evidence(people.height, people.height, where=Where({"relevant": ("yes",)})),
        (_engaged(people, wanted),),
    )


def _engaged(people: pl.DataFrame, wanted: int) -> Breakdown:
    core = people.filter(pl.col("standing") == "core").height
    parts = (
        Part("Relevant", exactly(wanted), people.height, where=Where({"relevant": ("yes",)})),
        Part("Relevant and in touch", exactly(core), wanted, where=Where({"standing": ("core",)})),
    )
    return Breakdown("effective", "The network that counts", Form.FIGURES, parts)


METRIC = Metric(
    id="effective_connections",
    code="M3",
    topic=Topic.WHO,
    title="Effective connections",
    unit=Unit.PEOPLE,
    question="How many people does your network really have?",
    formula="people in an ideal or good segment, whatever the bare count of connections is",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S06", "S10", "S38"),
    source="netreport",
    left_out="hidden and closed accounts; the bare count of connections never enters",
)
