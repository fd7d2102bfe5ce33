"""Answers owed: the oldest first, each person once, and a polite no where a note is ignored."""

from typing import Any

import pytest

from advised import advice, decided, decisions, headline, keys
from made import AS_OF, days_ago, people, table
from netreport.model.advice import Advice, Kind
from netreport.model.tables import Table


def thread(person: str | None, days: int, **facts: Any) -> dict[str, Any]:
    return {
        "person": person,
        "name": "Ann Example",
        "last_at": days_ago(days),
        "age": days,
        "state": "owed",
        **facts,
    }


def owing(*threads: dict[str, Any], **more: Any) -> Advice:
    tables = {Table.THREADS: table(Table.THREADS, threads), **more.pop("tables", {})}
    return advice(tables, **more)


def noted(kind: str, fit: str, **settings: Any) -> Advice:
    """Give the advice on a request of Ann's with a note that is owed an answer."""
    row = {"person": "ann-example", "incoming": True, "kind": kind, "fit": fit, "age": 9}
    tables = {Table.PENDING: table(Table.PENDING, [row])}
    return owing(thread("ann-example", 9, note=True), tables=tables, **settings)


def test_whoever_waits_longest_comes_first() -> None:
    told = owing(thread("b-example", 5), thread("a-example", 40), thread("c-example", 20))
    assert keys(told, Kind.ANSWER) == ["a-example", "c-example", "b-example"]


def test_only_what_is_owed_is_advised() -> None:
    states = ("closed", "group", "grace", "past", "not asked")
    told = owing(*(thread(f"{state[0]}-example", 5, state=state) for state in states))
    assert told.of(Kind.ANSWER) == ()


def test_minutes_and_language_are_those_of_the_strategy_and_the_message() -> None:
    (one,) = owing(
        thread("a-example", 5, language="de", question=True),
        engagement={"capacity": {"minutes_per_reply": 7.0}},
    ).of(Kind.ANSWER)
    assert (one.minutes, str(one.text)) == (7.0, "answer-later.de")
    assert [fact.label for fact in one.evidence] == ["Has waited", "Asks you something"]


def test_a_note_on_a_request_to_be_ignored_is_owed_a_polite_no() -> None:
    told = noted("personal_no_why", "poor")
    (one,) = told.of(Kind.ANSWER)
    assert headline(one) == "Answer the note of ann-example with a polite no"
    assert str(one.text) == "polite-no.en"


@pytest.mark.parametrize(
    "settings",
    [
        {"engagement": {"respond": {"even_no_thanks": False}}},
        {"invitations": {"refuse_with": "decline_politely"}},
    ],
)
def test_no_polite_no_where_none_is_meant_or_the_refusal_is_one(settings: dict[str, Any]) -> None:
    assert noted("personal_no_why", "poor", **settings).of(Kind.ANSWER) == ()


def test_an_accepted_request_answers_its_note() -> None:
    assert noted("personal_with_why", "ideal").of(Kind.ANSWER) == ()


def test_the_owners_decision_says_whether_a_note_is_owed_a_no() -> None:
    row = {"person": "ann-example", "incoming": True, "kind": "personal_with_why", "fit": "poor"}
    tables = {
        Table.PENDING: table(Table.PENDING, [row]),
        Table.THREADS: table(Table.THREADS, [thread("ann-example", 9, note=True)]),
        Table.DECISIONS: decisions(decided("ann-example", "invitation", "ignore")),
    }
    assert len(advice(tables).of(Kind.ANSWER)) == 1


def test_a_message_comes_before_a_note_of_the_same_person() -> None:
    told = owing(thread("a-example", 50, note=True), thread("a-example", 5))
    (one,) = told.of(Kind.ANSWER)
    assert one.evidence[0].value == 5


def test_people_without_an_address_have_answers_of_their_own() -> None:
    told = owing(thread(None, 5), thread(None, 6))
    assert len(told.of(Kind.ANSWER)) == 2


def test_answered_elsewhere_settles_it_until_there_is_a_new_message() -> None:
    before = decided("a-example", "person", "answered_elsewhere", decided_on=days_ago(10).date())
    tables = {Table.DECISIONS: decisions(before)}
    (old,) = owing(thread("a-example", 11), tables=tables).of(Kind.ANSWER)
    (new,) = owing(thread("a-example", 9), tables=tables).of(Kind.ANSWER)
    assert (old.open, new.open) == (False, True)


def test_a_decision_to_keep_somebody_is_no_answer() -> None:
    tables = {Table.DECISIONS: decisions(decided("a-example", "person", "keep", decided_on=AS_OF))}
    (one,) = owing(thread("a-example", 9), tables=tables).of(Kind.ANSWER)
    assert one.open


def test_an_answer_to_somebody_who_fits_counts_for_more() -> None:
    tables = {Table.PEOPLE: people((1, {"fit": "ideal"}), (1, {"fit": "poor"}))}
    threads = (thread("person-example-0", 5), thread("person-example-1", 9))
    told = owing(*threads, tables=tables)
    chosen = [one.person.key for one in told.week.chosen if one.person]
    assert keys(told, Kind.ANSWER) == ["person-example-1", "person-example-0"]
    assert chosen == ["person-example-0", "person-example-1"]
