"""How often does each way of reaching people bring a reply?"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple

import polars as pl

from netreport import stats
from netreport.facts.attempts import INMAIL, MESSAGE, attempts, named
from netreport.facts.benchmarks import LENGTH, reported
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
)
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

Rates = Mapping[str, tuple[int, int]]
WRITTEN = (INMAIL, MESSAGE, "email")
PERSONAL, TO_MANY = "personal messages", "texts sent to many"
BANDS = (
    ("up to 400 characters", 0, 400),
    ("401 to 800", 400, 800),
    ("801 to 1,200", 800, 1200),
    ("over 1,200", 1200, 10_000_000),
)
SILENCE = (
    "LinkedIn does not export who has read what: no reply is no reply, and never a message that "
    "was read or not read."
)
HOW_TO_LOG = (
    "Write calls, e-mails and InMails into outreach.csv in your workspace, one a line, with what "
    "came of each."
)


def measure(inputs: Inputs) -> Result:
    """Share of the attempts that were answered in time, over all channels."""
    days = inputs.strategy.outreach.mature_after_days
    made = attempts(inputs.get(Table.OUTREACH), inputs.get(Table.OPENINGS), days, inputs.as_of)
    if made.is_empty():
        return Unknown(
            Reason.NOT_TYPED_IN, "neither your log nor the export holds an attempt", HOW_TO_LOG
        )
    counted = made.filter("arrived", "ripe").drop_nulls("replied")
    if counted.is_empty():
        detail = f"no attempt is older than {days} days and has an outcome"
        return Unknown(Reason.TOO_FEW, detail, HOW_TO_LOG)
    by_channel = _by_channel(counted, inputs.strategy)
    written = counted.filter(pl.col("channel").is_in(WRITTEN))
    by_length, by_wording = _by_length(written), _by_wording(written)
    pairs = stats.pairwise(by_channel, by_length, by_wording)
    return Measured(
        stats.wilson(*_rate(counted)),
        Evidence(made.height, counted.height, _left_out(made, days), "attempts"),
        (
            _channels(by_channel, counted),
            reported(inputs.strategy),
            _dots("channels-length", "Replies by length, in characters", by_length, caption=LENGTH),
            _dots("channels-wording", "Replies by wording", by_wording),
            _differences(pairs),
        ),
        (*_compared(pairs, _wording_guarded(written)), SILENCE),
    )


def _left_out(made: pl.DataFrame, days: int) -> dict[str, int]:
    arrived = made.filter("arrived")
    ripe = arrived.filter("ripe")
    return {
        "that never arrived": made.height - arrived.height,
        f"not older than {days} days": arrived.height - ripe.height,
        "without an outcome in your log": ripe.get_column("replied").null_count(),
    }


def _rate(some: pl.DataFrame) -> tuple[int, int]:
    return int(some.get_column("replied").sum()), some.height


def _by_channel(counted: pl.DataFrame, strategy: Strategy) -> Rates:
    """Give (replied, sent) by channel: the strategy's own order first, then the busiest."""
    rates = {name: _rate(some) for (name,), some in counted.group_by("channel")}
    wanted = list(strategy.outreach.channel_names())
    places = {name: place for place, name in enumerate(wanted)}
    ordered = sorted(rates, key=lambda name: (places.get(name, len(wanted)), -rates[name][1], name))
    return {named(name): rates[name] for name in ordered}


def _by_length(written: pl.DataFrame) -> Rates:
    within = {
        label: written.filter(pl.col("length").is_between(above, most, closed="right"))
        for label, above, most in BANDS
    }
    return {label: _rate(some) for label, some in within.items() if some.height}


def _by_wording(written: pl.DataFrame) -> Rates:
    sides = {PERSONAL: pl.col("personalised"), TO_MANY: ~pl.col("personalised")}
    within = {label: written.filter(side) for label, side in sides.items()}
    return {label: _rate(some) for label, some in within.items() if some.height}


def _wording_guarded(written: pl.DataFrame) -> stats.Guarded:
    """Compare wording within channels and years, which may be mixed differently."""
    layers = []
    for _, some in written.group_by("channel", pl.col("at").dt.year().alias("year")):
        own, many = some.filter("personalised"), some.filter(~pl.col("personalised"))
        layers.append(stats.Layer(*_rate(own), *_rate(many)))
    return stats.simpson_guard(sorted(layers, key=astuple))


def _compared(pairs: Sequence[stats.Pair], wording: stats.Guarded) -> tuple[str, ...]:
    """Word the comparisons; where wording looks the other way round like with like, that leads."""
    if not wording.reversed:
        return stats.told(pairs)
    others = [pair for pair in pairs if pair.first != PERSONAL]
    return (wording.sentence(PERSONAL, TO_MANY), *stats.told(others))


def _channels(rates: Rates, counted: pl.DataFrame) -> Breakdown:
    sources = dict(counted.select("channel", "source").unique().iter_rows())
    told = {named(channel): f"from {source}" for channel, source in sources.items()}
    caption = "An InMail of the export is a guess: it has a subject, and you were not connected."
    return _dots("channels", "Replies by channel", rates, told, caption)


def _dots(
    name: str, title: str, rates: Rates, notes: Mapping[str, str] | None = None, caption: str = ""
) -> Breakdown:
    parts = tuple(
        Part(
            _headed(label),
            stats.wilson(hits, total),
            total,
            Unit.SHARE,
            note=(notes or {}).get(label, ""),
        )
        for label, (hits, total) in rates.items()
    )
    return Breakdown(name, title, Form.DOTS, parts, of="attempts", caption=caption)


def _headed(label: str) -> str:
    return label[:1].upper() + label[1:]


def _differences(pairs: Sequence[stats.Pair]) -> Breakdown:
    parts = []
    for pair in pairs:
        if isinstance(difference := pair.comparison.difference, Estimate):
            label, note = _headed(f"{pair.first} less {pair.second}"), str(pair.finding)
            parts.append(Part(label, difference, pair.n, Unit.PERCENTAGE_POINTS, note=note))
    return Breakdown(
        "channels-differences",
        "Differences of reply rates",
        Form.TABLE,
        tuple(parts),
        of="attempts",
        caption="Only from 30 attempts a side; the notes allow for how many comparisons these are.",
    )


METRIC = Metric(
    id="channels",
    code="M10",
    topic=Topic.OUTREACH,
    title="Replies to your attempts",
    unit=Unit.SHARE,
    question="How often does each way of reaching people bring a reply?",
    formula="attempts answered within the days of your strategy (14) / attempts older than that; "
    "the steps of a sequence with one person are one attempt, whichever was answered; messages "
    "and InMails come from the export where your log tells of none",
    needs=frozenset(),
    uses=frozenset({Table.OPENINGS, Table.OUTREACH}),
    measure=measure,
    claims=("S58", "S62", "S63", "S65", "S66", "S71", "S73"),
    source="Wilson 1927; Newcombe 1998; several comparisons: Holm 1979",
    minimum="5 for a rate, 30 on each side for a comparison",
    left_out="attempts that never arrived or are too young; calls and e-mails you did not write "
    "down; whether anything was read",
)
