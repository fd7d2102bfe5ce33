"""`netreport share` at the terminal: what it writes, what it asks, and what stops it."""

import os
import stat
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netreport.cli import main
from netreport.delivery import printing

EXPORT = Path(__file__).parents[1] / "exports" / "2021-basic"
STRATEGY = Path(__file__).parents[1] / "strategies" / "apac-b2b-seller.yaml"
KEY = ".netreport/pseudonyms.key"
WORDS = "correct horse battery staple"


def share(*more: object, typed: str | None = None) -> Result:
    """Share a small export named outright."""
    arguments = ["share", "--export", EXPORT, "--strategy", STRATEGY, *more]
    return CliRunner().invoke(
        main, [str(one) for one in arguments], input=typed, catch_exceptions=False
    )


def left(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_workspace_has_a_place_for_it_out_of_git_that_its_owner_alone_may_read(
    here: Path,
) -> None:
    """The key is made on the way, and the same people have the same pseudonyms again."""
    run = CliRunner().invoke
    home = here / "mine"
    home.mkdir()
    (home / "strategy.yml").write_bytes(STRATEGY.read_bytes())
    (home / "exports").mkdir()
    (home / "exports" / "one").symlink_to(EXPORT)
    assert run(main, ["share", "-w", "mine", "-q"], catch_exceptions=False).output == ""
    file = home / "share" / "report.html"
    first = file.read_bytes()
    assert left(home / "share") == {".gitignore", "report.html"}
    assert (home / "share" / ".gitignore").read_text() == "*\n"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (file, home / KEY)} == {0o600}
    assert b'<meta name="netreport-audience" content="coach">' in first
    result = run(main, ["share", "-w", "mine"], catch_exceptions=False)
    assert "report.html is one HTML file of" in result.stdout
    assert "not encrypted" in result.stdout
    assert file.read_bytes() == first
    assert not (home / "site-coach").exists()


@pytest.mark.parametrize(("command", "file"), [("share", "a.html"), ("pdf", "a.pdf")])
def test_whoever_hands_over_hears_what_is_missing(
    command: str, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "find", lambda _: Path("chromium"))
    monkeypatch.setattr(printing, "pdf", lambda *_: None)
    export = EXPORT.parent / "excel-resaved"
    told = [command, "--export", str(export), "--strategy", str(STRATEGY), "-o", file]
    for quietly, missing in ((["-q"], False), ([], True)):
        run = CliRunner().invoke(main, [*told, *quietly], catch_exceptions=False)
        warned = "warning: Reactions.csv is missing from the report: is a spreadsheet" in run.stderr
        assert (run.exit_code, warned) == (0, missing)


def test_enter_makes_a_passphrase_typing_one_takes_it_and_ours_is_replaced(here: Path) -> None:
    """A new passphrase is told once, whoever is quiet; a typed one is not printed at all."""
    made = share("--passphrase", "-q", "-o", "coach.html", typed="\n")
    assert made.exit_code == 0, made.stderr
    (line,) = [line for line in made.stdout.splitlines() if line.startswith("Passphrase: ")]
    assert len(line.removeprefix("Passphrase: ").split(" ")) == 6
    first = (here / "coach.html").read_text("utf-8")
    assert "<title>Protected report</title>" in first
    assert 'content="coach"' not in first
    typed = share("--passphrase", "-o", "coach.html", typed=f"{WORDS}\n{WORDS}\n")
    assert typed.exit_code == 0, typed.stderr
    assert WORDS not in typed.output
    assert "is encrypted" in typed.stdout
    assert (here / "coach.html").read_text("utf-8") != first
    assert left(here) == {"coach.html"}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (f"{WORDS}\n{WORDS}s\n", "the two passphrases are not the same"),
        ("monday\nmonday\n", "a passphrase needs 12 letters or more"),
    ],
)
def test_a_bad_passphrase_stops_it_before_the_work(here: Path, typed: str, problem: str) -> None:
    result = share("--passphrase", typed=typed)
    assert result.exit_code == 2
    assert f"error: {problem}" in result.stderr
    assert "hint: " in result.stderr
    assert left(here) == set()


def test_a_passphrase_comes_from_a_file_that_is_closed_to_others(here: Path) -> None:
    (here / "secret").write_text(WORDS)
    (here / "secret").chmod(0o644)
    refused = share("--passphrase-file", "secret", "-o", "coach.html")
    assert (refused.exit_code, "chmod 600 secret" in refused.stderr) == (6, True)
    (here / "secret").chmod(0o600)
    assert share("--passphrase-file", "secret", "-o", "coach.html").exit_code == 0
    assert "Protected report" in (here / "coach.html").read_text("utf-8")


def test_both_ways_at_once_are_refused() -> None:
    result = share("--passphrase", "--passphrase-file", "secret")
    assert result.exit_code == 2
    assert "use either --passphrase or --passphrase-file" in result.stderr


def test_no_passphrase_is_taken_from_the_command_line() -> None:
    assert share("--passphrase", WORDS).exit_code == 2
    assert share(f"--passphrase={WORDS}").exit_code == 2


def test_without_cryptography_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers", None)
    result = share("--passphrase", typed="\n")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("hint: pip install cryptography")


def make_other(path: Path) -> None:
    path.write_text("<!doctype html><p>Mine.</p>")


def make_link(path: Path) -> None:
    (path.parent / "elsewhere.html").write_text("kept")
    path.symlink_to("elsewhere.html")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [make_other, make_link, make_folder, make_pipe])
def test_what_is_not_ours_stays(here: Path, make: object) -> None:
    make(here / "coach.html")  # type: ignore[operator]
    before = [(path, path.lstat().st_mtime_ns) for path in sorted(here.iterdir())]
    result = share("-o", "coach.html")
    assert result.exit_code == 4
    assert "coach.html" in result.stderr
    assert "-o" in result.stderr.splitlines()[-1]
    assert [(path, path.lstat().st_mtime_ns) for path in sorted(here.iterdir())] == before


@pytest.mark.parametrize("name", ["report.pdf", "report", "report.zip"])
def test_a_name_that_no_browser_opens_is_refused(here: Path, name: str) -> None:
    result = share("-o", name)
    assert (result.exit_code, "ends in .html" in result.stderr) == (4, True)
    assert left(here) == set()


def test_a_folder_that_is_a_file_is_told(here: Path) -> None:
    (here / "notes").write_text("kept")
    result = share("-o", "notes/coach.html")
    assert result.exit_code == 4
    assert "a folder above it is a file" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(here: Path) -> None:
    (here / "closed").mkdir(mode=0o500)
    result = share("-o", "closed/coach.html")
    assert (result.exit_code, "no permission" in result.stderr) == (4, True)


def test_a_missing_export_and_a_missing_workspace_are_told(here: Path) -> None:
    run = CliRunner().invoke
    nowhere = run(main, ["share"])
    assert (nowhere.exit_code, "holds a strategy.yml" in nowhere.stderr) == (2, True)
    (here / "strategy.yml").write_bytes(STRATEGY.read_bytes())
    empty = run(main, ["share"])
    assert (empty.exit_code, "no export yet" in empty.stderr) == (3, True)
    assert left(here) == {"strategy.yml"}
