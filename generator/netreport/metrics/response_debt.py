"""Whom do you owe an answer?"""

import polars as pl

from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Result,
    Unit,
    exactly,
)
from netreport.model.tables import Table

AGES = ((7, "up to a week"), (30, "up to a month"), (90, "up to three months"), (36_500, "longer"))


def measure(inputs: Inputs) -> Result:
    """Threads whose last word is the other side's, past the grace days and within the horizon."""
    threads = inputs[Table.THREADS]
    respond = inputs.strategy.engagement.respond
    young, old = pl.col("age") <= respond.grace_days, pl.col("age") >= respond.horizon_days
    waiting = threads.filter(~pl.col("closed") & ~pl.col("group"))
    owed = waiting.filter(~young & ~old)
    left_out = {
        "needing no answer (thanks, an emoji)": threads.filter("closed").height,
        "in groups": threads.filter(~pl.col("closed") & pl.col("group")).height,
        "within the days of grace": waiting.filter(young).height,
        "past the horizon": waiting.filter(old & ~young).height,
    }
    return Measured(
        exactly(owed.height),
        Evidence(threads.height, owed.height, left_out, of="threads with the last word theirs"),
        (_ages(owed), _cost(owed, inputs)),
    )


def _ages(owed: pl.DataFrame) -> Breakdown:
    parts, above = [], -1
    for longest, label in AGES:
        count = owed.filter(pl.col("age").is_between(above, longest, closed="right")).height
        parts.append(Part(label, exactly(count), owed.height, Unit.COUNT))
        above = longest
    return Breakdown(
        "debt-ages",
        "How long they have waited",
        Form.BARS,
        tuple(parts),
        of="answers owed",
        whole=True,
    )


def _cost(owed: pl.DataFrame, inputs: Inputs) -> Breakdown:
    minutes = owed.height * inputs.strategy.engagement.capacity.minutes_per_reply
    oldest = owed.get_column("age").max() if owed.height else 0
    parts = (
        Part("Minutes to clear them", exactly(minutes), owed.height, Unit.MINUTES),
        Part("Age of the oldest", exactly(float(oldest or 0)), owed.height, Unit.DAYS),  # type: ignore[arg-type]
    )
    return Breakdown("debt-cost", "What it takes", Form.FIGURES, parts, of="answers owed")


METRIC = Metric(
    id="response_debt",
    code="M8",
    topic=Topic.CONVERSATIONS,
    title="Answers you owe",
    unit=Unit.COUNT,
    question="Who has written to you and is still waiting?",
    formula="threads whose last message, LinkedIn's own texts aside, is theirs, older than the "
    "days of grace and younger than the horizon of your strategy; minutes = threads x minutes "
    "a reply",
    needs=frozenset({Table.THREADS}),
    measure=measure,
    claims=("S69", "S77"),
    source="netreport",
    left_out="closing words and emoji, groups, adverts, spam; answers given elsewhere are not seen",
)
