"""What no number may do, over all metrics: reward junk, count likes, say more than its cases."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest

from made import table
from netreport import pipeline
from netreport.metrics import METRICS
from netreport.model.metrics import Inputs, Metric
from netreport.model.report import Answer
from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    FEWEST_FOR_A_RATE,
    Estimate,
    Measured,
    Part,
    Result,
    Spread,
    Unit,
)
from netreport.model.tables import Table
from netreport.pages.views import view
from netreport.pages.wording import Wording
from netreport.site.charts.chart import charted, value
from netreport.verdicts import judge

EVERY = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())
# What the network is made of, and how fast it grew: neither is better for being more.
COMPOSITION = {"coherence", "concentration", "seniority_mix", "changes_between", "rushes"}
BURDENS = {"junk_share", "cleanup"}  # the more, the worse
# Counts that LinkedIn shows to everybody, and the only questions that are about them.
VANITY = (Table.REACTIONS, Table.POST_REACH, Table.AUDIENCE_DAYS, Table.DEMOGRAPHICS)
ABOUT_THEM = {"own_contribution", "broadcaster"}
JUNK: tuple[Mapping[str, Any], ...] = (
    {"fit": "poor", "function": "Information Technology"},
    {"fit": "neutral", "function": "Sales", "seniority": "CXO", "company_key": "example"},
    {"fit": "neutral"},
)
ENGLISH = Wording()


@pytest.fixture(scope="session")
def inputs(demo: pipeline.Built) -> Inputs:
    """Give what the metrics see of the demo network."""
    network = demo.report.network
    return Inputs(network.tables, demo.report.strategy, network.as_of)


def _changed(inputs: Inputs, tables: Mapping[Table, pl.DataFrame]) -> Inputs:
    return Inputs(tables, inputs.strategy, inputs.as_of)


def _with_junk(inputs: Inputs, kind: Mapping[str, Any]) -> Inputs:
    """Add 50 people outside the strategy who have never talked with the owner."""
    never = dict.fromkeys(("relevant", "engaged", "ever_two_way", "conversation"), False)
    rows = [
        {
            "person": f"junk-example-{number}",
            "name": f"Junk {number}",
            "connected_on": date(2021, 5, 1),
            "standing": "junk",
            **never,
            **kind,
        }
        for number in range(50)
    ]
    people = pl.concat([inputs.tables[Table.PEOPLE], table(Table.PEOPLE, rows)])
    return _changed(inputs, {**inputs.tables, Table.PEOPLE: people})


def _number(result: Result) -> Estimate | None:
    return result.estimate if isinstance(result, Measured) else None


@EVERY
@pytest.mark.parametrize("kind", JUNK, ids=["poor", "boss", "nobody"])
def test_junk_makes_no_number_better(
    metric: Metric, kind: Mapping[str, Any], inputs: Inputs
) -> None:
    if metric.id in COMPOSITION:
        pytest.skip("it says what the network is made of, not what it is worth")
    before, after = _number(metric.ask(inputs)), _number(metric.ask(_with_junk(inputs, kind)))
    if before is None or after is None:
        assert after is None
    elif metric.id in BURDENS:
        assert (after.value, after.low, after.high) >= (before.value, before.low, before.high)
    else:
        assert after.value <= before.value
        assert after.low <= before.low
        assert after.high <= before.high


@pytest.mark.parametrize("kind", JUNK, ids=["poor", "boss", "nobody"])
def test_junk_is_worth_nothing(kind: Mapping[str, Any], inputs: Inputs) -> None:
    for metric in ("net_worth", "standing", "effective_connections"):
        before, after = METRICS[metric].ask(inputs), METRICS[metric].ask(_with_junk(inputs, kind))
        assert _number(before) == _number(after)


@EVERY
def test_likes_views_and_followers_move_no_answer(metric: Metric, inputs: Inputs) -> None:
    if metric.id in ABOUT_THEM:
        pytest.skip("it is about them")
    without = {name: rows for name, rows in inputs.tables.items() if name not in VANITY}
    assert not (metric.needs | metric.uses) & set(VANITY)
    assert metric.ask(_changed(inputs, without)) == metric.ask(inputs)


@EVERY
@pytest.mark.parametrize("most", [3, 20, 200])
def test_few_cases_say_no_more_than_they_can(metric: Metric, most: int, inputs: Inputs) -> None:
    """Below 5 counts alone, below 30 a faint rate, and no comparison below 30 on each side."""
    few = {name: rows.head(most) for name, rows in inputs.tables.items()}
    result = metric.ask(_changed(inputs, few))
    if not isinstance(result, Measured):
        return
    seen = view(Answer(metric, result, judge(result, None)), ENGLISH)
    if result.estimate.spread is Spread.WILSON and metric.unit is Unit.SHARE:
        used = result.evidence.used
        assert ("%" in seen.number) is (used >= FEWEST_FOR_A_RATE)
        assert seen.faint is (FEWEST_FOR_A_RATE <= used < FEWEST_FOR_A_COMPARISON)
    assert _compared(result.estimate.spread, result.evidence.used)
    for part, written in _parts(result):
        assert _compared(part.estimate.spread, part.n)
        if part.estimate.spread is Spread.WILSON and part.n < FEWEST_FOR_A_RATE:
            assert "%" not in written


def _compared(spread: Spread, cases: int) -> bool:
    return spread is not Spread.NEWCOMBE or cases >= 2 * FEWEST_FOR_A_COMPARISON


def _parts(result: Measured) -> Iterator[tuple[Part, str]]:
    """Give the parts of all charts, each with its number as it is written."""
    for one in result.breakdowns:
        if one.parts:
            chart = charted(one, ENGLISH.bare, None, "chart")
            yield from ((part, value(chart, part)) for part in one.parts)
