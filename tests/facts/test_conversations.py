"""Messages become exchanges and ties, by hand: M6, M16, and what is no touch."""

from typing import Any

import polars as pl
import pytest

from made import AS_OF, days_ago, strategy
from netreport.facts import conversations
from netreport.facts.letters import between_people
from netreport.model.tables import Table
from spoken import connections, dialogue, invitations, message, messages, only


def derived(rows: list[dict[str, Any]], requests: pl.DataFrame | None = None) -> Any:
    letters = between_people(messages(*rows))
    people = connections("ana-example", "ben-example")
    return conversations.derive(letters, requests, people, strategy().engagement, AS_OF)


def tie(rows: list[dict[str, Any]], requests: pl.DataFrame | None = None) -> Any:
    return only(derived(rows, requests)[Table.TIES].to_dicts())


def test_a_turn_is_a_run_of_one_sender() -> None:
    """A, A, B, A, B, B makes four turns, both wrote, and it is a conversation."""
    told = tie(dialogue("ana-example", "IITITT"))
    assert (told["turns"], told["two_way"], told["conversation"]) == (4, True, True)
    assert (told["sent"], told["received"]) == (3, 3)


def test_one_side_alone_is_one_turn_and_not_two_way() -> None:
    told = tie(dialogue("ana-example", "III"))
    assert (told["turns"], told["two_way"], told["conversation"]) == (1, False, False)


def test_a_text_that_went_to_seven_is_no_conversation_whatever_comes_back() -> None:
    mass = "I open my new course on Monday and kept a place for you at half the price."
    rows = [message(f"p{n}-example", 30, mine=True, text=mass) for n in range(7)]
    rows += [message("p0-example", 29, mine=False, text="No, that is not for me at all.")]
    rows += [message("p0-example", 28, mine=True, text=mass)]
    ties = derived(rows)[Table.TIES].filter(pl.col("person") == "p0-example")
    told = only(ties.to_dicts())
    assert (told["two_way"], told["turns"], told["conversation"]) == (True, 3, False)


def test_two_turns_are_two_way_and_no_conversation() -> None:
    told = tie(dialogue("ana-example", "IT"))
    assert (told["two_way"], told["conversation"]) == (True, False)


@pytest.mark.parametrize(
    "changed",
    [{"draft": True}, {"sponsored": True}, {"spam": True}, {"people": 2}, {"from_owner": None}],
)
def test_drafts_adverts_spam_groups_and_the_unattributable_are_no_touch(
    changed: dict[str, Any],
) -> None:
    assert derived(dialogue("ana-example", "ITI", **changed))[Table.TIES].is_empty()


def test_an_old_conversation_is_not_a_recent_one() -> None:
    told = tie(dialogue("ana-example", "ITIT", first=500))
    assert (told["conversation"], told["recent_conversation"]) == (True, False)
    assert (told["recent_turns"], told["recent_two_way"]) == (0, False)


@pytest.mark.parametrize(("days", "recent"), [(0, True), (364, True), (365, False)])
def test_the_window_has_as_many_days_as_it_says(days: int, recent: bool) -> None:
    told = tie([message("ana-example", days, mine=False, sent_at=days_ago(days, hour=23))])
    assert bool(told["recent_received"]) is recent


def test_an_invitations_note_that_comes_again_as_a_message_counts_once() -> None:
    note = "Hi Ana, we met at the Example Conf, shall we connect?"
    requests = pl.DataFrame(
        {"person": ["ana-example"], "note": [note], "connected_on": [AS_OF]},
        schema={"person": pl.String, "note": pl.String, "connected_on": pl.Date},
    )
    rows = [message("ana-example", 9, mine=True, text=note)]
    assert derived(rows, requests)[Table.TIES].is_empty()
    rows += [message("ana-example", 8, mine=False, text="Yes, gladly, how was your way home?")]
    assert tie(rows, requests)["sent"] == 0


def test_tie_strength_falls_by_half_in_180_days() -> None:
    """(3, 10 d), (3, 40 d), (1, 200 d) makes 5.92; (3, 700 d), (3, 720 d) makes 0.39."""
    one = [message("ana-example", 200, mine=True), message("ana-example", 199, mine=False)]
    pairs = [
        message("ana-example", days, mine=mine)
        for days, mine in ((41, True), (40, False), (11, True), (10, False))
    ]
    told = tie(pairs)
    assert told["strength"] == pytest.approx(3 * 2 ** (-40 / 180) + 3 * 2 ** (-10 / 180))
    lone = tie([one[0]])
    assert lone["strength"] == pytest.approx(2 ** (-200 / 180))
    old = tie(
        [
            message("ana-example", days, mine=mine)
            for days, mine in ((721, True), (720, False), (701, True), (700, False))
        ]
    )
    assert old["strength"] == pytest.approx(0.39, abs=0.005)


def test_an_opening_is_answered_or_not_within_90_days() -> None:
    rows = [
        *dialogue("ana-example", "IT", first=300),
        message("ana-example", 150, mine=True),
        message("ana-example", 20, mine=False),
    ]
    openings = derived(rows)[Table.OPENINGS]
    assert openings.get_column("cold").to_list() == [True, False]
    assert openings.get_column("replied_at").is_null().to_list() == [False, True]


def test_an_inmail_has_a_subject_and_goes_to_a_stranger() -> None:
    rows = [
        message("carl-example", 50, mine=True, subject="An idea"),
        message("ana-example", 50, mine=True, subject="An idea"),
    ]
    openings = derived(rows)[Table.OPENINGS]
    assert dict(openings.select("person", "inmail").iter_rows()) == {
        "ana-example": False,
        "carl-example": True,
    }


def test_nothing_said_gives_empty_tables() -> None:
    told = derived([])
    assert all(frame.is_empty() for frame in told.values())


def test_invitations_without_notes_change_nothing() -> None:
    requests = invitations().select("person", "note").with_columns(connected_on=pl.lit(AS_OF))
    assert tie(dialogue("ana-example", "ITI"), requests)["turns"] == 3
