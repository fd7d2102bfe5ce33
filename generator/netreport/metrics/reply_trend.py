"""Do fewer people answer a first message than in earlier years?"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import polars as pl

from netreport import stats
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Unit,
    Unknown,
)
from netreport.model.tables import Table

FEWEST_YEARS = 3
FEWEST = FEWEST_FOR_A_COMPARISON  # first messages in a year
SIGNIFICANT = 0.05
LEAST_P = 0.001
CAUSE = (
    "Why, nobody can read from this: whom you wrote to, what about and by which channel changed "
    "over the years as well."
)

Year = tuple[int, int, int]  # the year, how many were answered, how many were sent


def measure(inputs: Inputs) -> Result:
    """Reply rate of the last year less that of the first, over first messages that are ripe."""
    cold = inputs[Table.OPENINGS].filter("cold")
    ripe = _ripe(cold, inputs)
    years = _years(ripe, inputs.strategy.outreach.mature_after_days)
    tested = [year for year in years if year[2] >= FEWEST]
    if len(tested) < FEWEST_YEARS:
        detail = f"{len(tested)} years with {FEWEST} first messages or more, want {FEWEST_YEARS}"
        return Unknown(Reason.TOO_FEW, detail)
    (first, *_), (last, *_) = tested[0], tested[-1]
    used = sum(sent for _, _, sent in tested)
    return Measured(
        stats.newcombe(*tested[-1][1:], *tested[0][1:]),
        Evidence(
            cold.height,
            used,
            {
                "too young to have been answered": cold.height - ripe.height,
                f"in years with fewer than {FEWEST}": ripe.height - used,
            },
            of="first messages",
        ),
        (_by_year(years),),
        (_trend(tested, f"{first} to {last}"), CAUSE),
    )


def _ripe(cold: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """Give the messages that are older than the days in which an answer counts."""
    wait = timedelta(days=inputs.strategy.outreach.mature_after_days)
    return cold.filter(pl.col("at") <= datetime.combine(inputs.as_of, time.max) - wait)


def _years(ripe: pl.DataFrame, days: int) -> list[Year]:
    answered = (pl.col("replied_at") - pl.col("at") <= timedelta(days=days)).fill_null(value=False)
    years = ripe.group_by(pl.col("at").dt.year().alias("year")).agg(
        answered.sum().alias("answered"), pl.len().alias("sent")
    )
    return list(years.sort("year").iter_rows())


def _by_year(years: Sequence[Year]) -> Breakdown:
    parts = tuple(
        Part(
            str(year),
            stats.wilson(answered, sent),
            sent,
            Unit.SHARE,
            note="" if sent >= FEWEST else f"fewer than {FEWEST}: not part of the trend",
            at=float(year),
        )
        for year, answered, sent in years
    )
    title = "First messages that were answered, by year"
    return Breakdown("reply-years", title, Form.LINE, parts, of="first messages")


def _trend(years: Sequence[Year], span: str) -> str:
    trend = stats.cochran_armitage(years)
    probability = f"p {trend.p:.3f}" if trend.p >= LEAST_P else f"p < {LEAST_P}"
    z = f"{trend.z:.2f}".replace("-", "−")
    figures = f"Cochran-Armitage z {z}, {probability}"
    if trend.p >= SIGNIFICANT:
        return f"No evidence of a trend from {span} ({figures})."
    way = "rises" if trend.z > 0 else "falls"
    return f"The share that is answered {way} over the years {span} ({figures})."


METRIC = Metric(
    id="reply_trend",
    code="M35",
    topic=Topic.OUTREACH,
    title="Change of replies over the years",
    unit=Unit.PERCENTAGE_POINTS,
    question="Do fewer people answer a first message than in earlier years?",
    formula="reply rate of the last year less that of the first, over first messages to people "
    "you had never written with: answered within the days of your strategy (14 by default) / "
    "sent and older than that; whether it is a trend is tested over all years",
    needs=frozenset({Table.OPENINGS}),
    measure=measure,
    claims=("S16", "S59", "S74"),
    source="Cochran 1954; Armitage 1955; Newcombe 1998",
    minimum=f"{FEWEST_YEARS} years with {FEWEST} first messages each",
    left_out="messages too young to have been answered; years with few; answers by another channel",
)
