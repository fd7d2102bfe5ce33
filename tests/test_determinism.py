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


def test_the_demo_is_the_same_bytes_everywhere_and_names_neither_machine_nor_user(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folders = [tmp_path_factory.mktemp(f"way {n} ✨") for n in range(len(WAYS))]
    first, *others = map(_built, folders, WAYS)
    for other in others:
        assert other.keys() == first.keys()
        assert [name for name in first if first[name] != other[name]] == []
    for word in (str(folders[0]), str(Path.home())):
        assert [name for name, data in first.items() if word.encode() in data] == []
