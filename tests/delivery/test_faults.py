"""Whatever goes wrong while a site is written: the old one stands whole, or the new one does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, cycle
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from faulty import FAULTS, Trial, contents, failing, killed, places
from netreport import pipeline
from netreport.cli import main
from netreport.delivery import exchange, swap
from netreport.errors import NetreportError

SPREAD = 9  # operations of a whole build that fail here; `python tests/faulty.py` tries them all
KILL = """
import os, signal, sys
from contextlib import contextmanager
from pathlib import Path
from faulty import places
from netreport import pipeline

@contextmanager
def step(name):
    if name == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
    yield

pipeline.build(places(Path(sys.argv[1]), "2023-urn-invitations"), step)
"""
NEW = {"index.html": b"new", "assets/a.css": b"new", "assets/more/b.js": b"new"}
OLD = {"index.html": b"old", "assets/c.css": b"old"}


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial.begun(tmp_path_factory.mktemp("faults") / "my network ✨")


def _put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _install(target: Path, files: dict[str, bytes]) -> None:
    with swap.workshop(target) as folder:
        _put(folder / "site", files)
        swap.install(folder / "site", target, {})


def _stands(target: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(target).items() if name != swap.MARKER}


@pytest.fixture(params=["atomic", "in two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the system swap folders in one step, or not know how to."""
    if request.param != "atomic":
        monkeypatch.setattr(exchange, "_swapped", lambda _new, _target: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("fault", FAULTS)
def test_no_failed_operation_of_a_swap_leaves_half_a_site(fault: str, tmp_path: Path) -> None:
    target = tmp_path / "my [site] ✨"
    for at in count(1):
        _install(target, OLD)
        quietly = suppress(NetreportError, KeyboardInterrupt)
        with quietly, failing(tmp_path, at, FAULTS[fault]) as seen:
            _install(target, NEW)
        assert _stands(target) in (OLD, NEW), (at, seen[-1])
        if len(seen) < at:
            break
    assert at > 20
    assert {path.name for path in tmp_path.iterdir()} <= {target.name, f".{target.name}.lock"}


@pytest.mark.usefixtures("way")
def test_a_process_killed_at_any_operation_of_a_swap_is_cleared_up_after(tmp_path: Path) -> None:
    """In two steps there is a moment without a site: then the next run brings the old one back."""
    target = tmp_path / "site"
    for at in count(1):
        _install(target, OLD)
        if not _dies(tmp_path, target, at):
            break
        with swap.workshop(target):
            assert _stands(target) in (OLD, NEW), at
            assert len([path for path in tmp_path.iterdir() if ".new-" in path.name]) == 1
    assert at > 20


def _dies(folder: Path, target: Path, at: int) -> bool:
    """Install in a process that is killed at one operation; False if there are not so many."""
    child = os.fork()
    if not child:
        try:
            with failing(folder, at, killed):
                _install(target, NEW)
            os._exit(0)
        finally:
            os._exit(1)  # no second pytest goes on from here
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in {0, -signal.SIGKILL}
    return ended != 0


def test_a_build_that_fails_anywhere_leaves_a_whole_site(trial: Trial) -> None:
    whole = trial.operations()
    for number, fault in zip(range(SPREAD), cycle(FAULTS), strict=False):
        trial.tried(1 + number * whole // SPREAD, fault)
    assert trial.left() == {"site", ".site.lock", ".netreport"}


@pytest.mark.parametrize("step", ["Measuring", "Writing the pages", "Building the site"])
def test_a_build_killed_at_a_stage_leaves_the_old_site(step: str, trial: Trial) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(trial.home), step], env=environment, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert contents(trial.home / "site") == trial.whole[0]
    assert trial.left() == {"site", ".site.lock", ".netreport"}


def test_a_second_build_says_who_holds_the_site(trial: Trial) -> None:
    with swap.workshop(trial.home / "site"):
        result = _build(trial.home / "site")
    assert result.exit_code == 5
    assert f"process {os.getpid()}" in result.stderr
    assert contents(trial.home / "site") == trial.whole[0]


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    _build(tmp_path / "site")
    alone = contents(tmp_path / "site")
    command = [sys.executable, "-m", "netreport", *_arguments(tmp_path / "site")]
    both = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert sorted(one.wait() for one in both) in ([0, 0], [0, 5])
    assert contents(tmp_path / "site") == alone


def _arguments(site: Path, export: str = "2021-basic") -> list[str]:
    here = places(site.parent, export)
    named = ["--export", str(here.exports[0]), "--strategy", str(here.strategy)]
    return ["build", "-q", *named, "--site-dir", str(site)]


def _build(site: Path, export: str = "2021-basic") -> Result:
    return CliRunner().invoke(main, _arguments(site, export), catch_exceptions=False)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of its own, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid():
        pytest.skip("only root mounts a disk; the failing operations above stand for it")
    command = [mount, "-t", "tmpfs", "-o", "size=32m", "none", folder]
    if subprocess.run(command, check=False).returncode:
        pytest.skip("this container mounts nothing; the failing operations above stand for it")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_one_line_and_the_old_site_stands(disk: Path) -> None:
    site = disk / "site"
    assert _build(site).exit_code == 0
    before = contents(site)
    for free in (0, 300_000, 3_000_000):
        (disk / "filling").write_bytes(bytes(shutil.disk_usage(disk).free - free))
        result = _build(site, "2023-urn-invitations")
        assert result.exit_code == 4, free
        assert result.stderr.splitlines()[0] == "error: site cannot be written: the disk is full"
        assert len(result.stderr.splitlines()) == 2
        assert contents(site) == before
        (disk / "filling").unlink()
        assert {path.name for path in disk.iterdir()} == {"site", ".site.lock"}


def test_a_read_only_disk_is_one_line_and_the_old_site_stands(disk: Path) -> None:
    site = disk / "site"
    assert _build(site).exit_code == 0
    before = contents(site)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    result = _build(site)
    assert result.exit_code == 4
    assert result.stderr.splitlines()[0] == "error: site cannot be written: the disk is read-only"
    assert contents(site) == before


def test_a_clock_that_jumps_and_folders_in_any_order_change_no_byte(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    jumps = cycle([4e9, 0.0, 1e9, -5.0])
    scandir, listdir = os.scandir, os.listdir
    monkeypatch.setattr(time, "time", lambda: next(jumps))
    monkeypatch.setattr(os, "listdir", lambda path=".": sorted(listdir(path), reverse=True))
    monkeypatch.setattr(os, "scandir", lambda path=".": _Backwards(scandir(path)))
    pipeline.build(trial.old)
    assert contents(trial.home / "site") == trial.whole[0]


class _Backwards:
    """What `os.scandir` gives, the last entry first."""

    def __init__(self, found: "os._ScandirIterator[str]") -> None:
        with found:
            self._entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> "Iterator[os.DirEntry[str]]":
        return self._entries

    def __exit__(self, *_: object) -> None:
        """Nothing is open any more."""

    def __iter__(self) -> "Iterator[os.DirEntry[str]]":
        return self._entries

    def __next__(self) -> "os.DirEntry[str]":
        return next(self._entries)

    def close(self) -> None:
        """Nothing is open any more."""
