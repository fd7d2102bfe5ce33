"""When a preview builds again."""

from pathlib import Path

from netreport.site.preview import on_change


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
