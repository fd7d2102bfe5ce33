"""When one of two people writes, does the other write as well?"""

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

LOPSIDED = 2  # one side has written so many times as often as the other: a balance of 1/3


def measure(inputs: Inputs) -> Result:
    """Share of the people with any message between you and them of whom both sides wrote."""
    ties = inputs[Table.TIES]
    if ties.is_empty():
        return Unknown(Reason.TOO_FEW, "no message passed between you and one other person")
    mutual, people = ties.filter("two_way"), inputs.get(Table.PEOPLE)
    return Measured(
        exactly(mutual.height / ties.height),
        Evidence(ties.height, ties.height, of="people with any message"),
        (_sides(ties, people), _balances(mutual, people), _figures(ties, mutual.height)),
    )


def _sides(ties: pl.DataFrame, people: pl.DataFrame | None) -> Breakdown:
    sides = {
        "Both wrote": pl.col("two_way"),
        "Only you wrote": ~pl.col("two_way") & (pl.col("sent") > 0),
        "Only they wrote": ~pl.col("two_way") & (pl.col("sent") == 0),
    }
    title, parts = "Who wrote at all", _counted(ties, sides, people)
    return Breakdown("reciprocity-sides", title, Form.BARS, parts, whole=True)


def _balances(mutual: pl.DataFrame, people: pl.DataFrame | None) -> Breakdown:
    sent, received = pl.col("sent"), pl.col("received")
    mine, theirs = sent >= LOPSIDED * received, received >= LOPSIDED * sent
    sides = {
        "You, twice or more": mine,
        "About as much": ~mine & ~theirs,
        "They, twice or more": theirs,
    }
    title = "Who writes more, where both wrote"
    return Breakdown("reciprocity-balance", title, Form.BARS, _counted(mutual, sides, people))


def _counted(
    ties: pl.DataFrame, tests: dict[str, pl.Expr], people: pl.DataFrame | None
) -> tuple[Part, ...]:
    found = {label: ties.filter(test) for label, test in tests.items()}
    return tuple(
        Part(
            label,
            exactly(side.height),
            ties.height,
            where=those(f"Who writes: {label.lower()}", side, people),
        )
        for label, side in found.items()
    )


def _figures(ties: pl.DataFrame, mutual: int) -> Breakdown:
    sent, received = int(ties.get_column("sent").sum()), int(ties.get_column("received").sum())
    both = sent + received
    directions = ties.height + mutual
    parts = (
        Part("Messages that you sent", exactly(sent), both, Unit.COUNT),
        Part("Messages that you received", exactly(received), both, Unit.COUNT),
        Part(
            "Balance of all messages",
            exactly((sent - received) / both),
            both,
            Unit.RATIO,
            note="from -1, only they write, over 0 to 1, only you write",
        ),
        Part(
            "Reciprocity by directions",
            exactly(2 * mutual / directions),
            directions,
            Unit.SHARE,
            note="another measure of the same name, which counts each direction for itself",
        ),
    )
    return Breakdown("reciprocity-figures", "In figures", Form.FIGURES, parts, of="cases")


METRIC = Metric(
    id="reciprocity",
    code="M7",
    topic=Topic.CONVERSATIONS,
    title="Reciprocity",
    unit=Unit.SHARE,
    question="When one of you writes, does the other write as well?",
    formula="dyadic: people with whom both sides wrote / people with any message; balance = "
    "(sent - received) / (sent + received)",
    needs=frozenset({Table.TIES}),
    uses=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S18", "S55"),
    source="Wasserman and Faust 1994, chapter 13 (dyadic reciprocity)",
    left_out="adverts, drafts, spam and group threads; people without a profile address; an "
    "accepted invitation's note, which LinkedIn repeats as a message",
)
