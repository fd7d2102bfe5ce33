"""Where a site may be put: only where nothing of the user's is lost."""

import os
from pathlib import Path

import pytest

from faulty import FAULTS, failing
from netreport.delivery import swap
from netreport.errors import OutputError


def _site(folder: Path) -> Path:
    """Give a site of ours."""
    target = folder / "site"
    with swap.workshop(target) as workshop:
        (workshop / "site").mkdir()
        (workshop / "site" / "index.html").write_text("ours")
        swap.install(workshop / "site", target, {})
    return target


def _refused(target: Path, *protected: Path) -> str:
    with pytest.raises(OutputError) as error, swap.workshop(target, protected):
        pytest.fail("the workshop was opened")
    return error.value.problem


def test_a_site_of_ours_and_an_empty_folder_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for target in (_site(tmp_path), tmp_path / "empty", tmp_path / "new" / "below"):
        with swap.workshop(target) as folder:
            assert folder.is_dir()


def test_a_site_grows_where_its_owner_alone_can_look(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with swap.workshop(tmp_path / "site") as folder:
            assert folder.stat().st_mode & 0o777 == 0o700
            assert list(folder.iterdir()) == []
    finally:
        os.umask(before)


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    ours = _site(tmp_path)
    for name, leads in (("folder", ours), ("nowhere", tmp_path / "nothing")):
        (tmp_path / name).symlink_to(leads)
        assert "not a folder of its own" in _refused(tmp_path / name)
    assert (ours / "index.html").read_text() == "ours"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("mine")
    assert "not a folder of its own" in _refused(tmp_path / "letter")
    assert _refused(tmp_path / "letter" / "site").endswith("a folder above it is a file")


@pytest.mark.parametrize("name", ["mine.txt", "assets/deep/mine.txt", ".hidden"])
def test_one_file_that_is_not_ours_is_named(name: str, tmp_path: Path) -> None:
    target = _site(tmp_path)
    (target / name).parent.mkdir(parents=True, exist_ok=True)
    (target / name).write_text("mine")
    assert f"holds {name}" in _refused(target)
    assert (target / name).read_text() == "mine"


def test_a_link_in_our_site_and_a_repository_are_not_ours(tmp_path: Path) -> None:
    target = _site(tmp_path)
    (target / "more").symlink_to(tmp_path)
    assert "holds more" in _refused(target)
    (target / "more").unlink()
    (target / ".git").mkdir()
    assert "holds .git" in _refused(target)


def test_a_file_that_comes_while_we_build_is_not_lost(tmp_path: Path) -> None:
    target = _site(tmp_path)
    with swap.workshop(target) as folder:
        (folder / "site").mkdir()
        (target / "mine.txt").write_text("mine")
        with pytest.raises(OutputError, match=r"mine\.txt"):
            swap.install(folder / "site", target, {})
    assert (target / "mine.txt").read_text() == "mine"


def test_the_folders_that_one_lives_in_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, here = tmp_path / "homes" / "me", tmp_path / "work" / "here"
    for folder in (home, here):
        folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    for target in (home, home.parent, here, here.parent, Path("/"), Path()):
        assert "a folder that you need" in _refused(target)


def test_the_export_what_holds_it_and_what_lies_in_it_are_refused(tmp_path: Path) -> None:
    export = tmp_path / "exports" / "Basic_LinkedInDataExport"
    export.mkdir(parents=True)
    for target in (export, export.parent):
        assert "a folder that you need" in _refused(target, export)
    assert "inside" in _refused(export / "site", export)
    assert list(export.iterdir()) == []


def test_a_folder_that_cannot_be_looked_into_is_refused(tmp_path: Path) -> None:
    """What cannot be listed may hold something of the user's."""
    target = _site(tmp_path)
    with failing(target, 2, FAULTS["forbidden"]):
        assert _refused(target).endswith("there is no permission")
    assert (target / "index.html").read_text() == "ours"
