"""How many of these people does the strategy want?"""

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
    audited, remarks = _audited(people, inputs.get(Table.DECISIONS))
    return Measured(
        Estimate(bounds[0], *bounds, spread),
        Evidence(people.height, people.height, where=Where({"relevant": ("yes",)})),
        (*audited, _by_fit(people), _by_segment(people, inputs)),
        remarks,
    )


def _audited(
    people: pl.DataFrame, decisions: pl.DataFrame | None
) -> tuple[tuple[Breakdown, ...], tuple[str, ...]]:
    """Correct the share by the owner's own labels, where there are enough of each kind."""
    labels = _labels(people, decisions)
    if labels.is_empty():
        return (), ()
    kinds = (
        people.group_by("relevant")
        .len()
        .join(
            labels.group_by("relevant").agg(pl.len().alias("sampled"), pl.col("truly").sum()),
            on="relevant",
            how="left",
            nulls_equal=True,
        )
    )
    groups = [
        stats.Stratum(count, truly or 0, sampled or 0)
        for _, count, sampled, truly in kinds.iter_rows()
    ]
    match stats.audit(groups):
        case Unknown(detail=detail):
            told = f"Your audit is not finished: {detail}. netreport audit goes on with it."
            return (), (told,)
        case corrected:
            part = Part("Corrected by your audit", corrected, labels.height, Unit.SHARE)
            title = "Relevance as your own answers correct it"
            return (Breakdown("audit", title, Form.FIGURES, (part,), of="your answers"),), ()


def _labels(people: pl.DataFrame, decisions: pl.DataFrame | None) -> pl.DataFrame:
    """Give the people whom the owner called relevant or not, with what the tool thinks."""
    if decisions is None:
        return people.select("relevant", truly=pl.lit(value=False)).clear()
    said = decisions.filter(
        (pl.col("kind") == "relevance") & pl.col("decision").is_in(["yes", "no"])
    )
    return people.join(said, left_on="person", right_on="subject").select(
        "relevant", (pl.col("decision_right") == "yes").alias("truly")
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
    uses=frozenset({Table.DECISIONS}),
    measure=measure,
    claims=("S09", "S38"),
    source="bounds: Manski 1989; audit: Cochran, Sampling Techniques, chapter 5",
    left_out="hidden and closed accounts, which the export gives without a name",
)
