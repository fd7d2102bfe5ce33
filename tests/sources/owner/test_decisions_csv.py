"""What the owner decided survives: the latest wins, and nothing of a hand-edited file is lost."""

import csv
import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.errors import ExportError, OutputError
from netreport.model.decisions import Choice, Decision, Kind
from netreport.sources.owner import decisions
from netreport.sources.owner.own_file import OwnFile
from owned import rows, told, written

HEADER = "subject,kind,decision,decided_on,note\n"
WRITTEN = "subject,kind,decision,decided_on,note,advised\n"
MAY = date(2026, 5, 1)
DANA = Decision("dana-example", Kind.INVITATION, Choice.ACCEPT, MAY, "met at the fair")


def read(folder: Path, content: str | bytes) -> OwnFile:
    return decisions.read(written(folder, content, "decisions.csv"))


def only_row(folder: Path, cells: str) -> dict[str, Any]:
    (row,) = rows(read(folder, HEADER + cells + "\n"))
    return row


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    decisions.write(path, [DANA])

    assert (
        path.read_text() == f"{WRITTEN}dana-example,invitation,accept,2026-05-01,met at the fair,\n"
    )
    assert rows(decisions.read(path)) == [
        {
            "subject": "dana-example",
            "kind": "invitation",
            "decision": "accept",
            "decided_on": MAY,
            "note": "met at the fair",
            "advised": None,
        }
    ]


def test_what_netreport_advised_at_the_time_is_kept_beside_the_decision(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    decisions.write(path, [replace(DANA, advised=Choice.ASK_WHY)])

    assert path.read_text().endswith(",met at the fair,ask_why\n")
    assert [row["advised"] for row in rows(decisions.read(path))] == ["ask_why"]


def test_advice_that_is_not_understood_leaves_the_decision_standing(tmp_path: Path) -> None:
    file = read(tmp_path, WRITTEN + "a-example,invitation,accept,2026-05-01,,shrug\n")

    assert [(row["decision"], row["advised"]) for row in rows(file)] == [("accept", None)]
    assert told(file) == [(2, f"the advice is none of {', '.join(Choice)}")]


def test_the_order_of_a_file_does_not_depend_on_the_order_of_decisions(tmp_path: Path) -> None:
    some = [
        DANA,
        Decision("b-example", Kind.QUIZ, Choice.NO, date(2026, 4, 1)),
        Decision("a-example", Kind.QUIZ, Choice.YES, MAY),
        Decision("a-example", Kind.PERSON, Choice.KEEP, None),
    ]
    decisions.write(tmp_path / "one.csv", some)
    decisions.write(tmp_path / "two.csv", reversed(some))

    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    subjects = [row["subject"] for row in rows(decisions.read(tmp_path / "one.csv"))]
    assert subjects == ["a-example", "b-example", "a-example", "dana-example"]


@pytest.mark.parametrize(
    ("cells", "decision"),
    [
        ("a-example,connection,remove,2026-05-01,", ("a-example", "person", "remove")),
        ("a-example,recognition,know,2026-05-01,", ("a-example", "quiz", "yes")),
        ("a-example,recognition,dont_know,2026-05-01,", ("a-example", "quiz", "no")),
        ("a-example,Relevance,Don't know,2026-05-01,", ("a-example", "relevance", "unsure")),
        ("A-Example,invitation,Ask why,2026-05-01,", ("a-example", "invitation", "ask_why")),
        ("act-7f3a,action,done,2026-05-01,", ("act-7f3a", "action", "done")),
        ("name:dana example|2017-11-20,person,keep,,", ("name:dana example|2017-11-20",)),
        ("https://www.linkedin.com/in/a-example/,person,keep,2026-05-01,", ("a-example",)),
    ],
)
def test_words_and_addresses_are_understood_as_typed(
    tmp_path: Path, cells: str, decision: tuple[str, ...]
) -> None:
    row = only_row(tmp_path, cells)

    assert (row["subject"], row["kind"], row["decision"])[: len(decision)] == decision


def test_the_latest_decision_about_a_subject_wins(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        HEADER
        + "a-example,person,keep,2026-05-02,second\n"
        + "a-example,person,remove,2026-05-01,first\n"
        + "a-example,person,skip,,undated\n"
        + "a-example,quiz,no,2026-05-01,\n"
        + "b-example,person,keep,2026-05-01,\n"
        + "b-example,person,remove,2026-05-01,lower\n",
    )

    assert [(row["subject"], row["kind"], row["decision"]) for row in rows(file)] == [
        ("a-example", "quiz", "no"),
        ("b-example", "person", "remove"),
        ("a-example", "person", "keep"),
    ]
    assert told(file) == []


def test_a_row_that_is_not_understood_is_told(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        HEADER
        + ",person,keep,2026-05-01,\n"
        + "a-example,mood,keep,2026-05-01,\n"
        + "a-example,person,perhaps,2026-05-01,\n"
        + "a-example,person,keep,03/04/2026,\n"
        + "b-example,person,keep,2026-05-01,one,two\n",
    )

    assert [(row["decision"], row["decided_on"]) for row in rows(file)] == [("keep", None)]
    assert told(file) == [
        (2, "has no subject"),
        (3, "the kind is none of invitation, person, relevance, quiz, action, review"),
        (4, f"the decision is none of {', '.join(Choice)}"),
        (5, "has no day that can be read for certain"),
        (6, "has 6 cells where the header has 5"),
    ]


def test_recording_begins_a_file_and_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    decisions.record(path, [DANA])
    decisions.record(path, [Decision("b-example", Kind.PERSON, Choice.KEEP, MAY)])

    assert len(rows(decisions.read(path))) == 2


@pytest.mark.parametrize(
    ("day", "stays"), [(date(2026, 4, 30), "accept"), (MAY, "ignore"), (date(2026, 5, 2), "ignore")]
)
def test_of_two_decisions_the_later_stays_and_of_one_day_the_new_one(
    tmp_path: Path, day: date, stays: str
) -> None:
    path = tmp_path / "decisions.csv"
    decisions.write(path, [DANA])
    decisions.record(path, [Decision(*DANA.about, Choice.IGNORE, day)])

    assert [row["decision"] for row in rows(decisions.read(path))] == [stays]


def test_what_excel_and_the_owner_left_in_the_file_survives(tmp_path: Path) -> None:
    content = (
        "\ufeffSubject;My Tag;Kind;Decision;Decided On;Note\r\n"
        "eli-example;red;person;keep;25/03/2026;\r\n"
        "nora-example;blue;person;keep;03/04/2026;über\r\n"
        "what;green;is;this;soon;?\r\n"
    )
    path = written(tmp_path, content, "decisions.csv")
    decisions.record(path, [DANA, Decision("eli-example", Kind.PERSON, Choice.REMOVE, MAY)])

    assert path.read_bytes().decode() == (
        "\ufeffsubject;My Tag;kind;decision;decided_on;note;advised\n"
        "nora-example;blue;person;keep;2026-04-03;über;\n"
        "dana-example;;invitation;accept;2026-05-01;met at the fair;\n"
        "eli-example;red;person;remove;2026-05-01;;\n"
        "what;green;is;this;soon;?;\n"
    )


def test_a_day_that_cannot_be_read_stays_as_it_was_typed(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + "a-example,person,keep,03/04/2026,\n", "decisions.csv")
    decisions.record(path, [DANA])

    assert "a-example,person,keep,03/04/2026," in path.read_text()


def test_a_file_that_cannot_be_read_in_full_is_not_written(tmp_path: Path) -> None:
    content = HEADER + "a-example,person,keep,2026-05-01,one,two\n"
    path = written(tmp_path, content, "decisions.csv")

    with pytest.raises(ExportError, match=r"decisions.csv:2: has 6 cells"):
        decisions.record(path, [DANA])
    assert path.read_text() == content


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "＝", "－", "＋", "＠", "\t="])
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed_and_read_back(
    tmp_path: Path, start: str
) -> None:
    path = tmp_path / "decisions.csv"
    subject, note = f"{start}cmd|' /c calc'", f"{start}SUM(A1)"
    decisions.write(path, [Decision(subject, Kind.ACTION, Choice.DONE, MAY, note)])

    with path.open(newline="") as stream:
        _, cells = csv.reader(stream)
    assert cells[0].startswith("'")
    assert cells[4].startswith("'")
    assert [row["note"] for row in rows(decisions.read(path))] == [note.strip()]


