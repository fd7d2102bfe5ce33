"""What a reader's browser makes of a report: axe, keys alone, weights, first paint, 30,000 people.

PYTHONPATH=generator:tests python -m tests.bench.site [PEOPLE]

Builds the demo and a network of 30,000, and prints a table of the pages and the times of the list.
Exits with 1 where a page has a violation, a control without keys, or is too heavy.
"""

import gzip
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from bench.people import measure
from chromium import ARGUMENTS, MISSING, find
from netreport import pipeline
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named
from netreport.demo.story import MOST_CONNECTIONS, Plan
from netreport.demo.writing import write_export
from walked import Walk, walk

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MODES = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]
HEAVIEST = 120  # KB of a page's own HTML, gzipped; the list of people aside
SLOWEST = 300  # ms from disk to the first paint
RUNS = 5
PAINT = """() => new Promise(done => new PerformanceObserver((list) => {
  const [one] = list.getEntriesByName("first-contentful-paint");
  if (one) done(one.startTime);
}).observe({ type: "paint", buffered: true }))"""
PRINTED = "full-report.html"  # links alone, each of which stands on its own page too: not walked
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page: violations over all modes, controls, weights in KB, first paint in ms, shift."""

    page: str
    violations: Sequence[str]
    reached: int
    unreached: Sequence[str]
    small: float
    large: float
    paint: float
    shift: float

    @property
    def faults(self) -> Iterator[str]:
        """Give what is wrong with the page."""
        yield from (f"axe: {one}" for one in self.violations)
        yield from (f"keys: {one}" for one in self.unreached)
        if max(self.small, self.large) > HEAVIEST and self.page != "people.html":
            yield f"weighs more than {HEAVIEST} KB"
        if self.paint > SLOWEST:
            yield f"first paint after more than {SLOWEST} ms"

    def __str__(self) -> str:
        """Give the page's line of the table."""
        return (
            f"{self.page:22} {len(self.violations):4} {self.reached:9} {len(self.unreached):8} "
            f"{self.small:9.1f} {self.large:10.1f} {self.paint:9.0f} {self.shift:7.3f}"
        )


def main(arguments: list[str]) -> int:
    """Print everything; give 1 where something is not as it must be."""
    path = find()
    if path is None:
        raise SystemExit(MISSING)
    count = int(arguments[0]) if arguments else MOST_CONNECTIONS
    with TemporaryDirectory() as name, sync_playwright() as driver:
        demo, crowd = _built(Path(name), count)
        browser = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        _print(f"{'page':22}  axe  controls  missed   demo KB  {count:,} KB  paint ms   shift")
        faults = 0
        for page in sorted(demo.glob("*.html")):
            seen = _look(browser, page, crowd / page.name)
            faults += len(list(seen.faults))
            _print("\n".join([str(seen), *(f"    {fault}" for fault in seen.faults)]))
        measure(browser, (crowd / "people.html").as_uri())
        browser.close()
    _print(f"{faults} faults" if faults else "nothing amiss")
    return 1 if faults else 0


def _built(folder: Path, count: int) -> tuple[Path, Path]:
    """Build the demo's site and that of a network of `count` connections."""
    with demo_workspace(Named(None, site=folder / "demo")) as places:
        demo = pipeline.build(places)
    write_export(Plan(connections=count), folder / "export")
    with resources.as_file(resources.files("netreport.demo") / "network") as network:
        places = pipeline.Places([folder / "export"], network / "strategy.yml", folder / "crowd")
        return demo.site, pipeline.build(places).site


def _look(browser: Browser, page: Path, larger: Path) -> Seen:
    walked = _walked(browser, page)
    paints = [_first(browser, page, PAINT) for _ in range(RUNS)]
    return Seen(
        page.name,
        [one for width, scheme in MODES for one in _axe(browser, page, width, scheme)],
        walked.reached,
        [*walked.missed, *walked.unseen],
        _weight(page),
        _weight(larger) if larger.exists() else 0.0,
        median(paints),
        _first(browser, page, SHIFTS),
    )


def _axe(browser: Browser, page: Path, width: int, scheme: str) -> list[str]:
    viewport = {"width": width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    window = context.new_page()
    window.goto(page.as_uri())
    found = Axe().run(window, options={"runOnly": RULES}).response["violations"]
    context.close()
    return [f"{width} {scheme}: {one['id']}: {one['nodes'][0]['html'][:100]}" for one in found]


def _walked(browser: Browser, page: Path) -> Walk:
    if page.name == PRINTED:
        return Walk(0, (), ())
    window = browser.new_page(viewport={"width": 1280, "height": 900})
    window.goto(page.as_uri())
    window.wait_for_load_state("networkidle")
    walked = walk(window)
    window.close()
    return walked


def _first(browser: Browser, page: Path, question: str) -> float:
    window = browser.new_page(viewport={"width": 1280, "height": 900})
    window.goto(page.as_uri())
    answer = float(window.evaluate(question))
    window.close()
    return answer


def _weight(page: Path) -> float:
    return len(gzip.compress(page.read_bytes())) / 1024


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
