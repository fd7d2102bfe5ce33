"""People are known by profile and e-mail, whoever wrote the file and whatever heads its columns."""

import csv
import io
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from made import strategy
from netreport.errors import ExportError
from netreport.model.tables import Table
from netreport.sources.owner import people
from netreport.sources.owner.own_file import OwnFile
from owned import rows, told, written

DANA = "https://www.linkedin.com/in/dana-example"
SALES_NAVIGATOR = "https://www.linkedin.com/sales/lead/ACwAAAexample"
OPAQUE = "https://www.linkedin.com/in/ACwAABexampleexampleexampleexampleexa"


def read(folder: Path, content: str | bytes) -> OwnFile:
    return people.read(written(folder, content))


def only_row(folder: Path, content: str | bytes) -> dict[str, Any]:
    (row,) = rows(read(folder, content))
    return row


def csv_of(columns: Mapping[str, str], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([columns.keys(), columns.values()])
    return text.getvalue()


def test_every_column_of_our_own_file_is_read(tmp_path: Path) -> None:
    header = "profile,name,email,title,company,country,region,industry,function,seniority,segment"
    cells = (
        f"{DANA}/,Dana Example,Dana@Example.com,CFO,Acme,de,Bavaria,Insurance,finance,cxo,buyers"
    )

    assert only_row(tmp_path, f'{header},tags\n{cells},"golf; school"\n') == {
        "person": "dana-example",
        "email": "dana@example.com",
        "name": "Dana Example",
        "title": "CFO",
        "company": "Acme",
        "location": "Bavaria, DE",
        "country": "DE",
        "industry": "Insurance",
        "function": "Finance",
        "seniority": "CXO",
        "segment": "buyers",
        "tags": ["golf", "school"],
        "source": "people.csv",
        "line": 2,
    }


def test_a_segment_is_one_of_the_strategys_by_id_or_name_or_left_out_and_told(
    tmp_path: Path,
) -> None:
    """Whoever had a strange one counted as relevant: nobody fits because of a word."""
    segments = [
        {"id": "buyers", "label": "Who buys", "fit": "ideal", "where": {"function": ["Sales"]}}
    ]
    said = ["Buyers", "who buys", "Enterprise", ""]
    lines = [f"{DANA}-{n},{segment},golf" for n, segment in enumerate(said)]
    file = read(tmp_path, "\n".join(["profile,segment,tags", *lines, ""]))
    sorted_in = people.with_segments_of(file, strategy(segments=segments))

    assert [row["segment"] for row in rows(sorted_in)] == ["buyers", "buyers", None, None]
    assert told(sorted_in) == [(4, "the segment is none of your strategy's: left out")]


PROGRAMS = {
    "HubSpot": {
        "Record ID": "17",
        "First Name": "Dana",
        "Last Name": "Example",
        "Email": "dana@example.com",
        "Phone Number": "1",
        "Job Title": "CFO",
        "Company Name": "Acme",
        "Lifecycle Stage": "Lead",
        "City": "Austin",
        "State/Region": "TX",
        "Country/Region": "US",
        "Industry": "Insurance",
        "LinkedIn URL": DANA,
    },
    "Salesforce": {
        "Salutation": "Ms.",
        "First Name": "Dana",
        "Last Name": "Example",
        "Title": "CFO",
        "Mailing City": "Austin",
        "Mailing State/Province": "TX",
        "Mailing Country": "US",
        "Email": "dana@example.com",
        "Account Owner": "Eli",
        "Account Name": "Acme",
        "Industry": "Insurance",
        "LinkedIn URL": DANA,
    },
    "Pipedrive": {
        "Person - Name": "Dana Example",
        "Person - Email - Work": "dana@example.com",
        "Person - Organization": "Acme",
        "Person - Job title": "CFO",
        "Person - ID": "9",
        "Person - LinkedIn": DANA,
    },
    "PhantomBuster": {
        "profileUrl": SALES_NAVIGATOR,
        "fullName": "Dana Example",
        "companyName": "Acme",
        "title": "CFO",
        "companyLocation": "Berlin",
        "location": "Austin, TX, US",
        "industry": "Insurance",
        "vmid": "ACwAA",
        "linkedInProfileUrl": OPAQUE,
        "defaultProfileUrl": DANA,
        "email": "dana@example.com",
    },
    "Evaboot": {
        "First Name": "Dana",
        "Last Name": "Example",
        "Current Job": "CFO ",
        "Email": "dana@example.com",
        "Location": "Austin,\nTX, US",
        "Linkedin URL Public": DANA,
        "Linkedin URL Unique ID": OPAQUE,
        "Company Name": "Acme",
        "Company Location": "Berlin",
        "Company Industry": "Insurance",
    },
    "Apollo": {
        "First Name": "Dana",
        "Last Name": "Example",
        "Title": "CFO",
        "Company Name": "Acme",
        "": "",
        "Email": "dana@example.com",
        "Industry": "Insurance",
        "Person Linkedin Url": "http://www.linkedin.com/in/dana-example",
        "Company Linkedin Url": "http://www.linkedin.com/company/acme",
        "City": "Austin",
        "State": "TX",
        "Country": "US",
        "Company City": "Berlin",
        "Apollo Contact Id": "a1",
    },
    "Google Contacts": {
        "First Name": "Dana",
        "Last Name": "Example",
        "Name Prefix": "",
        "Organization Name": "Acme",
        "Organization Title": "CFO",
        "Labels": "* myContacts ::: * friends",
        "E-mail 1 - Label": "Work",
        "E-mail 1 - Value": "dana@example.com",
        "Website 1 - Value": f"https://example.com ::: {DANA}",
        "Address 1 - City": "Austin",
        "Address 1 - Region": "TX",
        "Address 1 - Country": "US",
    },
    "Outlook": {
        "Title": "Dr.",
        "First Name": "Dana",
        "Last Name": "Example",
        "E-mail Address": "dana@example.com",
        "E-mail 2 Address": "",
        "Company": "Acme",
        "Job Title": "CFO",
        "LinkedIn URL": DANA,
    },
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_is_told_by_its_header_and_its_columns_are_found(
    tmp_path: Path, program: str
) -> None:
    row = only_row(tmp_path, csv_of(PROGRAMS[program]))
    known = ("person", "email", "name", "title", "company", "source")

    assert {field: row[field] for field in known} == {
        "person": "dana-example",
        "email": "dana@example.com",
        "name": "Dana Example",
        "title": "CFO",
        "company": "Acme",
        "source": program,
    }
    assert row["location"] in ("Austin, TX, US", None)
    assert row["industry"] in ("Insurance", None)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_order_delimiter_and_case_of_columns_play_no_part(
    tmp_path: Path, program: str, delimiter: str
) -> None:
    columns = PROGRAMS[program]
    turned = {name.upper(): columns[name] for name in reversed(columns)}

    straight = only_row(tmp_path, csv_of(columns))
    assert only_row(tmp_path, csv_of(turned, delimiter)) | {"line": 0} == straight | {"line": 0}


def test_older_google_contacts_are_known_by_their_groups(tmp_path: Path) -> None:
    header = (
        "Name,Given Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value"
    )
    content = (
        f"{header},Organization 1 - Name,Organization 1 - Title,Location\n"
        "Dana Example,Dana,Example,,* friends,Work,"
        "dana@example.com ::: d@example.org,Acme,CFO,Austin\n"
    )
    first, second = rows(read(tmp_path, content))

    assert (first["email"], second["email"]) == ("dana@example.com", "d@example.org")
    assert first["source"] == "Google Contacts"
    assert first["tags"] == ["friends"]
    assert (first["company"], first["title"], first["location"]) == ("Acme", "CFO", "Austin")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("FirstName,LastName,Email,Company,LeadSource,Status,OwnerId", "Dana,Example,{},Acme,,,1"),
        (
            "Lead Owner,First Name,Last Name,Title,Company / Account,Lead Source,Rating,Email",
            "Eli,Dana,Example,CFO,Acme,,,{}",
        ),
    ],
    ids=["data loader", "leads"],
)
def test_leads_and_loaded_data_of_salesforce_are_known(
    tmp_path: Path, header: str, cells: str
) -> None:
    row = only_row(tmp_path, f"{header}\n{cells.format('dana@example.com')}\n")

    assert (row["source"], row["name"], row["company"]) == ("Salesforce", "Dana Example", "Acme")


