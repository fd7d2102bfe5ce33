"""The demo's report for a coach: a site, an open file, and a protected one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from handed import PASSPHRASE, Shared, Window
from netreport.delivery.sharing import locked
from together import once


@pytest.fixture(scope="session")
def shared(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Protect the coach's file as well; no test changes what is shared."""

    def protected(folder: Path) -> Shared:
        made = Shared(home / "site-coach", folder / "open.html", folder / "locked.html")
        shutil.copyfile(home / "share" / "report.html", made.open)
        made.locked.write_text(locked(made.open.read_text("utf-8"), PASSPHRASE), "utf-8")
        return made

    return once(tmp_path_factory, "shared", protected)


@pytest.fixture
def window(browser: Browser, shared: Shared) -> Iterator[Window]:
    """Open the file that is not protected; nothing may complain or be asked for."""
    made = Window(browser, shared.open)
    yield made
    made.close()
    assert made.faults == []
