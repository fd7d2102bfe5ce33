"""The same input gives the same bytes, whatever the machine's zone, locale, seed and cores."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WAYS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "POLARS_MAX_THREADS": "1"},
    {
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "POLARS_MAX_THREADS": "4",
    },
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LANG": "de_DE.UTF-8"},
)


def _built(folder: Path, way: dict[str, str]) -> dict[str, bytes]:
    site = folder / "site"
    command = [sys.executable, "-m", "netreport", "build", "--demo", "-q", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **way}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_the_demo_is_the_same_bytes_everywhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    first, *others = (
        _built(tmp_path_factory.mktemp(f"way {n} ✨"), way) for n, way in enumerate(WAYS)
    )
    for other in others:
        assert other.keys() == first.keys()
        assert [name for name in first if first[name] != other[name]] == []


def test_no_file_names_the_machine_or_its_user(tmp_path: Path) -> None:
    made = _built(tmp_path, WAYS[0])
    for word in (str(tmp_path), str(Path.home())):
        assert [name for name, data in made.items() if word.encode() in data] == []
