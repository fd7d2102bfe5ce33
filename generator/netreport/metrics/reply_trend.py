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
    "Why, nobody can read from this: whom you wrote to and what about changed over the years as "
    "well."
)

Year = tuple[int, int, int]  # the year, how many were answered, how many were sent


def measure(inputs: Inputs) -> Result:
    """Reply rate of the last year less that of the first, over first messages that are ripe."""
    cold = inputs[Table.OPENINGS].filter("cold")
    ripe = _ripe(cold, inputs)
    years = _years(ripe)
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
        (*_trend(tested, f"{first} to {last}"), _like_with_like(ripe, last, first)),
    )


def _ripe(cold: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """Give the messages older than the days in which an answer counts, and if one came in them."""
    wait = timedelta(days=inputs.strategy.outreach.mature_after_days)
    ripe = cold.filter(pl.col("at") <= datetime.combine(inputs.as_of, time.max) - wait)
    answered = (pl.col("replied_at") - pl.col("at") <= wait).fill_null(value=False)
    return ripe.with_columns(pl.col("at").dt.year().alias("year"), answered.alias("answered"))


def _years(ripe: pl.DataFrame) -> list[Year]:
    years = ripe.group_by("year").agg(pl.col("answered").sum(), pl.len().alias("sent"))
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


def _trend(years: Sequence[Year], span: str) -> tuple[str, ...]:
    trend = stats.cochran_armitage(years)
    probability = f"p {trend.p:.3f}" if trend.p >= LEAST_P else f"p < {LEAST_P}"
    z = f"{trend.z:.2f}".replace("-", "−")
    figures = f"Cochran-Armitage z {z}, {probability}"
    if trend.p >= SIGNIFICANT:
        return (f"No evidence of a trend from {span} ({figures}).",)
    way = "rises" if trend.z > 0 else "falls"
    return (f"The share that is answered {way} over the years {span} ({figures}).", CAUSE)


def _like_with_like(ripe: pl.DataFrame, last: int, first: int) -> str:
    """Compare the two years within kinds of message: a text sent to many or not, InMail or not."""
    kinds = ripe.sort("template", "inmail").partition_by("template", "inmail")
    layers = [stats.Layer(*_in_year(kind, last), *_in_year(kind, first)) for kind in kinds]
    return stats.simpson_guard(layers).sentence(f"messages of {last}", f"those of {first}")


def _in_year(ripe: pl.DataFrame, year: int) -> tuple[int, int]:
    sent = ripe.filter(pl.col("year") == year)
    return int(sent.get_column("answered").sum()), sent.height


METRIC = Metric(
    id="reply_trend",
    code="M35",
    topic=Topic.OUTREACH,
    title="Change of replies over the years",
    unit=Unit.PERCENTAGE_POINTS,
    question="Do fewer people answer a first message than in earlier years?",
    formula="reply rate of the last year less that of the first, over first messages to people "
    "you had never written with: answered within the days of your strategy (14 by default) / "
    "sent and older than that; whether it is a trend is tested over all years; like with like: "
    "within texts sent to many or to one, as InMail or as a message",
    needs=frozenset({Table.OPENINGS}),
    measure=measure,
    claims=("S16", "S59", "S74"),
    source="Cochran 1954; Armitage 1955; Newcombe 1998; Mantel and Haenszel 1959",
    minimum=f"{FEWEST_YEARS} years with {FEWEST} first messages each",
    left_out="messages too young to have been answered; years with few; answers by another channel",
)
