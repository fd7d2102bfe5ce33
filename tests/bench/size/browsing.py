"""How soon the list of people can be used: `python -m tests.bench.size.browsing SITE RUNS`.

A process of its own, since a browser's driver is large.
"""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from bench.people import USABLE
from chromium import ARGUMENTS, MISSING, find
from explored import DESK, Explorer


def main(arguments: list[str]) -> None:
    """Print the median of the milliseconds from opening the page to using it."""
    path = find()
    if path is None:
        raise SystemExit(MISSING)
    page = (Path(arguments[0]) / "people.html").absolute().as_uri()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        taken = [_usable(Explorer(browser, page, viewport=DESK)) for _ in range(int(arguments[1]))]
        browser.close()
    sys.stdout.write(f"{median(taken):.0f}\n")


def _usable(explorer: Explorer) -> float:
    explorer.open()
    milliseconds = float(explorer.page.evaluate(USABLE))
    explorer.close()
    return milliseconds


if __name__ == "__main__":
    main(sys.argv[1:])
