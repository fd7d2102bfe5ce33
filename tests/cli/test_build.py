"""`netreport build`, the whole way: every sample, both forms, and what stops it."""

import filecmp
import html
import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netreport.cli import main

EXPORTS = Path(__file__).parents[1] / "exports"
STRATEGY = Path(__file__).parents[1] / "strategies" / "apac-b2b-seller.yaml"
LEAVES = [path.parent for path in EXPORTS.rglob("*.csv")]
FOLDERS = sorted({path for path in LEAVES if path.parent == EXPORTS or "variants" in path.parts})
ZIPS = sorted((EXPORTS / "zips").glob("*.zip"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def build(export: Path, site: Path, *more: object) -> Result:
    return run("build", "--export", export, "--strategy", STRATEGY, "--site-dir", site, *more)


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("export", [*FOLDERS, *ZIPS], ids=lambda path: path.name)
def test_every_sample_of_every_year_builds(export: Path, tmp_path: Path) -> None:
    result = build(export, tmp_path / "site")
    assert result.exit_code == 0, result.stderr
    assert "<h1" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_zip_and_the_folder_in_it_give_the_same_bytes(tmp_path: Path) -> None:
    name = "Basic_LinkedInDataExport_03-10-2026"
    with zipfile.ZipFile(EXPORTS / "zips" / f"{name}.zip") as archive:
        archive.extractall(tmp_path / f"{name}.zip")
    one, other = tmp_path / "one", tmp_path / "other"
    assert build(EXPORTS / "zips" / f"{name}.zip", one).exit_code == 0
    assert build(tmp_path / f"{name}.zip", other).exit_code == 0
    assert files_of(one) == files_of(other)
    _, different, odd = filecmp.cmpfiles(one, other, files_of(one), shallow=False)
    assert (different, odd) == ([], [])


def test_a_file_that_is_left_out_is_named_at_the_terminal_and_in_the_report(tmp_path: Path) -> None:
    result = build(EXPORTS / "excel-resaved", tmp_path / "site")
    assert result.exit_code == 0
    loud, quiet = result.stderr.splitlines()[:2]
    assert loud.startswith("warning: Reactions.csv is missing from the report: is a spreadsheet")
    assert "rows or files could not be used" in quiet
    page = html.unescape((tmp_path / "site" / "data.html").read_text("utf-8"))
    missing = page.partition('id="missing-from-this-report"')[2].partition('id="what-was-read"')[0]
    assert "Reactions.csv" in missing
    assert "Shares.csv" not in missing


def test_a_second_build_takes_the_place_of_the_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(EXPORTS / "2021-basic", site).exit_code == 0
    (site / "index.html").write_text("old")
    assert build(EXPORTS / "2024-complete", site).exit_code == 0
    assert (site / "index.html").read_text("utf-8") != "old"
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_init_then_a_zip_then_build_needs_no_other_step(tmp_path: Path) -> None:
    home = tmp_path / "my network ✨"
    assert run("init", home, "--archetype", "b2b-seller").exit_code == 0
    source = EXPORTS / "zips" / "Basic_LinkedInDataExport_03-10-2026.zip"
    (home / "exports" / source.name).write_bytes(source.read_bytes())
    result = run("build", "-w", home)
    assert result.exit_code == 0, result.stderr
    assert (home / "site" / "index.html").is_file()


def _bad_inputs(folder: Path) -> dict[str, Path]:
    torn = folder / "torn.zip"
    torn.write_bytes((EXPORTS / "zips" / ZIPS[0].name).read_bytes()[:2000])
    nothing = folder / "nothing"
    nothing.mkdir()
    (nothing / "letter.txt").write_text("Dear Sir")
    profile = folder / "profile"
    profile.mkdir()
    (profile / "Profile.csv").write_bytes((EXPORTS / "2021-basic" / "Profile.csv").read_bytes())
    empty = folder / "empty"
    empty.mkdir()
    (empty / "Connections.csv").touch()
    return {
        "torn": torn,
        "nothing": nothing,
        "profile": profile,
        "empty": empty,
        "absent": folder / "absent.zip",
    }


@pytest.mark.parametrize("kind", ["torn", "nothing", "profile", "empty", "absent"])
def test_a_bad_export_is_one_sentence_and_the_old_site_stands(kind: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(EXPORTS / "2021-basic", site).exit_code == 0
    before = {name: (site / name).read_bytes() for name in files_of(site)}
    result = build(_bad_inputs(tmp_path)[kind], site)
    assert result.exit_code == 3
    error, hint = result.stderr.splitlines()
    assert error.startswith("error: ")
    assert kind in error
    assert hint.startswith("hint: ")
    assert {name: (site / name).read_bytes() for name in files_of(site)} == before


def test_a_bad_export_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = _bad_inputs(tmp_path)["torn"]
    place = tmp_path / "new" / "site"
    assert build(bad, place).exit_code == 3
    assert run("render", place, "--export", bad, "--strategy", STRATEGY).exit_code == 3
    assert not place.parent.exists()


def test_an_export_with_only_profile_files_says_to_wait_for_the_second_mail(tmp_path: Path) -> None:
    result = build(_bad_inputs(tmp_path)["profile"], tmp_path / "site")
    assert "second mail" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("text", [None, "", "[a, list]", "objective: [", "segments: 3\n"])
def test_a_strategy_that_cannot_be_used_stops_before_anything_is_written(
    text: str | None, tmp_path: Path
) -> None:
    strategy = tmp_path / "strategy.yml"
    if text is not None:
        strategy.write_text(text)
    site = tmp_path / "site"
    export = EXPORTS / "2021-basic"
    result = run("build", "--export", export, "--strategy", strategy, "--site-dir", site)
    assert result.exit_code == 3
    assert result.stderr.splitlines()[0].startswith("error: strategy.yml")
    assert result.stderr.splitlines()[-1].startswith("hint: ")
    assert not site.exists()


def test_a_workspace_that_does_not_exist_is_a_usage_error(tmp_path: Path) -> None:
    result = run("build", "-w", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "netreport init" in result.stderr


@pytest.mark.parametrize("name", ["exports", "letter"])
def test_a_folder_that_is_not_ours_is_never_replaced(name: str, tmp_path: Path) -> None:
    site = tmp_path / name
    site.mkdir()
    (site / "letter.txt").write_text("mine")
    result = build(EXPORTS / "2021-basic", site)
    assert result.exit_code == 4
    assert "letter.txt" in result.stderr
    assert (site / "letter.txt").read_text() == "mine"


def test_the_marker_lists_every_file_and_the_audience(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(EXPORTS / "2021-basic", site)
    marker = json.loads((site / ".netreport-site.json").read_text("utf-8"))
    assert set(marker["files"]) == files_of(site)
    assert marker["audience"] == "private"


def test_strict_ends_with_1_and_names_the_target_that_was_missed(tmp_path: Path) -> None:
    strategy = tmp_path / "strategy.yml"
    targets = "targets: {effective_connections: {at_least: 9000}}\n"
    strategy.write_text(STRATEGY.read_text("utf-8") + targets, "utf-8")
    result = run(
        "build",
        "--export",
        EXPORTS / "2024-complete",
        "--strategy",
        strategy,
        "--site-dir",
        tmp_path / "site",
        "--strict",
    )
    assert result.exit_code == 1
    assert "missed: Effective connections" in result.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_verbose_says_what_each_step_and_the_whole_took(tmp_path: Path) -> None:
    told = build(EXPORTS / "2021-basic", tmp_path / "site", "-v").stderr
    assert re.search(
        r"^Reading the exports: \d+\.\d s, \d+\.\d\d s of computing$", told, re.MULTILINE
    )
    assert re.search(r"^\d+\.\d s of computing(, at most \d+ MB of memory)?$", told, re.MULTILINE)


def test_render_writes_markdown_that_mkdocs_builds(tmp_path: Path) -> None:
    result = run(
        "render", tmp_path / "md", "--export", EXPORTS / "2024-complete", "--strategy", STRATEGY
    )
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "md" / "docs" / "index.md").read_text("utf-8").startswith("---\ntitle: ")
