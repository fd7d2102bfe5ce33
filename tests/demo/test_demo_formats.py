"""The files of the demo are written as LinkedIn writes them in 2026, byte by byte."""

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from netreport.demo.files.export import archive_name
from netreport.demo.story import Plan

Files = dict[str, str]
Read = Callable[[str], list[dict[str, str]]]
OWNER = "https://www.linkedin.com/in/tamsin-corrigall-example"
OPEN_ENDED = {
    "Connections.csv",
    "Company Follows.csv",
    "Email Addresses.csv",
    "Inferences_about_you.csv",
}
HEADERS = {
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "messages.csv": '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO",'
    '"RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS",'
    '"IS MESSAGE DRAFT","IS CONVERSATION DRAFT"',
    "Shares_9990004417.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
    "Comments_9990004417.csv": "Date,Link,Message",
    "Reactions_9990004417.csv": "Date,Type,Link",
    "InstantReposts_9990004417.csv": "Date,Link",
    "Member_Follows_9990004417.csv": "Date,Status,FullName",
    "Saved_Items_9990004417.csv": "savedItem,CreatedTime",
    "Votes.csv": "Date,Link,OptionText",
    "Hashtag_Follows.csv": "HashTag,CreatedTime,LastModifiedTime,State",
    "Company Follows.csv": "Organization,Followed On",
    "SearchQueries.csv": "Time,Search Query",
    "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,"
    "Endorser Last Name,Endorser Public Url,Endorsement Status",
    "Endorsement_Given_Info.csv": "Endorsement Date,Skill Name,Endorsee First Name,"
    "Endorsee Last Name,Endorsee Public Url,Endorsement Status",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,"
    "Status",
    "Notes.csv": "Connection First Name,Connection Last Name,Connection Profile URL,Note,"
    "Created On,Edited On",
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
    "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Registration.csv": "Registered At,Registration Ip,Subscription Types",
}
PLAIN = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"
DATES = {
    ("Invitations.csv", "Sent At"): r"\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d [AP]M",
    ("messages.csv", "DATE"): PLAIN + " UTC",
    ("Shares_9990004417.csv", "Date"): PLAIN,
    ("Reactions_9990004417.csv", "Date"): PLAIN,
    ("Votes.csv", "Date"): PLAIN,
    ("Hashtag_Follows.csv", "CreatedTime"): PLAIN,
    ("Member_Follows_9990004417.csv", "Date"): PLAIN,
    ("Saved_Items_9990004417.csv", "CreatedTime"): PLAIN,
    ("Endorsement_Received_Info.csv", "Endorsement Date"): r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d UTC",
    ("Company Follows.csv", "Followed On"): r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:]{8} UTC \d{4}",
    ("Recommendations_Received.csv", "Creation Date"): r"\d\d/\d\d/\d\d, \d\d:\d\d [AP]M",
    ("Notes.csv", "Created On"): PLAIN + " UTC",
    ("Connections.csv", "Connected On"): r"\d\d [A-Z][a-z]{2} \d{4}",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_file_begins_with_its_header(files: Files, name: str) -> None:
    assert files[name].split("\n", 1)[0] == HEADERS[name]


@pytest.mark.parametrize(("name", "column"), DATES)
def test_a_column_of_dates_has_its_own_pattern(
    files: Files, table: Read, name: str, column: str
) -> None:
    rows = table(files[name])
    assert rows
    assert all(re.fullmatch(DATES[name, column], row[column]) for row in rows)


def test_line_ends_are_lf_and_some_files_have_no_last_one(files: Files) -> None:
    for name, text in files.items():
        assert "\r\n" not in text or name == "Learning.csv"
        assert text.endswith("\n") != (name in OPEN_ENDED), name


def test_no_file_has_a_byte_order_mark_and_all_names_are_ascii(files: Files) -> None:
    assert not [name for name, text in files.items() if text.startswith("\ufeff")]
    assert all(name.isascii() for name in files)


def test_connections_begin_with_linkedins_notes(files: Files) -> None:
    head = files["Connections.csv"].split("\n")[:4]
    assert head[0] == "Notes:"
    assert head[1].startswith('"When exporting your connection data')
    assert head[1].endswith('https://www.linkedin.com/help/linkedin/answer/261"')
    assert head[2] == ""
    assert head[3] == "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def test_connections_are_percent_encoded_unique_and_newest_first(files: Files, table: Read) -> None:
    rows = table(files["Connections.csv"])
    urls = [row["URL"] for row in rows if row["URL"]]
    assert len(set(urls)) == len(urls)
    assert all(url.isascii() for url in urls)
    assert all(re.fullmatch(r"[\w%.~-]+", url.rpartition("/")[2]) for url in urls)
    codes = {code for url in urls for code in re.findall("%(..)", url)}
    assert codes == {code.upper() for code in codes}
    days = [_day(row["Connected On"]) for row in rows]
    assert days == sorted(days, reverse=True)
    non_ascii = [url for url in urls if "%" in url]
    assert 0.08 < len(non_ascii) / len(urls) < 0.3


