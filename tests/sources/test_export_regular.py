"""The short way through a file and the careful one: what both give is the same."""

import re
from itertools import cycle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netreport.sources.export.decoding import RuinedError, Text
from netreport.sources.export.records import Bad, Layout, find_header, read_sheet, records
from netreport.sources.export.regular import run_of
from netreport.sources.export.sheets import told

LAYOUT = Layout(
    {"c": ("C",), "a": ("A",), "x": ("X",)}, needs=("a", "c"), lacks=("x",), leaves=("B",)
)
WORDS = ("", " ", "a", " b ", "é😀", "\ufeff", "NULL", "\\", "#", "12", "\r", "'")
QUOTED = st.lists(st.sampled_from([*WORDS, "\n", "\r\n", ",", "\t", '""']), max_size=4)
CELL = QUOTED.map(lambda words: f'"{"".join(words)}"') | st.sampled_from(WORDS)
ROW = st.lists(CELL, min_size=3, max_size=3)
ODD = st.text(alphabet='a",\t\n\r ', max_size=6).map(lambda text: [text])


@settings(max_examples=500, deadline=None)
@given(
    rows=st.lists(st.one_of(ROW, ROW, ROW, ROW, ODD), max_size=12),
    delimiter=st.sampled_from(",;\t"),
    ends=st.lists(st.sampled_from(["\n", "\r\n"]), min_size=1, max_size=3),
)
@example(rows=[["", "", ""], ['"a\nb"', '"c"', ""], ["1", "2"]], delimiter=",", ends=["\n"])
@example(rows=[["\ufeff", "a", "b"], [" ", "a", "b"]], delimiter=",", ends=["\n"])
def test_a_file_reads_as_record_by_record(
    rows: list[list[str]], delimiter: str, ends: list[str]
) -> None:
    lines = [delimiter.join(row) for row in [["A", "B", "C"], *rows]]
    text = Text("a.csv", "".join(map(str.__add__, lines, cycle(ends))).encode())
    bad: list[Bad] = []
    try:
        careful = [
            (line, *bare)
            for starts, cells in records(text, find_header(text, LAYOUT), bad)
            for line, row in zip(starts, cells, strict=True)
            if any(bare := _bare(line, row, bad))
        ]
    except RuinedError as error:
        with pytest.raises(RuinedError, match=re.escape(error.problem)):
            read_sheet(text, LAYOUT)
    else:
        sheet = read_sheet(text, LAYOUT)
        assert sheet.cells.rows() == careful
        assert sheet.issues == told("a.csv", bad)


def _bare(line: int, row: list[str], bad: list[Bad]) -> tuple[str | None, str | None, None]:
    """Give the cells C and A, and none for the column that is not there."""
    if any(row[3:]):
        bad.append((line, f"has {len(row)} cells where the header has 3"))
        return None, None, None
    a, _, c = [*row, "", "", ""][:3]
    return c.strip() or None, a.strip() or None, None


@pytest.mark.parametrize(
    ("content", "regular"),
    [
        ('a,b\n"c\n""d"",",e\n', 'a,b\n"c\n""d"",",e\n'),
        ("a,b\nc\nd,e\n", "a,b\n"),
        ('a,b\nc,d"\n', "a,b\n"),
        ('a,b\n"c"d,e\n', "a,b\n"),
        ('a,b\n"c,d\n', "a,b\n"),
        ("a,b\nc,d", "a,b\n"),
        ("a,b\r\nc,\rd\n", "a,b\r\n"),
        ("a,b,c\n", ""),
    ],
)
def test_a_run_ends_before_the_first_odd_record(content: str, regular: str) -> None:
    found = run_of(",", 2).match(content.encode())

    assert (found.group().decode() if found else "") == regular
