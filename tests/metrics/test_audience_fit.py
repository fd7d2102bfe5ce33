"""Posts and their readers, by hand: the worked examples of M5."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, people, table
from netreport.model.results import Measured, Reason, Spread, Unknown
from netreport.model.tables import Table

SETTINGS: dict[str, Any] = {
    "segments": [
        {"id": "a", "label": "A", "fit": "ideal", "where": {"function": ["Sales"]}},
        {"id": "b", "label": "B", "fit": "good", "where": {"function": ["Marketing"]}},
        {"id": "c", "label": "C", "fit": "poor", "where": {"function": ["Legal"]}},
    ],
    "content": {
        "topics": ["ten", "twenty", "thirty", "nobody's"],
        "off_topic": ["golf"],
        "audience": {"ten": ["a"], "twenty": ["b"], "thirty": ["c"], "both": ["a", "b"]},
        "max_posts_per_week": 2.0,
    },
}
HUNDRED = people(
    (50, {"segment": "a", "segments": ["a"], "relevant": True}),
    (30, {"segment": "b", "segments": ["b"], "relevant": True}),
    (20, {"segment": "c", "segments": ["c"], "relevant": False}),
)


def _post(topic: str = "", off: str = "", days: int = 100) -> dict[str, Any]:
    return {
        "at": days_ago(days),
        "kind": "post",
        "topics": [topic] if topic else [],
        "off_topics": [off] if off else [],
    }


def _fit(posts: Sequence[dict[str, Any]], known: pl.DataFrame = HUNDRED, **more: Any) -> Measured:
    tables = {Table.POSTS: table(Table.POSTS, posts), Table.PEOPLE: known, **more}
    return measured("audience_fit", tables, **SETTINGS)


TEN = [_post("ten"), _post("twenty"), *[_post("thirty")] * 8]


def test_ten_posts_for_a_fifth_of_the_network_concern_24_per_cent_on_average() -> None:
    """One for 50 %, one for 30 %, eight for 20 %: (0.5 + 0.3 + 1.6) / 10 = 24 %."""
    estimate = _fit(TEN).estimate
    assert estimate.value == pytest.approx(0.24)
    assert estimate.spread is Spread.EXACT


def test_mixes_of_5_3_2_and_1_1_8_overlap_by_40_per_cent() -> None:
    """Shares p = (0.5, 0.3, 0.2), q = (0.1, 0.1, 0.8): overlap 0.40, divergence 0.282 bits."""
    figures = parts(_fit(TEN), "audience-exposure")
    overlap = figures["Overlap of posts and connections"].estimate.value
    assert overlap == pytest.approx(0.40)
    assert figures["Divergence of the two"].estimate.value == pytest.approx(0.282, abs=5e-4)


def test_a_post_for_two_segments_counts_in_halves() -> None:
    """Five for A and B, five for C: (0.25, 0.25, 0.5) against (0.5, 0.3, 0.2) overlap by 70 %."""
    figures = parts(_fit([*[_post("both")] * 5, *[_post("thirty")] * 5]), "audience-exposure")
    assert figures["Overlap of posts and connections"].estimate.value == pytest.approx(0.7)


def test_twenty_posts_a_month_show_9500_people_190000_things_they_did_not_ask_for() -> None:
    """5 % of all exposure is to relevant people."""
    posts = [_post("ten", days=n % 360) for n in range(240)]
    known = people((500, {"relevant": True}), (9500, {"relevant": False}))
    figures = parts(_fit(posts, known), "audience-exposure")
    assert figures["Exposures a month outside your strategy, at most"].estimate.value == 190_000
    assert figures["Of all exposure, to relevant people"].estimate.value == 0.05


def test_an_off_topic_post_concerns_nobody_and_one_without_a_topic_cannot_be_told() -> None:
    """Five for half the network, five for nobody: 25 %; three more say nothing."""
    posts = [*[_post("ten")] * 5, *[_post(off="golf")] * 5, *[_post()] * 3]
    result = _fit(posts)
    assert result.estimate.value == 0.25
    assert (result.evidence.considered, result.evidence.used) == (13, 10)


def test_a_topic_without_an_audience_cannot_be_told_either() -> None:
    assert _fit([*TEN, _post("nobody's")]).evidence.used == 10


def test_people_who_may_be_in_the_audience_are_the_upper_end() -> None:
    known = people((50, {"segment": "a", "segments": ["a"]}), (50, {"segments": ["a", "b"]}))
    estimate = _fit([_post("ten")] * 10, known).estimate
    assert (estimate.value, estimate.high, estimate.spread) == (0.5, 1, Spread.LEFT_OUT)


def test_posts_of_364_days_count_and_older_ones_do_not() -> None:
    posts = [*[_post("ten")] * 9, _post("ten", days=363), _post("ten", days=364)]
    assert _fit(posts).evidence.considered == 10


@pytest.mark.parametrize(("told", "untold", "few"), [(5, 5, False), (5, 4, True), (4, 9, True)])
def test_it_takes_ten_posts_five_of_which_can_be_told(told: int, untold: int, few: bool) -> None:
    posts = [*[_post("ten")] * told, *[_post()] * untold]
    tables = {Table.POSTS: table(Table.POSTS, posts), Table.PEOPLE: HUNDRED}
    result = ask("audience_fit", tables, **SETTINGS)
    assert (isinstance(result, Unknown) and result.reason is Reason.TOO_FEW) is few


def test_weeks_louder_than_allowed_are_told_with_the_private_people_who_hear_them() -> None:
    """Three posts in one week, two in another; at most two are allowed."""
    days = (0, 3, 6, 7, 13, 50, 60, 70, 80, 90)
    known = people((3, {"social": True, "segment": "a", "segments": ["a"]}))
    result = _fit([_post("ten", days=n) for n in days], known)
    loud = parts(result, "audience-exposure")["Weeks with more posts than you allow"]
    assert loud.estimate.value == 1
    assert "In 1 of 52 weeks" in result.remarks[0]
    assert "3 people of your private life" in result.remarks[0]


def _writes(person: str, days: int, *, incoming: bool = True, hour: int = 13) -> dict[str, Any]:
    return {"person": person, "at": days_ago(days, hour=hour), "incoming": incoming}


def test_conversations_count_for_the_last_post_of_the_week_before() -> None:
    """At noon: one 7 days less an hour after, one 7 days and an hour after, one on the owner."""
    posts = [*TEN[1:], _post("ten", days=50)]
    exchanges = table(
        Table.EXCHANGES,
        [
            _writes("in-time-example", 43, hour=11),
            _writes("too-late-example", 43, hour=13),
            _writes("asked-example", 50, incoming=False),
            _writes("asked-example", 49),
        ],
    )
    told = parts(_fit(posts, exchanges=exchanges), "audience-conversations")
    assert told["ten"].estimate.value == 1
    assert told["ten"].n == 1


def test_what_comes_after_a_post_is_not_said_to_come_from_it() -> None:
    exchanges = table(Table.EXCHANGES, [_writes(f"p{n}-example", n) for n in range(60)])
    result = _fit([_post("ten", days=n) for n in range(0, 100, 10)], exchanges=exchanges)
    assert any("Days on which others began" in remark for remark in result.remarks)
    assert not any("because" in remark or "brought" in remark for remark in result.remarks)


def test_a_strategy_that_names_no_audience_is_told_where_to() -> None:
    result = ask("audience_fit", {Table.POSTS: table(Table.POSTS, TEN), Table.PEOPLE: HUNDRED})
    assert isinstance(result, Unknown)
    assert result.reason is Reason.NOT_ASKED
    assert "content.audience" in result.remedy
