"""Replies by channel, by hand: the worked example M10 (one seller, 2015, 100 attempts each)."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, table
from netreport.model.results import Reason, Spread, Unknown
from netreport.model.tables import Table


def _log(*groups: tuple[int, Mapping[str, Any]]) -> Mapping[Table, pl.DataFrame]:
    rows: list[dict[str, Any]] = []
    for count, facts in groups:
        for _ in range(count):
            person = f"person-example-{len(rows)}"
            blank = {"person": person, "line": len(rows), "sent_at": days_ago(90), "length": None}
            rows.append({**blank, "personalised": None, "touches": None, **facts})
    return {Table.OUTREACH: table(Table.OUTREACH, rows)}


def _channel(name: str, replied: int, of: int, **more: Any) -> list[tuple[int, dict[str, Any]]]:
    return [
        (replied, {"channel": name, "outcome": "replied", **more}),
        (of - replied, {"channel": name, "outcome": "no_reply", **more}),
    ]


SELLER = _log(
    *_channel("phone", 32, 100), *_channel("email", 12, 100), *_channel("inmail", 67, 100)
)


def test_the_seller_of_2015_has_three_rates_with_their_intervals() -> None:
    """Phone 32 % (23.7 to 41.7), e-mail 12 % (7.0 to 19.8), InMail 67 % (57.3 to 75.4)."""
    rates = parts(measured("channels", SELLER), "channels")
    wanted = {"Phone": (0.237, 0.417), "E-mail": (0.070, 0.198), "InMail": (0.573, 0.754)}
    for name, (low, high) in wanted.items():
        assert rates[name].estimate.low == pytest.approx(low, abs=5e-4)
        assert rates[name].estimate.high == pytest.approx(high, abs=5e-4)
        assert rates[name].note == "from your log"


def test_the_differences_of_the_seller_stand_in_a_table() -> None:
    """InMail − phone +35 points (21.3 to 46.9); phone − e-mail +20 points (8.6 to 30.9)."""
    settings = {"outreach": {"channels": [{"name": n} for n in ("inmail", "phone", "email")]}}
    told = parts(measured("channels", SELLER, **settings), "channels-differences")
    first = told["InMail less phone"].estimate
    assert (first.low, first.value, first.high) == (
        pytest.approx(0.213, abs=5e-4),
        pytest.approx(0.35),
        pytest.approx(0.469, abs=5e-4),
    )
    second = told["Phone less e-mail"]
    assert second.estimate.low == pytest.approx(0.086, abs=5e-4)
    assert (second.note, second.n) == ("higher", 200)


def test_29_attempts_are_too_few_to_compare_and_30_are_not() -> None:
    for attempts, compared in ((29, 0), (30, 1)):
        tables = _log(*_channel("phone", 3, attempts), *_channel("email", 9, 60))
        assert len(parts(measured("channels", tables), "channels-differences")) == compared


def test_what_never_arrived_is_too_young_or_untold_is_left_out() -> None:
    tables = _log(
        *_channel("email", 1, 2),
        (1, {"channel": "email", "outcome": "bounced"}),
        (1, {"channel": "email", "outcome": "replied", "sent_at": days_ago(14)}),
        (1, {"channel": "email", "outcome": None}),
    )
    evidence = measured("channels", tables).evidence
    assert (evidence.considered, evidence.used) == (5, 2)
    assert list(evidence.left_out.values()) == [1, 1, 1]


def test_lengths_fall_into_four_bands_with_their_upper_ends() -> None:
    lengths = (1, 400, 401, 800, 801, 1200, 1201)
    rows = [(1, {"channel": "email", "outcome": "no_reply", "length": n}) for n in lengths]
    bands = parts(measured("channels", _log(*rows)), "channels-length")
    assert [part.n for part in bands.values()] == [2, 2, 2, 1]


def test_a_call_has_no_length_and_no_wording() -> None:
    tables = _log(*_channel("phone", 1, 4, length=300, personalised=True))
    result = measured("channels", tables)
    assert parts(result, "channels-length") == {}
    assert parts(result, "channels-wording") == {}


def test_wording_that_only_looks_better_by_its_channels_is_compared_like_with_like() -> None:
    """Own words win within InMail (81/87, 234/270) and e-mail (192/263, 55/80), not over all."""
    tables = _log(
        *_channel("inmail", 81, 87, personalised=True),
        *_channel("inmail", 234, 270, personalised=False),
        *_channel("email", 192, 263, personalised=True),
        *_channel("email", 55, 80, personalised=False),
    )
    first = measured("channels", tables).remarks[0]
    assert "+5.4 points" in first
    assert "like with like" in first


def test_the_rates_of_others_stand_with_year_and_source_and_are_not_compared() -> None:
    others = parts(measured("channels", SELLER), "channels-benchmarks")
    seller = others["InMail, 2015: one seller"]
    assert (seller.estimate.value, seller.n) == (0.67, 100)
    well_made = others["InMail, 2026: well made"]
    assert (well_made.estimate.low, well_made.estimate.high) == (0.10, 0.30)
    assert well_made.estimate.spread is Spread.PROJECTION
    assert all(any(letter.isdigit() for letter in label) for label in others)
    assert not any("2015" in remark for remark in measured("channels", SELLER).remarks)


def test_a_rate_that_the_strategy_names_itself_is_not_printed_twice() -> None:
    known = {"name": "inmail", "benchmark": {"replies": 67, "of": 100, "year": 2015}}
    others = parts(
        measured("channels", SELLER, outreach={"channels": [known]}), "channels-benchmarks"
    )
    assert "InMail, 2015: from your strategy" in others
    assert "InMail, 2015: one seller" not in others


def test_nobody_is_told_that_a_message_was_read() -> None:
    assert "who has read" in measured("channels", SELLER).remarks[-1]


def test_without_any_attempt_the_log_is_asked_for() -> None:
    result = ask("channels", {})
    assert isinstance(result, Unknown)
    assert result.reason is Reason.NOT_TYPED_IN
    assert "outreach.csv" in result.remedy


def test_attempts_that_are_all_too_young_are_too_few() -> None:
    tables = _log((3, {"channel": "email", "outcome": "no_reply", "sent_at": days_ago(2)}))
    result = ask("channels", tables)
    assert isinstance(result, Unknown)
    assert result.reason is Reason.TOO_FEW
