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
        (_ladder(known), *_reaching(inputs[Table.TIES], people)),
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


def _reaching(ties: pl.DataFrame, people: pl.DataFrame) -> tuple[Breakdown, ...]:
    """Say whose messages reach the owner: of those who belong here, or of others."""
    came = ties.select("person", "recent_received").filter(pl.col("recent_received") > 0)
    senders = came.join(people.select("person", "relevant", here=True), on="person", how="left")
    total = int(senders.get_column("recent_received").sum())
    if not total:
        return ()
    here, relevant = pl.col("here").fill_null(value=False), pl.col("relevant")
    sides = {
        "People your strategy wants": here & relevant,
        "Connections outside your strategy": here & ~relevant,
        "Connections whom nobody can place": here & relevant.is_null(),
        "People who are no connections": ~here,
    }
    parts = tuple(
        Part(
            label,
            exactly(int(senders.filter(test).get_column("recent_received").sum())),
            total,
            Unit.COUNT,
            unknown=label == "Connections whom nobody can place",
        )
        for label, test in sides.items()
    )
    title = "Whose messages reached you in the window"
    return (Breakdown("inbound", title, Form.BARS, parts, of="messages"),)


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
    claims=("S07", "S18", "S21", "S22", "S54", "S55", "S64"),
    source="turns: Sacks, Schegloff and Jefferson 1974",
    left_out="likes, views and shares; adverts, drafts, spam and group threads; an accepted "
    "invitation's note, which LinkedIn repeats as a message; texts that you sent to many",
)
