"""Encodings, headers and rows: what another program does to a file is found out, or told."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exported import (
    CONNECTIONS,
    NOTES,
    SAMPLES,
    connections,
    fates,
    outcome,
    read_files,
    rows_of,
    somebody,
    told,
    write,
)
from netreport.errors import ExportError
from netreport.model.network import Fate, Network
from netreport.model.tables import Table
from netreport.sources.export import READERS

ONE = connections(somebody(1))
SKILLS = "Name\nFührung\nÜbersetzung\n"


def skills(folder: Path, content: str | bytes) -> list[str]:
    network = read_files(folder, {"Connections.csv": ONE, "Skills.csv": content})
    assert network.issues == ()
    return network.tables[Table.SKILLS]["skill"].to_list()


@pytest.mark.parametrize(
    "content",
    [
        SKILLS.encode(),
        b"\xef\xbb\xbf" + SKILLS.encode(),
        b"\xff\xfe" + SKILLS.encode("utf-16-le"),
        b"\xfe\xff" + SKILLS.encode("utf-16-be"),
        SKILLS.replace("\n", "\r\n").encode(),
        SKILLS.replace("\n", "\r").encode(),
        SKILLS.rstrip("\n").encode(),
        (SKILLS + "\n\n").encode(),
        b'"Name"\n"F\xc3\xbchrung"\n"\xc3\x9cbersetzung"\n',
    ],
    ids=["utf-8", "mark", "utf-16le", "utf-16be", "crlf", "cr", "no end", "blank lines", "quoted"],
)
def test_a_file_is_read_in_every_encoding_linkedin_or_excel_writes(
    tmp_path: Path, content: bytes
) -> None:
    assert skills(tmp_path, content) == ["Führung", "Übersetzung"]


def test_windows_1252_is_read_and_told_with_its_first_line(tmp_path: Path) -> None:
    files = {"Connections.csv": ONE, "Skills.csv": "Name\nChess\nFührung €\n".encode("cp1252")}
    network = read_files(tmp_path, files)

    assert network.tables[Table.SKILLS]["skill"].to_list() == ["Chess", "Führung €"]
    assert [(file, line) for file, line, _ in told(network)] == [("Skills.csv", 3)]
    assert "take the file as LinkedIn sent it" in network.issues[0].message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"PK\x03\x04rest", "is a spreadsheet workbook"),
        (b"\xd0\xcf\x11\xe0rest", "is a spreadsheet workbook"),
        (b"Name\nOne\n\x81\x8d\n", "is neither UTF-8 nor Windows-1252 in line 3"),
        (b"\xff\xfeN\x00a", "starts as UTF-16 and is not"),
        (b"\xff\xfeN\x00\x00\xd8", "starts as UTF-16 and is not"),
        (b"Name\nOne\x00\n", "is no text"),
        ("Name".encode("utf-16-le"), "is no text"),
        (b"Nome\nOne\n", "has no header with Name"),
    ],
)
def test_what_cannot_be_read_is_reported_with_a_remedy(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    network = read_files(tmp_path, {"Connections.csv": ONE, "Skills.csv": content})

    assert fates(network)["Skills.csv"] is Fate.LEFT_OUT
    (issue,) = network.issues
    assert issue.message.startswith(reason)
    assert "take the file as LinkedIn sent it" in issue.message


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest", "spreadsheet workbook"),
        (NOTES.encode(), "has no header"),
        (b"Company,Position\nExample Works,Analyst\n", "has no header"),
        (("\n" * 20 + ONE).encode(), "has no header"),
        (f"{CONNECTIONS}\n1,2,3,4,5,6,7,8\n".encode(), "none of them can be read"),
        (f'{CONNECTIONS}\nA,B,"c\nA,B\n'.encode(), ":2: a quote is opened here and never closed"),
    ],
)
def test_connections_that_come_to_nothing_stop_the_run(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    with pytest.raises(ExportError, match=f"Connections.csv.*{problem}") as refusal:
        read_files(tmp_path, {"Connections.csv": content})
    assert refusal.value.remedy


def test_a_header_alone_is_a_network_of_nobody(tmp_path: Path) -> None:
    network = read_files(tmp_path, {"Connections.csv": NOTES + CONNECTIONS})

    assert network.tables[Table.CONNECTIONS].height == 0
    assert network.counts[Table.CONNECTIONS].figures == {"rows": 0, "hidden": 0}


@pytest.mark.parametrize("name", sorted(READERS))
def test_an_open_quote_is_found_in_every_file(tmp_path: Path, name: str) -> None:
    header = (
        "Date,Link,Message,Type,OptionText,ShareLink,ShareCommentary,Name,Time,Headline,First Name,"
        "Last Name,Connected On,Sent At,Direction,From,To,Content,Organization,Followed On,"
        "FullName,"
        "HashTag,CreatedTime,Title,Company Name,Creation Date,Endorsement Date,Endorser First Name,"
        "Endorsee First Name,Connection Profile URL,Note"
    )
    with pytest.raises(
        ExportError, match=rf"{name}(:2:| line 2:) a quote is opened here and never closed"
    ):
        read_files(tmp_path, {name: f'{header}\n"2024,\n'})


def test_columns_come_in_any_order_case_and_spelling(tmp_path: Path) -> None:
    content = (
        "CONNECTED ON;position;Location;last_name;FirstName;url\n"
        "07 Jun 2025;Analyst;Oslo;Example;Ana;www.linkedin.com/in/ana-example\n"
    )
    network = read_files(tmp_path, {"Connections.csv": content})
    row = network.tables[Table.CONNECTIONS].row(0, named=True)

    assert (row["person"], row["first_name"], row["position"]) == ("ana-example", "Ana", "Analyst")
    assert told(network) == [
        ("Connections.csv", 1, "columns that LinkedIn does not write, not read: 1"),
        ("Connections.csv", 1, "has no column Company"),
        ("Connections.csv", 1, "has no column Email Address"),
    ]


def test_of_a_column_that_comes_twice_the_first_is_read(tmp_path: Path) -> None:
    files = {"Connections.csv": ONE, "Skills.csv": "Name,Name\nChess,Go\n"}
    network = read_files(tmp_path, files)

    assert network.tables[Table.SKILLS]["skill"].to_list() == ["Chess"]
    assert told(network) == [("Skills.csv", 1, "has a column twice: the first one was read")]


def test_rows_are_told_by_the_line_they_start_on(tmp_path: Path) -> None:
    """Notes take three lines, the header one; a cell and a blank line make the next row later."""
    two_lines = ("Ana", "Two\nlines", *somebody(1)[2:])
    content = connections(two_lines, somebody(2)) + "\n\n" + rows_of("x", [somebody(3)])[2:]
    network = read_files(tmp_path, {"Connections.csv": content})

    assert network.tables[Table.CONNECTIONS]["line"].to_list() == [5, 7, 9]


def test_a_row_with_too_many_cells_costs_that_row(tmp_path: Path) -> None:
    content = connections(*(somebody(number) for number in range(30))) + "\nA,B,,,,,07 Jun 2025,,x"
    network = read_files(tmp_path, {"Connections.csv": content})

    assert network.tables[Table.CONNECTIONS].height == 30
    assert told(network) == [("Connections.csv", 35, "has 9 cells where the header has 7")]


def test_a_stray_quote_costs_its_row(tmp_path: Path) -> None:
    stray = '\nAna,"Ex"ample,,,,,07 Jun 2025'
    content = connections(somebody(1)) + stray + "\n" + rows_of("x", [somebody(2)])[2:]
    network = read_files(tmp_path, {"Connections.csv": content})

    assert network.tables[Table.CONNECTIONS]["line"].to_list() == [5, 7]
    assert told(network) == [("Connections.csv", 6, "a quote stands where none can")]


def test_empty_cells_that_a_program_added_or_left_out_do_not_matter(tmp_path: Path) -> None:
    content = f"{CONNECTIONS}\n{','.join(somebody(1))},,,\n,,,,,,\n,,\n"
    network = read_files(tmp_path, {"Connections.csv": content, "Skills.csv": "Name,\nGo\n"})

    assert network.tables[Table.CONNECTIONS].height == 1
    assert network.issues == ()


def test_more_than_one_bad_row_in_twenty_stops_the_run(tmp_path: Path) -> None:
    """5 of 100 may be bad, 6 of 100 may not; 3 may be bad in any file."""
    bad = tuple("far too wide")

    def network(good: int, bad_ones: int) -> None:
        rows = [somebody(number) for number in range(good)] + [bad] * bad_ones
        read_files(tmp_path, {"Connections.csv": connections(*rows)})

    network(95, 5)
    network(1, 3)
    with pytest.raises(ExportError, match="6 of 100 rows cannot be used"):
        network(94, 6)
    with pytest.raises(ExportError, match="4 of 5 rows cannot be used"):
        network(1, 4)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Invitations.csv", "From,To,Sent At,Message,Direction"),
        ("messages.csv", "CONVERSATION ID,FROM,TO,DATE,CONTENT"),
    ],
)
def test_a_file_that_the_report_rests_on_still_stops_the_run(
    tmp_path: Path, name: str, head: str
) -> None:
    wide = f"{head}\n" + "far,too,wide,by,one,more,cell\n" * 4
    with pytest.raises(ExportError, match=f"{name}: 4 of 4 rows cannot be used"):
        read_files(tmp_path, {"Connections.csv": ONE, name: wide})


@pytest.mark.parametrize(
    ("rows", "reason", "lines"),
    [
        ("Go,1,2\n" * 4 + "Chess\n", "4 of 5 rows cannot be used", [0, 2, 3, 4, 5]),
        ('Go\n"Chess\n', "line 3: a quote is opened here and never closed", [0]),
    ],
)
def test_a_ruined_file_beside_the_core_is_left_out_and_told(
    tmp_path: Path, rows: str, reason: str, lines: list[int]
) -> None:
    """Four rows of Skills.csv are too wide, or a quote stays open: the rest is read."""
    network = read_files(tmp_path, {"Connections.csv": ONE, "Skills.csv": f"Name\n{rows}"})

    assert Table.SKILLS not in network.tables
    assert fates(network) == {"Connections.csv": Fate.READ, "Skills.csv": Fate.LEFT_OUT}
    told = [issue for issue in network.issues if issue.file == "Skills.csv"]
    assert [issue.line for issue in told] == lines
    assert told[0].message.startswith(f"{reason}, so the whole file is left out")


def test_many_bad_rows_are_told_one_by_one_up_to_twenty(tmp_path: Path) -> None:
    days = ["07 Jun 2025"] * 970 + ["someday"] * 30
    content = connections(*(somebody(number, day) for number, day in enumerate(days)))
    issues = told(read_files(tmp_path, {"Connections.csv": content}))

    assert len(issues) == 21
    assert issues[-1] == (
        "Connections.csv",
        995,
        "the day cannot be read; so in 10 rows from here on",
    )


NA_ROWS = [("Ana", "NA", *somebody(1)[2:3], "NA", "NA", "Analyst", "7-Jun-25")]


def test_na_is_empty_where_another_program_wrote_it_for_every_empty_cell(tmp_path: Path) -> None:
    content = "\ufeff" + rows_of(CONNECTIONS, [*NA_ROWS, ("NA",) * 6 + ("6-Jun-25",)])
    network = read_files(tmp_path, {"Connections.csv": content})

    assert network.tables[Table.CONNECTIONS]["last_name"].to_list() == [None, None]
    assert network.tables[Table.CONNECTIONS]["hidden"].to_list() == [False, True]
    assert told(network) == [("Connections.csv", 1, "NA was read as an empty cell")]


@pytest.mark.parametrize(
    "content",
    [
        rows_of(CONNECTIONS, NA_ROWS),  # nobody saved it again
        "\ufeff" + rows_of(CONNECTIONS, [*NA_ROWS, somebody(2)]),  # other cells are empty
    ],
)
def test_somebody_may_be_called_na(tmp_path: Path, content: str) -> None:
    connections_read = read_files(tmp_path, {"Connections.csv": content}).tables[Table.CONNECTIONS]

    assert connections_read["last_name"][0] == "NA"


@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(sorted(READERS)),
    head=st.sampled_from(["", "sample", "\ufeff", "sep=;\n"]),
    body=st.one_of(
        st.binary(max_size=200),
        st.text(alphabet='a",;\t\r\n\\ 1/:-Z\u202eé😀&<>', max_size=200).map(str.encode),
    ),
)
@example(name="Comments.csv", head="sample", body=b'"\\"\n')
def test_no_bytes_break_a_reader(
    tmp_path_factory: pytest.TempPathFactory, name: str, head: str, body: bytes
) -> None:
    """Behind nothing, or behind a whole sample of the file: an error of ours, or a network."""
    start = SAMPLE_BYTES.get(name, b"") if head == "sample" else head.encode()
    files = {"Connections.csv": ONE, name: start + body}
    result = outcome(write(tmp_path_factory.mktemp("csv"), files))

    if isinstance(result, Network):
        assert {file.name for file in result.files} == {"Connections.csv", name}
    else:
        assert result.problem
        assert result.remedy


def _samples() -> dict[str, bytes]:
    """Give the bytes of one sample file of each name."""
    found = {}
    for name in READERS:
        stem = name.removesuffix(".csv")
        for path in sorted(SAMPLES.glob(f"20*/{stem}*.csv")):
            found[name] = path.read_bytes()
    return found


SAMPLE_BYTES = _samples()


def test_every_reader_has_a_sample() -> None:
    assert SAMPLE_BYTES.keys() == READERS.keys()
    assert all(reader.__doc__ for _, reader in READERS.values())
