"""Companies on the owner's list, by hand: M23."""

from typing import Any

from made import ask, measured, parts, people
from netreport.model.results import Spread, Unknown
from netreport.model.tables import Table

NAMES = ("Arbox", "Belmont", "Corvell", "Dunmore", "Eastlake", "Fenwick", "Garland", "Harrow")
LISTING: dict[str, Any] = {
    "segments": [
        {"id": "wanted", "fit": "ideal", "where": {"company_list": NAMES}},
        {"id": "unwanted", "fit": "poor", "where": {"company_list": ["Ignored Example"]}},
    ]
}


def _at(company: str, *, relevant: bool | None = True, engaged: bool = False) -> dict[str, Any]:
    return {"company": company, "relevant": relevant, "engaged": engaged}


FIVE_OF_EIGHT = people(
    (1, _at("Arbox Pty Ltd", engaged=True)),
    (1, _at("ARBOX")),
    (3, _at("Belmont")),
    (1, _at("Corvell")),
    (1, _at("Dunmore")),
    (1, _at("Eastlake")),
    (2, _at("Fenwick", relevant=False)),
    (1, _at("arbox", relevant=False)),
    (9, _at("Elsewhere")),
)


def test_five_of_eight_companies_are_reached() -> None:
    """8 listed, 5 with somebody, 2 with several, 1 in touch: 62.5 %, 25 %, 12.5 %."""
    result = measured("target_companies", {Table.PEOPLE: FIVE_OF_EIGHT}, **LISTING)
    assert result.estimate.value == 0.625
    assert result.evidence.used == 8
    steps = {label: part.estimate.value for label, part in parts(result, "target-reach").items()}
    assert list(steps.values()) == [3, 5, 2, 1]


def test_companies_where_nobody_relevant_is_come_first() -> None:
    result = measured("target_companies", {Table.PEOPLE: FIVE_OF_EIGHT}, **LISTING)
    each = parts(result, "target-companies")
    assert list(each)[:3] == ["Fenwick", "Garland", "Harrow"]
    assert [part.note for part in list(each.values())[:3]] == ["nobody yet"] * 3
    assert each["Fenwick"].where is None


def test_the_rows_of_a_company_are_its_relevant_people_in_every_spelling() -> None:
    part = parts(
        measured("target_companies", {Table.PEOPLE: FIVE_OF_EIGHT}, **LISTING), "target-companies"
    )["Arbox"]
    assert part.where is not None
    assert part.where.facets == {
        "company": ("ARBOX", "Arbox Pty Ltd", "arbox"),
        "relevant": ("yes",),
    }
    assert part.note == "in touch; same name, score 100 of 100"


def test_a_slip_of_the_pen_is_matched_and_says_so() -> None:
    listing = {"segments": [{"id": "w", "fit": "good", "where": {"company_list": ["Quillaroo"]}}]}
    table = {Table.PEOPLE: people((1, _at("Quilaroo")))}
    note = parts(measured("target_companies", table, **listing), "target-companies")
    assert note["Quillaroo"].note == "nobody in touch; a slip of the pen, score 88.9 of 100"


def test_people_nobody_can_place_may_reach_a_company() -> None:
    unknown = [(2, _at(name, relevant=None)) for name in ("Arbox", "Harrow")]
    table = {Table.PEOPLE: people((1, _at("Arbox")), *unknown)}
    estimate = measured("target_companies", table, **LISTING).estimate
    assert (estimate.value, estimate.high, estimate.spread) == (0.125, 0.25, Spread.LEFT_OUT)


def test_a_company_listed_twice_counts_once() -> None:
    twice = {
        "segments": [
            {"id": "w", "fit": "good", "where": {"company_list": ["Arbox", "ARBOX Pty Ltd"]}}
        ]
    }
    result = measured("target_companies", {Table.PEOPLE: FIVE_OF_EIGHT}, **twice)
    assert result.evidence.used == 1


def test_a_strategy_without_a_list_asks_for_none() -> None:
    result = ask("target_companies", {Table.PEOPLE: FIVE_OF_EIGHT})
    assert isinstance(result, Unknown)
    assert "company_list" in result.remedy
