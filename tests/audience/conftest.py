"""The workspace of tokens, built once for each reader."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from netreport.cli import main
from together import once
from tokened import Tokened, workspace

AUDIENCES = ("private", "coach", "public")


@pytest.fixture(scope="session")
def tokened(tmp_path_factory: pytest.TempPathFactory) -> Tokened:
    """Build the workspace of tokens for each audience; no test changes it."""
    return once(tmp_path_factory, "tokened", _built)


def _built(folder: Path) -> Tokened:
    made = workspace(folder / "home")
    for audience in AUDIENCES:
        command = ["build", "-w", str(made.home), "--audience", audience]
        result = CliRunner().invoke(main, command, catch_exceptions=False)
        assert (result.exit_code, "FULL NAME" in result.stderr) == (0, False), result.stderr
    return made
