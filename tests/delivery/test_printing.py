"""The full report as a PDF: printed where there is a Chromium, and told how where there is none."""

import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from chromium import find
from netreport import pipeline
from netreport.cli import main
from netreport.delivery import printing
from netreport.errors import OutputError


@pytest.fixture(scope="module")
def printed(demo: pipeline.Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the demo's full report."""
    folder = tmp_path_factory.mktemp("printed")
    site = shutil.copytree(demo.site, folder / "site")
    printing.pdf(site, folder / "report.pdf", printing.find(Path(str(find()))))
    return folder / "report.pdf"


def test_the_full_report_is_a_pdf_of_a_bearable_length_that_readers_can_read_aloud(
    printed: Path,
) -> None:
    data = printed.read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in data
    assert b"/Outlines" in data
    assert 10 <= data.count(b"/Type /Page\n") <= 45


def test_no_link_on_paper_tells_where_the_site_lay(printed: Path) -> None:
    assert b"file:" not in printed.read_bytes()


def test_only_its_owner_may_read_it(printed: Path) -> None:
    assert stat.S_IMODE(printed.stat().st_mode) == 0o600


def test_what_is_no_pdf_is_not_written_over(tmp_path: Path) -> None:
    there = tmp_path / "thesis.pdf"
    there.write_text("mine", "utf-8")
    for target in (there, tmp_path / "report.txt", tmp_path):
        with pytest.raises(OutputError):
            printing.refuse(target)
    assert there.read_text("utf-8") == "mine"


def test_without_a_chromium_one_line_says_how_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(printing, "ELSEWHERE", ())
    told = CliRunner().invoke(main, ["pdf", "--demo", "-o", str(tmp_path / "report.pdf")])
    assert told.exit_code == OutputError.exit_code
    assert told.stderr.splitlines()[0] == ("error: a Chromium, which prints the PDF, was not found")
    assert "full-report.html" in told.stderr
    assert not (tmp_path / "report.pdf").exists()


def test_a_browser_that_prints_nothing_is_told(demo: pipeline.Built, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(demo.site / printing.PAGE, site)
    with pytest.raises(OutputError, match="could not print"):
        printing.pdf(site, tmp_path / "report.pdf", Path(shutil.which("true") or "/bin/true"))
    assert not (tmp_path / "report.pdf").exists()
