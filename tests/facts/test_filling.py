"""Whom it pays to look up, on people that one can count on paper."""

from typing import Any

from made import people, strategy
from netreport.facts.filling import worth_filling

SELLERS = {
    "id": "sellers",
    "fit": "ideal",
    "where": {"function": ["Sales"], "region": ["APAC"]},
}
WANTED = strategy(segments=[SELLERS])
READ = {"function": "Sales", "seniority": "Director", "fit": "ideal", "countries": ["AU"]}
LOST: dict[str, Any] = {
    **READ,
    "fit": "unknown",
    "relevant": None,
    "engaged": False,
    "countries": [],
    "segments": ["sellers"],
}
UNREAD = {**LOST, "function": None, "seniority": None}


def wanted(*groups: tuple[int, dict[str, Any]], most: int = 200) -> list[tuple[str, list[str]]]:
    found = worth_filling(people(*groups), WANTED, most)
    return list(found.select("person", "missing").iter_rows())


def test_whoever_is_placed_need_not_be_looked_up() -> None:
    assert wanted((5, READ | {"relevant": True}), (5, READ | {"relevant": False})) == []


def test_one_cell_that_settles_a_person_comes_before_three() -> None:
    assert wanted((1, UNREAD), (1, LOST)) == [
        ("person-example-1", ["country"]),
        ("person-example-0", ["function", "seniority", "country"]),
    ]


def test_whoever_widens_more_numbers_comes_first() -> None:
    """The one you talk with widens how many you talk with, too."""
    rows = wanted((1, LOST), (1, UNREAD | {"engaged": True}))
    assert [person for person, _ in rows] == ["person-example-1", "person-example-0"]


def test_a_country_is_asked_for_only_where_a_segment_asks_for_it() -> None:
    elsewhere = LOST | {"segments": [], "function": None}
    assert wanted((1, elsewhere)) == [("person-example-0", ["function"])]


def test_where_everything_is_known_the_segment_itself_is_missing() -> None:
    odd = LOST | {"countries": ["AU"]}
    assert wanted((1, odd)) == [("person-example-0", ["segment"])]


def test_nobody_without_an_address_is_listed_and_no_more_than_wanted() -> None:
    assert wanted((1, LOST | {"person": "name:dana example|2020-01-01"})) == []
    assert len(wanted((9, LOST), most=4)) == 4
