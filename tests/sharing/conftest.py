"""The demo's report for a coach, built once: a site, an open file, and a protected one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from handed import PASSPHRASE, Shared, Window
from netreport import pipeline
from netreport.audience import Audience
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named
from netreport.delivery.sharing import locked, single_file


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Share the demo network with a coach."""
    folder = tmp_path_factory.mktemp("shared")
    named = Named(None, site=folder / "site", audience=Audience.COACH)
    with demo_workspace(named) as places:
        built = pipeline.build(replace(places, key=folder / "key"))
    made = Shared(built.site, folder / "open.html", folder / "locked.html")
    text = single_file(built.site)
    made.open.write_text(text, "utf-8")
    made.locked.write_text(locked(text, PASSPHRASE), "utf-8")
    return made


@pytest.fixture
def window(browser: Browser, shared: Shared) -> Iterator[Window]:
    """Open the file that is not protected; nothing may complain or be asked for."""
    made = Window(browser, shared.open)
    yield made
    made.close()
    assert made.faults == []
