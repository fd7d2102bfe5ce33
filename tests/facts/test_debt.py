"""Who waits for an answer, by hand: M8."""

from typing import Any

import polars as pl
import pytest

from made import AS_OF, measured, parts, people, strategy
from netreport.facts import debt, invitations
from netreport.facts.letters import between_people
from netreport.model.tables import Table
from spoken import connections, message, messages
from spoken import invitations as invited


def threads(*rows: dict[str, Any], requests: pl.DataFrame | None = None, **respond: Any) -> Any:
    settings = strategy(engagement={"respond": respond}).engagement.respond
    letters = between_people(messages(*rows))
    return debt.threads(letters, requests, None, settings, AS_OF)


def states(frame: pl.DataFrame) -> dict[str, str]:
    return dict(frame.select("person", "state").iter_rows())


def theirs(person: str, days: int, text: str = "Could you send me the plan?") -> dict[str, Any]:
    return message(person, days, mine=False, text=text)


def test_the_worked_example_owes_two_answers() -> None:
    """Grace 3, horizon 180; ages 1, 5, 40, 200 and a "Thanks!": 2 owed, oldest 40, 10 minutes."""
    told = threads(
        theirs("a-example", 1),
        theirs("b-example", 5),
        theirs("c-example", 40),
        theirs("d-example", 200),
        theirs("e-example", 10, "Thanks!"),
    )
    result = measured("response_debt", {Table.THREADS: told})
    assert result.estimate.value == 2
    cost = parts(result, "debt-cost")
    assert cost["Age of the oldest"].estimate.value == 40
    assert cost["Minutes to clear them"].estimate.value == 10
    assert sum(result.evidence.left_out.values()) == 3


@pytest.mark.parametrize(
    ("days", "state"), [(3, "grace"), (4, "owed"), (179, "owed"), (180, "past")]
)
def test_the_days_of_grace_and_the_horizon(days: int, state: str) -> None:
    assert states(threads(theirs("a-example", days))) == {"a-example": state}


def test_a_note_of_an_unknown_day_is_neither_owed_nor_past() -> None:
    note = "Hi Robin, I loved your talk on cold calls and would like to compare notes."
    row = {"person": "a-example", "name": "A", "incoming": True, "note": note, "sent_at": None}
    asked = invitations.derive(invited(row), connections("c-example"), AS_OF)
    told = threads(theirs("b-example", 9), requests=asked)
    assert states(told) == {"a-example": "undated", "b-example": "owed"}
    result = measured("response_debt", {Table.THREADS: told})
    assert result.estimate.value == 1
    assert result.evidence.left_out["of a day that cannot be read"] == 1


def test_an_answer_in_another_thread_is_an_answer() -> None:
    rows = (
        theirs("a-example", 20),
        message("a-example", 18, mine=True, conversation="2-another"),
    )
    assert threads(*rows).is_empty()


def test_what_linkedin_writes_asks_for_nothing() -> None:
    rows = (
        message("a-example", 30, mine=True, text="Here is the plan you wanted."),
        theirs("a-example", 20, "Congrats on your work anniversary!"),
    )
    assert threads(*rows).is_empty()


def test_a_group_is_nobody_in_particular() -> None:
    told = threads(message("a-example", 20, mine=False, people=3))
    assert told.get_column("state").to_list() == ["group"]
    assert told.get_column("person").to_list() == [None]


def test_a_personal_note_on_a_pending_request_is_owed_unless_the_strategy_says_otherwise() -> None:
    note = "Hi Robin, I loved your talk on cold calls and would like to compare notes."
    rows = invited(
        {
            "person": "a-example",
            "name": "A",
            "incoming": True,
            "sent_at": message("a", 9, mine=True)["sent_at"],
            "note": note,
        },
        {
            "person": "b-example",
            "name": "B",
            "incoming": True,
            "sent_at": message("a", 9, mine=True)["sent_at"],
        },
    )
    requests = invitations.derive(rows, connections(), AS_OF)
    owed = threads(requests=requests)
    assert states(owed) == {"a-example": "owed"}
    assert owed.get_column("note").to_list() == [True]
    assert threads(requests=requests, notes_of_ignored="ignore").is_empty()


def test_the_strategy_may_owe_answers_to_relevant_people_only() -> None:
    letters = between_people(messages(theirs("a-example", 9), theirs("b-example", 9)))
    known = people((1, {"person": "a-example", "relevant": True}), (1, {"person": "b-example"}))
    respond = strategy(engagement={"respond": {"to": "relevant"}}).engagement.respond
    told = debt.threads(letters, None, known, respond, AS_OF)
    assert states(told) == {"a-example": "owed", "b-example": "not asked"}
    marked = debt.owing(known, told)
    assert marked.get_column("owed").to_list() == [True, False]
