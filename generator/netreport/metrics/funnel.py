"""From connection to opportunity: how many get how far, and what does one cost?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from netreport import stats
from netreport.facts.attempts import who
from netreport.facts.counted import those
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
    Where,
    exactly,
)
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

TALKED, WON = "And a conversation, ever", "And an opportunity"
OPPORTUNITY = ("meeting", "opportunity", "won")
THOUSAND = 1000
NO_CAUSE = (
    "This says where opportunities came from, and not that more connections would bring more."
)
HOW_TO_LOG = (
    "Write what came of your attempts into outreach.csv: meeting, opportunity or won in the "
    "column outcome."
)


@dataclass(frozen=True, slots=True)
class Path:
    """How many connections got how far, each step among those of the one before.

    `elsewhere`: connections with an opportunity who are not relevant or had no conversation here.
    `strangers`: people with an opportunity who are no connections. `talkers`, `winners`: the rows
    behind `talked` and `opportunity`.
    """

    connections: int
    relevant: int
    unknown: int
    talked: int
    opportunity: int
    elsewhere: int
    strangers: int
    talkers: Where | None = None
    winners: Where | None = None


def measure(inputs: Inputs) -> Result:
    """Opportunities per 1,000 connections, by the owner's log of attempts."""
    people, outreach = inputs[Table.PEOPLE], inputs.get(Table.OUTREACH)
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    if outreach is None or outreach.is_empty():
        detail = "no export tells of opportunities, and there is no log of attempts"
        return Unknown(Reason.NOT_TYPED_IN, detail, HOW_TO_LOG)
    got = outreach.filter(pl.col("outcome").is_in(OPPORTUNITY)).with_columns(who())
    known = people.with_columns(pl.col("person").is_in(got["person"].implode()).alias("got"))
    path = _path(known, inputs[Table.TIES], got.get_column("who").n_unique())
    connected = path.opportunity + path.elsewhere
    return Measured(
        exactly(THOUSAND * connected / people.height),
        Evidence(people.height, people.height, of="connections"),
        (_funnel(path), _steps(path), _cohorts(known), _money(outreach, got, inputs)),
        tuple(_remarks(path, inputs.strategy)),
    )


def _path(known: pl.DataFrame, ties: pl.DataFrame, people_with_one: int) -> Path:
    relevant = known.filter("relevant")
    talkers = ties.filter("conversation").select("person")
    talked = relevant.join(talkers, on="person", how="semi")
    got, winners = known.filter("got").height, talked.filter("got")
    return Path(
        known.height,
        relevant.height,
        known.get_column("relevant").null_count(),
        talked.height,
        winners.height,
        got - winners.height,
        people_with_one - got,
        those("Relevant, and a conversation ever", talked, known),
        those("Relevant, a conversation and an opportunity", winners, known),
    )


def _funnel(path: Path) -> Breakdown:
    parts = (
        Part("Connections", exactly(path.connections), path.connections, where=Where()),
        Part(
            "Relevant",
            exactly(path.relevant),
            path.connections,
            where=Where({"relevant": ("yes",)}),
        ),
        Part(TALKED, exactly(path.talked), path.connections, where=path.talkers),
        Part(WON, exactly(path.opportunity), path.connections, where=path.winners),
    )
    return Breakdown("funnel", "From connection to opportunity", Form.BARS, parts)


def _steps(path: Path) -> Breakdown:
    """Give the share of each step; the first is uncertain by whom nobody can place."""
    placed = path.connections - path.unknown
    parts = []
    if placed:
        share = stats.share(hits=path.relevant, known=placed, unknown=path.unknown)
        parts.append(Part("Are relevant", share, path.connections, Unit.SHARE))
    for label, hits, total in (
        ("Of them, ever talked", path.talked, path.relevant),
        ("Of these, opportunity", path.opportunity, path.talked),
    ):
        if total:
            parts.append(Part(label, stats.wilson(hits, total), total, Unit.SHARE))
    caption = f"A step from fewer than {FEWEST_FOR_A_COMPARISON} people says little."
    return Breakdown("funnel-steps", "Step by step", Form.DOTS, tuple(parts), caption=caption)


def _cohorts(known: pl.DataFrame) -> Breakdown:
    years = (
        known.drop_nulls("connected_on")
        .group_by(pl.col("connected_on").dt.year().alias("year"))
        .agg(pl.len(), pl.col("got").sum())
        .filter(pl.col("len") >= FEWEST_FOR_A_COMPARISON)
        .sort("year")
    )
    parts = tuple(
        Part(str(year), exactly(THOUSAND * got / count), count, Unit.PER_THOUSAND)
        for year, count, got in years.iter_rows()
    )
    return Breakdown(
        "funnel-cohorts",
        "Opportunities per 1,000 connections, by the year you connected",
        Form.COLUMNS,
        parts,
        caption=f"Years with at least {FEWEST_FOR_A_COMPARISON} connections. People who connected "
        "lately had less time.",
    )


