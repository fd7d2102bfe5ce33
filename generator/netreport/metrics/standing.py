"""Relevant and engaged: who is the core, who sleeps in it, who is a friend, who is neither?"""

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

STANDINGS = {
    "core": "Core: relevant, and you talk",
    "latent": "Latent: relevant, and you do not talk",
    "social": "Social: outside the strategy, and you have talked",
    "junk": "Neither relevant nor ever in touch",
    "unknown": "Cannot be told",
}


def measure(inputs: Inputs) -> Result:
    """People who are relevant and with whom something passed both ways in the window."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    counts = dict(people.group_by("standing").len().iter_rows())
    core = counts.get("core", 0)
    perhaps = people.filter(pl.col("relevant").is_null() & pl.col("engaged")).height
    return Measured(
        Estimate(core, core, core + perhaps, Spread.LEFT_OUT if perhaps else Spread.EXACT),
        Evidence(people.height, people.height, where=Where({"standing": ("core",)})),
        (_grid(counts, people.height),),
    )


def _grid(counts: dict[str, int], whole: int) -> Breakdown:
    parts = (
        Part(
            label,
            exactly(counts.get(key, 0)),
            whole,
            Unit.PEOPLE,
            Where({"standing": (key,)}),
            key,
            unknown=key == "unknown",
        )
        for key, label in STANDINGS.items()
    )
    return Breakdown("standing", "Relevant against engaged", Form.GRID, tuple(parts), whole=True)


METRIC = Metric(
    id="standing",
    code="M2",
    topic=Topic.WHO,
    title="The core",
    unit=Unit.PEOPLE,
    question="How many people are relevant and in touch with you?",
    formula="core: relevant and two-way in the window; latent: relevant, not; social: not "
    "relevant, but two-way once or on your social list; junk: not relevant and never two-way",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    measure=measure,
    claims=("S09", "S41", "S43"),
    source="netreport",
    left_out="hidden and closed accounts; adverts, drafts, spam and group threads are no touch",
)
