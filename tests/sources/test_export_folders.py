"""A folder is read as the ZIP it came from; what is no plain file in it is refused."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from exported import PROFILE, SAMPLES, connections, fates, read_files, somebody, told, write
from netreport.errors import ExportError
from netreport.model.network import Fate
from netreport.model.tables import Table
from netreport.sources.export import read

ONE = connections(somebody(1))
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no links and pipes to make")


def test_what_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        read(tmp_path / "nowhere.zip")


def test_a_single_file_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="neither a ZIP nor a folder"):
        read(write(tmp_path, {"Connections.csv": ONE}) / "Connections.csv")


@POSIX
def test_links_and_pipes_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"Connections.csv": ONE})
    (tmp_path / "messages.csv").symlink_to("/etc/passwd")
    with pytest.raises(ExportError, match="link or a device"):
        read(tmp_path)
    (tmp_path / "messages.csv").unlink()
    os.mkfifo(tmp_path / "messages.csv")
    with pytest.raises(ExportError, match="link or a device"):
        read(tmp_path)


@POSIX
def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"Connections.csv": ONE})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.csv")).touch()

    with pytest.raises(ExportError, match="cannot be read"):
        read(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems fold names themselves")
def test_names_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="same name"):
        read_files(tmp_path, {"Connections.csv": ONE, "connections.csv": ONE})


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_locked_file_is_said_to_be_so(tmp_path: Path) -> None:
    write(tmp_path, {"Connections.csv": ONE})
    (tmp_path / "Connections.csv").chmod(0)

    with pytest.raises(ExportError, match="permission denied"):
        read(tmp_path)


def test_a_crowd_of_files_is_no_export(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="more than 2000 files"):
        read_files(tmp_path, {f"{number}.txt": "" for number in range(2001)})


def test_a_file_past_its_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netreport.sources.export.folders.MEMBER_BYTES", 30)

    with pytest.raises(ExportError, match=r"Connections\.csv is larger"):
        read_files(tmp_path, {"Connections.csv": ONE})


def test_the_shallowest_folder_with_known_files_is_the_export(tmp_path: Path) -> None:
    """What lies deeper, or beside, is told and not read."""
    network = read_files(
        tmp_path,
        {
            "unpacked/LinkedIn/Connections.csv": ONE,
            "unpacked/LinkedIn/Jobs/Saved Jobs.csv": "x",
            "unpacked/LinkedIn/older/Connections.csv": ONE,
            "unpacked/LinkedIn/older/Skills.csv": "Name\nChess\n",
            "readme.txt": "x",
        },
    )

    assert fates(network) == {
        "Connections.csv": Fate.READ,
        "Jobs/Saved Jobs.csv": Fate.LEFT_ALONE,
        "older/Connections.csv": Fate.REPORTED,
        "older/Skills.csv": Fate.REPORTED,
        "readme.txt": Fate.REPORTED,
    }
    assert ("older/", 0, "lies beside the export; files not read: 2") in told(network)
    assert Table.SKILLS not in network.tables


def test_names_are_matched_without_case_number_and_copy_mark(tmp_path: Path) -> None:
    network = read_files(
        tmp_path,
        {
            "CONNECTIONS.CSV": ONE,
            "Skills_9990001234.csv": "Name\nChess\n",
            "Company_Follows (1).csv": "Organization,Followed On\n",
        },
    )

    assert set(fates(network).values()) == {Fate.READ}


def test_a_second_file_of_a_kind_is_told(tmp_path: Path) -> None:
    skills = "Name\nChess\n"
    network = read_files(
        tmp_path, {"Connections.csv": ONE, "Skills.csv": skills, "Skills_12.csv": "Name\nGo\n"}
    )

    assert network.tables[Table.SKILLS]["skill"].to_list() == ["Chess"]
    assert told(network) == [("Skills_12.csv", 0, "is a second file of its kind")]


@pytest.mark.parametrize(
    "decoy",
    [
        "coach_messages.csv",
        "guide_messages.csv",
        "learning_coach_messages.csv",
        "learning_role_play_messages.csv",
        "LearningCoachMessages.csv",
    ],
)
def test_chats_with_assistants_are_no_messages(tmp_path: Path, decoy: str) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE, decoy: "No conversations found\n\n"})

    assert fates(network)[decoy] is Fate.LEFT_ALONE
    assert Table.MESSAGES not in network.tables


@pytest.mark.parametrize(
    "private",
    [
        "Ad Targeting.csv",
        "Ads Clicked.csv",
        "Contacts.csv",
        "Imported Contacts.csv",
        "ImportedContacts.csv",
        "Phone Numbers.csv",
        "PhoneNumbers.csv",
        "Receipts_v2.csv",
        "Jobs/Job Applications_1.csv",
        "Jobs/Job Applicant Saved Screening Question Responses_3.csv",
        "Services Marketplace/Providers.csv",
        "Verifications/Verifications.csv",
        "Rich Media.csv",
    ],
)
def test_private_files_are_left_alone_unopened_with_a_reason(tmp_path: Path, private: str) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE, private: b"\0\xff"})
    report = next(file for file in network.files if file.name == private)

    assert (report.fate, report.rows) == (Fate.LEFT_ALONE, None)
    assert report.reason
    assert network.issues == ()


def test_messages_in_a_folder_for_something_else_are_not_the_messages(tmp_path: Path) -> None:
    messages = (SAMPLES / "2024-complete/messages.csv").read_bytes()
    network = read_files(tmp_path, {"Connections.csv": ONE, "Jobs/messages.csv": messages})

    assert fates(network)["Jobs/messages.csv"] is Fate.REPORTED
    assert Table.MESSAGES not in network.tables


def test_an_unknown_file_is_reported(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE, "Followers.csv": "a\n"})

    assert fates(network)["Followers.csv"] is Fate.REPORTED
    assert told(network) == [("Followers.csv", 0, "is not a file of LinkedIn's that we know")]


def test_folders_with_a_dot_are_named_and_not_entered(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE, ".git/Skills.csv": "Name\nGo\n"})

    assert fates(network) == {"Connections.csv": Fate.READ, ".git": Fate.LEFT_ALONE}


@pytest.mark.parametrize("files", [{}, {"holiday.txt": "x"}, {"Jobs/notes.txt": "x"}])
def test_a_folder_without_an_export_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(ExportError, match="none of the files there"):
        read_files(tmp_path, files)


def test_the_first_mail_is_not_taken_for_the_export(tmp_path: Path) -> None:
    files = {"Profile.csv": PROFILE, "Skills.csv": "Name\nChess\n", "Education.csv": "x"}

    with pytest.raises(ExportError, match="profile and nobody else") as refusal:
        read_files(tmp_path, files)
    assert "wait for the second mail" in refusal.value.remedy


def test_files_that_are_all_left_alone_are_no_network(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="none of the export's files"):
        read_files(tmp_path, {"Ad_Targeting.csv": "x"})


def test_one_file_of_the_network_is_enough(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Votes.csv": "Date,Link,OptionText\n2024-01-09 09:08:07,x,y\n"})

    assert set(network.tables) == {Table.VOTES}
    assert network.as_of == date(2024, 1, 9)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("Basic_LinkedInDataExport_03-10-2026", date(2026, 3, 10)),
        ("Complete_LinkedInDataExport_03-10-2026.zip (1).zip", date(2026, 3, 10)),
        ("mine/LinkedInDataExport_03-10-2026", date(2026, 3, 10)),
        ("Basic_LinkedInDataExport_31-12-2026", date(2025, 6, 7)),
        ("Basic_LinkedInDataExport_103-10-2026", date(2025, 6, 7)),
    ],
)
def test_the_day_in_the_name_is_the_exports(tmp_path: Path, path: str, day: date) -> None:
    """A name without a day of the calendar leaves it to the newest row."""
    write(tmp_path / path, {"Connections.csv": ONE})

    assert read(tmp_path / path.partition("/")[0]).as_of == day


def test_a_day_that_is_given_counts_more_than_any_name(tmp_path: Path) -> None:
    write(tmp_path / "E_03-10-2026", {"Connections.csv": ONE})

    assert read(tmp_path / "E_03-10-2026", date(2026, 5, 5)).as_of == date(2026, 5, 5)


def test_rows_after_the_exports_day_are_told(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE}, date(2025, 6, 1))

    assert [message for _, _, message in told(network)] == [
        "rows are dated after the export's day, 2025-06-01"
    ]


def test_a_day_years_after_all_others_is_passed_over_where_there_are_many(tmp_path: Path) -> None:
    """One day in 100 may be a mistake; of two days, the newer one is the newest."""
    far = somebody(200, "01 Jan 2041")
    days = [
        f"{day:02} {month} 2025" for month in ("Jan", "Mar", "May", "Jul") for day in range(1, 28)
    ]
    many = [somebody(number, day) for number, day in enumerate(days)]

    assert read_files(tmp_path, {"Connections.csv": connections(far, *many)}).as_of == date(
        2025, 7, 27
    )
    assert read_files(tmp_path, {"Connections.csv": connections(far, many[0])}).as_of == date(
        2041, 1, 1
    )


def test_a_day_in_an_absurd_year_is_no_day(tmp_path: Path) -> None:
    one = connections(somebody(1), somebody(2, "01 Jan 2099"))

    assert read_files(tmp_path, {"Connections.csv": one}).as_of == date(2025, 6, 7)


def test_an_export_without_any_date_says_that_its_day_is_unknown(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Connections.csv": connections()})

    assert network.as_of == date(2003, 5, 5)
    assert [message for _, _, message in told(network)] == [
        "no row has a date: the day is not known"
    ]
