"""Whom to write to: the silent, the sleeping, and one at each listed company."""

from typing import Any

import pytest

from advised import advice, decided, decisions, headline, keys
from made import AS_OF, days_ago, people, table
from netreport.model.advice import Advice, Kind
from netreport.model.tables import Table

IDEAL = {"relevant": True, "fit": "ideal", "segment": "buyers", "segments": ["buyers"]}
LATENT = {**IDEAL, "standing": "latent", "ever_two_way": False, "engaged": False}
ASLEEP = {**LATENT, "dormant": True, "ever_two_way": True}
CORE = {**IDEAL, "standing": "core", "engaged": True, "ever_two_way": True}
WARM = {"warm_up": {"required": True, "min_touches": 2, "window_days": 30, "kinds": ["comment"]}}
BANK = {
    "id": "accounts",
    "fit": "ideal",
    "where": {"company_list": ["Example Bank", "Example Rail"]},
}


def written(*groups: tuple[int, dict[str, Any]], **more: Any) -> Advice:
    tables = {Table.PEOPLE: people(*groups), **more.pop("tables", {})}
    return advice(tables, **more)


def test_the_silent_are_warmed_up_and_the_sleeping_woken() -> None:
    told = written((1, LATENT), (1, ASLEEP), (1, CORE))
    assert keys(told, Kind.WARM_UP) == ["person-example-0"]
    assert keys(told, Kind.WAKE) == ["person-example-1"]


def test_nobody_to_write_to_is_to_be_let_go() -> None:
    told = written((3, LATENT), (3, ASLEEP), (3, {"standing": "junk", "fit": "poor"}))
    writing = {*keys(told, Kind.WARM_UP), *keys(told, Kind.WAKE)}
    assert not writing & set(keys(told, Kind.LET_GO))


@pytest.mark.parametrize("facts", [{"owed": True}, {"social": True}, {"relevant": None}])
def test_whoever_waits_is_a_friend_or_cannot_be_placed_is_not_written_to(
    facts: dict[str, Any],
) -> None:
    assert written((1, {**LATENT, **facts}), (1, {**ASLEEP, **facts})).week.chosen == ()


def test_the_ideal_come_before_the_good_and_strong_ties_before_weak_ones() -> None:
    told = written(
        (1, {**ASLEEP, "fit": "good", "strength": 9.0}),
        (1, {**ASLEEP, "strength": 1.0}),
        (1, {**ASLEEP, "strength": 2.0}),
    )
    assert keys(told, Kind.WAKE) == ["person-example-2", "person-example-1", "person-example-0"]


def test_somebody_who_may_be_ideal_or_good_counts_for_good() -> None:
    (one,) = written((1, {**LATENT, "fit": "unknown", "segments": ["buyers", "others"]})).of(
        Kind.WARM_UP
    )
    (good,) = written((1, {**LATENT, "fit": "good"})).of(Kind.WARM_UP)
    assert one.value == good.value


def test_touches_are_counted_within_the_days_that_warm_up() -> None:
    """A message 29 days ago, a call and its two touches, and an old call: 1 + 3."""
    tables = {
        Table.EXCHANGES: table(
            Table.EXCHANGES,
            [{"person": "person-example-0", "at": days_ago(days)} for days in (29, 31)],
        ),
        Table.OUTREACH: table(
            Table.OUTREACH,
            [
                {"person": "person-example-0", "sent_at": days_ago(3), "touches": 2},
                {"person": "person-example-0", "sent_at": days_ago(99), "touches": 5},
            ],
        ),
    }
    (one,) = written((1, LATENT), tables=tables, outreach=WARM).of(Kind.WARM_UP)
    assert one.touches is not None
    assert (one.touches.made, one.touches.wanted, one.touches.days) == (4, 2, 30)
    assert headline(one) == "Write to person-example-0"


@pytest.mark.parametrize(
    ("kind", "days", "made"), [("pitch", 29, 1), ("none", 29, 0), ("pitch", 30, 0)]
)
def test_a_request_accepted_with_a_note_is_a_touch(kind: str, days: int, made: int) -> None:
    accepted = {"person": "person-example-0", "kind": kind, "connected_on": days_ago(days).date()}
    requests = {Table.REQUESTS: table(Table.REQUESTS, [accepted])}
    (one,) = written((1, LATENT), tables=requests, outreach=WARM).of(Kind.WARM_UP)
    assert one.touches is not None
    assert one.touches.made == made


def test_whoever_has_not_seen_you_is_to_see_you_first() -> None:
    (one,) = written((1, LATENT), outreach=WARM).of(Kind.WARM_UP)
    assert headline(one) == "Be seen by person-example-0, then write"
    assert "comment" in one.reasons[1].sentence


def test_whoever_has_written_to_you_needs_no_warming_up() -> None:
    ties = table(Table.TIES, [{"person": "person-example-0", "received": 1}])
    (one,) = written((1, LATENT), tables={Table.TIES: ties}, outreach=WARM).of(Kind.WARM_UP)
    assert headline(one) == "Write to person-example-0"


@pytest.mark.parametrize(
    ("channels", "wanted"),
    [
        ([], "message"),
        ([{"name": "post"}, {"name": "phone"}], "phone"),
        ([{"name": "inmail"}, {"name": "phone"}], "message"),
    ],
)
def test_the_channel_is_the_strategys_first_that_reaches_a_connection(
    channels: list[dict[str, str]], wanted: str
) -> None:
    (one,) = written((1, LATENT), outreach={"channels": channels}).of(Kind.WARM_UP)
    assert one.channel == wanted


def test_a_listed_company_without_a_conversation_has_one_person_to_begin_with() -> None:
    there = {**LATENT, "segments": ["accounts"], "company": "Example Bank Ltd"}
    told = written((1, there), (1, {**there, "strength": 5.0}), segments=[BANK])
    (one,) = told.of(Kind.COMPANY)
    assert (headline(one), one.subject) == (
        "Start a conversation at Example Bank, with person-example-1",
        "Example Bank",
    )
    assert one.reasons[0].key == "segments.0.where.company_list"
    assert keys(told, Kind.WARM_UP) == ["person-example-0"]


def test_a_listed_company_with_a_conversation_needs_no_other() -> None:
    there = {"segments": ["accounts"], "company": "Example Bank"}
    told = written((1, {**LATENT, **there}), (1, {**CORE, **there}), segments=[BANK])
    assert told.of(Kind.COMPANY) == ()


def test_nobody_whom_the_owner_lets_go_or_calls_irrelevant_is_written_to() -> None:
    choices = (
        decided("person-example-0", "person", "remove"),
        decided("person-example-1", "relevance", "no"),
    )
    told = written((2, LATENT), tables={Table.DECISIONS: decisions(*choices)})
    assert keys(told, Kind.WARM_UP) == ["person-example-1"]
    assert [one.person and one.person.key for one in told.week.chosen] == ["person-example-0"]
    assert told.week.chosen[0].kind is Kind.LET_GO


def test_what_is_done_is_not_asked_again() -> None:
    (one,) = written((1, LATENT)).of(Kind.WARM_UP)
    done = decisions(decided(one.id, "action", "done", decided_on=AS_OF))
    told = written((1, LATENT), tables={Table.DECISIONS: done})
    assert told.of(Kind.WARM_UP)[0].decided is not None
    assert told.week.chosen == ()
