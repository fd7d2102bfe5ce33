"""Tidying up and the four ways out, by hand: M25."""

from datetime import datetime
from typing import Any

import polars as pl
import pytest

from advised import advice
from made import ask, days_ago, measured, parts, people, table
from netreport.model.advice import Kind
from netreport.model.results import Measured, Spread, Unknown
from netreport.model.tables import Table

JUNK = {"standing": "junk", "fit": "poor", "relevant": False, "ever_two_way": False}
CORE = {"standing": "core", "fit": "ideal", "relevant": True, "ever_two_way": True}
LATENT = {**CORE, "standing": "latent", "ever_two_way": False}
SOCIAL = {"standing": "social", "fit": "neutral", "relevant": False, "ever_two_way": True}
HALF = {"quality": {"min_relevance_share": 0.5}}
BIG = ((60, CORE), (440, LATENT), (9500, JUNK))


def _tables(*groups: tuple[int, dict[str, Any]], last: datetime | None = None) -> Any:
    ties = [{"person": "person-example-0", "two_way": True, "last_at": last or days_ago(10)}]
    return {Table.PEOPLE: people(*groups), Table.TIES: table(Table.TIES, ties)}


def _cleanup(*groups: tuple[int, dict[str, Any]], **settings: Any) -> Measured:
    return measured("cleanup", _tables(*groups), **settings)


def _values(result: Measured, card: str) -> list[float]:
    return [part.estimate.value for part in parts(result, card).values()]


def test_pruning_9500_takes_52_8_hours_10_6_weeks_or_95_days() -> None:
    result = _cleanup(*BIG, **HALF)
    assert result.estimate.value == pytest.approx(52.8, abs=0.05)
    assert _values(result, "option-prune") == pytest.approx([9500, 52.8, 95, 10.6, 1], abs=0.05)
    assert (result.evidence.considered, result.evidence.used) == (10_000, 9500)


def test_starting_again_takes_five_weeks_and_brings_300_back() -> None:
    """500 at 100 a week; at 0.6 come 300 back, 200 and 9,500 others do not."""
    result = _cleanup(*BIG, **HALF)
    assert _values(result, "option-start-again") == [500, 5, 300, 200, 9500]
    assert "start again: 5.0 weeks" in result.remarks[0]


def test_all_four_ways_are_always_shown_and_the_shortest_is_named() -> None:
    titles = [card.title for card in _cleanup(*BIG, **HALF).breakdowns]
    assert titles == ["Prune", "Repurpose", "Abandon", "Start again (the fewest weeks)"]
    only_prune = {**HALF, "cleanup": {"options": ["prune"]}}
    titles = [card.title for card in _cleanup(*BIG, **only_prune).breakdowns]
    assert titles[0] == "Prune (the fewest weeks)"
    assert titles[1] == "Repurpose (not among the ways you would consider)"


def test_a_few_are_pruned_faster_than_all_others_are_invited() -> None:
    assert "to prune: 0.2 weeks" in _cleanup((100, CORE), (150, JUNK), **HALF).remarks[0]


@pytest.mark.parametrize(
    "spared",
    [
        {"standing": "unknown", "fit": "unknown", "relevant": None},
        {"ever_two_way": True},
        {"social": True},
        {"kept": True},
        {"owed": True},
        {"relevant": True},
        {"name": "Sam Example"},
    ],
)
def test_nobody_is_counted_who_may_be_a_loss(spared: dict[str, Any]) -> None:
    """Sam Example once wrote a recommendation, or somebody of the same name."""
    praise = table(Table.RECOMMENDATIONS, [{"name": "SAM  example"}])
    tables = {**_tables((3, JUNK), (2, {**JUNK, **spared})), Table.RECOMMENDATIONS: praise}
    result = measured("cleanup", tables)
    assert result.evidence.used == 3
    assert sum(result.evidence.left_out.values()) == 2


def test_whom_the_owner_keeps_stays_and_whom_the_owner_removes_goes() -> None:
    decisions = table(
        Table.DECISIONS,
        [
            {"subject": "person-example-0", "kind": "person", "decision": "remove"},
            {"subject": "person-example-1", "kind": "person", "decision": "keep"},
        ],
    )
    tables = {**_tables((1, CORE), (2, JUNK)), Table.DECISIONS: decisions}
    result = measured("cleanup", tables)
    assert result.evidence.used == 2
    assert parts(result, "option-prune")["Relevant of those who stay"].estimate.value == 0


def test_people_nobody_can_place_make_the_share_a_range_and_no_way_is_advised() -> None:
    """100 relevant, 150 not, 100 unknown: 29 to 57 %."""
    result = _cleanup((100, CORE), (150, JUNK), (100, {}), **HALF)
    share = parts(result, "option-repurpose")["Relevant as long as the objective stays"].estimate
    assert (share.low, share.high) == (pytest.approx(100 / 350), pytest.approx(200 / 350))
    assert share.spread is Spread.LEFT_OUT
    assert "cannot be placed" in result.remarks[0]


def test_a_network_that_follows_its_strategy_needs_no_way_out() -> None:
    assert "no way out is due" in _cleanup((50, CORE), (50, JUNK), **HALF).remarks[0]


def test_pruning_that_does_not_reach_the_share_is_no_way() -> None:
    only_prune = {**HALF, "cleanup": {"options": ["prune"]}}
    remarks = _cleanup((10, CORE), (5, JUNK), (100, SOCIAL), **only_prune).remarks
    assert remarks[0].startswith("None of the ways")


def test_a_strategy_without_a_share_to_reach_is_told_so() -> None:
    assert "quality.min_relevance_share" in _cleanup((1, CORE), (9, JUNK)).remarks[0]


@pytest.mark.parametrize(("days", "asked"), [(365, False), (366, True)])
def test_leaving_is_asked_about_once_nobody_writes_back_any_more(days: int, asked: bool) -> None:
    result = measured("cleanup", _tables((5, CORE), last=days_ago(days)))
    label = "Days since a word with somebody who writes back"
    part = parts(result, "option-abandon")[label]
    assert (part.estimate.value, part.mark) == (days, asked)
    assert any("both ways" in remark for remark in result.remarks) is asked


def test_without_messages_nobody_is_known_to_be_silent() -> None:
    assert isinstance(ask("cleanup", {Table.PEOPLE: people((9, JUNK))}), Unknown)


@pytest.mark.parametrize(
    "groups",
    [
        BIG,
        ((100, CORE), (150, JUNK)),
        ((100, CORE), (150, JUNK), (100, {})),
        ((50, CORE), (50, JUNK)),
    ],
)
def test_the_number_and_the_advice_name_the_same_way_and_the_same_people(groups: Any) -> None:
    tables: dict[Table, pl.DataFrame] = _tables(*groups)
    result = measured("cleanup", tables, **HALF)
    told = advice(tables, **HALF)
    advised = [one.subject for one in told.of(Kind.OPTION)]
    named = [card.id for card in result.breakdowns if "fewest weeks" in card.title]
    assert named == [f"option-{way.replace('_', '-')}" for way in advised]
    assert told.clean_up.people == result.evidence.used
