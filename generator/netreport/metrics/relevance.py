"""How many of these people does the strategy want?"""

import polars as pl

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
from netreport.model.tables import Table


def measure(inputs: Inputs) -> Result:
    """Share of connections in an ideal or good segment; those nobody can place widen the range."""
    people = inputs[Table.PEOPLE]
    if people.is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    relevant = people.get_column("relevant")
    wanted, unknown = int(relevant.sum()), relevant.null_count()
    bounds = wanted / people.height, (wanted + unknown) / people.height
    spread = Spread.LEFT_OUT if unknown else Spread.EXACT
    return Measured(
        Estimate(bounds[0], *bounds, spread),
        Evidence(people.height, people.height, where=Where({"relevant": ("yes",)})),
        (_by_fit(people), _by_segment(people, inputs)),
    )


def _by_fit(people: pl.DataFrame) -> Breakdown:
    counts = dict(people.group_by("fit").len().iter_rows())
    parts = (
        _people(fit, counts.get(fit, 0), people.height, Where({"fit": (fit,)}))
        for fit in ("ideal", "good", "neutral", "poor", "unknown")
    )
    return Breakdown(
        "fit", "How well people suit your strategy", Form.BARS, tuple(parts), whole=True
    )


def _by_segment(people: pl.DataFrame, inputs: Inputs) -> Breakdown:
    counts = dict(people.group_by("segment").len().iter_rows())
    placed = [
        _people(
            segment.name,
            counts.get(segment.id, 0),
            people.height,
            Where({"segment": (segment.name,)}),
        )
        for segment in inputs.strategy.segments
    ]
    several = people.filter(
        pl.col("segment").is_null() & (pl.col("segments").list.len() > 0)
    ).height
    none = people.filter(pl.col("segments").list.len() == 0).height
    rest = [
        _people("In none of your segments", none, people.height, Where({"segment": ("none",)})),
        _people("Cannot be told", several, people.height, Where({"segment": ("unknown",)})),
    ]
    return Breakdown(
        "segments", "Who stands in which segment", Form.BARS, (*placed, *rest), whole=True
    )


def _people(label: str, count: int, whole: int, where: Where) -> Part:
    unknown = "unknown" in {value for values in where.facets.values() for value in values}
    return Part(label, exactly(count), whole, Unit.PEOPLE, where, unknown=unknown)


METRIC = Metric(
    id="relevance",
    code="M1",
    topic=Topic.WHO,
    title="Relevance",
    unit=Unit.SHARE,
    question="How much of the network does your strategy want?",
    formula="people in an ideal or good segment / all connections that can be seen; the upper end "
    "counts those whom nobody can place as well",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S09", "S38"),
    source="bounds: Manski 1989; audit: Cochran, Sampling Techniques, chapter 5",
    left_out="hidden and closed accounts, which the export gives without a name",
)
