"""Connections.csv: who is a connection, since when, and who is hidden."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exported import (
    INVITATIONS,
    OWNER,
    SAMPLES,
    TEXTS,
    connections,
    read_files,
    rows_of,
    somebody,
    told,
)
from netreport.model.tables import Table
from netreport.sources.export import read

OLD = "First Name,Last Name,Email Address,Company,Position,Connected On"


def people(folder: Path, content: str) -> list[dict[str, Any]]:
    return read_files(folder, {"Connections.csv": content}).tables[Table.CONNECTIONS].to_dicts()


def test_a_row_becomes_a_person_with_bare_cells() -> None:
    rows = read(SAMPLES / "2026-basic-fully-quoted").tables[Table.CONNECTIONS].to_dicts()
    by_person = {row["person"]: row for row in rows}

    assert by_person["łukasz-przykład-example"] == {
        "person": "łukasz-przykład-example",
        "first_name": "Łukasz",
        "last_name": "Przykład, PhD, MBA 🚀",
        "email": None,
        "company": "Müller, Schmidt & Co. Example KG",
        "position": '"Chief" of Staff',
        "connected_on": date(2026, 3, 2),
        "hidden": False,
        "line": 6,
    }
    assert by_person["kofi-placeholder-example-1188"]["first_name"] == "Kofi"
    assert by_person["kofi-placeholder-example-1188"]["company"] == "Placeholder AS"
    assert by_person["mia-esempio-example"]["first_name"] == "Mia\u200b"
    assert by_person["ola-eksempel-example"]["company"] == "=1+1"
    assert by_person["ola-eksempel-example"]["position"] == "-2+3"
    assert by_person["solea-example-1"]["last_name"] is None


def test_a_member_number_is_no_email() -> None:
    rows = read(SAMPLES / "2026-basic-fully-quoted").tables[Table.CONNECTIONS]

    assert rows["email"].drop_nulls().to_list() == ["kofi@example.com"]


def test_rows_with_only_a_day_are_hidden_and_nobody() -> None:
    rows = read(SAMPLES / "2024-complete").tables[Table.CONNECTIONS]
    hidden = rows.filter("hidden")

    assert hidden["person"].to_list() == [None, None]
    assert hidden["connected_on"].to_list() == [date(2024, 2, 21)] * 2
    assert not rows.filter("hidden").equals(rows)


def test_who_has_an_address_and_no_name_is_not_hidden(tmp_path: Path) -> None:
    (row,) = people(tmp_path, connections(("", "", *somebody(1)[2:])))

    assert (row["person"], row["hidden"]) == ("person-example-1", False)


def test_columns_a_user_added_do_not_unhide_anybody() -> None:
    rows = read(SAMPLES / "variants/connections-extra-columns").tables[Table.CONNECTIONS]

    assert rows["hidden"].sum() == 1


def test_every_way_to_write_an_address_is_one_person() -> None:
    rows = read(SAMPLES / "variants/connections-url-shapes").tables[Table.CONNECTIONS]

    assert rows["person"].to_list() == [
        "zoë-beispiel-example",
        "kofi-placeholder-example-1188",
        "ana-ejemplo-example",
        "ana-ejemplo-example-2b",
        "søren-eksempel-example",
        "name:no urlexample|2025-06-02",
    ]


def test_before_there_were_addresses_name_and_day_are_the_key_and_repeats_are_numbered() -> None:
    rows = read(SAMPLES / "2021-basic").tables[Table.CONNECTIONS]

    assert rows["person"].to_list()[:3] == [
        "name:zoë beispiel|2021-06-07",
        None,
        "name:łukasz przykład, phd, mba 🚀|2021-05-21",
    ]
    assert rows["person"].to_list()[8:10] == [
        "name:ana ejemplo|2015-11-11",
        "name:ana ejemplo|2015-11-11#2",
    ]
    assert rows["person"].drop_nulls().is_unique().all()


def test_in_2018_the_pacific_time_gives_the_utc_day() -> None:
    rows = read(SAMPLES / "2018-complete").tables[Table.CONNECTIONS]

    assert rows["connected_on"].to_list()[:2] == [date(2018, 10, 19), date(2018, 10, 1)]


def test_a_profile_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    again = ("Other", "Name", "http://linkedin.com/in/PERSON-example-1/", "", "", "", "01 Jan 2024")
    network = read_files(
        tmp_path, {"Connections.csv": connections(somebody(1), somebody(2), again)}
    )
    rows = network.tables[Table.CONNECTIONS]

    assert rows["first_name"].to_list() == ["Person1", "Person2"]
    assert told(network) == [("Connections.csv", 7, "this profile stands in an earlier row")]


def test_a_day_that_cannot_be_read_is_told_and_costs_no_person(tmp_path: Path) -> None:
    network = read_files(
        tmp_path, {"Connections.csv": connections(somebody(1), somebody(2, "07/06/2025"))}
    )

    assert network.tables[Table.CONNECTIONS]["connected_on"].to_list() == [date(2025, 6, 7), None]
    assert told(network) == [("Connections.csv", 6, "the day cannot be read")]


def test_the_owner_is_no_connection_of_their_own(tmp_path: Path) -> None:
    owner = ("Robin", "Sample", OWNER, "", "", "", "07 Jun 2025")
    invitation = ("Robin Sample", "A", "3/9/26, 9:05 AM", "", "OUTGOING", OWNER, OWNER + "-2")
    network = read_files(
        tmp_path,
        {
            "Connections.csv": connections(somebody(1), owner),
            "Invitations.csv": rows_of(INVITATIONS, [invitation]),
        },
    )

    assert network.tables[Table.CONNECTIONS]["person"].to_list() == ["person-example-1"]
    assert told(network) == [("Connections.csv", 6, "is the owner")]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_headers_in_german_and_french_are_read(language: str) -> None:
    sample = f"variants/connections-localised-unverified/{language}"
    rows = read(SAMPLES / sample).tables[Table.CONNECTIONS]

    assert rows["person"][0] == "zoë-beispiel-example"
    assert rows["company"][0] == "Example Works GmbH"
    assert rows["connected_on"].null_count() == 0


@settings(max_examples=100, deadline=None)
@given(names=st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_names_companies_and_positions_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str, str, str]]
) -> None:
    """Markup, formulas, other scripts, direction marks: all but the blanks at the ends."""
    written = [
        (first, last, somebody(number)[2], "", company, position, "07 Jun 2025")
        for number, (first, last, company, position) in enumerate(names)
    ]
    rows = people(tmp_path_factory.mktemp("names"), connections(*written))

    assert [
        (row["first_name"], row["last_name"], row["company"], row["position"]) for row in rows
    ] == [tuple(cell.strip() or None for cell in row) for row in names]
    assert people(
        tmp_path_factory.mktemp("old"), rows_of(OLD, [(*row[:2], *row[3:]) for row in written])
    )
