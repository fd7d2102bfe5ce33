"""messages.csv: who wrote to whom, in which thread, and what is no message."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exported import MESSAGES, OWNER, PROFILE, SAMPLES, TEXTS, read_files, rows_of, told
from netreport.model.tables import Table
from netreport.sources.export import read

ANA, BEA = (f"https://www.linkedin.com/in/{name}-example" for name in ("ana", "bea"))
PHD = "Bea Beispiel, PhD"
WRITTEN: Mapping[str, str] = {
    "CONVERSATION ID": "2-x==",
    "FROM": "Ana Ejemplo",
    "SENDER PROFILE URL": ANA,
    "TO": "Robin Sample",
    "RECIPIENT PROFILE URLS": OWNER,
    "DATE": "2026-03-09 09:00:00 UTC",
    "CONTENT": "Hello",
    "FOLDER": "INBOX",
}
OWN: Mapping[str, str] = {
    "FROM": "Robin Sample",
    "SENDER PROFILE URL": OWNER,
    "TO": "Ana Ejemplo",
    "RECIPIENT PROFILE URLS": ANA,
}
COMPANY = "https://www.linkedin.com/company/x"
NO_SENDER = {"SENDER PROFILE URL": ""}
NO_RECIPIENT = {"TO": "", "RECIPIENT PROFILE URLS": ""}
DRAFTS = f"{MESSAGES},IS MESSAGE DRAFT"


def row(header: str, cells: Mapping[str, str]) -> Sequence[str]:
    filled = {**WRITTEN, **cells}
    return [filled.get(column, "") for column in header.split(",")]


def read_rows(folder: Path, *rows: Mapping[str, str], header: str = MESSAGES) -> pl.DataFrame:
    """Read these rows behind two that make the owner known, and give them alone."""
    known = [{"CONVERSATION ID": "2-known==", **OWN}] * 2
    content = rows_of(header, [row(header, cells) for cells in (*known, *rows)])
    files = {"messages.csv": content, "Profile.csv": PROFILE}
    return read_files(folder, files).tables[Table.MESSAGES].slice(2)


def only(folder: Path, header: str = MESSAGES, /, **cells: str) -> dict[str, Any]:
    named = {name.replace("_", " ").upper(): cell for name, cell in cells.items()}
    return read_rows(folder, named, header=header).row(0, named=True)


def test_a_received_message(tmp_path: Path) -> None:
    assert only(tmp_path, subject="Re: x") == {
        "conversation": "2-x==",
        "sender": "ana-example",
        "sender_name": "Ana Ejemplo",
        "from_owner": False,
        "recipients": [],
        "recipient_names": [],
        "people": 1,
        "sent_at": datetime(2026, 3, 9, 9),
        "subject": "Re: x",
        "text": "Hello",
        "draft": False,
        "sponsored": False,
        "spam": False,
        "line": 4,
    }


def test_a_message_to_a_group_splits_names_but_not_their_titles(tmp_path: Path) -> None:
    cells = {**OWN, "TO": f"Ana Ejemplo,{PHD}", "RECIPIENT PROFILE URLS": f"{ANA},{BEA}"}
    sent = read_rows(tmp_path, cells).row(0, named=True)

    assert sent["from_owner"] is True
    assert sent["recipients"] == ["ana-example", "bea-example"]
    assert sent["recipient_names"] == ["Ana Ejemplo", PHD]
    assert sent["people"] == 2


def test_the_owner_is_never_a_recipient_but_a_namesake_is(tmp_path: Path) -> None:
    namesake = f"{OWNER}-2"
    cells = {
        "TO": "Robin Sample,Robin Sample",
        "RECIPIENT PROFILE URLS": f"{namesake},{OWNER}",
    }
    received = read_rows(tmp_path, cells).row(0, named=True)

    assert received["recipients"] == ["robin-sample-example-2"]
    assert received["recipient_names"] == ["Robin Sample"]
    assert received["people"] == 2


@pytest.mark.parametrize(
    ("cells", "from_owner", "people"),
    [
        ({"FROM": "LinkedIn Member", "SENDER PROFILE URL": ""}, False, 1),
        ({"FROM": "LinkedIn Member", **NO_SENDER, **NO_RECIPIENT}, False, 1),
        ({"FROM": "", "SENDER PROFILE URL": ""}, False, 0),
        ({"FROM": "", "SENDER PROFILE URL": "", "TO": "Robin S."}, False, 0),
        ({"FROM": "Robin Sample", "SENDER PROFILE URL": COMPANY, **NO_RECIPIENT}, False, 1),
        ({"FROM": "", **NO_SENDER, **NO_RECIPIENT}, None, 0),
        ({**OWN, "SENDER PROFILE URL": "", "TO": "X", "RECIPIENT PROFILE URLS": ""}, None, 1),
        ({**OWN, "TO": "LinkedIn Member", "RECIPIENT PROFILE URLS": ""}, True, 1),
        ({"TO": "", "RECIPIENT PROFILE URLS": ""}, False, 1),
        ({"SENDER PROFILE URL": COMPANY}, False, 1),
    ],
)
def test_messages_without_addresses_stay_and_make_nobody_up(
    tmp_path: Path,
    cells: Mapping[str, str],
    from_owner: object,
    people: int,
) -> None:
    message = read_rows(tmp_path, cells).row(0, named=True)

    assert message["from_owner"] is from_owner
    assert message["people"] == people
    assert message["sender"] in (None, "ana-example", "robin-sample-example")


def test_a_conversation_is_sponsored_by_title_or_by_its_first_paragraph(tmp_path: Path) -> None:
    advert = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,</p>'
    messages = read_rows(
        tmp_path,
        {"CONVERSATION ID": "title", "CONVERSATION TITLE": "Sponsored Conversation"},
        {"CONVERSATION ID": "title", **OWN},
        {"CONVERSATION ID": "paragraph", "CONVERSATION TITLE": "Grow", "CONTENT": advert},
        {"CONVERSATION ID": "none", "CONTENT": "Sponsored Conversation"},
    )

    assert messages["sponsored"].to_list() == [True, True, True, False]


def test_a_conversation_is_spam_as_a_whole(tmp_path: Path) -> None:
    messages = read_rows(
        tmp_path,
        {"CONVERSATION ID": "a", "FOLDER": "SPAM"},
        {"CONVERSATION ID": "a", "FOLDER": "INBOX"},
        {"CONVERSATION ID": "b", "FOLDER": "ARCHIVE"},
    )

    assert messages["spam"].to_list() == [True, True, False]


NOBODY = {**OWN, "TO": "", "RECIPIENT PROFILE URLS": ""}


@pytest.mark.parametrize(
    ("header", "cells", "draft"),
    [
        (DRAFTS, {"IS MESSAGE DRAFT": "Yes"}, True),
        (DRAFTS, {"IS MESSAGE DRAFT": "TRUE"}, True),
        (DRAFTS, {"IS MESSAGE DRAFT": "No"}, False),
        (DRAFTS, {**NOBODY, "FOLDER": "", "IS MESSAGE DRAFT": "No"}, False),
        (DRAFTS, {**NOBODY, "FOLDER": ""}, True),
        (f"{DRAFTS},IS CONVERSATION DRAFT", {"IS CONVERSATION DRAFT": "Yes"}, True),
        (MESSAGES, {**NOBODY, "FOLDER": ""}, True),
        (MESSAGES, {**NOBODY, "FOLDER": "INBOX"}, False),
        (MESSAGES, {"TO": "", "RECIPIENT PROFILE URLS": "", "FOLDER": ""}, False),
        (MESSAGES, {**OWN, "CONTENT": ""}, False),
    ],
)
def test_a_draft_is_marked_or_else_goes_from_the_owner_to_nobody_in_no_folder(
    tmp_path: Path,
    header: str,
    cells: Mapping[str, str],
    draft: object,
) -> None:
    assert read_rows(tmp_path, cells, header=header)["draft"].to_list() == [draft]


def test_an_empty_message_is_still_a_touch(tmp_path: Path) -> None:
    assert only(tmp_path, content=" ")["text"] is None


def test_a_time_that_cannot_be_read_is_told_and_keeps_the_message(tmp_path: Path) -> None:
    network = read_files(
        tmp_path, {"messages.csv": rows_of(MESSAGES, [row(MESSAGES, {"DATE": "today"})])}
    )

    assert network.tables[Table.MESSAGES]["sent_at"].to_list() == [None]
    assert ("messages.csv", 2, "the time cannot be read") in told(network)


@pytest.mark.parametrize(
    "date",
    ["2026-03-09 09:00 UTC", "2026-03-09 09:00", "2026-03-09 09:00:00", "3/9/26, 1:00 AM"],
)
def test_times_of_messages_may_lack_seconds_and_zone(tmp_path: Path, date: str) -> None:
    """Pacific summer time is seven hours behind UTC, and began the day before."""
    expected = datetime(2026, 3, 9, 8) if date.startswith("3") else datetime(2026, 3, 9, 9)

    assert only(tmp_path, date=date)["sent_at"] == expected


def test_a_crowd_of_recipients_is_counted_as_far_as_the_table_goes(tmp_path: Path) -> None:
    crowd = ",".join(f"{ANA}-{number}" for number in range(70_000))

    assert only(tmp_path, recipient_profile_urls=crowd)["people"] == 65_535


def test_with_nine_columns_partners_of_own_messages_have_a_name_only() -> None:
    messages = read(SAMPLES / "2021-basic").tables[Table.MESSAGES]
    own = messages.filter("from_owner")

    assert own["recipients"].list.len().sum() == 0
    assert own["recipient_names"].to_list() == [
        ["Zoë Beispiel"],
        ["Zoë Beispiel"],
        ["Zoë Beispiel", "Łukasz Przykład, PhD, MBA 🚀"],
        ["Kofi Placeholder"],
        ["Ana Ejemplo"],
    ]
    assert own["people"].to_list() == [1, 1, 2, 1, 1]
    incoming = messages.filter(~pl.col("from_owner"))
    assert incoming["recipient_names"].to_list() == [[], ["Zoë Beispiel"], *[[]] * 5]
    assert messages["from_owner"].null_count() == 0


def test_in_2018_the_column_tells_the_direction_and_the_name_the_conversation() -> None:
    messages = read(SAMPLES / "2018-complete").tables[Table.MESSAGES]

    assert messages["from_owner"].to_list() == [False, True, False, False, True, False, True]
    assert messages["conversation"].to_list() == [
        "name:zoë beispiel",
        "name:zoë beispiel",
        "name:rita recruitexample",
        "name:łukasz przykład, phd, mba 🚀",
        "name:łukasz przykład, phd, mba 🚀",
        "line:7",
        "name:john sample",
    ]
    assert messages["recipient_names"].to_list()[:2] == [[], ["Zoë Beispiel"]]
    assert messages["sent_at"][0] == datetime(2018, 10, 19, 23, 12)
    assert messages["text"][0] == "Hi Robin, thanks & talk soon  Zoë"


def test_without_any_address_names_tell_who_wrote(tmp_path: Path) -> None:
    """A program dropped the columns with addresses."""
    header = "CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER"
    messages = read_rows(tmp_path, OWN, {}, {"FROM": "", "TO": ""}, header=header)

    assert messages["from_owner"].to_list() == [True, False, None]


def test_every_sample_keeps_its_lines() -> None:
    messages = read(SAMPLES / "2026-basic-fully-quoted").tables[Table.MESSAGES]

    assert messages["line"].to_list()[:4] == [2, 6, 8, 9]
    assert messages["text"][0] == 'Great, "next steps":\n\n- a\n- b'


PLAIN = TEXTS.map(lambda text: text.replace("&", "").replace("<", ""))


@settings(max_examples=100, deadline=None)
@given(texts=st.lists(PLAIN, min_size=1))
def test_texts_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    content = rows_of(MESSAGES, [row(MESSAGES, {"CONTENT": text}) for text in texts], quoted=True)
    folder = tmp_path_factory.mktemp("texts")
    messages = read_files(folder, {"messages.csv": content}).tables[Table.MESSAGES]

    assert messages["text"].to_list() == [text if text.strip() else None for text in texts]
