"""`netreport build --audience`: where a site goes, what it says of its reader, what stops it."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netreport.audience import Audience, Reader
from netreport.cli import main
from netreport.workspace import SITES
from tokened import Tokened

EXPORT = Path(__file__).parents[1] / "exports" / "zips" / "Basic_LinkedInDataExport_03-10-2026.zip"
PSEUDONYMS = "coach: {names: pseudonyms, k: 5}"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a workspace with a small export."""
    folder = tmp_path / "home"
    assert run("init", folder, "--archetype", "b2b-seller").exit_code == 0
    (folder / "exports" / EXPORT.name).write_bytes(EXPORT.read_bytes())
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def sharing(home: Path, coach: str) -> None:
    file = home / "strategy.yml"
    text = file.read_text("utf-8")
    assert PSEUDONYMS in text
    file.write_text(text.replace(PSEUDONYMS, coach), "utf-8")


def marker(site: Path) -> dict[str, object]:
    return dict(json.loads((site / ".netreport-site.json").read_text("utf-8")))


@pytest.mark.parametrize(
    ("audience", "folder"),
    [("private", "site"), ("coach", "site-coach"), ("public", "site-public")],
)
def test_each_audience_has_a_site_of_its_own_that_says_whom_it_is_for(
    audience: str, folder: str, tokened: Tokened
) -> None:
    site = tokened.home / folder
    assert marker(site)["audience"] == audience
    assert json.loads((site / "report.json").read_text("utf-8"))["audience"] == audience
    pages = list(site.glob("*.html"))
    assert pages
    assert all(f"nr-audience--{audience}" in page.read_text("utf-8") for page in pages)
    ignored = site / ".gitignore"
    assert (ignored.exists() and ignored.read_text()) == (audience != "public" and "*\n")


def test_no_two_audiences_share_a_build(tokened: Tokened) -> None:
    builds = {marker(tokened.home / SITES[one])["build"] for one in Audience}
    assert len(builds) == len(Audience)


def test_git_passes_over_every_site_in_a_workspace(home: Path) -> None:
    ignored = (home / ".gitignore").read_text("utf-8").splitlines()
    assert {f"/{folder}/" for folder in SITES.values()} <= set(ignored)


def test_full_names_for_a_coach_are_said_loudly(home: Path) -> None:
    sharing(home, "coach: {names: full}")
    result = run("build", "-w", home, "--audience", "coach")
    assert "FULL NAME" in result.stderr
    assert marker(home / "site-coach")["names"] == "full"
    assert "Coach, with full names" in (home / "site-coach" / "growth.html").read_text("utf-8")


@pytest.mark.parametrize("word", ["coahc", "Public", "everyone"])
def test_a_misspelt_audience_is_one_sentence_and_nothing_is_built(word: str, home: Path) -> None:
    result = run("build", "-w", home, "--audience", word)
    assert result.exit_code == 2
    error, hint = result.stderr.splitlines()
    assert error == f'error: there is no audience "{word}"'
    assert hint.endswith("it is private, coach, public")
    assert not (home / "site").exists()


def test_a_near_miss_is_asked_about(home: Path) -> None:
    result = run("build", "-w", home, "--audience", "coahc")
    assert "did you mean coach?" in result.stderr


@pytest.mark.parametrize("k", [1, 2])
def test_groups_too_small_to_hide_anybody_are_refused(k: int, home: Path) -> None:
    sharing(home, f"coach: {{k: {k}}}")
    result = run("build", "-w", home, "--audience", "coach")
    assert result.exit_code == 3
    assert "sharing.coach.k" in result.stderr
    assert not (home / "site-coach").exists()


def test_a_key_that_others_may_read_stops_the_build(home: Path) -> None:
    (home / ".netreport" / "pseudonyms.key").chmod(0o644)
    result = run("build", "-w", home, "--audience", "coach")
    assert result.exit_code == 6
    assert "chmod 600" in result.stderr
    assert not (home / "site-coach").exists()


def test_a_missing_key_is_made_for_its_owner_alone(tokened: Tokened) -> None:
    key = tokened.home / ".netreport" / "pseudonyms.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    secret = key.read_text("ascii").strip()
    files = [path for path in (tokened.home / "site-coach").rglob("*") if path.is_file()]
    assert not any(secret.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize("audience", [Audience.COACH, Audience.PUBLIC])
def test_no_reader_but_the_owner_goes_without_a_key_or_with_tiny_groups(audience: Audience) -> None:
    with pytest.raises(ValueError, match="key"):
        Reader(audience)
    with pytest.raises(ValueError, match="hide nobody"):
        Reader(audience, k=2, key=b"secret")


def test_what_everybody_was_told_is_kept_and_needed_the_next_time(home: Path) -> None:
    record = home / ".netreport" / "published.json"
    assert run("build", "-w", home, "--audience", "public").exit_code == 0
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    before = (home / "site-public" / "index.html").read_bytes()
    record.write_text("torn", "utf-8")
    result = run("build", "-w", home, "--audience", "public")
    assert result.exit_code == 6
    assert "published.json cannot be read" in result.stderr
    assert (home / "site-public" / "index.html").read_bytes() == before
