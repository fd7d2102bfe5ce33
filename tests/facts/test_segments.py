"""Who belongs to which segment, where unknown is never no."""

from typing import Any

import polars as pl

from made import AS_OF, strategy, table
from netreport.facts import people
from netreport.model.tables import Table

SELLERS = {
    "id": "apac-sales",
    "label": "Sales in APAC",
    "fit": "ideal",
    "where": {"function": ["Sales"], "region": ["APAC"]},
}
ELSEWHERE = {"id": "sales", "label": "Sales", "fit": "good", "where": {"function": ["Sales"]}}
LAWYERS = {"id": "law", "label": "Law", "fit": "poor", "where": {"function": ["Legal"]}}


def sorted_in(
    segments: list[dict[str, Any]], *rows: dict[str, Any], **settings: Any
) -> pl.DataFrame:
    connections = table(
        Table.CONNECTIONS,
        [
            {"person": f"p{n}-example", "first_name": f"P{n}", "line": n, **row}
            for n, row in enumerate(rows)
        ],
    )
    wanted = strategy(segments=segments, **settings)
    return people.derive({Table.CONNECTIONS: connections}, wanted, AS_OF)


def told(frame: pl.DataFrame) -> list[tuple[Any, ...]]:
    return frame.select("segment", "fit", "relevant").rows()


def test_the_first_segment_that_fits_names_a_person() -> None:
    frame = sorted_in(
        [SELLERS, ELSEWHERE, LAWYERS],
        {"position": "Sales Manager APAC"},
        {"position": "Sales Manager", "company": "Beispiel GmbH"},
        {"position": "Lawyer"},
        {"position": "Nurse"},
    )
    assert told(frame) == [
        ("apac-sales", "ideal", True),
        ("sales", "good", True),
        ("law", "poor", False),
        (None, "neutral", False),
    ]


def test_without_a_region_somebody_may_be_in_either_segment_and_is_relevant_anyway() -> None:
    frame = sorted_in([SELLERS, ELSEWHERE], {"position": "Sales Manager"})
    assert told(frame) == [(None, "unknown", True)]
    assert frame.get_column("segments").to_list() == [["apac-sales", "sales"]]


def test_whoever_is_put_into_a_segment_that_is_not_there_is_neither_relevant_nor_not() -> None:
    overrides = {"people": {"https://www.linkedin.com/in/p0-example": {"segment": "gone"}}}
    frame = sorted_in([SELLERS], {"position": "Nurse"}, overrides=overrides)
    assert told(frame) == [(None, "unknown", None)]


def test_without_a_region_nobody_can_tell_whether_somebody_is_relevant() -> None:
    assert told(sorted_in([SELLERS], {"position": "Sales Manager"})) == [(None, "unknown", None)]


def test_a_strategy_may_take_an_unknown_region_for_a_match_or_for_none() -> None:
    match = {**SELLERS, "region_unknown": "match"}
    no_match = {**SELLERS, "region_unknown": "no_match"}
    assert told(sorted_in([match], {"position": "Sales Manager"})) == [
        ("apac-sales", "ideal", True)
    ]
    assert told(sorted_in([no_match], {"position": "Sales Manager"})) == [(None, "neutral", False)]


def test_a_title_that_nobody_understands_is_unknown_and_not_unsuitable() -> None:
    assert told(sorted_in([ELSEWHERE], {"position": "Ninja"})) == [(None, "unknown", None)]


def test_everybody_belongs_to_a_segment_without_conditions() -> None:
    readers = {"id": "readers", "fit": "good", "where": {}}
    assert told(sorted_in([readers], {"position": "Ninja"}, {})) == [("readers", "good", True)] * 2


def test_a_title_that_names_no_level_is_no_leaders() -> None:
    leaders = {"id": "leaders", "fit": "ideal", "where": {"seniority": ["Director", "VP"]}}
    frame = sorted_in(
        [leaders], {"position": "Nurse"}, {"position": "VP Finance"}, {"position": "Ninja"}
    )
    assert frame.get_column("relevant").to_list() == [False, True, None]


def test_conditions_on_words_companies_and_tags() -> None:
    segments = [
        {
            "id": "recruiters",
            "fit": "good",
            "where": {"title_any": ["recruiter", "talent acquisition"]},
        },
        {"id": "accounts", "fit": "ideal", "where": {"company_list": ["Example Bank"]}},
        {
            "id": "clinics",
            "fit": "good",
            "where": {"company_any": ["clinic"], "title_none": ["intern"]},
        },
    ]
    frame = sorted_in(
        segments,
        {"position": "Senior Recruiter", "company": "Elsewhere"},
        {"position": "Teller", "company": "EXAMPLE BANK Ltd"},
        {"position": "Nurse", "company": "Harbour Clinic"},
        {"position": "Intern", "company": "Harbour Clinic"},
        {"position": "Precruiters' friend", "company": "Elsewhere"},
    )
    assert frame.get_column("segment").to_list() == [
        "recruiters",
        "accounts",
        "clinics",
        None,
        None,
    ]


def test_the_owners_word_about_a_title_a_company_and_a_person_wins() -> None:
    overrides = {
        "titles": {"sales architect": {"function": "Legal"}},
        "companies": {"Example Telco Pty Ltd": {"region": "DE"}},
        "people": {"https://www.linkedin.com/in/p2-example": {"segment": "law"}},
    }
    frame = sorted_in(
        [SELLERS, ELSEWHERE, LAWYERS],
        {"position": "Sales Architect"},
        {"position": "Sales Manager", "company": "Example Telco Pty Ltd"},
        {"position": "Sales Manager"},
        overrides=overrides,
    )
    assert frame.get_column("segment").to_list() == ["law", "sales", "law"]
    assert frame.get_column("title_source").to_list()[0] == "your strategy"


def test_hidden_members_are_nobody() -> None:
    assert sorted_in([LAWYERS], {"hidden": True, "person": None, "first_name": None}).is_empty()
