"""The files that a command writes for the owner to fill in, and what they change."""

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netreport import pipeline
from netreport.cli import main, options
from netreport.model.results import Estimate, Measured
from netreport.model.tables import Table


def run(*arguments: object, answers: str | None = None) -> Result:
    named = [str(one) for one in arguments]
    return CliRunner().invoke(main, named, input=answers, catch_exceptions=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace with the demo network in it."""
    folder = tmp_path_factory.mktemp("owner") / "demo"
    assert run("init", folder, "--demo").exit_code == 0
    return folder


def report(home: Path) -> pipeline.Report:
    return pipeline.report(options.places(options.Named(home)))


def estimate(told: pipeline.Report, metric: str) -> Estimate:
    result = told.answers[metric].result
    assert isinstance(result, Measured)
    return result.estimate


def rendered(home: Path, folder: Path) -> dict[str, bytes]:
    result = run("render", folder, "-w", home)
    assert result.exit_code == 0, result.stderr
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_what_comes_from_the_cache_is_the_same_to_the_byte(home: Path, tmp_path: Path) -> None:
    """Once as it was, once with another target, against the same without a cache."""
    kept, strategy = home / ".netreport" / "cache", home / "strategy.yml"
    before = strategy.read_text("utf-8")
    first = rendered(home, tmp_path / "first")
    try:
        strategy.write_text(before.replace("hours_per_week: ", "hours_per_week: 1"), "utf-8")
        entries = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
        warm = rendered(home, tmp_path / "warm")
        assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == entries
        shutil.rmtree(kept)
        cold = rendered(home, tmp_path / "cold")
    finally:
        strategy.write_text(before, "utf-8")
    assert warm == cold != first
    assert any(name.endswith("-facts.network") for name in (path.name for path in kept.iterdir()))


def test_a_filled_in_template_narrows_the_ranges_by_its_rows(home: Path) -> None:
    file = home / "people-template.csv"
    before = report(home)
    unknown = before.network.tables[Table.PEOPLE].get_column("relevant").null_count()
    result = run("people", "template", "-w", home)
    assert result.exit_code == 0, result.stderr
    assert f"200 of the {unknown} people" in result.stdout
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 200
    for row in rows:
        said = {
            "function": "Sales",
            "seniority": "Director",
            "country": "NZ",
            "company": "Elsewhere",
        }
        row.update({name: said[name] for name in row["missing"].split(", ")})
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    after = report(home)
    people = after.network.tables[Table.PEOPLE]
    assert people.get_column("relevant").null_count() == unknown - 200
    for metric in ("relevance", "effective_connections", "standing", "capacity"):
        was, now = estimate(before, metric), estimate(after, metric)
        assert now.high - now.low < was.high - was.low, metric
        assert was.low <= now.low, metric
        assert now.high <= was.high, metric
    again = run("people", "template", "-w", home)
    assert again.exit_code == 4
    assert "is there already" in again.stderr


def test_a_template_that_nobody_filled_in_changes_nothing(home: Path) -> None:
    people = report(home).network.tables[Table.PEOPLE]
    empty = home / "people-empty.csv"
    assert run("people", "template", "-w", home, "--out", empty).exit_code == 0
    assert report(home).network.tables[Table.PEOPLE].equals(people)
    empty.unlink()


def test_a_log_of_outreach_is_there_to_fill_in_and_is_never_replaced(home: Path) -> None:
    log = home / "outreach.csv"
    assert run("outreach", "template", "-w", home).exit_code == 4
    theirs = log.read_bytes()
    log.rename(home / "aside")
    assert run("outreach", "template", "-w", home).exit_code == 0
    assert "outreach.csv, 1 rows" in run("check", "-w", home).stdout
    (home / "aside").replace(log)
    assert log.read_bytes() == theirs


def test_own_texts_start_from_ours_and_check_finds_what_is_never_used(home: Path) -> None:
    mine = home / "texts" / "ask-why.en.md"
    assert "4 texts were copied" in run("texts", "-w", home).stdout
    assert "{first_name}" in mine.read_text("utf-8")
    assert "0 texts were copied" in run("texts", "-w", home).stdout
    assert "texts/" not in run("check", "-w", home).stderr
    mine.write_text("Hello {firstname}", "utf-8")
    (home / "texts" / "askwhy.md").write_text("Hello", "utf-8")
    told = run("check", "-w", home).stderr
    assert "issue: texts/ask-why.en.md: {firstname} is never filled in" in told
    assert "issue: texts/askwhy.md: is none of the texts" in told


def test_check_reads_what_the_owner_adds(home: Path) -> None:
    people = home / "people.csv"
    kept = people.read_text("utf-8")
    people.write_text(f"{kept}https://www.linkedin.com/in/dana-example,,,,,\n", "utf-8")
    assert f"people.csv, {len(kept.splitlines())} rows" in run("check", "-w", home).stdout
    people.write_text("colour,taste\nred,sweet\n", "utf-8")
    result = run("check", "-w", home)
    assert result.exit_code == 3
    assert result.stderr.startswith("error: people.csv has no header that we know")
    people.write_text(kept, "utf-8")


def test_a_decision_at_the_terminal_is_kept_and_asked_no_more(home: Path) -> None:
    first = run("triage", "-w", home, answers="a\nk\ns\nq\n")
    assert first.exit_code == 0, first.stderr
    assert "2 decisions kept." in first.stdout
    left = int(first.stdout.split(" to go")[0])
    assert run("triage", "-w", home, answers="q\n").stdout.startswith(f"{left - 2} to go")


def test_a_letter_that_means_nothing_is_asked_again(home: Path) -> None:
    told = run("triage", "-w", home, answers="z\nq\n")
    assert "0 decisions kept." in told.stdout
    assert told.exit_code == 0


def test_the_quiz_goes_on_where_it_stopped(home: Path) -> None:
    first = run("quiz", "-w", home, "--seed", 7, answers="y\nn\ny\nq\n")
    assert first.stdout.startswith("20 to go")
    assert "3 answers kept" in first.stdout
    assert run("quiz", "-w", home, "--seed", 7, answers="q\n").stdout.startswith("17 to go")


def test_the_audit_goes_on_where_it_stopped_and_says_what_you_want(home: Path) -> None:
    first = run("audit", "-w", home, answers="y\nn\n?\nq\n")
    assert report(home).strategy.objective.statement in first.stdout
    left = int(first.stdout.split(" to go")[0].rsplit("\n", 1)[-1])
    second = run("audit", "-w", home, answers="q\n")
    assert f"{left - 3} to go" in second.stdout


def test_explain_knows_numbers_and_recommendations_and_what_you_meant(home: Path) -> None:
    assert "Formula: " in run("explain", "-w", home, "M1").stdout
    one = report(home).advice.recommendations[0]
    assert "Why: " in run("explain", "-w", home, one.id).stdout
    wrong = run("explain", "-w", home, "relevnce")
    assert wrong.exit_code == 2
    assert "hint: did you mean relevance? ids are in report.json\n" in wrong.stderr
