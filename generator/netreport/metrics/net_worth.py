"""What is this network worth to the strategy, in points?"""

import polars as pl

from netreport.facts.counted import those
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
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.strategy import Fit
from netreport.model.tables import Table

IDEAL, GOOD = 1.0, 0.5  # what fit weighs; neutral and poor weigh nothing
FASTEST = 4  # the layer of weekly contact
OUTSIDE = "People outside your strategy carry no points, in touch or not."
COMPARISON = "Points are for comparing yourself with yourself, from one export to the next."


def measure(inputs: Inputs) -> Result:
    """Sum of fit x (1 + tie layer) over all connections; what is not known is only in the range."""
    people = _weighed(inputs[Table.PEOPLE], inputs[Table.TIES])
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    unknown = people.filter(pl.col("relevant").is_null()).height
    return Measured(
        _points(people),
        Evidence(people.height, people.height - unknown, {"whom nobody can place": unknown}),
        (_segments(people, inputs), _figures(people)),
        (COMPARISON,),
    )


def _weighed(people: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """Add the points of each person: `low` for certain, `high` as if all that is unknown were best.

    Who is wanted, but in a segment that cannot be told, is good for certain and perhaps ideal.
    Who has no profile address has an unknown tie.
    """
    wanted, fit = pl.col("relevant"), pl.col("fit")
    least = pl.when(wanted).then(pl.when(fit == Fit.IDEAL).then(IDEAL).otherwise(GOOD))
    most = pl.when(fit == Fit.GOOD).then(GOOD).when(wanted | wanted.is_null()).then(IDEAL)
    layered = people.join(ties.select("person", "layer"), on="person", how="left")
    addressed = pl.col("engaged").is_not_null()
    layer = pl.when(addressed).then(pl.col("layer").fill_null(0))
    return layered.with_columns(
        (least.fill_null(0) * (1 + layer.fill_null(0))).alias("low"),
        (most.fill_null(0) * (1 + layer.fill_null(FASTEST))).alias("high"),
        least.fill_null(0).alias("fit_alone"),
    )


def _points(people: pl.DataFrame) -> Estimate:
    low, high = float(people.get_column("low").sum()), float(people.get_column("high").sum())
    return Estimate(low, low, high, Spread.LEFT_OUT if high > low else Spread.EXACT)


def _segments(people: pl.DataFrame, inputs: Inputs) -> Breakdown:
    wanted = people.filter("relevant")
    named = tuple(
        _part(
            segment.name,
            wanted.filter(pl.col("segment") == segment.id),
            Where({"segment": (segment.name,)}),
        )
        for segment in inputs.strategy.segments
        if segment.fit in {Fit.IDEAL, Fit.GOOD}
    )
    several = wanted.filter(pl.col("segment").is_null())
    placed = Where({"relevant": ("yes",), "segment": ("unknown",)})
    unplaced = people.filter(pl.col("relevant").is_null())
    rest = (
        _part("Wanted, in which is open", several, placed),
        _part("Cannot be told", unplaced, Where({"relevant": ("unknown",)}), unknown=True),
    )
    title = "Whose points they are"
    return Breakdown("worth-segments", title, Form.BARS, (*named, *rest), caption=OUTSIDE)


def _part(label: str, people: pl.DataFrame, where: Where, *, unknown: bool = False) -> Part:
    return Part(label, _points(people), people.height, Unit.POINTS, where, unknown=unknown)


def _figures(people: pl.DataFrame) -> Breakdown:
    everybody, points = people.height, float(people.get_column("low").sum())
    fit = float(people.get_column("fit_alone").sum())
    carriers, label = people.filter(pl.col("low") > 0), "People who carry points"
    carrying, rows = carriers.height, those(label, carriers, people)
    parts = (
        Part("Points for each connection", exactly(points / everybody), everybody, Unit.RATIO),
        Part(label, exactly(carrying), everybody, Unit.PEOPLE, rows),
        Part("Points from fit alone", exactly(fit), carrying, Unit.POINTS),
        Part("Points from being in touch", exactly(points - fit), carrying, Unit.POINTS),
    )
    return Breakdown("worth-figures", "In figures", Form.FIGURES, parts)


METRIC = Metric(
    id="net_worth",
    code="M33",
    topic=Topic.WHO,
    title="Net worth of the network",
    unit=Unit.POINTS,
    question="Your network is your net worth, they say. What is yours?",
    formula=f"sum over connections of fit x (1 + tie layer): ideal {IDEAL:g}, good {GOOD:g}, "
    "everybody else 0; layer 1 in touch yearly, 2 half-yearly, 3 monthly, 4 weekly, else 0; whom "
    "nobody can place counts 0, and at the upper end as ideal",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    measure=measure,
    claims=("S10", "S12", "S13", "S30"),
    source="netreport; layers: MacCarron, Kaski and Dunbar 2016",
    left_out="money, which no network can be counted in; the number of connections, which only "
    "thins the points",
)
