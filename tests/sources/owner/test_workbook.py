"""A workbook is read as plain cells, and one that is anything else is refused in one sentence."""

import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.errors import ExportError
from netreport.sources.owner import analytics
from netreport.sources.owner.workbook import Worksheet, read_workbook
from workbooks import LAYOUT_C, repacked, workbook

SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet_xml(rows: str) -> bytes:
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def read(path: Path) -> tuple[Worksheet, ...]:
    return read_workbook(path, path.read_bytes())


def with_sheet(folder: Path, rows: str) -> Path:
    return repacked(workbook(folder, {"Sheet": [["x"]]}), {SHEET: sheet_xml(rows)})


def test_cells_are_what_a_known_library_reads(tmp_path: Path) -> None:
    path = workbook(tmp_path, LAYOUT_C)
    book = openpyxl.load_workbook(path, read_only=True)
    theirs = {
        (sheet.title, cell.row, cell.column - 1): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    book.close()
    ours = {
        (sheet.name, row.number, column): cell
        for sheet in read(path)
        for row in sheet.rows
        for column, cell in row.cells.items()
    }

    assert ours == theirs


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="inlineStr"><is><t> in </t></is></c>', "in"),
        ('<c r="A1" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>', "two runs"),
        ('<c r="A1" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="A1"><v>1.5E3</v></c>', 1500.0),
        ("<c><v>7</v></c>", 7.0),
        ('<c r="A1" t="b"><v>1</v></c>', None),
        ('<c r="A1" t="e"><v>#N/A</v></c>', None),
        ('<c r="A1"><v>1e999</v></c>', None),
        ('<c r="A1"><v>nan</v></c>', None),
        ('<c r="A1" s="3"/>', None),
    ],
)
def test_every_kind_of_cell_is_a_text_a_finite_number_or_nothing(
    tmp_path: Path, cell: str, value: str | float | None
) -> None:
    (sheet,) = read(with_sheet(tmp_path, f'<row r="1">{cell}</row>'))

    assert [row.cells.get(0) for row in sheet.rows] == ([] if value is None else [value])


def test_cells_and_rows_without_a_place_follow_each_other(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>"
    )
    (sheet,) = read(with_sheet(tmp_path, rows))

    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (1, {0: 1.0, 3: 2.0, 4: 3.0}),
        (2, {0: 4.0}),
    ]


def test_a_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    (sheet,) = read(with_sheet(tmp_path, near + far))

    assert [dict(row.cells) for row in sheet.rows] == [{0: 1.0}]


def test_a_document_type_is_refused_before_it_defines_anything(tmp_path: Path) -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f'<worksheet xmlns="{SPREADSHEET}"><sheetData><row><c t="str"><v>&b;</v></c></row>'
        "</sheetData></worksheet>"
    )
    for encoding in ("utf-8", "utf-16"):
        path = repacked(workbook(tmp_path, {"Sheet": [["x"]]}), {SHEET: bomb.encode(encoding)})
        with pytest.raises(ExportError, match="a part of it is damaged"):
            read(path)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "links to other files or holds macros"),
        ({"xl/vbaProject.bin": b"x"}, "links to other files or holds macros"),
        ({SHEET: b"<worksheet"}, "a part of it is damaged"),
        ({SHEET: sheet_xml('<row r="x"/>')}, "a part of it is damaged"),
        ({SHEET: sheet_xml('<row><c t="s"><v>99</v></c></row>')}, "a part of it is damaged"),
        ({SHEET: b'<?xml version="1.0" encoding="klingon"?><a/>'}, "a part of it is damaged"),
        ({"xl/_rels/workbook.xml.rels": b"<Relationships/>"}, "a part of it is damaged"),
        ({SHEET: b"<a>" * 200_000}, "a part of it is damaged"),
        ({SHEET: b" " * 5_000_000}, "larger than"),
        ({"../evil": b"x"}, "leads out"),
    ],
)
def test_a_hostile_or_torn_workbook_is_refused(
    tmp_path: Path, changes: dict[str, bytes], problem: str
) -> None:
    path = repacked(workbook(tmp_path, {"Sheet": [["x"]]}), changes)

    with pytest.raises(ExportError, match=problem) as caught:
        read(path)
    assert caught.value.problem.startswith("Content_Dana_Example.xlsx cannot be read: ")
    assert "download it from LinkedIn once more" in caught.value.remedy


def test_a_part_that_lies_about_its_size_is_not_believed(tmp_path: Path) -> None:
    path = repacked(workbook(tmp_path, {"Sheet": [["x"]]}), {SHEET: b" " * 40_000_000})
    content = bytearray(path.read_bytes())
    size = struct.pack("<I", 40_000_000)
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = struct.pack("<I", 1000)

    with pytest.raises(ExportError):
        read_workbook(path, bytes(content))


@pytest.mark.parametrize(
    "content", [b"", b"Date,Impressions\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)

    with pytest.raises(ExportError, match=r"x\.xlsx"):
        analytics.read(path)


def test_a_workbook_with_too_many_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="more than 30 sheets"):
        read(workbook(tmp_path, {f"Sheet {number}": [["x"]] for number in range(31)}))


def test_nesting_without_end_does_not_break_the_reader(tmp_path: Path) -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    path = repacked(workbook(tmp_path, {"Sheet": [["x"]]}), {SHEET: deep})

    assert [sheet.rows for sheet in read(path)] == [()]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    path = workbook(tmp_path_factory.mktemp("whole"), LAYOUT_C)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_only_an_export_error_escapes(
    tmp_path_factory: pytest.TempPathFactory, parts: dict[str, bytes], data: st.DataObject
) -> None:
    """Bytes are changed in one part before it is packed, so that the ZIP itself is sound."""
    name = data.draw(st.sampled_from([name for name in parts if name.startswith("xl/")]))
    at = data.draw(st.integers(0, len(parts[name])))
    length = data.draw(st.integers(0, 20))
    spoilt = parts[name][:at] + data.draw(st.binary(max_size=20)) + parts[name][at + length :]
    path = tmp_path_factory.mktemp("any") / "spoilt.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in {**parts, name: spoilt}.items():
            archive.writestr(part, content)
    with suppress(ExportError):
        analytics.read(path)
