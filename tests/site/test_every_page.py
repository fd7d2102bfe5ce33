"""Every page of the demo's report, opened once in each mode, and all that is seen of it there."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from netreport import pipeline
from together import once
from watched import COLOURS, RULES, Watched, resize, violations

# Width, scheme, way and rules: two modes that differ in everything meet all rules; the other two
# those of colours, which are all that a pair of width and scheme can add. These two cost a minute
# and are opened where EVERY_MODE is set, as before a release.
MODES = {
    "desk, light, from disk": (1280, "light", "file", RULES),
    "phone, dark, over http": (390, "dark", "http", RULES),
    "desk, dark, over http": (1280, "dark", "http", COLOURS),
    "phone, light, from disk": (390, "light", "file", COLOURS),
}
OPENED = [*MODES] if "EVERY_MODE" in os.environ else [*MODES][:2]
PRINTED = "full-report.html"  # all pages once more: axe meets it in one mode
FIRST = (1280, "light")
NARROW = 320
STILL = 0.01  # a shift that nobody sees; from 0.1 on it is a bad one
SHIFTS = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 100);
})"""
IDS = "all => all.map(one => one.id)"
ADDRESSES = """all => all.map(one =>
  new URL(one.getAttribute("href"), document.baseURI).href)"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is wrong with pages in one mode, by page; the ids on each, and where links lead."""

    asked: set[str]
    complained: Sequence[str]
    jumped: dict[str, float] = field(default_factory=dict)
    wide: dict[str, int] = field(default_factory=dict)
    barred: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    links: set[tuple[str, str]] = field(default_factory=set)

    def look(self, page: Page, name: str, rules: Sequence[str]) -> None:
        """Look at an open page; the window is as wide as before when it returns."""
        if (moved := page.evaluate(SHIFTS)) > STILL:
            self.jumped[name] = moved
        self.ids[name] = set(page.locator("[id]").evaluate_all(IDS))
        self.links.update(_inside(page.locator("a[href]").evaluate_all(ADDRESSES)))
        if rules and (found := violations(page, rules)):
            self.barred[name] = found
        self._measure(page, name)

    def _measure(self, page: Page, name: str) -> None:
        usual = page.viewport_size
        assert usual is not None
        for width in (usual["width"], NARROW):
            resize(page, {"width": width, "height": usual["height"]})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                self.wide[name] = width
        page.set_viewport_size(usual)


def _inside(addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give page and anchor of the links that lead to this computer."""
    for address in addresses:
        target, anchor = urldefrag(address)
        if target.startswith(("file:", "http://127.0.0.1")):
            yield Path(unquote(urlsplit(target).path)).name, unquote(anchor)


@pytest.fixture(scope="module", params=OPENED)
def visit(
    request: pytest.FixtureRequest,
    browser: Browser,
    demo: pipeline.Built,
    demo_address: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Visit:
    """Open every page of the demo's report in one mode."""
    width, scheme, way, rules = MODES[request.param]
    root = demo_address if way == "http" else demo.site.absolute().as_uri()
    pages = [path.name for path in sorted(demo.site.glob("*.html"))]

    def visited(_folder: Path) -> Visit:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        watched = Watched(page)
        made = Visit(set(), watched.complaints)
        for name in pages:
            page.goto(f"{root}/{name}")
            made.look(page, name, () if name == PRINTED and (width, scheme) != FIRST else rules)
        page.wait_for_load_state("networkidle")
        made.asked.update(watched.outside(root))
        page.close()
        return made

    return once(tmp_path_factory, f"visit-{width}-{scheme}", visited)


def test_no_page_asks_for_anything_outside_or_complains(visit: Visit) -> None:
    assert visit.asked == set()
    assert visit.complained == []


def test_no_page_jumps_when_scripts_arrive(visit: Visit) -> None:
    assert visit.jumped == {}


def test_axe_finds_nothing(visit: Visit) -> None:
    assert visit.barred == {}


def test_no_page_is_wider_than_its_window(visit: Visit) -> None:
    assert visit.wide == {}


def test_every_link_inside_the_site_arrives(visit: Visit, demo: pipeline.Built) -> None:
    """A page, an anchor on it, the filter of the People page, or a file beside the pages."""
    ids: Mapping[str, set[str]] = visit.ids
    links = {link for link in visit.links if link[0] in ids or not (demo.site / link[0]).is_file()}
    lost = {
        (page, anchor)
        for page, anchor in links
        if page not in ids or (anchor and not anchor.startswith("?") and anchor not in ids[page])
    }
    assert lost == set()
    assert len(links) > 200
