"""Where nobody stands, and own requests that waited too long."""

from typing import Any

import pytest

from advised import advice, decided, decisions, headline, keys
from made import people, table
from netreport.model.advice import Advice, Kind
from netreport.model.tables import Table

BANK = {
    "id": "accounts",
    "fit": "ideal",
    "where": {"company_list": ["Example Bank", "Example Rail"]},
}
BUYERS = {"id": "buyers", "label": "Buyers", "fit": "good", "where": {"function": ["Sales"]}}
OTHERS = {"id": "others", "fit": "poor", "where": {"function": ["Legal"]}}


def empty(*groups: tuple[int, dict[str, Any]], **more: Any) -> list[str]:
    settings = {"segments": [BANK, BUYERS, OTHERS], **more}
    return [
        headline(one) for one in advice({Table.PEOPLE: people(*groups)}, **settings).of(Kind.GAP)
    ]


def test_segments_and_companies_that_the_strategy_wants_and_nobody_fills_are_gaps() -> None:
    assert empty() == [
        "Find somebody for “Buyers”",
        "Find somebody at Example Bank",
        "Find somebody at Example Rail",
    ]


def test_one_relevant_person_fills_a_gap() -> None:
    there = {"company": "Example Bank plc", "relevant": True, "segments": ["accounts"]}
    assert empty((1, there), (1, {"segment": "buyers"})) == ["Find somebody at Example Rail"]


def test_people_who_could_belong_are_told_and_fill_nothing() -> None:
    perhaps = people((3, {"segments": ["buyers", "others"]}))
    one, *_ = advice({Table.PEOPLE: perhaps}, segments=[BUYERS]).of(Kind.GAP)
    assert [(fact.label, fact.value) for fact in one.evidence] == [
        ("Could belong, if more were known", 3)
    ]


def test_people_there_who_do_not_fit_are_told() -> None:
    there = people((2, {"company": "Example Bank", "relevant": None}))
    bank, _ = advice({Table.PEOPLE: there}, segments=[BANK]).of(Kind.GAP)
    assert bank.evidence[0].value == 2


def test_a_segment_and_a_company_of_one_name_are_two_gaps() -> None:
    same = {**BUYERS, "id": "bank", "label": "Example Bank"}
    assert len(advice({Table.PEOPLE: people()}, segments=[BANK, same]).of(Kind.GAP)) == 3


def test_without_connections_no_gap_is_known() -> None:
    told = advice({})
    assert told.recommendations == ()
    assert len(told.missing) == 3


def sent(*rows: tuple[str, int | None, str], **more: Any) -> Advice:
    frame = table(
        Table.PENDING,
        [
            {"person": key, "name": key, "incoming": False, "age": age, "fit": fit}
            for key, age, fit in rows
        ],
    )
    return advice({Table.PENDING: frame, **more.pop("tables", {})}, **more)


@pytest.mark.parametrize(
    ("fit", "longest"),
    [("ideal", 90), ("good", 60), ("unknown", 30), ("neutral", 30), ("poor", 30)],
)
def test_a_request_waits_longer_for_those_whom_the_strategy_wants(fit: str, longest: int) -> None:
    told = sent(("in-example", longest, fit), ("out-example", longest + 1, fit))
    assert keys(told, Kind.WITHDRAW) == ["out-example"]


def test_a_request_of_an_unknown_day_is_left_where_it_is() -> None:
    told = sent(("a-example", None, "poor"), ("b-example", 40, "poor"))
    assert keys(told, Kind.WITHDRAW) == ["b-example"]


def test_the_oldest_request_is_withdrawn_first() -> None:
    told = sent(("a-example", 40, "unknown"), ("b-example", 200, "unknown"))
    assert keys(told, Kind.WITHDRAW) == ["b-example", "a-example"]


def test_a_request_that_the_owner_wants_to_keep_waiting_is_not_asked_about_again() -> None:
    choices = decisions(decided("a-example", "invitation", "skip"))
    told = sent(("a-example", 40, "unknown"), tables={Table.DECISIONS: choices})
    assert len(told.of(Kind.WITHDRAW)) == 1
    assert told.week.chosen == ()
