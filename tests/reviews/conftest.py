"""A demo workspace whose coach's report was shared as one file, once for all tests here."""

from pathlib import Path

import pytest

from reviewed import run


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace of the demo network, with `share/report.html` for the coach."""
    folder = tmp_path_factory.mktemp("reviews") / "home"
    for command in (("init", folder, "--demo"), ("share", "-q", "-w", folder)):
        result = run(*command)
        assert result.exit_code == 0, result.output
    return folder