def _money(outreach: pl.DataFrame, got: pl.DataFrame, inputs: Inputs) -> Breakdown:
    count = got.get_column("who").n_unique()
    parts = [Part("People with an opportunity", exactly(count), count)]
    cost = _cost(outreach, inputs)
    if cost is not None:
        parts.append(Part("What it cost", cost, count, Unit.MONEY))
        if count:
            each = Estimate(cost.value / count, cost.low / count, cost.high / count, cost.spread)
            parts.append(Part("Cost of an opportunity", each, count, Unit.MONEY))
    won = float(got.filter(pl.col("outcome") == "won").get_column("value").sum())
    hours = _hours(outreach, inputs)
    if won:
        parts.append(Part("Won, as you wrote it down", exactly(won), count, Unit.MONEY))
    if won and hours:
        parts.append(Part("Won for an hour on LinkedIn", exactly(won / hours), count, Unit.MONEY))
    caption = "Since the first attempt in your log; the running year up to the day of the export."
    return Breakdown(
        "funnel-money", "What an opportunity takes", Form.FIGURES, tuple(parts), caption=caption
    )


def _cost(outreach: pl.DataFrame, inputs: Inputs) -> Estimate | None:
    """Give the log's own spending and the strategy's, of the years that the log tells of.

    The running year counts up to the export's day, or whole: the owner may have meant either.
    """
    noted = outreach.get_column("spend").drop_nulls()
    years = _years(outreach, inputs)
    yearly = {y: v for y, v in inputs.strategy.spend.per_year.items() if y in years}
    if noted.is_empty() and not yearly:
        return None
    whole = float(noted.sum()) + sum(yearly.values())
    this_year = inputs.as_of.year
    passed = (inputs.as_of - date(this_year - 1, 12, 31)).days / (
        date(this_year, 12, 31) - date(this_year - 1, 12, 31)
    ).days
    so_far = whole - yearly.get(this_year, 0.0) * (1 - passed)
    spread = Spread.PROJECTION if so_far < whole else Spread.EXACT
    return Estimate(so_far, so_far, whole, spread)


def _years(outreach: pl.DataFrame, inputs: Inputs) -> range:
    first = outreach.get_column("sent_at").dt.year().min()
    start = first if isinstance(first, int) else inputs.as_of.year
    return range(start, inputs.as_of.year + 1)


def _hours(outreach: pl.DataFrame, inputs: Inputs) -> float:
    """Give the hours since the first attempt, if the owner said how many a week."""
    capacity = inputs.strategy.engagement.capacity
    days = outreach.select(
        (pl.lit(inputs.as_of) - pl.col("sent_at").dt.date().min()).dt.total_days()
    )
    typed_in = "hours_per_week" in capacity.model_fields_set
    return capacity.hours_per_week * float(days.item()) / 7 if typed_in else 0.0


def _remarks(path: Path, strategy: Strategy) -> Iterator[str]:
    if strategy.objective.opportunity_means:
        yield f"An opportunity is for you: {strategy.objective.opportunity_means.rstrip('.')}."
    others = {
        "connections who are not relevant, or with whom there was no conversation on LinkedIn": (
            path.elsewhere
        ),
        "people who are no connections": path.strangers,
    }
    told = "; ".join(f"{count} among {whom}" for whom, count in others.items() if count)
    if told:
        yield f"Opportunities outside this path: {told}."
    yield NO_CAUSE


METRIC = Metric(
    id="funnel",
    code="M22b",
    topic=Topic.OUTREACH,
    title="Opportunities",
    unit=Unit.PER_THOUSAND,
    question="How many connections become an opportunity, and what does one cost?",
    formula="connections with a meeting, an opportunity or a sale in your log x 1,000 / "
    "connections; step by step: relevant, ever a conversation, an opportunity; cost = spending in "
    "your log and strategy / people with an opportunity",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    uses=frozenset({Table.OUTREACH}),
    measure=measure,
    claims=("S07", "S23", "S70"),
    source="Wilson 1927",
    minimum=f"a log of attempts; {FEWEST_FOR_A_COMPARISON} people at each step to rely on it",
    left_out="opportunities that you did not write down; your own hours, unless you typed them in",
)
