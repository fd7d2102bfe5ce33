"""Who asks to connect, by hand: M31."""

from typing import Any

from made import measured, parts, people, table
from netreport.model.tables import Table


def _request(age: int, person: str = "somebody-example", **changed: Any) -> dict[str, Any]:
    return {"person": person, "incoming": True, "age": age, "kind": "none", **changed}


def _inflow(*rows: dict[str, Any], **more: Any) -> Any:
    return measured("inflow", {Table.REQUESTS: table(Table.REQUESTS, rows), **more})


def test_fifty_requests_in_25_weeks_are_two_a_week() -> None:
    result = _inflow(*(_request(age) for age in range(50)))
    assert result.estimate.value == 2
    assert result.evidence.used == 50


def test_the_175th_day_is_no_longer_within_25_weeks() -> None:
    result = _inflow(_request(174), _request(175))
    assert (result.evidence.used, result.evidence.left_out) == (1, {"older than 25 weeks": 1})


def test_requests_that_the_owner_sent_are_no_inflow() -> None:
    assert _inflow(_request(3), _request(4, incoming=False)).evidence.considered == 1


def test_every_week_has_its_column_and_is_named_by_its_first_day() -> None:
    """The last week ends on 31 October 2026 and so began on the 25th."""
    weeks = parts(_inflow(_request(0), _request(6), _request(7)), "inflow-weeks")
    assert len(weeks) == 25
    assert weeks["2026-10-25"].estimate.value == 2
    assert weeks["2026-10-18"].estimate.value == 1
    assert weeks["2026-10-11"].estimate.value == 0


def test_notes_are_counted_by_what_they_are() -> None:
    kinds = parts(_inflow(_request(1), _request(1), _request(2, kind="pitch")), "inflow-kinds")
    assert kinds["No note"].estimate.value == 2
    assert kinds["A pitch"].estimate.value == 1


def test_who_waits_is_placed_by_what_the_owner_knows_and_who_came_by_the_network() -> None:
    known = people((1, {"person": "came-example", "relevant": True}))
    waiting = table(Table.PENDING, [{"person": "waits-example", "relevant": False}])
    rows = [_request(1, "came-example"), _request(2, "waits-example"), _request(3, "who-example")]
    requests = table(Table.REQUESTS, rows)
    tables = {Table.REQUESTS: requests, Table.PEOPLE: known, Table.PENDING: waiting}
    fits = parts(measured("inflow", tables), "inflow-fit")
    assert {label: part.estimate.value for label, part in fits.items()} == {
        "Ideal or good": 1,
        "Outside your strategy": 1,
        "Cannot be told": 1,
    }


def test_what_was_ignored_is_said_to_be_missing() -> None:
    assert "at least" in _inflow(_request(1)).remarks[0]
