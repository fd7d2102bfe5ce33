"""The wheel, alone in an empty environment in another folder, builds the demo's report."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def _run(folder: Path, *command: object) -> str:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(one) for one in command],
        cwd=folder,
        env=plain,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it into a new environment, and give the environment's programs."""
    folder = tmp_path_factory.mktemp("package")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(folder, *pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("netreport-*.whl")
    _run(folder, sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    into = ("--python", programs / "python", "install", "--no-compile")
    _run(folder, *pip, *into, "-c", ROOT / "constraints.txt", wheel)
    return programs


def test_the_installed_command_builds_the_demo(installed: Path, tmp_path: Path) -> None:
    told = _run(tmp_path, installed / "netreport", "build", "--demo")
    assert "index.html" in told
    assert "nr-hero__verdict" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_the_installed_command_makes_a_workspace_of_the_demo(
    installed: Path, tmp_path: Path
) -> None:
    _run(tmp_path, installed / "netreport", "init", "my network", "--demo")
    _run(tmp_path, installed / "netreport", "build", "-w", "my network", "-q")
    assert (tmp_path / "my network" / "site" / "index.html").is_file()
    assert "/exports/" in (tmp_path / "my network" / ".gitignore").read_text("utf-8")


def test_the_wheel_needs_no_heavy_library(installed: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--python", installed / "python")
    listed = _run(installed, *pip, "list", "--format=freeze").casefold()
    assert "polars==" in listed
    for heavy in ("pandas", "scipy", "numpy", "torch", "scikit-learn", "matplotlib"):
        assert f"{heavy}==" not in listed
