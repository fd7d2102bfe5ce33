"""Whom to let go, in which batches, and who stays for which reason."""

from typing import Any

import pytest

from advised import advice, decided, decisions, keys
from made import people, table
from netreport.model.advice import Advice, Kind
from netreport.model.tables import Table

JUNK = {
    "standing": "junk",
    "fit": "poor",
    "relevant": False,
    "ever_two_way": False,
    "segment": "others",
    "segments": ["others"],
    "function": "Legal",
    "title_confidence": 0.99,
}
NEUTRAL = {"fit": "neutral", "segment": None, "segments": []}


def left(*groups: tuple[int, dict[str, Any]], **more: Any) -> Advice:
    tables = {Table.PEOPLE: people(*groups), **more.pop("tables", {})}
    return advice(tables, **more)


def test_the_worked_example_takes_95_days_or_10_6_weeks() -> None:
    """9,500 at 20 s: 52.8 h; 95 days at 100 a day; 10.6 weeks at 5 h a week."""
    plan = left((9500, JUNK)).clean_up
    assert plan.people == 9500
    assert plan.days == 95
    assert plan.hours == pytest.approx(52.8, abs=0.05)
    assert plan.weeks == pytest.approx(10.6, abs=0.05)
    assert len(plan.batches) == 95


def test_the_surest_go_first_and_no_batch_mixes_how_sure_it_is() -> None:
    plan = left(
        (1, {**JUNK, **NEUTRAL, "title_confidence": 0.6}),
        (1, {**JUNK, "title_confidence": 0.6}),
        (2, {**JUNK, **NEUTRAL}),
        (3, JUNK),
        cleanup={"max_removals_per_day": 2},
    ).clean_up
    assert [(batch.name, batch.people) for batch in plan.batches] == [
        ("batch-1", 2),
        ("batch-2", 1),
        ("batch-3", 2),
        ("batch-4", 1),
        ("batch-5", 1),
    ]
    assert "poor, by a clear title" in plan.batches[0].certainty
    assert "poor, by a title less clear" in plan.batches[3].certainty


def test_whoever_wrote_goes_last() -> None:
    ties = table(Table.TIES, [{"person": "person-example-0", "received": 1}])
    told = left((1, JUNK), (1, {**JUNK, **NEUTRAL}), tables={Table.TIES: ties})
    assert keys(told, Kind.LET_GO) == ["person-example-1", "person-example-0"]


def test_a_segment_that_asks_for_no_title_needs_none() -> None:
    told = left((1, {**JUNK, "function": None, "title_confidence": 0.0}))
    assert "clear title" in told.clean_up.batches[0].certainty


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"relevant": True, "fit": "good", "standing": "latent"}, "fit your strategy"),
        ({"ever_two_way": True}, "were in touch both ways"),
        ({"social": True}, "are known from private life"),
        ({"kept": True}, "stand on your safelist"),
        ({"owed": True}, "wait for your answer"),
        ({"fit": "unknown"}, "cannot be placed, which is no reason to let go"),
        ({"standing": "unknown"}, "cannot be placed, which is no reason to let go"),
    ],
)
def test_they_stay_and_it_is_said_why(facts: dict[str, Any], reason: str) -> None:
    plan = left((1, {**JUNK, **facts}), (1, JUNK)).clean_up
    assert (plan.people, plan.kept) == (1, {reason: 1})


@pytest.mark.parametrize(
    ("kind", "choice"), [("person", "keep"), ("relevance", "yes"), ("quiz", "yes")]
)
def test_whom_the_owner_keeps_or_knows_stays(kind: str, choice: str) -> None:
    choices = decisions(decided("person-example-0", kind, choice))
    told = left((2, JUNK), tables={Table.DECISIONS: choices})
    assert keys(told, Kind.LET_GO) == ["person-example-1"]


def test_whom_the_owner_lets_go_goes_first_whoever_it_is() -> None:
    choices = decisions(decided("person-example-1", "person", "remove"))
    friend = {**JUNK, "ever_two_way": True, "standing": "social"}
    told = left((1, JUNK), (1, friend), tables={Table.DECISIONS: choices})
    first = told.of(Kind.LET_GO)[0]
    assert (first.person and first.person.key, first.open) == ("person-example-1", True)
    assert first.reasons[0].sentence == "You decided so."


@pytest.mark.parametrize("received", [True, False])
def test_somebody_of_the_name_in_a_recommendation_stays_either_way(*, received: bool) -> None:
    praise = table(Table.RECOMMENDATIONS, [{"name": "PERSON  0", "received": received}])
    told = left((2, JUNK), tables={Table.RECOMMENDATIONS: praise})
    assert keys(told, Kind.LET_GO) == ["person-example-1"]


def test_a_recommendation_keeps_nobody_where_the_strategy_says_so() -> None:
    praise = table(Table.RECOMMENDATIONS, [{"name": "Person 0", "received": True}])
    told = left(
        (1, JUNK),
        tables={Table.RECOMMENDATIONS: praise},
        cleanup={"keep_if": ["social_context_keep"]},
    )
    assert len(told.of(Kind.LET_GO)) == 1


def test_without_messages_nobody_is_let_go() -> None:
    silent = {**JUNK, "ever_two_way": None, "standing": "unknown"}
    told = left((5, silent))
    assert told.clean_up.people == 0
    assert any("no messages" in sentence for sentence in told.missing)


def test_a_strategy_that_does_not_prune_lets_nobody_go() -> None:
    assert left((5, JUNK), cleanup={"options": ["repurpose"]}).clean_up.people == 0


def test_too_much_junk_makes_letting_go_count_double() -> None:
    (plain, *_) = left((5, JUNK)).of(Kind.LET_GO)
    (crowded, *_) = left((5, JUNK), quality={"max_junk_share": 0.25}).of(Kind.LET_GO)
    assert crowded.value == 2 * plain.value
