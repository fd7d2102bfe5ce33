"""How many requests the owner accepts, by hand: M12, the incoming side."""

from collections.abc import Mapping

import polars as pl
import pytest

from made import ask, measured, parts, table
from netreport.model.results import Footing, Reason, Unknown, footing
from netreport.model.tables import Table

BAND = {"invitations": {"target_acceptance": {"rate": 0.4, "low": 0.3, "high": 0.5}}}
NOTHING = table(Table.REQUESTS, [])


def _requests(accepted: int, pending: int) -> pl.DataFrame:
    rows = [{"incoming": True, "pending": False}] * accepted
    return table(Table.REQUESTS, [*rows, *([{"incoming": True, "pending": True}] * pending)])


def _changes(**counts: int) -> pl.DataFrame:
    kinds = [kind for kind, count in counts.items() for _ in range(count)]
    return table(
        Table.CHANGES,
        [
            {"person": f"p{n}-example", "kind": kind, "incoming": True}
            for n, kind in enumerate(kinds)
        ],
    )


def _log(*decisions: tuple[str, str]) -> pl.DataFrame:
    return table(
        Table.DECISIONS,
        [{"subject": who, "kind": "invitation", "decision": choice} for who, choice in decisions],
    )


def _tables(**tables: pl.DataFrame) -> Mapping[Table, pl.DataFrame]:
    return {Table.REQUESTS: NOTHING, **{Table(name): frame for name, frame in tables.items()}}


def test_one_export_alone_counts_survivors_and_so_gives_no_rate() -> None:
    """40 accepted, 60 ignored, 3 pending: one export shows 40 of 43, which is 93 %."""
    result = ask("acceptance_received", {Table.REQUESTS: _requests(40, 3)})
    assert isinstance(result, Unknown)
    assert result.reason is Reason.ONE_EXPORT
    assert "40 of 43" in result.detail
    assert "exports/" in result.remedy


def test_two_of_five_are_counts_and_no_rate() -> None:
    """2/5: 11.8 to 76.9 %; shown as counts once fewer than 5."""
    result = measured("acceptance_received", _tables(changes=_changes(accepted=2, ignored=3)))
    assert (result.estimate.low, result.estimate.high) == (
        pytest.approx(0.118, abs=5e-4),
        pytest.approx(0.769, abs=5e-4),
    )
    assert footing(result.evidence.used - 1) is Footing.COUNTS


def test_forty_of_a_hundred_lie_in_the_band_with_96_per_cent() -> None:
    """40/100: 30.9 to 49.8 %, P(0.30 to 0.50) = 0.962."""
    changes = _changes(accepted=40, ignored=60, pending=7)
    result = measured("acceptance_received", _tables(changes=changes), **BAND)
    assert (result.estimate.low, result.estimate.high) == (
        pytest.approx(0.309, abs=5e-4),
        pytest.approx(0.498, abs=5e-4),
    )
    assert result.evidence.left_out == {"still open": 7}
    assert result.remarks[0].endswith("with a probability of 96 %.")


def test_without_a_band_nothing_is_said_of_one() -> None:
    changes = _changes(accepted=40, ignored=60)
    assert measured("acceptance_received", _tables(changes=changes)).remarks == ()


def test_four_decisions_say_nothing_about_a_band() -> None:
    changes = _changes(accepted=2, ignored=2)
    assert measured("acceptance_received", _tables(changes=changes), **BAND).remarks == ()


def test_the_log_of_decisions_does_without_a_second_export() -> None:
    log = _log(("a", "accept"), ("b", "ignore"), ("c", "ignore"), ("d", "ask_why"))
    result = measured("acceptance_received", _tables(decisions=log))
    assert result.estimate.value == pytest.approx(1 / 3)
    assert result.evidence.left_out == {"still open": 1}


def test_two_exports_are_believed_before_the_log_and_the_log_before_still_pending() -> None:
    """p0 was accepted after all; p1 is still pending, but the owner has decided."""
    changes = _changes(accepted=1, pending=1)
    log = _log(("p0-example", "ignore"), ("p1-example", "ignore"))
    result = measured("acceptance_received", _tables(changes=changes, decisions=log))
    assert result.estimate.value == 0.5
    told = parts(result, "acceptance-told-by")
    assert told["Told by two exports"].estimate.value == 1
    assert told["Told by your log"].estimate.value == 0


def test_requests_without_a_profile_address_count_by_name() -> None:
    """Exports of some years give only names; two people are two requests."""
    rows = [
        {"person": None, "name": name, "kind": kind, "incoming": True}
        for name, kind in (("Dana Example", "ignored"), ("Kim Example", "ignored"))
    ]
    result = measured("acceptance_received", _tables(changes=table(Table.CHANGES, rows)))
    assert (result.evidence.used, result.estimate.value) == (2, 0)


def test_decisions_about_people_are_no_answers_to_requests() -> None:
    log = table(Table.DECISIONS, [{"subject": "a", "kind": "person", "decision": "ignore"}])
    assert isinstance(ask("acceptance_received", _tables(decisions=log)), Unknown)


def test_requests_that_the_owner_sent_are_not_the_owners_to_accept() -> None:
    rows = [{"person": "a-example", "kind": "accepted", "incoming": False}]
    result = ask("acceptance_received", _tables(changes=table(Table.CHANGES, rows)))
    assert isinstance(result, Unknown)


def test_all_still_open_is_too_few_to_say() -> None:
    result = ask("acceptance_received", _tables(changes=_changes(pending=9)))
    assert isinstance(result, Unknown)
    assert result.reason is Reason.TOO_FEW