def test_hidden_rows_hold_nothing_but_the_day(files: Files) -> None:
    lines = files["Connections.csv"].split("\n")
    hidden = [line for line in lines if line.startswith(",,")]
    assert len(hidden) == 18
    assert all(re.fullmatch(r",,,,,,\d\d [A-Z][a-z]{2} \d{4}", line) for line in hidden)


def test_addresses_outside_connections_are_raw(files: Files) -> None:
    for name in ("Invitations.csv", "messages.csv", "Notes.csv", "Endorsement_Received_Info.csv"):
        slugs = re.findall(r"linkedin\.com/in/([^\",\n]+)", files[name])
        assert slugs
        assert not [slug for slug in slugs if "%" in slug]
        assert [slug for slug in slugs if not slug.isascii()]


def test_endorsements_have_addresses_without_a_scheme(files: Files, table: Read) -> None:
    rows = table(files["Endorsement_Received_Info.csv"])
    assert all(row["Endorser Public Url"].startswith("www.linkedin.com/in/") for row in rows)


def test_the_owner_is_one_side_of_every_request(files: Files, table: Read) -> None:
    sides = {"INCOMING": "inviteeProfileUrl", "OUTGOING": "inviterProfileUrl"}
    rows = table(files["Invitations.csv"])
    assert {row["Direction"] for row in rows} == set(sides)
    assert {row[sides[row["Direction"]]] for row in rows} == {OWNER}


def test_requests_are_kept_for_180_days_or_while_they_wait(
    files: Files, table: Read, plan: Plan
) -> None:
    connected = {
        unquote(row["URL"]): _day(row["Connected On"])
        for row in table(files["Connections.csv"])
        if row["URL"]
    }
    rows = table(files["Invitations.csv"])
    others = {_other(row): row for row in rows}
    young = datetime(plan.as_of.year, plan.as_of.month, plan.as_of.day) - timedelta(days=180)
    for url, day in connected.items():
        if day != young:
            assert (url in others) == (day > young)
    assert len(others) == len(rows)


def test_nobody_is_connected_before_the_request_was_sent(files: Files, table: Read) -> None:
    connected = {
        unquote(row["URL"]): _day(row["Connected On"]) for row in table(files["Connections.csv"])
    }
    for row in table(files["Invitations.csv"]):
        sent = datetime.strptime(row["Sent At"], "%m/%d/%y, %I:%M %p")  # noqa: DTZ007
        in_utc = sent.replace(tzinfo=ZoneInfo("America/Los_Angeles")).astimezone(UTC)
        if _other(row) in connected:
            assert in_utc.date() <= connected[_other(row)].date()


def test_an_accepted_note_is_the_first_message_on_the_day_of_acceptance(
    files: Files, table: Read
) -> None:
    connected = {
        unquote(row["URL"]): _day(row["Connected On"]) for row in table(files["Connections.csv"])
    }
    first = {}
    for row in table(files["messages.csv"]):  # newest first: the last one met is the first said
        partners = {row["SENDER PROFILE URL"], *row["RECIPIENT PROFILE URLS"].split(",")} - {OWNER}
        if len(partners) == 1:
            first[partners.pop()] = row
    noted = [
        row
        for row in table(files["Invitations.csv"])
        if row["Message"] and _other(row) in connected
    ]
    assert len(noted) > 10
    for row in noted:
        message = first[_other(row)]
        assert message["CONTENT"] == row["Message"]
        assert _moment(message["DATE"]).date() == connected[_other(row)].date()


def test_messages_are_all_quoted_contiguous_and_newest_first(files: Files, table: Read) -> None:
    text = files["messages.csv"]
    assert text.startswith('"') and text.endswith('"\n')  # noqa: PT018 (one claim)
    seen: list[str] = []
    times: dict[str, list[str]] = {}
    for row in table(text):
        key = row["CONVERSATION ID"]
        assert re.fullmatch(r"2-[A-Za-z0-9+/]+==", key)
        if not seen or seen[-1] != key:
            seen.append(key)
        times.setdefault(key, []).append(row["DATE"])
    assert len(seen) == len(times)
    assert all(dates == sorted(dates, reverse=True) for dates in times.values())
    newest = [dates[0] for dates in times.values()]
    assert newest == sorted(newest, reverse=True)


def test_drafts_are_of_both_kinds(files: Files, table: Read) -> None:
    drafts = [row for row in table(files["messages.csv"]) if row["IS MESSAGE DRAFT"] == "Yes"]
    to_nobody = [row for row in drafts if not row["TO"]]
    assert {row["FROM"] for row in drafts} == {"Tamsin Corrigall"}
    assert {(row["RECIPIENT PROFILE URLS"], row["FOLDER"]) for row in to_nobody} == {("", "")}
    assert {row["IS CONVERSATION DRAFT"] for row in to_nobody} == {"Yes"}
    inside = [row for row in drafts if row["TO"]]
    assert {(row["CONTENT"], row["FOLDER"] != "") for row in inside} == {("", True)}
    assert len(to_nobody) == len(inside) == 3


