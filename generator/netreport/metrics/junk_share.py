"""How much of the network is neither relevant nor ever in touch?"""

import polars as pl

from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Estimate,
    Evidence,
    Measured,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
)
from netreport.model.tables import Table


def measure(inputs: Inputs) -> Result:
    """Share of connections outside the strategy with whom nothing ever passed both ways."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    junk = people.filter(pl.col("standing") == "junk").height
    silent = ~pl.col("ever_two_way").fill_null(False)
    perhaps = people.filter((pl.col("standing") == "unknown") & silent).height
    low, high = junk / people.height, (junk + perhaps) / people.height
    return Measured(
        Estimate(low, low, high, Spread.LEFT_OUT if perhaps else Spread.EXACT),
        Evidence(people.height, people.height, where=Where({"standing": ("junk",)})),
    )


METRIC = Metric(
    id="junk_share",
    code="M2b",
    topic=Topic.WHO,
    title="Neither relevant nor in touch",
    unit=Unit.SHARE,
    question="How much of the network is outside your strategy and has never talked with you?",
    formula="people outside the strategy without a two-way exchange ever / all connections; the "
    "upper end counts silent people whom nobody can place as well",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    measure=measure,
    claims=("S10", "S12", "S22"),
    source="netreport",
    left_out="hidden and closed accounts",
)
