"""The workspace of tokens, built once for each reader."""

import pytest
from click.testing import CliRunner

from netreport.cli import main
from tokened import Tokened, workspace

AUDIENCES = ("private", "coach", "public")


@pytest.fixture(scope="session")
def tokened(tmp_path_factory: pytest.TempPathFactory) -> Tokened:
    """Build the workspace of tokens for each audience."""
    made = workspace(tmp_path_factory.mktemp("tokened") / "home")
    for audience in AUDIENCES:
        command = ["build", "-w", str(made.home), "--audience", audience]
        result = CliRunner().invoke(main, command, catch_exceptions=False)
        assert (result.exit_code, "FULL NAME" in result.stderr) == (0, False), result.stderr
    return made
