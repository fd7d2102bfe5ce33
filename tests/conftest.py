"""What all tests share: one browser for the whole run, and the demo's site, built once."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS, MISSING, find
from netreport import pipeline
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named

# No test is about time, and each run tries the same examples: a red run is red again.
settings.register_profile("calm", deadline=None, derandomize=True)
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
    """Build the demo network's report."""
    site = tmp_path_factory.mktemp("demo") / "site"
    with demo_workspace(Named(None, site=site)) as places:
        return pipeline.build(places)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Say nothing."""


@pytest.fixture(scope="session")
def demo_address(demo: pipeline.Built) -> Iterator[str]:
    """Serve the demo's site over http on this computer and give its address."""
    handler = functools.partial(_Quiet, directory=str(demo.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Path:
    """Give the folder of golden files."""
    return Path(request.config.rootpath) / "tests" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden: write what comes out as what is wanted, then read the diff."""
    parser.addoption("--update-golden", action="store_true")
