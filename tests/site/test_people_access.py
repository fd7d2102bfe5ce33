"""The list of people for everybody: keys alone, any width, dark, on paper, and for axe."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Browser, expect

from crowd import HOSTILE, crowd, report
from explored import DESK, PHONE, Explorer, built, with_rows
from watched import violations

SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
FOCUS = """() => {
  const one = document.activeElement, look = getComputedStyle(one);
  return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
}"""

NAME = """() => {
  const one = document.activeElement;
  const label = one.getAttribute("aria-label") ?? one.closest("label")?.textContent;
  return (label ?? one.textContent).trim();
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("people"), report(crowd(120)))


@pytest.fixture
def explorer(browser: Browser, site: Path) -> Iterator[Explorer]:
    opened = Explorer(browser, (site / "people.html").as_uri())
    yield opened
    assert opened.faults == []
    opened.close()


@pytest.mark.parametrize(("viewport", "scheme"), [(DESK, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("view", ["", "#?touch=never&standing=latent&q=person", "#?segment=Gone"])
def test_axe_finds_nothing(
    browser: Browser, site: Path, viewport: object, scheme: str, view: str
) -> None:
    explorer = Explorer(
        browser,
        (site / "people.html").as_uri(),
        viewport=viewport,
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
    ).open(view)
    for opener in explorer.page.get_by_role("button", name="Details of").all()[:3]:
        opener.click()
    explorer.page.locator(".nr-people__opener", has_text="Segment").first.click()
    found = violations(explorer.page)
    for label in () if view else ("Company", "Sort", "Columns"):  # which are alike in every view
        explorer.page.locator(".nr-people__opener", has_text=label).first.click()
        found += violations(explorer.page, within="[role=search][aria-label=People]")

    assert found == []
    explorer.close()


def test_keys_alone_search_filter_sort_open_and_turn(explorer: Explorer) -> None:
    """Tab, Enter, Space and Escape do all that a mouse does; focus is never lost from sight."""
    explorer.open("#?sort=name")
    keyboard = explorer.page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(80):
            keyboard.press("Tab")
            assert explorer.page.evaluate(FOCUS)
            if explorer.page.evaluate(NAME).startswith(name):
                return
        pytest.fail(f"no key leads to {name}")

    explorer.page.get_by_label("Search names, titles and companies").focus()
    tab_to("Standing")
    keyboard.press("Enter")
    tab_to("latent")
    keyboard.press("Space")
    assert explorer.count == 24
    assert explorer.page.evaluate(NAME).startswith("latent")

    keyboard.press("Escape")
    assert explorer.page.evaluate(NAME).startswith("Standing")
    tab_to("Title")
    keyboard.press("Shift+Enter")
    explorer.at("sort=name%2Cposition")
    assert explorer.page.evaluate(NAME).startswith("Title")

    tab_to("Details of")
    keyboard.press("Enter")
    assert explorer.page.locator(".nr-people__why").is_visible()


def test_a_filter_that_is_taken_off_leaves_focus_in_the_list(explorer: Explorer) -> None:
    explorer.open("#?standing=core&owed=yes")
    explorer.page.get_by_role("button", name="Remove Standing: core").press("Enter")
    assert explorer.page.evaluate(NAME) == "Remove Owed an answer: yes"

    explorer.page.keyboard.press("Enter")
    assert explorer.page.evaluate("document.activeElement.type") == "search"


def test_only_one_panel_is_open(explorer: Explorer) -> None:
    explorer.open()
    explorer.filter("Standing")
    explorer.filter("Segment")
    explorer.page.get_by_role("button", name="Sort", exact=True).click()

    assert explorer.page.locator(".nr-people__panel:visible").count() == 1


def test_the_count_is_a_live_region(explorer: Explorer) -> None:
    explorer.open("#?standing=core")

    assert explorer.page.get_by_role("status").filter(has_text=explorer.status).is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_long_and_foreign_words_do_not_widen_the_page(
    browser: Browser, site: Path, tmp_path: Path, width: int
) -> None:
    words = [*HOSTILE, "x" * 300, "شركة" * 70, "漢字" * 140]
    frame = pl.DataFrame(
        dict.fromkeys(("name", "position", "employer", "segment", "company"), words)
    )
    copy = with_rows(site, tmp_path / "site", frame)
    explorer = Explorer(
        browser, (copy / "people.html").as_uri(), viewport={"width": width, "height": 700}
    ).open(f"#?segment={'x' * 300}&segment=%3D1")
    explorer.page.get_by_role("button", name="Details of").first.click()
    explorer.filter("Company")

    assert explorer.page.evaluate("document.documentElement.scrollWidth") == width
    explorer.close()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_while_the_page_loads(browser: Browser, site: Path, viewport: object) -> None:
    explorer = Explorer(browser, (site / "people.html").as_uri(), viewport=viewport).open()

    assert explorer.page.evaluate(SHIFTS) < 0.01
    explorer.close()


def test_on_paper_there_are_rows_and_a_note(browser: Browser, site: Path) -> None:
    explorer = Explorer(browser, (site / "people.html").as_uri(), color_scheme="dark").open()
    explorer.page.emulate_media(media="print")

    expect(explorer.page.get_by_text("Printed: 1 to 50 of 120.")).to_be_visible()
    assert explorer.page.locator(".nr-people__table tbody th:visible").count() == 50
    assert not explorer.page.locator(".nr-people [role=search]").is_visible()
    assert not explorer.page.locator(".nr-people__pager:visible").count()
    explorer.close()


def test_a_table_on_a_phone_is_still_a_table(browser: Browser, site: Path) -> None:
    explorer = Explorer(browser, (site / "people.html").as_uri(), viewport=PHONE).open()

    assert explorer.page.get_by_role("table", name="People").is_visible()
    assert explorer.page.get_by_role("rowheader").count() == 50
    explorer.close()
