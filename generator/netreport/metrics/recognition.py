"""How many of your connections would you know if you met them?"""

import polars as pl

from netreport import stats
from netreport.facts.counted import those
from netreport.model.decisions import Choice, Kind
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_RATE,
    Breakdown,
    Estimate,
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

ANSWERS = {Choice.YES: "Known", Choice.NO: "Not known", Choice.UNSURE: "Not sure"}
QUIZ = (
    "Run netreport quiz: it shows you 20 of your connections, drawn at random, and asks whether "
    "you know them."
)


def measure(inputs: Inputs) -> Result:
    """Share of the people in the recognition test whom the owner knew."""
    people = inputs[Table.PEOPLE]
    found = {answer: _answered(answer, inputs) for answer in ANSWERS}
    counts = {answer: one.height for answer, one in found.items()}
    asked, everybody = counts[Choice.YES] + counts[Choice.NO], people.height
    if not asked:
        return Unknown(Reason.NOT_TYPED_IN, "the recognition test has not been taken", QUIZ)
    rate = _rate(counts[Choice.YES], asked, everybody)
    whole, unsure = sum(counts.values()), counts[Choice.UNSURE]
    parts = tuple(
        Part(
            ANSWERS[answer],
            exactly(counts[answer]),
            whole,
            where=those(f"Recognition test: {ANSWERS[answer].lower()}", found[answer], people),
        )
        for answer in ANSWERS
    )
    return Measured(
        rate,
        Evidence(whole, asked, {"where you were not sure": unsure}, of="people in the test"),
        (Breakdown("recognition", "Your answers", Form.BARS, parts, whole=True),),
        _remarks(rate, asked, everybody),
    )


def _answered(answer: Choice, inputs: Inputs) -> pl.DataFrame:
    """Give the people of the test with this answer."""
    decisions = inputs.get(Table.DECISIONS)
    if decisions is None:
        return pl.DataFrame(schema={"person": pl.String})
    told = pl.col("kind") == Kind.QUIZ, pl.col("decision") == answer
    return decisions.filter(told).select(person="subject")


def _rate(known: int, asked: int, everybody: int) -> Estimate:
    """Give the rate with its interval, or exactly where everybody was asked about."""
    return stats.wilson(known, asked) if asked < everybody else exactly(known / asked)


def _remarks(rate: Estimate, asked: int, everybody: int) -> tuple[str, ...]:
    if not FEWEST_FOR_A_RATE <= asked < everybody:
        return ()
    low, high = round(rate.low * everybody), round(rate.high * everybody)
    asked_about = f"You were asked about {asked:,} of your {everybody:,} connections."
    return (f"{asked_about} Going by that, you would know between {low:,} and {high:,} of them.",)


METRIC = Metric(
    id="recognition",
    code="M29",
    topic=Topic.WHO,
    title="People you would know",
    unit=Unit.SHARE,
    question="How many of your connections would you know if you met them at the bus stop?",
    formula="people you knew / people you knew or did not know, in the recognition test of 20 "
    "connections drawn at random; the interval is that of an endless network, which is a little "
    "too wide for a small one",
    needs=frozenset({Table.PEOPLE}),
    uses=frozenset({Table.DECISIONS}),
    measure=measure,
    claims=("S08",),
    source="Wilson 1927",
    minimum="5 answers for a rate, 30 for a comparison",
    left_out="people about whom you were not sure",
)