def test_the_lines_below_a_salesforce_report_are_nobody(tmp_path: Path) -> None:
    content = (
        '"First Name","Last Name","Account Name","Email"\n'
        '"Jürgen","Example","Acme","j@example.com"\n'
        '"Nora","Example","Acme",""\n\n\n'
        '"Contacts & Accounts"\n"Copyright (c) 2000-2026 salesforce.com, inc."\n'
        '"Confidential Information - Do Not Distribute"\n"Generated By:  Eli Example"\n'
    )
    file = read(tmp_path, content.encode("latin-1"))

    assert [row["name"] for row in rows(file)] == ["Jürgen Example"]
    assert told(file) == [
        (2, "is not UTF-8; read as Windows-1252"),
        (3, "rows with neither a profile nor an e-mail, left out: 1"),
    ]


@pytest.mark.parametrize(
    "address", [SALES_NAVIGATOR, OPAQUE, "https://www.linkedin.com/company/acme", "n/a", ""]
)
def test_an_id_of_linkedins_own_is_no_profile(tmp_path: Path, address: str) -> None:
    content = f"LinkedIn URL,email,company,Record ID\n{address},dana@example.com,Acme,1\n"

    assert only_row(tmp_path, content)["person"] is None


def test_the_address_of_sales_navigator_alone_is_never_a_key(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no column with a profile or an e-mail") as caught:
        read(tmp_path, f"profileUrl,fullName,vmid,title\n{DANA},Dana Example,ACwAA,CFO\n")

    assert "never matched by name alone" in caught.value.remedy


@pytest.mark.parametrize(
    "typed", [DANA, "linkedin.com/in/dana-example", "in/Dana-Example", "dana-example"]
)
def test_an_owner_may_type_an_address_or_the_slug(tmp_path: Path, typed: str) -> None:
    assert only_row(tmp_path, f"profile,company\n{typed},Acme\n")["person"] == "dana-example"


def test_a_record_with_two_e_mails_is_found_by_either(tmp_path: Path) -> None:
    content = f'profile,email,company\n{DANA},"dana@example.com; d@example.org",Acme\n'
    file = read(tmp_path, content)

    assert [(row["person"], row["email"], row["company"]) for row in rows(file)] == [
        ("dana-example", "dana@example.com", "Acme"),
        (None, "d@example.org", "Acme"),
    ]
    assert told(file) == []


def test_no_key_is_used_twice(tmp_path: Path) -> None:
    content = (
        "profile,email,company\n"
        "dana-example,info@example.com,First\n"
        "eli-example,info@example.com,Second\n"
        "dana-example,new@example.com,Third\n"
        ",nora@example.com,Fourth\n"
        ",nora@example.com,Fifth\n"
    )
    file = read(tmp_path, content)

    assert [(row["person"], row["email"], row["company"]) for row in rows(file)] == [
        ("dana-example", None, "First"),
        ("eli-example", None, "Second"),
        (None, "nora@example.com", "Fourth"),
    ]
    assert told(file) == [
        (2, "this e-mail is several people's: not used"),
        (3, "this e-mail is several people's: not used"),
        (4, "this profile stands in an earlier row"),
        (6, "stands in an earlier row"),
    ]


def test_rows_with_neither_key_are_counted_once(tmp_path: Path) -> None:
    content = "profile,email,name\n,,Dana Example\n,no mail,Eli Example\neli-example,,Eli\n"
    file = read(tmp_path, content)

    assert [row["person"] for row in rows(file)] == ["eli-example"]
    assert told(file) == [(2, "rows with neither a profile nor an e-mail, left out: 2")]
    assert file.report.rows == 3


@pytest.mark.parametrize(
    ("said", "letters", "location"),
    [
        ("au", "AU", "AU"),
        ("UK", "GB", "GB"),
        ("Germany", None, "Germany"),
        ("ZZ", None, "ZZ"),
        ("", None, None),
    ],
)
def test_only_two_known_letters_are_a_country(
    tmp_path: Path, said: str, letters: str | None, location: str | None
) -> None:
    row = only_row(tmp_path, f"profile,company,country\n{DANA},Acme,{said}\n")

    assert (row["country"], row["location"]) == (letters, location)


@pytest.mark.parametrize(
    ("said", "function", "seniority"),
    [
        ("Sales,c_suite", "Sales", "CXO"),
        ("human_resources,VP", "Human Resources", "VP"),
        ("arts & design,head", "Arts and Design", "Director"),
        (",", None, None),
    ],
)
def test_functions_and_seniorities_are_linkedins(
    tmp_path: Path, said: str, function: str | None, seniority: str | None
) -> None:
    file = read(tmp_path, f"profile,company,function,seniority\n{DANA},Acme,{said}\n")

    assert [(row["function"], row["seniority"]) for row in rows(file)] == [(function, seniority)]
    assert told(file) == []


def test_an_unknown_function_is_left_out_and_told(tmp_path: Path) -> None:
    file = read(tmp_path, f"profile,function,seniority\n{DANA},wizardry,grand\n")

    assert [(row["function"], row["seniority"]) for row in rows(file)] == [(None, None)]
    assert told(file) == [
        (2, "the function is none of LinkedIn's: left out"),
        (2, "the seniority is none of LinkedIn's: left out"),
    ]


def test_a_file_of_companies_alone_is_a_table_of_companies(tmp_path: Path) -> None:
    file = read(tmp_path, "Company,Country,Region,Industry\nAcme,DE,DACH,Insurance\n,FR,,\n")

    assert rows(file) == [
        {"company": "Acme", "country": "DE", "region": "DACH", "industry": "Insurance", "line": 2}
    ]
    assert list(file.tables) == [Table.COMPANY_FACTS]
    assert told(file) == [(3, "has no company")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("colour,shape\nred,round\n", "no header that we know; found: colour,shape"),
        ("dana@example.com,Dana\n", "no header that we know: its first row is no header"),
        ("name,company,country\nDana Example,Acme,DE\n", "no column with a profile or an e-mail"),
        ("First Name,Last Name,Account Name\nDana,Example,Acme\n", "a profile or an e-mail"),
        ("profile,email\ndana-example,d@example.com\n", "says nothing about the people"),
        ("", "is empty"),
        (b"PK\x03\x04", "is a spreadsheet workbook"),
        ('profile,company\n"dana-example,Acme\n', ":2: a quote is opened here"),
        ("profile,company\n" + "a,b,c\n" * 9, "9 of 9 rows cannot be used"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_what_would_do(
    tmp_path: Path, content: str | bytes, problem: str
) -> None:
    with pytest.raises(ExportError) as caught:
        read(tmp_path, content)

    assert caught.value.problem.startswith("people.csv")
    assert problem in caught.value.problem
    assert "LinkedIn sent" not in caught.value.remedy
    assert caught.value.remedy


def test_the_last_rows_of_a_long_file_are_read(tmp_path: Path) -> None:
    lines = (f"p{number}-example,{'x' * 100}\n" for number in range(20_000))
    last = rows(read(tmp_path, "profile,company\n" + "".join(lines)))[-1]

    assert (last["person"], last["line"]) == ("p19999-example", 20_001)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for name in ("missing.csv", "pipe.csv", "."):
        with pytest.raises(ExportError):
            people.read(tmp_path / name)


CELL = st.one_of(
    st.sampled_from(
        ["", DANA, OPAQUE, "dana@example.com", "DE", "Sales", ":::", "'", "=1+1", "NA"]
    ),
    st.text(max_size=12),
)
HEADERS = st.sampled_from(
    [",".join(columns) for columns in PROGRAMS.values()] + ["profile,tags,country", ""]
)


@settings(max_examples=150, deadline=None)
@given(HEADERS, st.lists(st.lists(CELL, max_size=14), max_size=6), st.sampled_from(",;\t"))
@example("profile,tags", [["\r", "x"], ["a\rb"]], ",")
def test_only_an_export_error_escapes(
    tmp_path_factory: pytest.TempPathFactory, header: str, cells: list[list[str]], delimiter: str
) -> None:
    lines = "\n".join([header.replace(",", delimiter), *(delimiter.join(row) for row in cells)])
    path = written(tmp_path_factory.mktemp("any"), lines.encode("utf-8", "surrogatepass"))
    with suppress(ExportError):
        rows(people.read(path))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_only_an_export_error_escapes_whatever_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = written(tmp_path_factory.mktemp("any"), content)
    with pytest.raises(ExportError):
        people.read(path)
