"""`netreport check` on every sample export, and on what cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from netreport.cli import main

EXPORTS = Path(__file__).parents[1] / "exports"
STRATEGY = Path(__file__).parents[1] / "strategies" / "apac-b2b-seller.yaml"
# connections: rows, hidden; invitations: rows, accepted, not accepted
# messages: rows, conversations, sponsored, drafts, partners, joined
COUNTS = {
    "2018-complete": ((8, 0), (6, None, None), (7, None, 0, 0, None, None)),
    "2021-basic": ((12, 2), (6, None, None), (12, 9, 1, 0, 4, 0)),
    "2023-urn-invitations": ((8, 1), (7, None, None), None),
    "2024-complete": ((14, 2), (9, 5, 4), (15, 11, 2, 0, 5, 4)),
    "2026-basic-fully-quoted": ((13, 2), (11, 6, 5), (13, 9, 2, 1, 5, 3)),
    "2026-complete-suffixed": ((12, 1), (8, 5, 3), (15, 10, 2, 3, 5, 4)),
    "excel-resaved": ((9, 1), (6, 2, 4), (7, 6, 1, 1, 3, 3)),
    "zips/Basic_LinkedInDataExport_03-10-2026.zip": (
        (13, 2),
        (11, 6, 5),
        (13, 9, 2, 1, 5, 3),
    ),
    "zips/Complete_LinkedInDataExport_04-18-2026.zip.zip": (
        (12, 1),
        (8, 5, 3),
        (15, 10, 2, 3, 5, 4),
    ),
    "zips/Complete_LinkedInDataExport_03-20-2024 (1).zip": (
        (14, 2),
        (9, 5, 4),
        (15, 11, 2, 0, 5, 4),
    ),
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def checked(*arguments: str) -> Any:
    result = run("--json", *arguments)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", COUNTS)
def test_the_counts_are_those_that_the_samples_were_written_with(name: str) -> None:
    told = checked("--export", str(EXPORTS / name), "--strategy", str(STRATEGY))
    connections, invitations, messages = COUNTS[name]
    assert tuple(told["tables"]["connections"].values()) == connections
    assert tuple(told["tables"]["invitations"].values()) == invitations
    if messages:
        assert tuple(told["tables"]["messages"].values()) == messages
    assert told["strategy"] == []


def test_every_file_has_a_fate_and_every_file_that_is_not_read_a_reason() -> None:
    told = checked("--export", str(EXPORTS / "2026-complete-suffixed"))
    folder = EXPORTS / "2026-complete-suffixed"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {one["name"] for one in told["files"]} == files
    assert all(one["reason"] for one in told["files"] if one["status"] != "read")


def test_a_mistake_in_the_strategy_is_told_with_its_place(tmp_path: Path) -> None:
    text = STRATEGY.read_text().replace("fit: ideal ", "fit: idael ", 1)
    (tmp_path / "strategy.yml").write_text(text)
    export = str(EXPORTS / "2021-basic")
    result = run("--json", "--export", export, "--strategy", str(tmp_path / "strategy.yml"))
    assert result.exit_code == 3
    (mistake,) = json.loads(result.stdout)["strategy"]
    assert mistake["key"] == "segments.0.fit"
    assert 'did you mean "ideal"' in mistake["message"]


def test_an_issue_of_a_whole_file_has_no_line_and_each_reason_stands_apart() -> None:
    result = run("--export", str(EXPORTS / "excel-resaved"))
    assert "issue: Reactions.csv: is a spreadsheet workbook" in result.stderr
    assert "issue: Connections.csv:1: has no column Email Address" in result.stderr
    assert "  Reactions.csv (is a spreadsheet workbook" in result.stdout


def test_an_export_that_is_none_is_one_sentence_and_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    result = run("--export", str(tmp_path))
    assert result.exit_code == 3
    error, hint = result.stderr.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")


def test_without_json_it_reads_as_text() -> None:
    result = run("--export", str(EXPORTS / "2026-complete-suffixed"), "--strategy", str(STRATEGY))
    assert result.exit_code == 0
    assert "connections: 12 rows, 1 hidden" in result.stdout
    assert "apac-b2b-seller.yaml can be used." in result.stdout
