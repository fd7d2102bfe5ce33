"""Attempts to reach people: what counts once, what counts as a reply, what came too late."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import polars as pl

from made import AS_OF, days_ago, table
from netreport.facts.attempts import attempts, named
from netreport.model.tables import Table
from spoken import only

DAYS = 14


def _log(*rows: dict[str, Any]) -> pl.DataFrame:
    blank = {"person": "a-example", "channel": "phone", "sent_at": days_ago(60), "touches": None}
    lines = [{**blank, "personalised": None, "line": n, **row} for n, row in enumerate(rows)]
    return table(Table.OUTREACH, lines)


def _attempts(*rows: dict[str, Any]) -> Sequence[dict[str, Any]]:
    return attempts(_log(*rows), None, DAYS, AS_OF).to_dicts()


def _opening(**facts: Any) -> pl.DataFrame:
    return table(
        Table.OPENINGS, [{"person": "b-example", "at": days_ago(60), "cold": True, **facts}]
    )


def test_a_reply_on_the_14th_day_is_in_time_and_on_the_15th_is_not() -> None:
    sent = days_ago(60)
    for days, in_time in ((14, True), (15, False)):
        row = {"outcome": "replied", "replied_at": sent + timedelta(days=days)}
        assert only(_attempts(row))["replied"] is in_time


def test_an_outcome_without_a_day_is_believed_and_none_is_unknown() -> None:
    outcomes = {"replied": True, "won": True, "lost": True, "no_reply": False, None: None}
    for outcome, replied in outcomes.items():
        assert only(_attempts({"outcome": outcome}))["replied"] is replied


def test_what_bounced_never_arrived() -> None:
    assert only(_attempts({"outcome": "bounced"}))["arrived"] is False
    assert only(_attempts({"outcome": None}))["arrived"] is True


def test_after_14_days_an_attempt_is_still_open_and_after_15_it_is_not() -> None:
    assert only(_attempts({"sent_at": days_ago(14)}))["ripe"] is False
    assert only(_attempts({"sent_at": days_ago(15)}))["ripe"] is True


def test_a_sequence_is_one_attempt_and_takes_the_credit_for_any_reply() -> None:
    """An InMail without a reply, then a call that was answered; the first step's words count."""
    steps = (
        {"channel": "phone", "sent_at": days_ago(50), "outcome": "meeting", "touches": 3},
        {"channel": "inmail", "sent_at": days_ago(53), "outcome": "no_reply", "touches": 1},
    )
    one = only(_attempts(*({**step, "sequence": "s1"} for step in steps)))
    assert (one["channel"], one["replied"], one["touches"]) == ("inmail, phone", True, 1)
    assert one["at"] == days_ago(53)


def test_a_sequence_is_ripe_when_its_last_step_is() -> None:
    steps = [{"sent_at": days_ago(days), "sequence": "s1"} for days in (40, 10)]
    assert only(_attempts(*steps))["ripe"] is False


def test_a_sequence_of_many_people_is_an_attempt_for_each_of_them() -> None:
    rows = [{"person": person, "sequence": "campaign"} for person in ("a-example", "b-example")]
    assert len(_attempts(*rows)) == 2


def test_steps_without_a_reply_but_with_an_unknown_one_stay_unknown() -> None:
    steps = [{"outcome": outcome, "sequence": "s1"} for outcome in ("no_reply", None)]
    assert only(_attempts(*steps))["replied"] is None


def test_somebody_without_a_profile_is_known_by_mail_or_by_name() -> None:
    rows = [
        {"person": None, "email": "dana@example.com", "sequence": "s1"},
        {"person": None, "email": "dana@example.com", "sequence": "s1"},
        {"person": None, "name": "Dana Example", "sequence": "s1"},
        {"person": None},
        {"person": None},
    ]
    assert len(_attempts(*rows)) == 4


def test_a_channel_that_the_log_tells_of_is_not_counted_from_the_export_again() -> None:
    openings = pl.concat([_opening(inmail=True), _opening()])
    found = attempts(_log({"channel": "inmail"}), openings, DAYS, AS_OF)
    assert sorted(found.select("channel", "source").iter_rows()) == [
        ("inmail", "your log"),
        ("message", "the export"),
    ]


def test_messages_to_people_one_knew_before_are_no_attempts() -> None:
    assert attempts(None, _opening(cold=False), DAYS, AS_OF).is_empty()


def test_an_answer_in_a_message_counts_within_the_same_days() -> None:
    for days, in_time in ((14, True), (15, False)):
        opening = _opening(replied_at=days_ago(60) + timedelta(days=days))
        assert only(attempts(None, opening, DAYS, AS_OF).to_dicts())["replied"] is in_time


def test_a_message_without_an_answer_is_known_to_have_none() -> None:
    assert only(attempts(None, _opening(), DAYS, AS_OF).to_dicts())["replied"] is False


def test_channels_are_named_in_words() -> None:
    assert named("inmail, phone") == "InMail, then phone"
    assert named("carrier-pigeon") == "carrier-pigeon"
