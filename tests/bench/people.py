"""How quick the People page is with 30,000 people: from opening to usable, filters, sorting.

PYTHONPATH=generator:tests python tests/bench/people.py [PEOPLE]
"""

import sys
import time
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import ARGUMENTS, MISSING, find
from crowd import report
from explored import DESK, Explorer, built, with_rows
from made import people
from netreport import facts
from netreport.demo.story import MOST_CONNECTIONS, Plan
from netreport.demo.writing import write_export
from netreport.metrics import METRICS
from netreport.pages import people as page
from netreport.sources import export, strategy

RUNS = 5
USABLE = "performance.getEntriesByName('nr-people-usable')[0].startTime"
# How long a press takes, up to the page laid out anew.
PRESS = """element => {
  const start = performance.now();
  element.click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""
# How long a search takes, the pause after typing left out.
TYPE = """(field, text) => new Promise(done => {
  const rows = document.querySelector(".nr-people__table tbody");
  const pause = 120, start = performance.now();
  new MutationObserver((_, self) => {
    self.disconnect();
    document.body.offsetHeight;
    done(performance.now() - start - pause);
  }).observe(rows, { childList: true });
  field.value = text;
  field.dispatchEvent(new Event("input"));
})"""


def main(arguments: list[str]) -> None:
    """Print the milliseconds of each run, and the sizes of the files."""
    path = find()
    if path is None:
        raise SystemExit(MISSING)
    with TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        rows = _rows(folder, int(arguments[0]) if arguments else MOST_CONNECTIONS)
        site = with_rows(built(folder / "page", report(people((1, {})))), folder / "site", rows)
        _sizes(site)
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        measure(browser, (site / "people.html").as_uri())
        browser.close()


def _rows(folder: Path, count: int) -> pl.DataFrame:
    write_export(Plan(connections=count), folder / "export")
    with resources.as_file(resources.files("netreport.demo") / "network") as demo:
        wanted = strategy.read(demo / "strategy.yml", METRICS)
    network = facts.derive(export.read(folder / "export"), wanted)
    start = time.perf_counter()
    rows = page.rows(network.tables, wanted)
    made = time.perf_counter()
    page.assets(rows)
    _print(f"rows {made - start:.2f} s, files {time.perf_counter() - made:.2f} s")
    return rows


def _sizes(site: Path) -> None:
    for path in ("assets/data/people.js", "assets/data/people.csv"):
        _print(f"{path} {(site / path).stat().st_size / 1e6:.1f} MB")


def measure(browser: Browser, address: str) -> None:
    """Print how long it takes to open a page of people, and each press and search."""
    usable = []
    for _ in range(RUNS):
        explorer = Explorer(browser, address, viewport=DESK).open()
        usable.append(explorer.page.evaluate(USABLE))
        explorer.close()
    _tell("usable", usable)
    explorer = Explorer(browser, address, viewport=DESK).open()
    _print(explorer.status)
    _presses(explorer.page)
    field = explorer.page.get_by_label("Search names, titles and companies")
    words = ("a", "sales", "sales berlin", "müller", "zzzz", "")
    _tell("search", [field.evaluate(TYPE, word) for word in words])


def _presses(window: Page) -> None:
    bar = window.get_by_role("group", name="Filters")
    for label in ("Standing", "Region", "Company"):
        _tell(f"open {label}", [bar.get_by_role("button", name=label).evaluate(PRESS)])
        boxes = window.locator(".nr-people__panel:not([hidden]) input[type=checkbox]").all()[:5]
        _tell(f"filter {label}", [box.evaluate(PRESS) for box in boxes])
        window.get_by_role("button", name="Show everybody").evaluate(PRESS)
    for label in ("Name", "Title", "Last message", "Company"):
        heading = window.get_by_role("columnheader", name=label).get_by_role("button")
        _tell(f"sort {label}", [heading.evaluate(PRESS) for _ in range(3)])


def _tell(name: str, milliseconds: list[float]) -> None:
    _print(f"{name}: {', '.join(f'{one:.0f}' for one in milliseconds)} ms")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
