"""What each filter of the People page holds, by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from made import people, strategy, table
from netreport.model import decisions
from netreport.model.advice import Kind, Reason, Recommendation
from netreport.model.decisions import Choice, Decision
from netreport.model.people import Person
from netreport.model.tables import Table
from netreport.model.text import Untrusted
from netreport.pages.people import rows
from netreport.pages.people.columns import COLUMNS, Filter

AT = datetime(2026, 5, 1)


def shown(facts: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """Give one person's row."""
    tables = {Table.PEOPLE: people((1, facts))}
    return rows(tables, strategy(**settings)).row(0, named=True)


def column(name: str, *groups: dict[str, Any]) -> list[Any]:
    """Give one column of several people."""
    tables = {Table.PEOPLE: people(*((1, facts) for facts in groups))}
    return rows(tables, strategy()).get_column(name).to_list()


def talk(
    conversation: bool | None, engaged: bool | None, ever: bool | None, last: datetime | None
) -> dict[str, Any]:
    return {
        "conversation": conversation,
        "engaged": engaged,
        "ever_two_way": ever,
        "last_at": last,
    }


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (talk(True, True, True, AT), "conversation"),
        (talk(False, True, True, AT), "two-way"),
        (talk(False, False, True, AT), "earlier"),
        (talk(False, False, False, AT), "one-way"),
        (talk(False, False, False, None), "never"),
        (talk(None, None, None, None), None),
    ],
)
def test_touch_is_the_highest_step_that_was_reached(
    facts: dict[str, Any], step: str | None
) -> None:
    assert shown(facts)["touch"] == step


@pytest.mark.parametrize(
    ("segments", "segment", "name"),
    [
        (["buyers"], "buyers", "Buyers"),
        (["buyers", "others"], None, None),
        ([], None, "none"),
    ],
)
def test_segment_tells_none_from_unknown(
    segments: list[str], segment: str | None, name: str | None
) -> None:
    assert shown({"segments": segments, "segment": segment})["segment"] == name


def test_unknown_words_are_missing_values() -> None:
    row = shown({"fit": "unknown", "standing": "unknown", "relevant": None, "dormant": None})

    assert [row[name] for name in ("fit", "standing", "relevant", "dormant")] == [None] * 4


def test_yes_and_no_are_words() -> None:
    row = shown({"relevant": True, "owed": False, "dormant": True})

    assert (row["relevant"], row["owed"], row["dormant"]) == ("yes", "no", "yes")


def test_regions_and_countries_stand_in_one_filter() -> None:
    row = shown({"regions": ["EMEA", "DACH"], "countries": ["DE", "AT"]})

    assert row["region"] == ["Austria", "DACH", "EMEA", "Germany"]


def test_north_america_and_namibia_stay_apart() -> None:
    """Both are NA: a macro-region, and the code of a country."""
    assert shown({"regions": ["NA"], "countries": ["US"]})["region"] == ["NA", "United States"]
    assert shown({"regions": ["EMEA"], "countries": ["NA"]})["region"] == ["EMEA", "Namibia"]


def test_a_country_gives_way_to_a_region_of_its_name() -> None:
    """Only one of the two is in the owner's region "Germany", so that only one is counted."""
    found = column(
        "region",
        {"regions": ["Germany"], "countries": ["DE"]},
        {"regions": [], "countries": ["DE"]},
    )

    assert found == [["Germany"], []]


def test_a_company_has_its_commonest_spelling() -> None:
    spellings = ("Example Ltd", "EXAMPLE", "Example Ltd", "Other")
    facts = [{"company": one, "company_key": one.split()[0].lower()} for one in spellings]

    assert column("company", *facts) == ["Example Ltd", "Example Ltd", "Example Ltd", "Other"]


def test_no_employer_is_an_unknown_company_and_still_shown() -> None:
    row = shown({"company": "Self-employed", "company_key": None})

    assert (row["company"], row["employer"]) == (None, "Self-employed")


def test_a_connection_has_a_year_and_a_month() -> None:
    row = shown({"connected_on": date(2024, 5, 9)})

    assert (row["year"], row["month"]) == ("2024", "2024-05")


def test_who_has_no_address_has_no_link() -> None:
    assert column("profile", {"person": "name:a b|2024-01-01"}, {"person": "ab-example"}) == [
        None,
        "ab-example",
    ]


def test_messages_are_counted_and_never_invented() -> None:
    """One wrote, one never did, and of one without an address nobody can tell."""
    found = {
        Table.PEOPLE: people(
            (1, {"person": "a-example", "turns": 2}),
            (1, {"person": "b-example", "turns": 0}),
            (1, {"person": "name:c|", "turns": None}),
        ),
        Table.TIES: table(
            Table.TIES, [{"person": "a-example", "first_at": AT, "received": 3, "sent": 1}]
        ),
    }
    shown_rows = rows(found, strategy())

    assert shown_rows.select("received", "sent", "first").rows() == [
        (3, 1, AT.date()),
        (0, 0, None),
        (None, None, None),
    ]


def test_decisions_are_told_with_day_and_note() -> None:
    decision = {"subject": "a-example", "kind": "person", "decision": "keep"}
    found = {
        Table.PEOPLE: people((1, {"person": "a-example"})),
        Table.DECISIONS: table(
            Table.DECISIONS, [{**decision, "decided_on": date(2026, 5, 1), "note": "a friend"}]
        ),
    }

    assert rows(found, strategy())["decisions"].to_list() == [
        ["person: keep, 2026-05-01 (a friend)"]
    ]


def test_advice_reaches_whom_it_is_about_until_it_is_decided() -> None:
    whom = Person("person-example-1", Untrusted("Ana\u202e Muster"))
    advice = Recommendation(
        "answer-1",
        Kind.ANSWER,
        ("Answer ", whom),
        minutes=5,
        value=1,
        person=whom,
        reasons=(Reason("They asked a question."),),
    )
    done = Decision("answer-1", decisions.Kind.ACTION, Choice.DONE, None)
    decided = replace(advice, id="answer-2", decided=done)
    found = {Table.PEOPLE: people((2, {}))}

    assert rows(found, strategy(), [advice, decided])["advice"].to_list() == [
        [],
        ["Answer Ana Muster. They asked a question."],
    ]


def test_text_is_cleaned() -> None:
    row = shown({"name": "A\u202eB\n C", "position": " x ", "tags": ["p\u200b", "q"]})

    assert (row["name"], row["position"], row["tags"]) == ("AB C", "x", "p, q")


def test_every_filter_says_what_it_keeps() -> None:
    assert all(one.meaning for one in COLUMNS if one.filter is not Filter.NOT)


def test_every_column_is_known_to_the_page() -> None:
    found = rows({Table.PEOPLE: people((1, {}))}, strategy())

    assert set(found.columns) == {one.key for one in COLUMNS}


def test_nobody_is_no_rows() -> None:
    found: Sequence[Any] = rows({Table.PEOPLE: people()}, strategy()).rows()

    assert found == []


def test_row_order_is_kept() -> None:
    many = people((40, {}))
    shuffled = many.sample(fraction=1, shuffle=True, seed=7)

    assert rows({Table.PEOPLE: shuffled}, strategy())["profile"].to_list() == (
        shuffled["person"].to_list()
    )
    assert isinstance(many, pl.DataFrame)
