"""`netreport titles`, from the command line and from a file."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netreport.cli import main
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["titles", *map(str, arguments)], catch_exceptions=False)


def test_titles_are_told_with_the_words_that_decided() -> None:
    told = run("Head of Sales APAC", "Ninja").stdout
    assert "Sales" in told
    assert "decided by: Head; Sales" in told
    assert "function unknown, level unknown" in told


def test_csv_keeps_the_columns_and_their_order_and_adds_five(tmp_path: Path) -> None:
    file = tmp_path / "titles.csv"
    rows = [["7", "Sales Manager", "a, b"], ["8", "", '"x"'], ["9", "Ninja", "=1+1"]]
    text = io.StringIO()
    csv.writer(text).writerows([["id", "title", "remark"], *rows])
    file.write_text(text.getvalue(), encoding="utf-8-sig")
    header, *out = csv.reader(io.StringIO(run("--file", file, "--format", "csv").stdout))
    added = ["function", "function2", "seniority", "confidence", "decided_by"]
    assert header == ["id", "title", "remark", *added]
    assert [row[:3] for row in out] == rows
    assert out[0][3] in FUNCTIONS
    assert out[0][5] in SENIORITIES
    assert out[2][3:] == ["", "", "", "", ""]


@pytest.mark.parametrize("between", [";", "\t", ","])
def test_the_column_is_found_as_spreadsheets_write_it(between: str, tmp_path: Path) -> None:
    file = tmp_path / "titles.csv"
    file.write_text(f"id{between} Title\r\n7{between}CFO\r\n", encoding="utf-8-sig")
    header, row = csv.reader(io.StringIO(run("--file", file, "--format", "csv").stdout))
    assert header[:2] == ["id", " Title"]
    assert row[:3] == ["7", "CFO", "Finance"]


def test_a_file_without_that_column_has_one_title_a_line(tmp_path: Path) -> None:
    file = tmp_path / "titles.txt"
    file.write_text("Nurse, night shift\nVertriebsleiter\n", encoding="utf-8")
    rows = json.loads(run("--file", file, "--format", "json").stdout)
    assert [row["title"] for row in rows] == ["Nurse, night shift", "Vertriebsleiter"]
    assert rows[1]["decided_by"] == ["Vertriebsleiter"]


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "titles.csv"
    for content in (b"", b"title\nVerk\xe4ufer\n", b'title\n"open\n'):
        file.write_bytes(content)
        result = run("--file", file)
        assert result.exit_code == 3
        assert result.stderr.startswith("error: titles.csv")
    assert run("--file", tmp_path / "absent.csv").exit_code == 3
    assert run().exit_code == 2
