"""The demo comes out the same everywhere, in the size that was asked for."""

import csv
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.demo import network
from netreport.demo.__main__ import main
from netreport.demo.beside.tables import own_files
from netreport.demo.chance import apportioned, chance, urn
from netreport.demo.files import archive
from netreport.demo.files.export import members
from netreport.demo.story import Plan
from netreport.demo.world import imagine
from netreport.demo.writing import write_export, write_pair
from netreport.errors import OutputError
from netreport.model.tables import Table
from netreport.sources.export import read
from netreport.sources.owner import outreach
from netreport.sources.owner.people import read as people_of
from netreport.sources.strategy import check

Read = Callable[[str], list[dict[str, str]]]
WRITTEN_BY_HAND = {"strategy.yml", "my-rules.md"}


def test_the_shipped_network_is_what_the_script_writes(tmp_path: Path, plan: Plan) -> None:
    write_pair(plan, tmp_path)
    shipped = {path.name: path for path in network().rglob("*") if path.is_file()}
    written = {path.name: path for path in tmp_path.rglob("*") if path.is_file()}
    assert set(shipped) == set(written) | WRITTEN_BY_HAND
    for name, path in written.items():
        assert _content(path) == _content(shipped[name]), name


def test_hash_seed_locale_and_time_zone_change_nothing(tmp_path: Path) -> None:
    prints = set()
    for number, zone in enumerate(("UTC", "Asia/Tokyo", "America/Los_Angeles")):
        target = tmp_path / f"{number}.zip"
        environment = {
            "PYTHONHASHSEED": str(number),
            "TZ": zone,
            "LC_ALL": ("C", "de_DE.UTF-8")[number % 2],
        }
        subprocess.run(
            [
                sys.executable,
                "-m",
                "netreport.demo",
                "--connections",
                "90",
                "--messages",
                "400",
                str(target),
            ],
            check=True,
            env={**os.environ, **environment},
        )
        prints.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(prints) == 1


def test_another_seed_is_another_network() -> None:
    first, second = (imagine(Plan(connections=40, messages=50, seed=seed)) for seed in (1, 2))
    assert {r.member.slug for r in first.requests} != {r.member.slug for r in second.requests}


def test_a_folder_and_a_zip_hold_the_same_files(tmp_path: Path) -> None:
    plan = Plan(connections=50, messages=120)
    write_export(plan, tmp_path / "folder")
    write_export(plan, tmp_path / "archive.zip")
    with ZipFile(tmp_path / "archive.zip") as zipped:
        for info in zipped.infolist():
            assert (tmp_path / "folder" / info.filename).read_bytes() == zipped.read(info)
            assert info.date_time == (2026, 10, 31, 20, 0, 0)
            assert info.filename.isascii()
        files = [path for path in (tmp_path / "folder").rglob("*") if path.is_file()]
        assert len(files) == len(zipped.namelist())


@pytest.mark.parametrize(
    ("connections", "messages"), [(25, 0), (25, 7), (25, 3000), (400, 60), (3000, 21_000)]
)
def test_rows_are_as_many_as_were_asked_for(table: Read, connections: int, messages: int) -> None:
    plan = Plan(connections, messages, 3, date(2025, 3, 1))
    wanted = {"Connections.csv", "messages.csv"}
    files = members(imagine(plan), plan.as_of)
    texts = {name: "".join(pieces) for name, pieces in files if name in wanted}
    assert len(table(texts["Connections.csv"])) == connections
    assert len(table(texts["messages.csv"])) == messages


def test_the_reader_finds_nothing_to_complain_about(tmp_path: Path, plan: Plan) -> None:
    write_pair(plan, tmp_path)
    for path in (tmp_path / "exports").iterdir():
        network = read(path)
        assert network.issues == ()
        assert {str(file.fate) for file in network.files} == {"read", "left alone"}
        assert network.owner.slug == "tamsin-corrigall-example"
        assert f"{network.as_of:%m-%d-%Y}" in path.name


def test_the_owners_tables_are_read_without_complaint(plan: Plan) -> None:
    tables = own_files(imagine(plan))
    header, *decisions = csv.reader(io.StringIO(tables["decisions.csv"]))
    assert header == ["subject", "kind", "decision", "decided_on", "note"]
    assert {row[1] for row in decisions} == {"invitation", "person", "quiz"}
    assert [row[2] for row in decisions if row[1] == "quiz"].count("yes") == 7
    people = people_of(network() / "people.csv")
    assert people.issues == ()
    assert 55 <= people.tables[Table.ENRICHMENT].height <= 70
    log = outreach.read(network() / "outreach.csv")
    assert log.issues == ()
    assert 160 <= log.tables[Table.OUTREACH].height <= 170


def test_the_strategy_of_the_owner_is_accepted_without_a_warning() -> None:
    checked = check(network() / "strategy.yml", ["response_debt"])
    assert checked.strategy is not None
    assert (checked.errors, checked.warnings) == ((), ())


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="not empty"):
        write_export(Plan(25, 0), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_place_that_cannot_be_written_to_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for target in ("file/x.zip", "file/folder", "file"):
        done = CliRunner().invoke(main, ["--connections", "25", str(tmp_path / target)])
        assert done.exit_code == OutputError.exit_code
        assert "error: " in done.stderr
        assert "hint: " in done.stderr


def test_a_zip_that_fails_half_way_leaves_the_older_one(tmp_path: Path) -> None:
    def torn() -> Iterator[str]:
        yield "First Name"
        raise KeyboardInterrupt

    target = tmp_path / "mine.zip"
    target.write_bytes(b"older")
    with pytest.raises(KeyboardInterrupt):
        archive.write([("Connections.csv", torn())], target, date(2026, 1, 2))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.zip"]
    assert target.read_bytes() == b"older"


@pytest.mark.parametrize("wrong", [["--connections", "24"], ["--messages", "200001"], []])
def test_a_size_out_of_bounds_is_a_usage_error(wrong: list[str]) -> None:
    arguments = [*wrong, "somewhere.zip"] if wrong else []
    assert CliRunner().invoke(main, arguments).exit_code == 2


@given(
    st.integers(0, 40_000),
    st.lists(st.floats(0, 1000), min_size=1, max_size=20).filter(lambda w: sum(w) > 0),
)
def test_parts_add_up_and_are_fair(total: int, weights: list[float]) -> None:
    parts = apportioned(total, weights)
    assert sum(parts) == total
    exact = [total * weight / sum(weights) for weight in weights]
    assert all(abs(part - share) <= 1 for part, share in zip(parts, exact, strict=True))


@given(st.lists(st.integers()), st.integers())
@settings(max_examples=50)
def test_shuffling_keeps_everything(things: list[int], seed: int) -> None:
    assert sorted(chance(seed).shuffled(things)) == sorted(things)


def test_draws_are_the_ones_they_always_were() -> None:
    by = chance(7, "demo")
    assert [by.below(100) for _ in range(6)] == [21, 9, 4, 0, 51, 13]


def test_an_urn_gives_nothing_that_weighs_nothing() -> None:
    by, drawn = chance(1), urn({"never": 0, "rarely": 1, "often": 9})
    counts = [drawn.draw(by) for _ in range(1000)]
    assert counts.count("never") == 0
    assert 60 < counts.count("rarely") < 140


def _content(path: Path) -> bytes | dict[str, bytes]:
    if path.suffix != ".zip":
        return path.read_bytes()
    with ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}
