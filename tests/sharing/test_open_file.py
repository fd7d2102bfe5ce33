"""The shared file in a browser, from a disk, with the network cut: all of the report is there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from handed import Shared, Window
from together import once
from watched import resize, until, violations

MODES = [(1280, "light"), (390, "dark")]
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SHAPE = """html => {
  const page = html ? new DOMParser().parseFromString(html, "text/html") : document;
  const article = page.querySelector("article");
  const said = one => {
    const copy = one.cloneNode(true);  // without what a script has put in for a coach to answer
    for (const made of copy.querySelectorAll(".nr-review__own, .nr-review__print")) made.remove();
    return copy.textContent;
  };
  const words = selector => [...article.querySelectorAll(selector)].map(said);
  return {
    title: page.title,
    headings: words("h1, h2, h3"),
    charts: words("figure svg text"),
    tables: words("table:not(.nr-people__table) th"),
    numbers: words(".nr-answer__number"),
  };
}"""


ADDRESSES = "all => all.map(one => one.getAttribute('href'))"


@dataclass(frozen=True, slots=True)
class Sight:
    """A page of the file, opened from scratch, and the shape that it has in its site."""

    shape: Mapping[str, Sequence[str]]
    wanted: Mapping[str, Sequence[str]]
    ids: set[str]
    links: set[str]
    width: int  # of all that stands in a window of 390


Sights = Mapping[str, Sight]


@pytest.fixture(scope="module")
def sights(browser: Browser, shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Sights:
    """Open every page of the file, by its name."""

    def seen(_folder: Path) -> Sights:
        window = Window(browser, shared.open)
        pages = sorted(shared.site.glob("*.html"))
        made = {path.name: _sight(window, path) for path in pages}
        window.close()
        assert window.faults == []
        return made

    return once(tmp_path_factory, "sights", seen)


def _sight(window: Window, path: Path) -> Sight:
    page = window.report(f"?{path.name}")
    shape = page.evaluate(SHAPE, "")
    wanted = page.evaluate(SHAPE, path.read_text("utf-8"))
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    links = page.locator("a[href]").evaluate_all(ADDRESSES)
    resize(page, PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(DESK)
    return Sight(shape, wanted, set(ids), set(links), width)


def test_every_page_says_what_its_site_says(sights: Sights) -> None:
    assert {name for name, one in sights.items() if one.shape != one.wanted} == set()
    charts = [word for one in sights.values() for word in one.wanted["charts"]]
    assert len(charts) > 100


def test_no_page_is_too_wide_for_a_phone(sights: Sights) -> None:
    assert {name: one.width for name, one in sights.items() if one.width > 390} == {}


def test_every_link_arrives(sights: Sights, shared: Shared) -> None:
    """At a page of the file and an anchor on it, a filter of people, or a file that is inside."""
    links = {(name, href) for name, one in sights.items() for href in one.links}
    lost = []
    for origin, href in links:
        inside = href.removeprefix(shared.open.as_uri())  # a link to copy has the whole address
        page_name, _, anchor = inside.removeprefix("?").partition("#")
        name = page_name or origin
        known = name in sights and (
            not anchor or anchor.startswith("?") or anchor in sights[name].ids
        )
        if not known and not href.startswith(("data:text/csv", "data:application/json")):
            lost.append((origin, href[:80]))
    assert lost == []
    assert len(links) > 200


def test_search_finds_a_word_and_leads_there(window: Window) -> None:
    page = window.report()
    page.keyboard.press("/")
    page.keyboard.type("unknown is NOT")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("Unknown is not no")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"^\d+ places?"))
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^How to read this report"))
    window.at("?how-to-read.html#unknown-is-not-no")
    expect(page.locator("#unknown-is-not-no")).to_be_in_viewport()
    expect(page.locator("#__search")).not_to_be_checked()


def test_search_takes_beginnings_without_accents_and_says_when_nothing_fits(window: Window) -> None:
    page = window.report()
    field = page.locator(".md-search__input")
    field.fill("conversat")
    expect(page.locator(".md-search-result__link mark").first).to_have_text(
        re.compile("conversat", re.IGNORECASE)
    )
    field.fill("zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing found")
    field.fill("network zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("No place holds all these words")


def test_a_page_that_is_not_there_is_the_first_one(window: Window) -> None:
    for view in ("?none.html", "?%E0%A4%A", "?../../etc/passwd", "#none"):
        expect(window.report(view)).to_have_title(re.compile("^Overview"))


def test_keys_alone_reach_a_page_and_its_first_words(window: Window) -> None:
    page = window.report()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(re.compile(r"^\s*Skip to content"))
    link = page.locator(".md-tabs a", has_text="Your network")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_focused()


def test_search_opens_walks_and_closes_by_keys(window: Window) -> None:
    page = window.report()
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("network")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_people_who_are_found_late_leave_the_focus_where_it_is(window: Window) -> None:
    page = window.report()
    page.keyboard.press("/")
    page.keyboard.type("sales")
    person = page.locator(".nr-found__link").first
    expect(person).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(person).to_be_focused()
    page.locator(".md-search__input").dispatch_event("input")
    page.evaluate("new Promise((done) => setTimeout(done, 300))")  # its pause is 80
    expect(person).to_be_focused(timeout=1000)


def test_a_phone_has_the_menu(browser: Browser, shared: Shared) -> None:
    window = Window(browser, shared.open, viewport=PHONE)
    page = window.report()
    menu = page.locator(".md-nav--primary")
    page.get_by_role("button", name="Menu").press("Enter")
    menu.locator("label.md-nav__link", has_text="Your network").click()
    menu.get_by_role("link", name="Growth").click()
    expect(page).to_have_title(re.compile("^Growth"))
    expect(page.locator("#__drawer")).not_to_be_checked()
    window.close()
    assert window.faults == []


def test_paper_has_the_page_without_the_menus_and_every_fold_open(window: Window) -> None:
    page = window.report("?full-report.html")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(page.pdf(format="A4")) > 100_000


def test_files_that_pages_offer_are_inside(window: Window, shared: Shared) -> None:
    page = window.report("?actions.html")
    with page.expect_download() as waiting:
        page.locator("a[download='actions.csv']").first.click()
    wanted = (shared.site / "actions.csv").read_bytes()
    assert waiting.value.path().read_bytes() == wanted


def test_a_script_that_is_planted_does_not_run(browser: Browser, shared: Shared) -> None:
    planted = shared.open.with_name("planted.html")
    script = "<script>document.documentElement.dataset.ran = 'yes'</script>"
    planted.write_text(
        shared.open.read_text("utf-8").replace("</body>", f"{script}</body>"), "utf-8"
    )
    window = Window(browser, planted)
    page = window.report()
    assert page.evaluate("document.documentElement.dataset.ran ?? 'no'") == "no"
    until(page, lambda: any("Content Security Policy" in fault for fault in window.faults))
    window.close()


@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_axe_finds_nothing(browser: Browser, shared: Shared, width: int, scheme: str) -> None:
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    window = Window(browser, shared.open, bypass_csp=True, **settings)
    people = violations(window.report("?people.html"))
    page = window.report()
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("network")
    page.locator(".md-search-result__list .md-search-result__link").first.wait_for()
    page.locator(".nr-found__link[href$='q=network']").wait_for()  # people come a little later
    search = violations(page)
    window.close()
    assert people + search == []
