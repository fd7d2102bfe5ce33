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
    Where,
    exactly,
)
from netreport.model.tables import Table

AGES = ((7, "up to a week"), (30, "up to a month"), (90, "up to three months"), (36_500, "longer"))
NOT_OWED = {
    "closed": "needing no answer (thanks, an emoji)",
    "group": "in groups",
    "not asked": "from people outside your strategy",
    "undated": "of a day that cannot be read",
    "grace": "within the days of grace",
    "past": "past the horizon",
}


def measure(inputs: Inputs) -> Result:
    """Count the threads whose last word is theirs and which the strategy wants answered."""
    threads = inputs[Table.THREADS]
    owed = threads.filter(pl.col("state") == "owed")
    states = dict(threads.group_by("state").len().iter_rows())
    left_out = {reason: states.get(state, 0) for state, reason in NOT_OWED.items()}
    return Measured(
        exactly(owed.height),
        Evidence(threads.height, owed.height, left_out, "threads with the last word theirs"),
        (_ages(owed), _cost(owed, inputs)),
    )


def _ages(owed: pl.DataFrame) -> Breakdown:
    parts, above = [], -1
    for longest, label in AGES:
        count = owed.filter(pl.col("age").is_between(above, longest, closed="right")).height
        parts.append(Part(label, exactly(count), owed.height, Unit.COUNT))
        above = longest
    title = "How long they have waited"
    return Breakdown("debt-ages", title, Form.BARS, tuple(parts), of="answers owed", whole=True)


def _cost(owed: pl.DataFrame, inputs: Inputs) -> Breakdown:
    minutes = owed.height * inputs.strategy.engagement.capacity.minutes_per_reply
    oldest = max(owed.get_column("age"), default=0)
    notes = int(owed.get_column("note").sum())
    parts = [
        Part("Minutes to clear them", exactly(minutes), owed.height, Unit.MINUTES),
        Part("Age of the oldest", exactly(oldest), owed.height, Unit.DAYS, single=True),
        Part("Notes on pending requests among them", exactly(notes), owed.height, Unit.COUNT),
    ]
    people = inputs.get(Table.PEOPLE)
    if people is not None:
        waiting = int(people.get_column("owed").sum())
        where = Where({"owed": ("yes",)})
        parts.append(
            Part("Connections among them", exactly(waiting), owed.height, Unit.PEOPLE, where)
        )
    return Breakdown("debt-cost", "What it takes", Form.FIGURES, tuple(parts), of="answers owed")


METRIC = Metric(
    id="response_debt",
    code="M8",
    topic=Topic.CONVERSATIONS,
    title="Answers you owe",
    unit=Unit.COUNT,
    question="Who has written to you and is still waiting?",
    formula="threads whose last message, LinkedIn's own texts aside, is theirs, and pending "
    "requests with a personal note: older than the days of grace and younger than the horizon of "
    "your strategy; minutes = threads x minutes a reply",
    needs=frozenset({Table.THREADS}),
    uses=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S69", "S77"),
    source="netreport",
    noun="answers",
    left_out="closing words and emoji, groups, adverts, spam; answers given elsewhere are not seen",
)
