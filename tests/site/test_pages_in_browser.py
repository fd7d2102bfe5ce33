"""Every page of the demo's report, opened from disk and over http as its reader would."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from netreport import pipeline
from netreport.site.policy import content_security_policy
from walked import Walk, stride, walk

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MODES = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


ADDRESSES = """all => all.map(one =>
  new URL(one.getAttribute("href"), document.baseURI).href)"""


class Watched:
    """A page whose requests, console messages and errors are written down."""

    def __init__(self, page: Page) -> None:
        self.page, self.requests, self.complaints = page, list[str](), list[str]()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed {request.url}"))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page()
    yield Watched(page)
    page.close()


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, demo: pipeline.Built) -> str:
    """Give where the demo's site is, from disk and over http."""
    if request.param == "file":
        return demo.site.absolute().as_uri()
    return str(request.getfixturevalue("demo_address"))


def pages_of(demo: pipeline.Built) -> list[Path]:
    return sorted(demo.site.glob("*.html"))


def test_no_page_asks_for_anything_outside_or_complains(
    demo: pipeline.Built, watched: Watched, root: str
) -> None:
    for path in pages_of(demo):
        watched.page.goto(f"{root}/{path.name}")
        watched.page.wait_for_load_state("networkidle")
    assert {url for url in watched.requests if not url.startswith((root, "data:"))} == set()
    assert watched.complaints == []


def test_every_page_names_its_audience_and_carries_the_policy(demo: pipeline.Built) -> None:
    for path in pages_of(demo):
        text = path.read_text("utf-8")
        assert 'content="private"' in text
        assert "Only for you" in text
        assert f'content="{content_security_policy()}"' in text


def test_a_script_that_is_planted_does_not_run(watched: Watched, demo: pipeline.Built) -> None:
    planted = demo.site.parent / "planted.html"
    text = (demo.site / "index.html").read_text("utf-8")
    planted.write_text(text.replace("</body>", "<script>document.title='ran'</script></body>"))
    watched.page.goto(planted.as_uri())
    assert watched.page.title() != "ran"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("coherence", "who-is-here"),
        ("jaccard", "data"),
        ("warm up", "actions"),
        ("latent", "glossary"),
    ],
    ids=["metric", "method", "recommendation", "word"],
)
def test_search_finds_pages_from_disk_and_over_http(
    watched: Watched, root: str, typed: str, page: str
) -> None:
    watched.page.goto(f"{root}/index.html")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type(typed)
    watched.page.locator(f".md-search-result__item a[href*='/{page}.html']").first.wait_for(
        state="attached"
    )
    assert watched.complaints == []


def test_search_finds_people_by_keys_alone(watched: Watched, root: str) -> None:
    watched.page.goto(f"{root}/growth.html")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("sales")
    found = watched.page.locator(".nr-found__link")
    found.first.wait_for()
    name = found.first.locator("bdi").first.inner_text()
    assert found.count() == 6
    watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("Enter")
    watched.page.get_by_role("button", name=f"Details of {name}").wait_for()
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("zzzz")
    watched.page.locator(".nr-found:empty").wait_for(state="attached")
    assert {url for url in watched.requests if not url.startswith((root, "data:"))} == set()
    assert watched.complaints == []


def test_every_link_inside_the_site_arrives(demo: pipeline.Built, watched: Watched) -> None:
    """A page, an anchor on it, the filter of the People page, or a file beside the pages."""
    ids: dict[str, set[str]] = {}
    links: set[tuple[str, str]] = set()
    for path in pages_of(demo):
        watched.page.goto(path.as_uri())
        found = watched.page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
        ids[path.name] = set(found)
        for link in watched.page.locator("a[href]").evaluate_all(ADDRESSES):
            target, anchor = urldefrag(link)
            if target.startswith("file:"):
                links.add((Path(unquote(urlsplit(target).path)).name, unquote(anchor)))
    links = {link for link in links if link[0] in ids or not (demo.site / link[0]).is_file()}
    lost = {link for link in links if link[0] not in ids}
    lost |= {
        (page, anchor)
        for page, anchor in links - lost
        if anchor and not anchor.startswith("?") and anchor not in ids[page]
    }
    assert lost == set()


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing(demo: pipeline.Built, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    found = {}
    opposite = (width, scheme) in {(1280, "light"), (390, "dark")}
    for path in pages_of(demo):
        if path.name == "full-report.html" and not opposite:
            continue  # all pages once more: two modes that differ in everything will do
        page.goto(path.as_uri())
        report = Axe().run(page, options={"runOnly": RULES})
        if report.response["violations"]:
            found[path.name] = [
                (one["id"], one["nodes"][0]["html"][:120]) for one in report.response["violations"]
            ]
    context.close()
    assert found == {}


@pytest.mark.parametrize("name", ["index", "people", "strategy", "review"])
def test_keys_alone_reach_every_control_and_one_sees_where(
    demo: pipeline.Built, watched: Watched, name: str
) -> None:
    """The other pages are walked by tests/bench/site.py, which takes its time."""
    watched.page.goto((demo.site / f"{name}.html").as_uri())
    watched.page.locator(".md-search[aria-label=Search]").wait_for(state="attached")
    walked = walk(watched.page)
    assert (walked.missed, walked.unseen) == ([], [])
    assert walked.reached > 15


def test_every_control_of_the_full_report_takes_the_focus_and_shows_it(
    demo: pipeline.Built, watched: Watched
) -> None:
    watched.page.goto((demo.site / "full-report.html").as_uri())
    watched.page.locator(".md-search[aria-label=Search]").wait_for(state="attached")
    walked = stride(watched.page)
    assert (walked.missed, walked.unseen) == ([], [])
    assert walked.reached > 300


@pytest.mark.parametrize("way", [walk, stride])
def test_a_walk_notices_a_control_without_keys_or_focus(
    watched: Watched, way: Callable[[Page], Walk]
) -> None:
    watched.page.set_content(
        "<style>b { outline: none !important }</style><a href='#1'>1</a><b tabindex=0>2</b>"
        "<div inert><button>3</button></div>"
    )
    walked = way(watched.page)
    assert walked.missed == ["<button>3</button>"]
    assert walked.unseen == ['<b tabindex="0">2</b>']


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_is_wider_than_its_window(
    demo: pipeline.Built, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wide = []
    for path in pages_of(demo):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path.name)
    page.close()
    assert wide == []


def test_no_page_but_people_is_heavy(demo: pipeline.Built) -> None:
    """At most 120 KB of its own HTML, gzipped."""
    import gzip  # noqa: PLC0415 - for this test alone

    heavy = {
        path.name: len(gzip.compress(path.read_bytes()))
        for path in pages_of(demo)
        if path.name != "people.html"
    }
    assert max(heavy.values()) <= 120 * 1024, heavy
