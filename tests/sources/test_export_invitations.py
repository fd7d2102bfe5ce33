"""Invitations.csv: who asked whom, when, with which words."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exported import INVITATIONS, OWNER, SAMPLES, TEXTS, read_files, rows_of, told
from netreport.model.tables import Table
from netreport.sources.export import read

ANA = "https://www.linkedin.com/in/ana-example"


def invitation(*, incoming: bool, sent: str = "3/9/26, 9:05 AM", note: str = "") -> Sequence[str]:
    if incoming:
        return ("Ana Ejemplo", "Robin Sample", sent, note, "INCOMING", ANA, OWNER)
    return ("Robin Sample", "Ana Ejemplo", sent, note, "OUTGOING", OWNER, ANA)


@pytest.mark.parametrize("incoming", [True, False])
def test_the_person_is_the_other_side(tmp_path: Path, incoming: object) -> None:
    content = rows_of(INVITATIONS, [invitation(incoming=bool(incoming), note=" Hi, =1+1 ")])
    rows = read_files(tmp_path, {"Invitations.csv": content}).tables[Table.INVITATIONS]

    assert rows.to_dicts() == [
        {
            "person": "ana-example",
            "name": "Ana Ejemplo",
            "incoming": incoming,
            "sent_at": datetime(2026, 3, 9, 16, 5),
            "note": " Hi, =1+1 ",
            "line": 2,
        }
    ]


@pytest.mark.parametrize("sample", ["2018-complete", "2021-basic", "2023-urn-invitations"])
def test_without_addresses_only_the_name_is_known(sample: str) -> None:
    rows = read(SAMPLES / sample).tables[Table.INVITATIONS]

    assert rows["person"].null_count() == rows.height
    assert rows["name"].null_count() == 0
    assert "Robin Sample" not in rows["name"]


@pytest.mark.parametrize(
    "sample", ["2024-complete", "2026-basic-fully-quoted", "2026-complete-suffixed"]
)
def test_nobody_was_invited_after_they_became_a_connection(sample: str) -> None:
    """It holds when times are read as Pacific and compared with UTC days."""
    tables = read(SAMPLES / sample).tables
    accepted = tables[Table.INVITATIONS].join(tables[Table.CONNECTIONS], on="person")

    assert accepted.height > 0
    assert (accepted["sent_at"].dt.date() <= accepted["connected_on"]).all()


def test_another_direction_costs_the_row_and_an_odd_time_does_not(tmp_path: Path) -> None:
    odd = (*invitation(incoming=True)[:4], "SIDEWAYS", ANA, OWNER)
    content = rows_of(INVITATIONS, [odd, invitation(incoming=False, sent="yesterday")])
    network = read_files(tmp_path, {"Invitations.csv": content})

    assert network.tables[Table.INVITATIONS]["sent_at"].to_list() == [None]
    assert told(network)[:2] == [
        ("Invitations.csv", 2, "is neither INCOMING nor OUTGOING"),
        ("Invitations.csv", 3, "the time cannot be read"),
    ]


def test_without_connections_acceptance_cannot_be_told(tmp_path: Path) -> None:
    content = rows_of(INVITATIONS, [invitation(incoming=False)])
    counts = read_files(tmp_path, {"Invitations.csv": content}).counts[Table.INVITATIONS]

    assert counts.figures == {"rows": 1, "accepted": None, "not_accepted": None}


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1))
def test_notes_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, notes: list[str]
) -> None:
    content = rows_of(INVITATIONS, [invitation(incoming=True, note=note) for note in notes])
    folder = tmp_path_factory.mktemp("notes")
    rows = read_files(folder, {"Invitations.csv": content}).tables[Table.INVITATIONS]

    assert rows["note"].to_list() == [note if note.strip() else None for note in notes]
