"""Whose export it is, with fewer and fewer files to learn it from."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from exported import (
    INVITATIONS,
    MESSAGES,
    OWNER,
    PROFILE,
    SAMPLES,
    connections,
    read_files,
    rows_of,
    somebody,
    told,
)
from netreport.model.network import Network, Owner
from netreport.model.tables import Table
from netreport.sources.export import read

ANA = "https://www.linkedin.com/in/ana-example"
BEA = "https://www.linkedin.com/in/bea-example"
ROBIN = Owner("robin-sample-example", "Robin Sample")


def message(*, own: bool, name: str = "Robin Sample") -> Sequence[str]:
    sides = ((name, OWNER), ("Ana Ejemplo", ANA))
    (sender, sender_url), (to, to_url) = sides if own else reversed(sides)
    date = "2026-03-09 09:00:00 UTC"
    return ("2-x==", "", sender, sender_url, to, to_url, date, "", "Hello", "INBOX")


def invitation(owner: str = OWNER, name: str = "Robin Sample") -> Sequence[str]:
    return (name, "Ana Ejemplo", "3/9/26, 9:05 AM", "", "OUTGOING", owner, ANA)


def network(folder: Path, **files: str) -> Network:
    names = {f"{name}.csv": content for name, content in files.items()}
    return read_files(folder, {"Connections.csv": connections(somebody(1)), **names})


def messages(*rows: Sequence[str]) -> str:
    return rows_of(MESSAGES, rows)


def test_invitations_tell_the_owner_whoever_writes_more(tmp_path: Path) -> None:
    found = network(
        tmp_path,
        messages=messages(*[message(own=False)] * 3),
        Invitations=rows_of(INVITATIONS, [invitation()]),
    )

    assert found.owner == ROBIN
    assert found.tables[Table.MESSAGES]["from_owner"].to_list() == [False] * 3


def test_of_two_addresses_in_invitations_the_more_frequent_is_taken_and_told(
    tmp_path: Path,
) -> None:
    rows = [invitation(), invitation(), invitation(OWNER + "-old")]
    found = network(tmp_path, Invitations=rows_of(INVITATIONS, rows))

    assert found.owner == ROBIN
    assert ("Invitations.csv", 0, "the owner has 2 addresses: the most frequent one was taken") in (
        told(found)
    )


def test_without_invitations_the_profiles_name_chooses_among_those_who_write(
    tmp_path: Path,
) -> None:
    rows = [message(own=False)] * 3 + [message(own=True)]

    assert network(tmp_path, messages=messages(*rows), Profile=PROFILE).owner == ROBIN


def test_without_a_profile_it_is_who_takes_part_in_most_messages(tmp_path: Path) -> None:
    to_another = (
        "2-y==",
        "",
        "Robin Sample",
        OWNER,
        "Bea",
        BEA,
        *message(own=True)[6:],
    )
    rows = [message(own=False), message(own=True), to_another]

    assert network(tmp_path, messages=messages(*rows)).owner == ROBIN


def test_between_two_who_take_part_alike_nobody_is_chosen(tmp_path: Path) -> None:
    found = network(tmp_path, messages=messages(message(own=False), message(own=True)))

    assert found.owner == Owner(None, "")
    assert found.tables[Table.MESSAGES]["from_owner"].to_list() == [None, None]
    assert (
        "messages.csv",
        0,
        "it cannot be told which of the people is the owner of the export",
    ) in (told(found))


def test_a_name_that_nobody_writes_under_chooses_nobody(tmp_path: Path) -> None:
    """The profile says Robin Sample; all who write are called otherwise."""
    to_bea = (*message(own=True, name="Somebody Else")[:4], "Bea", BEA, *message(own=True)[6:])
    rows = [message(own=True, name="Somebody Else"), message(own=False), to_bea]

    assert network(tmp_path, messages=messages(*rows), Profile=PROFILE).owner.slug is None


def test_an_owner_who_never_writes_is_whom_everybody_writes_to(tmp_path: Path) -> None:
    bea = ("2-y==", "", "Bea", BEA, "Robin Sample", OWNER, *message(own=True)[6:])

    assert (
        network(tmp_path, messages=messages(message(own=False), bea), Profile=PROFILE).owner
        == ROBIN
    )


def test_names_come_from_what_is_there(tmp_path: Path) -> None:
    assert read(SAMPLES / "2018-complete").owner == Owner(None, "Robin Sample")
    files: Mapping[str, str] = {"Invitations": rows_of(INVITATIONS, [invitation()])}
    assert network(tmp_path, **files).owner == ROBIN


@pytest.mark.parametrize("sample", ["2024-complete", "2026-complete-suffixed", "excel-resaved"])
def test_the_owner_is_nobodys_partner(sample: str) -> None:
    found = read(SAMPLES / sample)
    messages = found.tables[Table.MESSAGES]

    assert found.owner.slug not in messages["recipients"].explode().to_list()
    assert found.owner.name not in messages["recipient_names"].explode().to_list()
    assert found.owner.slug not in found.tables[Table.CONNECTIONS]["person"].to_list()
    assert found.owner.slug not in found.tables[Table.INVITATIONS]["person"].to_list()
