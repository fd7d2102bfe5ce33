"""How soon do people answer when you open a conversation, and how soon do you?"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from math import ceil
from statistics import median

import polars as pl

from netreport import stats
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
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

LONGEST = timedelta(days=90)  # what comes later is no answer
WITHIN = (1, 7, 30)  # days
HEADLINE = 7
FEWEST = 10  # answers
FIRST, KNOWN = "New", "Known"
OWN, ALL = "You reply", "All"
HALVES = {
    ALL: "whomever you write to",
    FIRST: "people new to you",
    KNOWN: "people you had written with",
    OWN: "you, when others open",
}
IN_DAYS = 2  # shorter times are told in hours


def measure(inputs: Inputs) -> Result:
    """Share of the conversations you opened that had an answer within a week."""
    end = datetime.combine(inputs.as_of, time.max)
    opened = inputs[Table.OPENINGS]
    waits = _waits(opened, end)
    if int(waits.get_column("answered").sum()) < FEWEST:
        detail = (
            f"fewer than {FEWEST} of the {opened.height} conversations you opened were answered"
        )
        return Unknown(Reason.TOO_FEW, detail)
    everybody = _curve(waits)
    week = stats.ended_by(everybody, HEADLINE)
    if isinstance(week, Unknown):
        return week
    curves = {group: _curve(part) for group, part in _sides(inputs, waits, end).items()}
    return Measured(
        week,
        Evidence(opened.height, opened.height, of="conversations that you opened"),
        (_steps(curves), _figures(everybody, waits, curves)),
        _remarks(everybody, curves),
    )


def _waits(opened: pl.DataFrame, end: datetime) -> pl.DataFrame:
    """Add how many days each waited, until answered, given up after 90 days, or looked at last."""
    answered = (pl.col("replied_at") - pl.col("at") <= LONGEST).fill_null(value=False)
    until = pl.when(answered).then("replied_at").otherwise(pl.lit(end))
    waited = (until - pl.col("at")).clip(timedelta(), LONGEST)
    days = waited.dt.total_microseconds() / (timedelta(days=1) // timedelta(microseconds=1))
    return opened.with_columns(days.alias("days"), answered.alias("answered"))


def _sides(inputs: Inputs, waits: pl.DataFrame, end: datetime) -> dict[str, pl.DataFrame]:
    sides = {FIRST: waits.filter("cold"), KNOWN: waits.filter(~pl.col("cold"))}
    exchanges = inputs.get(Table.EXCHANGES)
    if exchanges is not None:
        sides[OWN] = _waits(_opened_by_others(exchanges), end)
    return {
        side: part
        for side, part in sides.items()
        if int(part.get_column("answered").sum()) >= FEWEST
    }


def _opened_by_others(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Give each message from others after 90 days without a word, and the owner's next one."""
    told = exchanges.select("person", "at", "turn", "incoming", "automatic")
    spoken = told.filter(~pl.col("automatic")).sort("person", "at", "turn")
    known = pl.col("person").eq_missing(pl.col("person").shift())
    silent = ~known | (pl.col("at") - pl.col("at").shift() > LONGEST)
    next_to, next_at = (
        pl.when(~pl.col("incoming")).then(column).backward_fill() for column in ("person", "at")
    )
    own = pl.when(next_to == pl.col("person")).then(next_at)
    return spoken.with_columns(own.alias("replied_at")).filter(pl.col("incoming") & silent)


def _curve(waits: pl.DataFrame) -> stats.Curve:
    return stats.kaplan_meier(
        waits.get_column("days").to_list(), waits.get_column("answered").to_list()
    )


def _steps(curves: dict[str, stats.Curve]) -> Breakdown:
    """Draw one step for each whole day: what had been answered at its end."""
    parts = [
        Part(
            f"day {day}",
            stats.complement(step.share),
            step.at_risk,
            Unit.SHARE,
            group=group,
            at=day,
        )
        for group, curve in curves.items()
        for day, step in {ceil(step.at): step for step in curve.steps}.items()
    ]
    caption = "New: people you had never written with before. Known: people you had."
    return Breakdown(
        "reply-curve", "Answered by day", Form.STEPS, tuple(parts), "messages waiting", caption
    )


def _figures(
    everybody: stats.Curve, waits: pl.DataFrame, curves: dict[str, stats.Curve]
) -> Breakdown:
    answered = waits.filter("answered").get_column("days")
    naive = exactly(median(answered.to_list()))
    note = "flatters: it leaves out who never answered"
    parts = [
        *_shares(everybody),
        _time("Half of those who answered had", naive, answered.len(), note),
    ]
    for group, curve in {ALL: everybody, **curves}.items():
        half = stats.median_wait(curve)
        if isinstance(half, stats.Median):
            note = "the upper end is open" if half.open_above else ""
            parts.append(_time(f"Half-time: {HALVES[group]}", half.time, curve.watched, note))
    return Breakdown("reply-times", "In figures", Form.FIGURES, tuple(parts), of="messages")


def _shares(curve: stats.Curve) -> Iterator[Part]:
    for days in WITHIN:
        share = stats.ended_by(curve, days)
        if isinstance(share, Estimate):
            label = "Answered within a day" if days == 1 else f"Answered within {days} days"
            yield Part(label, share, curve.watched, Unit.SHARE)


def _time(label: str, days: Estimate, n: int, note: str) -> Part:
    """Give a time in hours where it is shorter than two days."""
    if days.value >= IN_DAYS:
        return Part(label, days, n, Unit.DAYS, note=note)
    hours = Estimate(24 * days.value, 24 * days.low, 24 * days.high, days.spread)
    return Part(label, hours, n, Unit.HOURS, note=note)


def _remarks(everybody: stats.Curve, curves: dict[str, stats.Curve]) -> tuple[str, ...]:
    remarks = []
    if isinstance(stats.median_wait(everybody), Unknown):
        remarks.append(
            "Fewer than half of the conversations you opened were answered at all, so that there "
            "is no half-time to tell. No answer is only no answer: nobody can see whether a "
            "message was read."
        )
    if OWN in curves:
        remarks.append(
            "Your own curve counts every first message to you, thanks and offers among them; not "
            "all of them want an answer."
        )
    return tuple(remarks)


METRIC = Metric(
    id="reply_time",
    code="M9",
    topic=Topic.CONVERSATIONS,
    title="Answered within a week",
    unit=Unit.SHARE,
    question="When you open a conversation, how soon does an answer come?",
    formula="Kaplan-Meier over the messages with which you opened a conversation (90 days of "
    "silence before): days to the first answer; what is unanswered is still waiting, up to 90 "
    "days or the day of the export",
    needs=frozenset({Table.OPENINGS}),
    uses=frozenset({Table.EXCHANGES}),
    measure=measure,
    claims=("S59", "S73"),
    source="Kaplan and Meier 1958; half-time: Brookmeyer and Crowley 1982",
    minimum=f"{FEWEST} answers",
    left_out="answers after 90 days, which belong to something else; answers by telephone or "
    "e-mail, which nobody can see here",
)
