"""Small made-up tables for tests: say only what matters, the rest is filled in."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl

from netreport.metrics import METRICS
from netreport.model.metrics import Inputs
from netreport.model.results import Measured, Part, Result
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table

AS_OF = date(2026, 10, 31)
PLAIN: Mapping[str, Any] = {
    "objective": {"kind": "sell", "statement": "Sell coaching"},
    "segments": [
        {"id": "buyers", "label": "Buyers", "fit": "ideal", "where": {"function": ["Sales"]}},
        {"id": "others", "label": "Others", "fit": "poor", "where": {"function": ["Legal"]}},
    ],
}
_BLANK: Mapping[type[pl.DataType], Any] = {
    pl.List: [],
    pl.Boolean: False,
    pl.UInt32: 0,
    pl.UInt16: 1,
    pl.Int32: 0,
    pl.Float64: 0.0,
}


def strategy(**settings: Any) -> Strategy:
    """Give a strategy with two segments, and with these settings."""
    return Strategy.model_validate({**PLAIN, **settings})


def table(kind: Table, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Give a table of `kind` with these rows; what a row does not say is blank."""
    schema = SCHEMAS[kind]
    filled = [{**_blank_row(schema), **row} for row in rows]
    return pl.DataFrame(filled, schema=schema)


def _blank_row(schema: pl.Schema) -> dict[str, Any]:
    return {name: _BLANK.get(type(kind)) for name, kind in schema.items()}


def people(*groups: tuple[int, Mapping[str, Any]]) -> pl.DataFrame:
    """Give groups of alike people, each with a name and profile of its own."""
    rows = []
    for count, facts in groups:
        for _ in range(count):
            number = len(rows)
            rows.append(
                {
                    "person": f"person-example-{number}",
                    "name": f"Person {number}",
                    "connected_on": date(2024, 1, 1) + timedelta(days=number % 300),
                    "fit": "unknown",
                    "standing": "unknown",
                    "relevant": None,
                    "engaged": None,
                    "ever_two_way": None,
                    "conversation": None,
                    **facts,
                }
            )
    return table(Table.PEOPLE, rows)


def ask(metric: str, tables: Mapping[Table, pl.DataFrame], **settings: Any) -> Result:
    """Answer one metric on these tables."""
    return METRICS[metric].ask(Inputs(tables, strategy(**settings), AS_OF))


def measured(metric: str, tables: Mapping[Table, pl.DataFrame], **settings: Any) -> Measured:
    """Answer one metric that must have an answer."""
    result = ask(metric, tables, **settings)
    assert isinstance(result, Measured), result
    return result


def parts(result: Measured, breakdown: str) -> dict[str, Part]:
    """Give the parts of one breakdown by label."""
    found = next(one for one in result.breakdowns if one.id == breakdown)
    return {part.label: part for part in found.parts}


def days_ago(days: int, *, hour: int = 12) -> datetime:
    """Give a moment so many days before the export's day."""
    return datetime(AS_OF.year, AS_OF.month, AS_OF.day, hour) - timedelta(days=days)