def test_a_disarmed_cell_is_not_disarmed_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    for _ in range(3):
        decisions.record(path, [Decision("-x", Kind.ACTION, Choice.DONE, MAY, "=1")])

    assert path.read_text() == f"{WRITTEN}'-x,action,done,2026-05-01,'=1,\n"


def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, HEADER, "decisions.csv")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"decisions.csv cannot be written: No space"):
        decisions.record(path, [DANA])
    assert path.read_text() == HEADER
    assert [each.name for each in tmp_path.iterdir()] == ["decisions.csv"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"decisions.csv cannot be written"):
        decisions.record(tmp_path / "missing" / "decisions.csv", [DANA])


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    target = written(tmp_path, HEADER, "elsewhere.csv")
    (tmp_path / "decisions.csv").symlink_to(target)
    decisions.record(tmp_path / "decisions.csv", [DANA])

    assert (tmp_path / "decisions.csv").is_symlink()
    assert "dana-example" in target.read_text()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "is empty"),
        ("who,what\na,b\n", "has no header with subject, kind, decision"),
        ("subject,kind,decision,x,x\n", "has two columns of one name"),
        (HEADER + 'a,"b\n', ":2: a quote is opened here"),
    ],
)
def test_a_file_that_is_no_table_of_decisions_is_refused(
    tmp_path: Path, content: str, problem: str
) -> None:
    with pytest.raises(ExportError, match=r"decisions\.csv") as caught:
        read(tmp_path, content)

    assert problem in caught.value.problem


TEXT = st.text(max_size=15) | st.sampled_from(["'=1", "'", "\r", '"', "=\n=", "a-example"])
DECIDED = st.builds(
    Decision,
    subject=TEXT,
    kind=st.sampled_from(Kind),
    choice=st.sampled_from(Choice),
    decided_on=st.none() | st.dates(date(2004, 1, 1), date(2090, 1, 1)),
    note=TEXT,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(DECIDED, max_size=5))
def test_a_written_file_is_read_and_recording_nothing_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, some: list[Decision]
) -> None:
    path = tmp_path_factory.mktemp("any") / "decisions.csv"
    decisions.write(path, some)
    decisions.record(path, [])
    once = path.read_bytes()
    decisions.record(path, [])

    assert path.read_bytes() == once
    rows(decisions.read(path))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([b"", HEADER.encode(), b"subject;kind;decision\n"]))
def test_only_an_export_error_escapes(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, header: bytes
) -> None:
    path = written(tmp_path_factory.mktemp("any"), header + content, "decisions.csv")
    with suppress(ExportError):
        rows(decisions.read(path))
