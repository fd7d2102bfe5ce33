"""When did the network grow in a rush, and what came with it?"""

from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl

from netreport import stats
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
    Where,
    exactly,
)
from netreport.model.tables import Table

FEWEST_WEEKS = 12


def measure(inputs: Inputs) -> Result:
    """Count of weeks-long rushes, with the months they fell in and the quality of who came."""
    people = inputs[Table.PEOPLE].drop_nulls("connected_on")
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections with a day")
    weeks = _weeks(people)
    if weeks.height < FEWEST_WEEKS:
        return Unknown(Reason.TOO_FEW, f"{weeks.height} weeks, want {FEWEST_WEEKS}")
    rush = inputs.strategy.growth.rush
    found = stats.rushes(
        weeks.get_column("len").to_list(),
        least_z=rush.z,
        least_multiple=rush.min_multiple,
        least_count=rush.min_count,
    )
    starts = weeks.get_column("week").to_list()
    spans = [(starts[one.first], starts[one.last] + timedelta(days=6)) for one in found]
    inside = people.filter(_within(spans))
    return Measured(
        exactly(len(found)),
        Evidence(people.height, people.height, of="connections with a day"),
        (_months(people, spans), _spans(people, spans)),
        _quality(people, inside),
    )


def _weeks(people: pl.DataFrame) -> pl.DataFrame:
    """Count new connections for every week from the first to the last, empty ones too."""
    weekly = (
        people.select(pl.col("connected_on").dt.truncate("1w").alias("week")).group_by("week").len()
    )
    return weekly.sort("week").upsample("week", every="1w").with_columns(pl.col("len").fill_null(0))


def _within(spans: Sequence[tuple[date, date]]) -> pl.Expr:
    inside = [pl.col("connected_on").is_between(first, last) for first, last in spans]
    return pl.any_horizontal(inside) if inside else pl.lit(value=False)


def _months(people: pl.DataFrame, spans: Sequence[tuple[date, date]]) -> Breakdown:
    monthly = (
        people.with_columns(_within(spans).alias("rush"))
        .group_by(pl.col("connected_on").dt.truncate("1mo").alias("month"))
        .agg(pl.len(), pl.col("rush").any())
        .sort("month")
        .upsample("month", every="1mo")
        .with_columns(pl.col("len").fill_null(0), pl.col("rush").fill_null(False))
    )
    parts = tuple(
        Part(
            f"{month:%Y-%m}",
            exactly(count),
            count,
            Unit.PEOPLE,
            Where({"month": (f"{month:%Y-%m}",)}),
            mark=rush,
        )
        for month, count, rush in monthly.iter_rows()
    )
    return Breakdown(
        "months",
        "New connections by month",
        Form.COLUMNS,
        parts,
        caption="Rushes are marked.",
        whole=True,
    )


def _spans(people: pl.DataFrame, spans: Sequence[tuple[date, date]]) -> Breakdown:
    parts = []
    for first, last in spans:
        came = people.filter(pl.col("connected_on").is_between(first, last))
        decided = came.drop_nulls("relevant")
        relevant = int(decided.get_column("relevant").sum())
        if decided.is_empty():
            continue
        share = stats.share(
            hits=relevant, known=decided.height, unknown=came.height - decided.height
        )
        label = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
        rows = those(f"Came from {label}", came, people)
        parts.append(Part(label, share, came.height, Unit.SHARE, rows, note="relevant today"))
    return Breakdown(
        "rushes", "What came with each rush", Form.TABLE, tuple(parts), of="people who came"
    )


def _quality(people: pl.DataFrame, inside: pl.DataFrame) -> tuple[str, ...]:
    if inside.is_empty():
        return ()
    rush, rest = (
        inside.drop_nulls("relevant"),
        people.drop_nulls("relevant").join(inside, on="person", how="anti"),
    )
    compared = stats.compare(
        int(rush.get_column("relevant").sum()),
        rush.height,
        int(rest.get_column("relevant").sum()),
        rest.height,
    )
    return (f"Share relevant. {compared.sentence('people of the rushes', 'everybody else')}",)


METRIC = Metric(
    id="rushes",
    code="M20",
    topic=Topic.GROWTH,
    title="Growth rushes",
    unit=Unit.COUNT,
    question="Did the network ever grow in a rush, and what came with it?",
    formula="a week stands out with z >= 6 against the median of the 12 weeks before (deviation: "
    "1.4826 x MAD, at least 1), three times that median and at least 30; neighbours are one rush. "
    "Your strategy may set other limits",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S04", "S14"),
    source="Iglewicz and Hoaglin 1993; comparison: Newcombe 1998",
    minimum=f"{FEWEST_WEEKS} weeks",
    noun="rushes",
    left_out="people who have since gone: old months look better than they were; a conference is a "
    "good reason for a rush, so name it under growth.annotations",
)
