"""What holds for every metric, whatever it asks."""

import polars as pl
import pytest

from made import strategy
from netreport import pipeline
from netreport.metrics import METRICS
from netreport.model.metrics import FILES, Inputs, Metric
from netreport.model.results import Measured, Reason, Result, Unit, Unknown
from netreport.model.tables import SCHEMAS, Table
from netreport.site import resources

EVERY = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())


@pytest.fixture(scope="session")
def inputs(demo: pipeline.Built) -> Inputs:
    """Give what the metrics see of the demo network."""
    network = demo.report.network
    return Inputs(network.tables, demo.report.strategy, network.as_of)


def _with(inputs: Inputs, **changed: pl.DataFrame) -> Inputs:
    tables = {**inputs.tables, **{Table(name): frame for name, frame in changed.items()}}
    return Inputs(tables, inputs.strategy, inputs.as_of)


@EVERY
def test_each_needed_table_that_is_absent_is_named(metric: Metric, inputs: Inputs) -> None:
    for table in metric.needs:
        tables = {one: frame for one, frame in inputs.tables.items() if one is not table}
        result = metric.ask(Inputs(tables, inputs.strategy, inputs.as_of))
        assert isinstance(result, Unknown)
        assert result.reason is Reason.FILE_ABSENT
        assert result.detail == f"no {FILES[table]} was read"


@EVERY
def test_empty_tables_give_no_rate(metric: Metric, inputs: Inputs) -> None:
    """Nothing to look at: unknown, or a plain count of none."""
    tables = {table: pl.DataFrame(schema=schema) for table, schema in SCHEMAS.items()}
    result = metric.ask(Inputs(tables, inputs.strategy, inputs.as_of))
    if isinstance(result, Measured):
        assert result.estimate.value == 0
        assert metric.unit is not Unit.SHARE


@EVERY
def test_the_order_of_rows_changes_nothing(metric: Metric, inputs: Inputs) -> None:
    shuffled = {
        table: frame.sample(fraction=1, shuffle=True, seed=3)
        for table, frame in inputs.tables.items()
    }
    assert metric.ask(Inputs(shuffled, inputs.strategy, inputs.as_of)) == metric.ask(inputs)


@EVERY
def test_a_metric_sees_only_the_tables_it_declares(metric: Metric, inputs: Inputs) -> None:
    declared = {t: f for t, f in inputs.tables.items() if t in metric.needs | metric.uses}
    assert metric.ask(Inputs(declared, inputs.strategy, inputs.as_of)) == metric.ask(inputs)


@EVERY
def test_a_metric_has_a_template_and_a_full_description(metric: Metric) -> None:
    assert (resources.templates() / "metrics" / f"{metric.id}.md.j2").is_file()
    assert all((metric.question.endswith("?"), metric.formula, metric.source, metric.minimum))


def test_no_two_metrics_share_a_code() -> None:
    """`netreport explain CODE` must know which one is meant."""
    assert len({metric.code for metric in METRICS.values()}) == len(METRICS)


@EVERY
def test_a_breakdown_has_a_name_of_its_own(metric: Metric, inputs: Inputs) -> None:
    names = [one.id for one in _breakdowns(metric.ask(inputs))]
    assert len(names) == len(set(names))


def test_no_two_metrics_share_a_breakdown(inputs: Inputs) -> None:
    """The ids become ids of a page, and all pages become one full report."""
    names = [one.id for metric in METRICS.values() for one in _breakdowns(metric.ask(inputs))]
    assert sorted(names) == sorted(set(names))


@EVERY
def test_parts_of_a_whole_add_up_to_what_was_used(metric: Metric, inputs: Inputs) -> None:
    result = metric.ask(inputs)
    for one in _breakdowns(result):
        if one.whole:
            assert isinstance(result, Measured)
            total = sum(part.estimate.value for part in one.parts)
            assert total in {result.evidence.used, result.evidence.considered}


@EVERY
def test_likes_move_no_answer(metric: Metric, inputs: Inputs) -> None:
    """A thousand likes more: only the answer about the owner's own contribution may change."""
    if metric.id == "own_contribution":
        pytest.skip("it is about likes")
    reactions = inputs.tables[Table.REACTIONS]
    more = _with(inputs, reactions=pl.concat([reactions] * 5))
    assert metric.ask(more) == metric.ask(inputs)


def _breakdowns(result: Result) -> tuple:  # type: ignore[type-arg]
    return result.breakdowns if isinstance(result, Measured) else ()


def test_a_strategy_without_targets_judges_nothing() -> None:
    assert strategy().judged_targets() == {}
