"""How each number is counted: written from METRICS, so that a formula stands in one place."""

from dataclasses import dataclass

from netreport.model.metrics import Metric


@dataclass(frozen=True, slots=True)
class MethodView:
    """One metric's formula, source and limits."""

    title: str
    code: str
    question: str
    formula: str
    minimum: str
    left_out: str
    source: str
    claims: str
    tables: str


def method(metric: Metric) -> MethodView:
    """Write one metric's method out."""
    tables = sorted(str(table).replace("_", " ") for table in metric.needs | metric.uses)
    return MethodView(
        metric.title,
        metric.code,
        metric.question,
        metric.formula,
        metric.minimum,
        metric.left_out or "nothing",
        metric.source,
        ", ".join(metric.claims),
        ", ".join(tables),
    )
