"""Notes on requests, by hand: M13."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from made import ask, measured, parts, people, table
from netreport.model.results import Unknown
from netreport.model.tables import Table

WHY = "personal_with_why"


def _requests(*groups: tuple[int, Mapping[str, Any]]) -> Mapping[Table, pl.DataFrame]:
    rows: list[dict[str, Any]] = []
    for count, facts in groups:
        for _ in range(count):
            person = f"person-example-{len(rows)}"
            rows.append({"person": person, "age": 60, "pending": True, "kind": "none", **facts})
    return {Table.REQUESTS: table(Table.REQUESTS, rows)}


def test_only_a_note_that_says_why_is_personal() -> None:
    """1 of 4: "Hi!" is a note without a why, and LinkedIn's own words are a template."""
    tables = _requests(
        (1, {"kind": WHY}), (1, {"kind": "personal_no_why"}), (1, {"kind": "template"}), (1, {})
    )
    result = measured("personal_notes", tables)
    assert result.estimate.value == 0.25
    assert "3 of 4 did not say why" in result.remarks[0]


def test_a_strategy_that_asks_for_no_notes_is_not_reminded() -> None:
    settings = {"invitations": {"outgoing": {"always_personalise": False}}}
    result = measured("personal_notes", _requests((4, {})), **settings)
    assert not any("strategy" in remark for remark in result.remarks)


def test_45_of_104_with_a_note_and_13_of_14_without_are_not_compared() -> None:
    """14 without a note are too few, and the note went to strangers."""
    tables = _requests(
        (45, {"kind": WHY, "pending": False}),
        (59, {"kind": WHY}),
        (13, {"pending": False}),
        (1, {}),
    )
    result = measured("personal_notes", tables)
    accepted = parts(result, "notes-accepted")
    assert accepted["With a note of your own"].n == 104
    assert accepted["Without one"].n == 14
    assert any("Too few to compare" in remark for remark in result.remarks)
    assert any("different people" in remark for remark in result.remarks)


def test_thirty_on_each_side_are_compared() -> None:
    """27 of 30 against 12 of 30: +50 points."""
    tables = _requests(
        (27, {"kind": WHY, "pending": False}),
        (3, {"kind": WHY}),
        (12, {"kind": "template", "pending": False}),
        (18, {}),
    )
    remarks = measured("personal_notes", tables).remarks
    assert any("+50.0 points" in remark and "Higher" in remark for remark in remarks)


def test_requests_of_180_days_count_and_older_ones_do_not() -> None:
    result = measured("personal_notes", _requests((1, {"age": 180}), (2, {"age": 181})))
    assert (result.evidence.used, result.evidence.left_out) == (1, {"older than 180 days": 2})


def test_requests_younger_than_30_days_are_not_ripe_for_acceptance() -> None:
    result = measured("personal_notes", _requests((2, {"age": 30}), (3, {"age": 29})))
    assert parts(result, "notes-accepted")["Without one"].n == 2


def test_requests_are_told_apart_by_the_segment_they_went_to() -> None:
    tables = {
        **_requests((2, {"kind": WHY}), (2, {})),
        Table.PEOPLE: people((1, {"segment": "buyers"}), (2, {"segment": "others"})),
    }
    shares = parts(measured("personal_notes", tables), "notes-by-segment")
    assert (shares["Buyers"].estimate.value, shares["Buyers"].n) == (1, 1)
    assert (shares["Others"].estimate.value, shares["Others"].n) == (0.5, 2)
    assert shares["In none, or cannot be told"].unknown


def test_who_sent_no_request_has_no_share() -> None:
    assert isinstance(ask("personal_notes", _requests((3, {"incoming": True}))), Unknown)
