"""When did the network grow in a rush, and what came with it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from netreport import stats
from netreport.facts.counted import those
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
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.tables import Table

FEWEST_WEEKS = 12
LATELY = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of those who came in a year: a column of PEOPLE, true as `facets` have it."""

    id: str
    title: str
    column: str
    facets: Mapping[str, tuple[str, ...]]
    caption: str = ""


YEARLY = (
    _Asked(
        "intake-fit",
        "Share that fits, by the year they came",
        "relevant",
        {"relevant": ("yes",)},
    ),
    _Asked(
        "intake-talk",
        "Share you have talked with, by the year they came",
        "ever_two_way",
        {"touch": ("conversation", "two-way", "earlier")},
        "Both ways, ever: who came lately had less time for it.",
    ),
)


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
        (
            _months(people, spans),
            _spans(people, spans),
            *(_yearly(asked, people) for asked in YEARLY),
        ),
        (*_quality(people, inside), *_intake(people, inputs.as_of)),
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
        share = _surely(came.get_column("relevant"))
        label = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
        rows = those(f"Came from {label}", came, people)
        parts.append(Part(label, share, came.height, Unit.SHARE, rows, note="relevant today"))
    return Breakdown(
        "rushes", "What came with each rush", Form.TABLE, tuple(parts), of="people who came"
    )


def _yearly(asked: _Asked, people: pl.DataFrame) -> Breakdown:
    """Give the share of everybody, and of who came in each year, the newest first."""
    years = people.group_by(pl.col("connected_on").dt.year().alias("year"), maintain_order=True)
    came = sorted(((str(year), group) for (year,), group in years), reverse=True)
    sides = [
        _share(asked, people, "Everybody", {}),
        *(_share(asked, group, f"Came in {year}", {"year": (year,)}) for year, group in came),
    ]
    known = people.get_column(asked.column).count()
    parts = tuple(part for part in sides if part and known)
    return Breakdown(asked.id, asked.title, Form.BARS, parts, "people who came", asked.caption)


def _share(
    asked: _Asked, side: pl.DataFrame, label: str, when: Mapping[str, tuple[str, ...]]
) -> Part | None:
    """Give the share of a side; of few people, counts of those of whom it can be told, if any."""
    said, rows = side.get_column(asked.column), Where({**when, **asked.facets})
    if side.height >= FEWEST_FOR_A_RATE:
        return Part(label, _surely(said), side.height, Unit.SHARE, rows)
    if not said.count():
        return None
    untold = said.null_count()
    note = f"{untold} cannot be told" if untold else ""
    share = exactly(int(said.sum()) / said.count())
    return Part(label, share, said.count(), Unit.SHARE, rows, note=note)


def _surely(said: pl.Series) -> Estimate:
    """Give the share of all that are surely so, up to if all untold were too."""
    hits, unknown = int(said.sum()), said.null_count()
    low, high = hits / len(said), (hits + unknown) / len(said)
    return Estimate(low, low, high, Spread.LEFT_OUT if low < high else Spread.EXACT)


def _intake(people: pl.DataFrame, as_of: date) -> tuple[str, ...]:
    """Hold who came within a year against everybody before."""
    lately = pl.col("connected_on") > as_of - LATELY
    return _compared(
        people.filter(lately), people.filter(~lately), "people of the last 12 months", "all before"
    )


def _quality(people: pl.DataFrame, inside: pl.DataFrame) -> tuple[str, ...]:
    rest = people.join(inside, on="person", how="anti")
    return _compared(inside, rest, "people of the rushes", "everybody else")


def _compared(one: pl.DataFrame, other: pl.DataFrame, first: str, second: str) -> tuple[str, ...]:
    """Say in which of two groups more are relevant; nothing where one of them is nobody."""
    if one.is_empty() or other.is_empty():
        return ()
    told = [side.get_column("relevant").drop_nulls() for side in (one, other)]
    counts = [(int(side.sum()), side.len()) for side in told]
    compared = stats.compare(*counts[0], *counts[1])
    return (f"Share relevant. {compared.sentence(first, second)}",)


METRIC = Metric(
    id="rushes",
    code="M20",
    topic=Topic.GROWTH,
    title="Growth rushes",
    unit=Unit.COUNT,
    question="Did the network ever grow in a rush, and did those who came fit?",
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
    "good reason for a rush",
)
