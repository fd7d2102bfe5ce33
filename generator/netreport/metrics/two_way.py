"""With how many people is there a conversation?"""

import polars as pl

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

THOUSAND = 1000


def measure(inputs: Inputs) -> Result:
    """People with a real conversation in the window, per 1,000 connections."""
    people = inputs[Table.PEOPLE]
    known = people.drop_nulls("conversation")
    if known.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections with a profile address")
    talking = known.filter("conversation").height
    unaddressed = people.height - known.height
    return Measured(
        exactly(THOUSAND * talking / known.height),
        Evidence(
            people.height,
            known.height,
            {"without a profile address": unaddressed},
            where=Where({"touch": ("conversation",)}),
        ),
        (_ladder(known),),
    )


def _ladder(known: pl.DataFrame) -> Breakdown:
    talking, engaged = pl.col("conversation"), pl.col("engaged")
    ever, silent = pl.col("ever_two_way"), pl.col("last_at").is_null()
    steps = {
        "conversation": ("A conversation in the window", talking),
        "two-way": ("Both wrote in the window, no conversation yet", engaged & ~talking),
        "earlier": ("Both wrote, but not in the window", ever & ~engaged & ~talking),
        "one-way": ("Only one side ever wrote", ~ever & ~silent),
        "never": ("Nobody ever wrote", silent),
    }
    parts = tuple(
        Part(
            label,
            exactly(known.filter(test).height),
            known.height,
            Unit.PEOPLE,
            Where({"touch": (key,)}),
        )
        for key, (label, test) in steps.items()
    )
    return Breakdown("touch", "From silence to conversation", Form.BARS, parts, whole=True)


METRIC = Metric(
    id="two_way",
    code="M6",
    topic=Topic.CONVERSATIONS,
    title="Conversations",
    unit=Unit.PER_THOUSAND,
    question="With how many of 1,000 connections do you hold a conversation?",
    formula="connections with a conversation in the window x 1,000 / connections; a conversation "
    "changes hands as often as your strategy asks (3 turns by default), and each side wrote "
    "something that is not a template",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    measure=measure,
    claims=("S07", "S18", "S21", "S54", "S55", "S64"),
    source="turns: Sacks, Schegloff and Jefferson 1974",
    left_out="likes, views and shares; adverts, drafts, spam and group threads; an accepted "
    "invitation's note, which LinkedIn repeats as a message; texts that you sent to many",
)
