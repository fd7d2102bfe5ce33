"""The sample exports of every era give the numbers in their README."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from exported import SAMPLES, fates
from netreport.errors import ExportError
from netreport.model.network import Fate, Network
from netreport.model.tables import Table
from netreport.sources.export import read

ZIP_2024 = "zips/Complete_LinkedInDataExport_03-20-2024 (1).zip"
ZIP_BASIC = "zips/Basic_LinkedInDataExport_03-10-2026.zip"
ZIP_SUFFIXED = "zips/Complete_LinkedInDataExport_04-18-2026.zip.zip"

# connections: rows hidden; invitations: rows accepted not; messages: rows conversations
# sponsored drafts partners joined
NUMBERS: Mapping[str, tuple[tuple[int | None, ...] | None, ...]] = {
    "2018-complete": ((8, 0), (6, None, None), (7, None, 0, 0, None, None)),
    "2021-basic": ((12, 2), (6, None, None), (12, 9, 1, 0, 4, 0)),
    "2023-urn-invitations": ((8, 1), (7, None, None), None),
    "2024-complete": ((14, 2), (9, 5, 4), (15, 11, 2, 0, 5, 4)),
    ZIP_2024: ((14, 2), (9, 5, 4), (15, 11, 2, 0, 5, 4)),
    "2026-basic-fully-quoted": ((13, 2), (11, 6, 5), (13, 9, 2, 1, 5, 3)),
    ZIP_BASIC: ((13, 2), (11, 6, 5), (13, 9, 2, 1, 5, 3)),
    "2026-complete-suffixed": ((12, 1), (8, 5, 3), (15, 10, 2, 3, 5, 4)),
    ZIP_SUFFIXED: ((12, 1), (8, 5, 3), (15, 10, 2, 3, 5, 4)),
    "excel-resaved": ((9, 1), (6, 2, 4), (7, 6, 1, 1, 3, 3)),
    "excel-resaved/preamble-padded": ((9, 1), None, None),
    "excel-resaved/semicolon-iso-dates": ((9, 1), None, None),
    "variants/connections-extra-columns": ((6, 1), None, None),
    "variants/connections-localised-unverified/de": ((6, 1), None, None),
    "variants/connections-localised-unverified/fr": ((6, 1), None, None),
    "variants/connections-preamble-none": ((6, 1), None, None),
    "variants/connections-preamble-one-line": ((6, 1), None, None),
    "variants/connections-preamble-short-text": ((6, 1), None, None),
    "variants/connections-preamble-two-blank-lines": ((6, 1), None, None),
    "variants/connections-preamble-two-lines-no-blank": ((6, 1), None, None),
    "variants/connections-url-last": ((6, 1), None, None),
    "variants/connections-url-shapes": ((6, 0), None, None),
    "variants/endorsement-twin-2022": (None, None, None),
    "variants/messages-12-columns-drafts-2024-12": (None, None, (7, 5, 0, 3, 2, None)),
}
KEYS = {
    Table.CONNECTIONS: ("rows", "hidden"),
    Table.INVITATIONS: ("rows", "accepted", "not_accepted"),
    Table.MESSAGES: ("rows", "conversations", "sponsored", "drafts", "partners", "joined"),
}
EXPORTED_ON = {
    "2018-complete": date(2018, 10, 21),
    "2021-basic": date(2021, 6, 12),
    "2023-urn-invitations": date(2023, 7, 15),
    "2024-complete": date(2024, 3, 20),
    "2026-basic-fully-quoted": date(2026, 3, 10),
    "2026-complete-suffixed": date(2026, 4, 18),
}


def counted(network: Network, table: Table) -> tuple[int | None, ...] | None:
    counts = network.counts.get(table)
    return None if counts is None else tuple(counts.figures[key] for key in KEYS[table])


@pytest.mark.parametrize("sample", NUMBERS)
def test_a_sample_gives_the_numbers_of_its_readme(sample: str) -> None:
    network = read(SAMPLES / sample)

    assert tuple(counted(network, table) for table in KEYS) == NUMBERS[sample]
    assert {tuple(network.counts[table].figures) for table in KEYS.keys() & network.counts} <= set(
        KEYS.values()
    )


@pytest.mark.parametrize("sample", NUMBERS)
def test_every_other_table_counts_its_rows(sample: str) -> None:
    network = read(SAMPLES / sample)

    assert network.counts.keys() == network.tables.keys()
    for table in network.tables.keys() - KEYS.keys():
        assert network.counts[table].figures == {"rows": network.tables[table].height}


@pytest.mark.parametrize("sample", EXPORTED_ON)
def test_a_folder_without_a_day_in_its_name_is_as_old_as_its_newest_row(sample: str) -> None:
    """The newest row of a sample is at most five days older than the export."""
    day = read(SAMPLES / sample).as_of

    assert 0 <= (EXPORTED_ON[sample] - day).days <= 5


def test_a_zip_is_of_the_day_in_its_name() -> None:
    assert read(SAMPLES / ZIP_BASIC).as_of == date(2026, 3, 10)
    assert read(SAMPLES / ZIP_2024).as_of == date(2024, 3, 20)
    assert read(SAMPLES / ZIP_SUFFIXED).as_of == date(2026, 4, 18)


@pytest.mark.parametrize(
    ("folder", "archive"),
    [("2026-basic-fully-quoted", ZIP_BASIC), ("2026-complete-suffixed", ZIP_SUFFIXED)],
)
def test_folder_and_zip_of_one_export_are_the_same_network(folder: str, archive: str) -> None:
    one, other = read(SAMPLES / folder), read(SAMPLES / archive)

    assert one.fingerprint == other.fingerprint
    assert one.files == other.files
    assert one.tables.keys() == other.tables.keys()
    assert all(one.tables[table].equals(other.tables[table]) for table in one.tables)


@pytest.mark.parametrize("sample", NUMBERS)
def test_every_file_is_named_with_its_fate(sample: str) -> None:
    path = SAMPLES / sample
    if path.is_dir():
        names = {file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()}
        assert set(fates(read(path))) == names


def test_linkedins_own_exports_leave_nothing_to_report() -> None:
    for sample in EXPORTED_ON:
        network = read(SAMPLES / sample)
        assert network.issues == ()
        assert Fate.REPORTED not in fates(network).values()


def test_the_resaved_export_tells_what_happened_to_it() -> None:
    network = read(SAMPLES / "excel-resaved")

    assert [(issue.file, issue.line) for issue in network.issues] == [
        ("Connections.csv", 1),  # NA for every empty cell
        ("Connections.csv", 1),  # no e-mail
        ("Reactions.csv", 0),  # a workbook
        ("Recommendations_Received.csv", 1),  # no first name
        ("Recommendations_Received.csv", 2),  # Windows-1252
        ("preamble-padded/", 0),
        ("semicolon-iso-dates/", 0),
    ]
    assert fates(network)["Reactions.csv"] is Fate.LEFT_OUT


def test_the_owner_is_known_in_every_era_that_has_addresses() -> None:
    owners = {sample: read(SAMPLES / sample).owner for sample in EXPORTED_ON}

    assert {sample: owner.slug for sample, owner in owners.items()} == {
        "2018-complete": None,
        "2021-basic": "robin-sample-example",
        "2023-urn-invitations": None,
        "2024-complete": "róisín-sample-example",
        "2026-basic-fully-quoted": "robin-sample-example",
        "2026-complete-suffixed": "robin-sample-example",
    }
    assert {owner.name for owner in owners.values()} == {"Robin Sample", "Róisín Sample"}


@pytest.mark.parametrize("folder", [".", "variants", "variants/connections-localised-unverified"])
def test_several_exports_side_by_side_are_refused(folder: str) -> None:
    with pytest.raises(ExportError, match="side by side"):
        read(SAMPLES / folder)


def test_tables_of_a_whole_export_have_their_rows() -> None:
    tables = read(SAMPLES / "2026-complete-suffixed").tables

    assert {str(table): frame.height for table, frame in tables.items()} == {
        "connections": 12,
        "invitations": 8,
        "messages": 15,
        "shares": 8,
        "comments": 7,
        "reactions": 10,
        "votes": 6,
        "reposts": 6,
        "articles": 1,
        "endorsements": 12,
        "recommendations": 6,
        "profile": 1,
        "positions": 6,
        "skills": 7,
        "company_follows": 6,
        "member_follows": 6,
        "hashtag_follows": 6,
        "searches": 6,
        "notes": 6,
    }


def test_a_path_may_be_given_from_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES / "2021-basic")

    assert read(Path()).source == "2021-basic"
