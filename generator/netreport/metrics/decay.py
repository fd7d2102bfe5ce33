"""How long do ties live?"""

from collections.abc import Iterator
from math import ceil

import polars as pl

from netreport import stats
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
    Unit,
    Unknown,
)
from netreport.model.tables import Table

FEWEST = FEWEST_FOR_A_COMPARISON  # ties
GAPS = 3  # a tie that is silent for so many of its usual gaps has ended, if it is also asleep
YEAR, MONTH = 365, 30
WITHIN = {"Within a half-year": 182, "Within a year": YEAR, "Within three years": 3 * YEAR}
TRUNCATED = (
    "Messages that are older than your export reaches are not in it, so that an old tie seems to "
    "begin later than it did. A tie that went on by telephone seems to have ended."
)


def measure(inputs: Inputs) -> Result:
    """Share of the ties in which both wrote that ended within a year of their first message."""
    ties = inputs[Table.TIES]
    mutual = ties.filter("two_way")
    if mutual.height < FEWEST:
        detail = f"{mutual.height} people with whom both of you wrote, want {FEWEST}"
        return Unknown(Reason.TOO_FEW, detail)
    lived = _lived(mutual, inputs)
    curve = stats.kaplan_meier(
        lived.get_column("days").to_list(), lived.get_column("ended").to_list()
    )
    year = stats.ended_by(curve, YEAR)
    if isinstance(year, Unknown):
        return year
    one_way = {"with whom only one side wrote": ties.height - mutual.height}
    return Measured(
        year,
        Evidence(ties.height, mutual.height, one_way, of="people with whom both wrote"),
        (_steps(curve), _figures(curve)),
        (TRUNCATED,),
    )


def _lived(ties: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """Add the days from the first word to the last, and whether it can be taken for the last."""
    after = inputs.strategy.engagement.dormant_after_days
    first, last = pl.col("first_at").dt.date(), pl.col("last_at").dt.date()
    silent = (pl.lit(inputs.as_of) - last).dt.total_days()
    patience = pl.max_horizontal(pl.lit(after), GAPS * pl.col("usual_gap").fill_null(0))
    return ties.with_columns(
        (last - first).dt.total_days().alias("days"), (silent > patience).alias("ended")
    )


def _steps(curve: stats.Curve) -> Breakdown:
    """Draw one step for each month of 30 days: what had ended by its end."""
    months = {ceil(step.at / MONTH): step for step in curve.steps}
    parts = tuple(
        Part(
            f"day {MONTH * month}",
            stats.complement(step.share),
            step.at_risk,
            Unit.SHARE,
            at=MONTH * month,
        )
        for month, step in months.items()
    )
    return Breakdown("decay-curve", "Ended by day", Form.STEPS, parts, of="ties still alive")


def _figures(curve: stats.Curve) -> Breakdown:
    parts = (*_shares(curve), *_half_time(curve))
    return Breakdown("decay-figures", "In figures", Form.FIGURES, parts, of="ties")


def _shares(curve: stats.Curve) -> Iterator[Part]:
    for label, days in WITHIN.items():
        share = stats.ended_by(curve, days)
        if isinstance(share, Estimate):
            yield Part(label, share, curve.watched, Unit.SHARE)


def _half_time(curve: stats.Curve) -> Iterator[Part]:
    half = stats.median_wait(curve)
    if isinstance(half, stats.Median):
        note = "the upper end is open" if half.open_above else ""
        yield Part("Half have ended after", half.time, curve.watched, Unit.DAYS, note=note)


METRIC = Metric(
    id="decay",
    code="M18",
    topic=Topic.CONVERSATIONS,
    title="Ended within a year",
    unit=Unit.SHARE,
    question="How long does a tie live?",
    formula="Kaplan-Meier over the people with whom both wrote: days from the first message to "
    f"the last; ended if the silence since is longer than {GAPS} times the usual gap of that tie "
    "and than the days of your strategy (365 by default), else still alive",
    needs=frozenset({Table.TIES}),
    measure=measure,
    claims=("S09",),
    source="Kaplan and Meier 1958; Miritello and others 2013 (Scientific Reports 3:1950) for gaps; "
    "Burt 2000, 2002, who saw nine of ten bridges gone in a year among bankers",
    minimum=f"{FEWEST} ties",
    left_out="people with whom only one side wrote; talk outside LinkedIn; messages from before "
    "the export",
)
