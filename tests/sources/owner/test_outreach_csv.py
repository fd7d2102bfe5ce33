"""A log of outreach is read as it was kept: what is not written down stays unknown."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.errors import ExportError
from netreport.sources.owner import outreach
from netreport.sources.owner.outreach_dialects import ALL_OUTCOMES
from netreport.sources.owner.own_file import OwnFile
from owned import rows, told, written

HEADER = outreach.template().splitlines()[0]
SHORT = "profile,channel,sent_on,outcome,replied_on\n"


def read(folder: Path, content: str | bytes) -> OwnFile:
    return outreach.read(written(folder, content, "outreach.csv"))


def test_the_template_has_every_column_and_a_row_that_is_never_counted(tmp_path: Path) -> None:
    file = read(tmp_path, outreach.template())

    assert rows(file) == []
    assert told(file) == []
    assert HEADER.split(",")[:4] == ["profile", "name", "email", "channel"]
    assert outreach.template().count("\n") == 2


def test_the_row_of_the_template_can_be_read_once_it_is_somebody(tmp_path: Path) -> None:
    (row,) = rows(read(tmp_path, outreach.template().replace("/in/example,", "/in/dana-example,")))

    assert row == {
        "person": "dana-example",
        "email": "dana@example.com",
        "name": "Dana Example",
        "channel": "inmail",
        "sent_at": datetime(2026, 3, 14),
        "touches": 2,
        "length": 320,
        "personalised": True,
        "outcome": "replied",
        "replied_at": datetime(2026, 3, 16),
        "value": None,
        "spend": 12.5,
        "sequence": "s1",
        "line": 2,
    }


def test_an_empty_cell_is_unknown_and_not_zero_or_no(tmp_path: Path) -> None:
    (row,) = rows(read(tmp_path, f"{HEADER}\ndana-example,,,phone,2026-03-14,,,,,,,,,\n"))
    unknown = ("touches", "length", "personalised", "outcome", "replied_at", "value", "spend")

    assert [row[field] for field in unknown] == [None] * len(unknown)


@pytest.mark.parametrize(
    ("said", "channel"),
    [("InMail", "inmail"), ("E-Mail", "email"), ("Call", "phone"), ("post_card", "post card")],
)
def test_channels_are_lower_case_words_of_ours_or_the_owners(
    tmp_path: Path, said: str, channel: str
) -> None:
    (row,) = rows(read(tmp_path, f"{SHORT}dana-example,{said},2026-03-14,,\n"))

    assert row["channel"] == channel


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        *((word, word) for word in ALL_OUTCOMES),
        ("No reply", "no_reply"),
        ("Declined", "replied"),
        ("Closed Won", "won"),
        ("Left voicemail", "no_reply"),
    ],
)
def test_outcomes_are_read_in_the_words_of_programs_too(
    tmp_path: Path, said: str, outcome: str
) -> None:
    (row,) = rows(read(tmp_path, f"{SHORT}dana-example,phone,2026-03-14,{said},\n"))

    assert row["outcome"] == outcome


@pytest.mark.parametrize("said", ["", "no_reply", "bounced"])
def test_who_answered_has_replied_whatever_else_the_row_says(tmp_path: Path, said: str) -> None:
    file = read(tmp_path, f"{SHORT}dana-example,phone,2026-03-14,{said},2026-03-15\n")

    assert [row["outcome"] for row in rows(file)] == ["replied"]
    assert len(told(file)) == (1 if said else 0)


def test_what_came_of_a_reply_is_kept(tmp_path: Path) -> None:
    file = read(tmp_path, f"{SHORT}dana-example,phone,2026-03-14,won,2026-03-15\n")

    assert [row["outcome"] for row in rows(file)] == ["won"]


def test_a_reply_on_the_same_day_is_no_older_than_the_message(tmp_path: Path) -> None:
    content = f"{SHORT}dana-example,email,2026-03-14 17:00,replied,2026-03-14\n"
    file = read(tmp_path, content)

    assert [row["replied_at"] for row in rows(file)] == [datetime(2026, 3, 14)]
    assert told(file) == []


def test_what_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    content = (
        f"{HEADER}\n"
        "a-example,,,phone,2026-03-14,lots,-3,perhaps,amazing,2026-03-01,much,x,,\n"
        "b-example,,,,2026-03-14,,,,,,,,,\n"
        "c-example,,,phone,03/04/2026,,,,,,,,,\n"
        "d-example,,,phone,2026-03-14,,,,,soon,,,,\n"
    )
    file = read(tmp_path, content)

    assert [row["person"] for row in rows(file)] == ["a-example", "d-example"]
    assert told(file) == [
        (2, "length cannot be read: left out"),
        (2, "personalised cannot be read: left out"),
        (2, "spend cannot be read: left out"),
        (2, f"the outcome is none of {', '.join(ALL_OUTCOMES)}: left out"),
        (2, "the reply is older than what it answers: left out"),
        (2, "touches cannot be read: left out"),
        (2, "value cannot be read: left out"),
        (3, "has no channel"),
        (4, "has no day that can be read for certain: write days as 2026-10-31"),
        (5, "replied on no day that can be read for certain: write days as 2026-10-31"),
    ]


def test_one_day_above_twelve_decides_for_the_whole_log(tmp_path: Path) -> None:
    content = f"{SHORT}a-example,phone,03/04/2026,,\nb-example,phone,25/03/2026,,\n"

    assert [row["sent_at"].month for row in rows(read(tmp_path, content))] == [4, 3]


def test_hubspots_activities_are_read_without_its_notes_and_tasks(tmp_path: Path) -> None:
    content = (
        "Activity type,Activity date,Associated Contact,Call outcome,Body\n"
        "Call,2026-03-14 09:31,Dana Example (dana@example.com),Connected,secret\n"
        "Note,2026-03-14 09:32,Dana Example (dana@example.com),,secret\n"
        "Email,2026-03-15 10:00,Eli Example (eli@example.com),,secret\n"
    )
    file = read(tmp_path, content)

    assert [(r["name"], r["email"], r["channel"], r["outcome"]) for r in rows(file)] == [
        ("Dana Example", "dana@example.com", "phone", "replied"),
        ("Eli Example", "eli@example.com", "email", None),
    ]
    assert told(file) == [(3, "notes and tasks, which reach nobody, left out: 1")]


def test_an_activity_report_of_salesforce_is_read(tmp_path: Path) -> None:
    content = (
        '"Subject","Type","Date","Status","Contact: Full Name","Email","Call Result"\n'
        '"Hello","Call","3/25/2026","Completed","Dana Example","dana@example.com","No answer"\n'
    )
    (row,) = rows(read(tmp_path, content))

    assert (row["name"], row["email"], row["channel"]) == (
        "Dana Example",
        "dana@example.com",
        "phone",
    )
    assert (row["sent_at"], row["outcome"]) == (datetime(2026, 3, 25), "no_reply")


@pytest.mark.parametrize(
    ("content", "problem", "remedy"),
    [
        ("who,when\nDana,2026\n", "no header that we know; found: who,when", "channel and sent_on"),
        (f"{SHORT}a-example,phone,03/04/2026,,\n", "no row has a day", "2026-10-31"),
        ("", "is empty", "CSV UTF-8"),
    ],
)
def test_a_log_that_cannot_be_used_says_why(
    tmp_path: Path, content: str, problem: str, remedy: str
) -> None:
    with pytest.raises(ExportError, match=problem) as caught:
        read(tmp_path, content)

    assert remedy in caught.value.remedy


CELL = st.sampled_from(["", "phone", "2026-03-14", "03/04/2026", "won", "yes", "12", "=1"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELL | st.text(max_size=8), max_size=15), max_size=6))
def test_only_an_export_error_escapes(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]
) -> None:
    lines = "\n".join([HEADER, *(",".join(row) for row in cells)])
    with suppress(ExportError):
        rows(read(tmp_path_factory.mktemp("any"), lines.encode("utf-8", "surrogatepass")))
