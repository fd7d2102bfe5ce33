"""When a preview builds, and when again."""

import socket
from pathlib import Path

import pytest

from netreport.delivery import serving
from netreport.errors import OutputError
from netreport.site.preview import HOST, looked_at, on_change


def test_a_port_that_is_taken_is_told_before_anything_is_built() -> None:
    built: list[Path] = []
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OutputError, match=f"port {port} cannot be used"):
            serving.serve(built.append, [], port, print)
    assert built == []


def test_it_builds_again_when_a_watched_file_comes_changes_or_goes(tmp_path: Path) -> None:
    decisions, pages = tmp_path / "decisions.csv", tmp_path / "content"
    built: list[int] = []
    again = on_change(lambda: built.append(1), [decisions, pages])
    (tmp_path / "beside.txt").write_text("not ours")
    again()
    assert not built
    decisions.write_text("a")
    again()
    decisions.write_text("ab")
    again()
    pages.mkdir()
    (pages / "mine.md").write_text("# Mine")
    again()
    decisions.unlink()
    again()
    again()
    assert len(built) == 4


def test_what_is_yet_to_come_is_looked_for_in_its_folder(tmp_path: Path) -> None:
    there = tmp_path / "strategy.yml"
    there.touch()
    table, pages = tmp_path / "people.csv", tmp_path / "content"
    assert looked_at([there, table]) == {there: True, tmp_path: False}
    assert looked_at([pages, table]) == {tmp_path: True}
    assert looked_at([tmp_path / "nowhere" / "people.csv"]) == {}
