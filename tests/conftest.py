"""What all tests share: one browser for the whole run, and the demo's site, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from chromium import ARGUMENTS, MISSING, find
from netreport import pipeline
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named
from netreport.delivery.sharing import single_file
from reviewed import run
from served import served
from together import once

# What a busy machine shows late is late, not wrong.
expect.set_options(timeout=30_000)

# No test is about time, and each run tries the same examples: a red run is red again.
settings.register_profile(
    "calm", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("calm")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; without one, every test that asks for it fails and says so."""
    path = find()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Built:
    """Build the demo network's report, which no test changes."""
    return once(tmp_path_factory, "demo", _demo)


def _demo(folder: Path) -> pipeline.Built:
    with demo_workspace(Named(None, site=folder / "site")) as places:
        return pipeline.build(places)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace of the demo network, with `site-coach` and the same as one file.

    No test changes it: a test that wants to works on a copy.
    """
    return once(tmp_path_factory, "home", _home)


def _home(folder: Path) -> Path:
    home = folder / "home"
    for command in (("init", home, "--demo"), ("build", "-q", "-w", home, "--audience", "coach")):
        result = run(*command)
        assert result.exit_code == 0, result.output
    (home / "share").mkdir()
    (home / "share" / "report.html").write_text(single_file(home / "site-coach"), "utf-8")
    return home


@pytest.fixture(scope="session")
def demo_address(demo: pipeline.Built) -> Iterator[str]:
    """Serve the demo's site over http on this computer and give its address."""
    with served(demo.site) as root:
        yield root


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Path:
    """Give the folder of golden files."""
    return Path(request.config.rootpath) / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden: write what comes out as what is wanted, then read the diff."""
    parser.addoption("--update-golden", action="store_true")