def test_adverts_have_a_name_and_no_address(files: Files, table: Read) -> None:
    spun = '<p class="spinmail-quill-editor__spin-break">'
    rows = table(files["messages.csv"])
    adverts = [row for row in rows if row["CONTENT"].startswith(spun)]
    assert {row["SENDER PROFILE URL"] for row in adverts} == {""}
    titles = {row["CONVERSATION TITLE"] for row in adverts}
    assert "Sponsored Conversation" in titles
    assert len(titles) > 1
    answers = [
        row
        for row in rows
        if row["CONVERSATION TITLE"] == "Sponsored Conversation" and row not in adverts
    ]
    assert {row["SENDER PROFILE URL"] for row in answers} == {OWNER}


def test_recipients_of_a_group_are_joined_without_a_blank(files: Files, table: Read) -> None:
    rows = [row for row in table(files["messages.csv"]) if "," in row["RECIPIENT PROFILE URLS"]]
    assert rows
    for row in rows:
        names = re.split(r",(?!\s)", row["TO"])
        assert len(names) == len(row["RECIPIENT PROFILE URLS"].split(","))
    assert [row for row in rows if OWNER in row["RECIPIENT PROFILE URLS"]]


def test_posts_carry_the_newline_artefact_and_ids_that_hold_the_time(
    files: Files, table: Read
) -> None:
    rows = table(files["Shares_9990004417.csv"])
    broken = [row["ShareCommentary"] for row in rows if "\n" in row["ShareCommentary"]]
    assert len(broken) > 50
    assert all(text.count('"\n"') == text.count("\n") for text in broken)
    for row in rows:
        number = int(re.findall(r"%3A(\d{19})$", row["ShareLink"])[0])
        posted = datetime.fromtimestamp((number >> 22) / 1000, UTC)
        assert abs(posted - _moment(f"{row['Date']} UTC")) < timedelta(seconds=2)


def test_comments_escape_quotes_with_a_backslash(files: Files) -> None:
    text = files["Comments_9990004417.csv"]
    assert '\\"' in text
    assert '""' not in text.replace('\\""', "")
    rows = csv.reader(io.StringIO(text, newline=""), escapechar="\\", doublequote=True)
    assert {len(row) for row in rows} == {3}


def test_searches_leave_commas_unquoted(files: Files) -> None:
    lines = files["SearchQueries.csv"].splitlines()
    assert '"' not in files["SearchQueries.csv"]
    assert {line.count(",") for line in lines} >= {1, 2, 3}


def test_votes_have_raw_colons(files: Files, table: Read) -> None:
    rows = table(files["Votes.csv"])
    assert all("/urn:li:ugcPost:" in row["Link"] for row in rows)


def test_the_files_left_alone_are_there_too(files: Files) -> None:
    for name in (
        "Ad_Targeting.csv",
        "coach_messages.csv",
        "guide_messages.csv",
        "learning_coach_messages.csv",
        "learning_role_play_messages.csv",
        "LearningCoachMessages.csv",
        "Registration.csv",
        "Verifications/Verifications.csv",
        "Articles/Articles/coaching-talk-example.html",
    ):
        assert name in files
    header = files["Ad_Targeting.csv"].split("\n", 1)[0].split(",")
    assert (len(header), header.count("Company Names"), header.count("Job Titles")) == (35, 3, 3)
    assert files["LearningCoachMessages.csv"] == "No conversations found\n\n\n"


def test_the_archive_has_the_name_that_linkedin_gives_it(plan: Plan) -> None:
    assert archive_name(plan.as_of) == "Complete_LinkedInDataExport_10-31-2026.zip"


def test_everybody_is_invented(files: Files) -> None:
    for text in files.values():
        assert all("example" in slug for slug in re.findall(r"linkedin\.com/in/([^\",\s]+)", text))
        mail = re.findall(r"[\w.+-]+@([\w.-]+)", text)
        assert {host for host in mail if "." in host} <= {
            "example.com",
            "example.org",
            "example.net",
        }
        hosts = set(re.findall(r"https?://([\w.-]+)", text)) - {"www.linkedin.com"}
        assert all(re.search(r"(^|\.)example\.(com|org|net)$", host) for host in hosts)


def _other(row: dict[str, str]) -> str:
    incoming = row["Direction"] == "INCOMING"
    return row["inviterProfileUrl" if incoming else "inviteeProfileUrl"]


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%d %b %Y")  # noqa: DTZ007


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S UTC").replace(tzinfo=UTC)
