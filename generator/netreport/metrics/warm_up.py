"""Do people reply more often once you have been in touch before you write?"""

import polars as pl

from netreport import stats
from netreport.facts.attempts import attempts
from netreport.facts.touches import touched
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
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
    exactly,
)
from netreport.model.tables import Table

WARM, COLD = "attempts after a touch", "attempts out of the blue"
MOST_TOUCHES = 3
NOTED = "Cold and warm are as your log has them, and what the export shows besides."
NOT_NOTED = (
    "Your log tells of no touches. Warm is here: a request with a note was accepted shortly "
    "before. Likes and comments carry no name in an export, so some of the others were warm, too."
)
SELECTION = (
    "You may warm up those who would have replied anyway: a difference is associated with the "
    "touch, and need not come from it."
)
HOW_TO_NOTE = (
    "Write into the column touches of outreach.csv how often you had been in touch before an "
    "attempt; 0 is none."
)


def measure(inputs: Inputs) -> Result:
    """Reply rate of first attempts after a touch, less that of those out of the blue."""
    known, noted = _known(inputs)
    counted = known.filter("arrived", "ripe").drop_nulls("replied")
    warm, cold = counted.filter("warm"), counted.filter(~pl.col("warm"))
    if min(warm.height, cold.height) < FEWEST_FOR_A_COMPARISON:
        detail = (
            f"{warm.height} attempts after a touch and {cold.height} without one have an outcome, "
            f"want {FEWEST_FOR_A_COMPARISON} of each"
        )
        return Unknown(Reason.TOO_FEW, detail, HOW_TO_NOTE)
    guarded = stats.simpson_guard(_layers(counted, inputs.get(Table.PEOPLE)))
    left_out = {"too young, never arrived or without an outcome": known.height - counted.height}
    return Measured(
        _leading(guarded),
        Evidence(known.height, counted.height, left_out, of="people you wrote to or called"),
        (_rates(warm, cold), _by_touches(counted), _promise(known, inputs)),
        (guarded.sentence(WARM, COLD), NOTED if noted else NOT_NOTED, SELECTION),
    )


def _known(inputs: Inputs) -> tuple[pl.DataFrame, bool]:
    """Give the first attempt with each person, whether it was warm, and whether the log says so.

    Without touches in the log, only what the export shows can be warm, and that is little.
    """
    outreach = inputs.strategy.outreach
    made = attempts(
        inputs.get(Table.OUTREACH),
        inputs.get(Table.OPENINGS),
        outreach.mature_after_days,
        inputs.as_of,
    )
    told = touched(
        made, inputs.get(Table.EXCHANGES), inputs.get(Table.REQUESTS), outreach.warm_up.window_days
    )
    noted = told.drop_nulls("before")
    fewest = max(1, outreach.warm_up.min_touches)
    by_log, by_export = pl.col("before") >= fewest, pl.col("seen") > 0
    chosen = noted if noted.height else told.with_columns(pl.col("seen").alias("before"))
    first = chosen.sort("at", "who", "channel", "replied", "before").unique(
        "who", keep="first", maintain_order=True
    )
    warm = (by_log if noted.height else by_export).alias("warm")
    return first.with_columns(warm), noted.height > 0


def _layers(counted: pl.DataFrame, people: pl.DataFrame | None) -> list[stats.Layer]:
    """Count replies within each segment and year, so that like is compared with like."""
    segments = {} if people is None else dict(people.select("person", "segment").iter_rows())
    segment = pl.col("person").replace_strict(segments, default=None, return_dtype=pl.String)
    groups = counted.with_columns(segment.alias("segment"), year=pl.col("at").dt.year())
    return [
        stats.Layer(*_rate(some.filter("warm")), *_rate(some.filter(~pl.col("warm"))))
        for _, some in groups.sort("year", "segment").group_by(
            "year", "segment", maintain_order=True
        )
    ]


def _rate(some: pl.DataFrame) -> tuple[int, int]:
    return int(some.get_column("replied").sum()), some.height


def _leading(guarded: stats.Guarded) -> Estimate:
    """Give the difference over everybody, or like with like where that one misleads."""
    match guarded.leading.difference:
        case Estimate() as crude:
            return crude
        case stats.Interval(value=value, low=low, high=high):
            return Estimate(value, low, high, Spread.LARGE_SAMPLE)
        case Unknown():
            raise AssertionError("there are 30 of each side, so that they were compared")


def _rates(warm: pl.DataFrame, cold: pl.DataFrame) -> Breakdown:
    sides = {"After a touch": warm, "Out of the blue": cold}
    parts = tuple(
        Part(label, stats.wilson(*_rate(side)), side.height, Unit.SHARE)
        for label, side in sides.items()
    )
    return Breakdown("warm-up", "Replies, warm and cold", Form.DOTS, parts, of="attempts")


def _by_touches(counted: pl.DataFrame) -> Breakdown:
    parts = []
    for touches in range(MOST_TOUCHES + 1):
        last = touches == MOST_TOUCHES
        some = counted.filter(pl.col("before") >= touches if last else pl.col("before") == touches)
        if some.height:
            label = f"{touches} or more" if last else str(touches)
            parts.append(Part(label, stats.wilson(*_rate(some)), some.height, Unit.SHARE))
    title = "Replies by touches before"
    return Breakdown("warm-up-touches", title, Form.DOTS, tuple(parts), of="attempts")


def _promise(known: pl.DataFrame, inputs: Inputs) -> Breakdown:
    """Count the attempts with fewer touches than the strategy asks for."""
    rule = inputs.strategy.outreach.warm_up
    fewer = known.filter(pl.col("before") < rule.min_touches).height if rule.required else 0
    parts = (
        Part(
            "With fewer touches than your strategy asks", exactly(fewer), known.height, Unit.COUNT
        ),
        Part("Touches your strategy asks for", exactly(rule.min_touches), known.height, Unit.COUNT),
        Part("Days in which they count", exactly(rule.window_days), known.height, Unit.DAYS),
    )
    asked = "Your strategy asks for it." if rule.required else "Your strategy does not ask for it."
    title = "Being seen before you write"
    return Breakdown("warm-up-rule", title, Form.FIGURES, parts, of="attempts", caption=asked)


METRIC = Metric(
    id="warm_up",
    code="M11",
    topic=Topic.OUTREACH,
    title="Warm against cold",
    unit=Unit.PERCENTAGE_POINTS,
    question="Do more people reply once you have been in touch before?",
    formula="reply rate of first attempts with as many touches in the days before as your "
    "strategy asks (2 in 30 days) - that of the others; touches: those of your log, a request "
    "with a note that was accepted, and a thread of messages. Where segments and years tell "
    "another story (Mantel-Haenszel), that one leads",
    needs=frozenset(),
    uses=frozenset({Table.OUTREACH, Table.OPENINGS, Table.EXCHANGES, Table.REQUESTS, Table.PEOPLE}),
    measure=measure,
    claims=("S60", "S61", "S63", "S75"),
    source="Newcombe 1998; Mantel and Haenszel 1959; Simpson 1951",
    minimum=f"{FEWEST_FOR_A_COMPARISON} attempts on each side",
    left_out="what came after the first attempt; likes, comments and views that you did not write "
    "down: the export does not say whose they are; who looked at your profile",
)
