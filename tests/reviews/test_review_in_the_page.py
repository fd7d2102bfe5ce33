"""Control and bar: with instant navigation, encrypted, without storage, on paper, for all."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect

from netreport.delivery.sharing import locked
from netreport.model.reviews import Role
from netreport.model.seals import seals
from netreport.sources import key, reviews
from served import served
from watched import site_map_read, violations

WORDS = "seven quiet rivers"
BLOCKED = """() => { for (const name of ["getItem", "setItem"]) {
  Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError"); };
} }"""
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} ](javascript:1)"


@pytest.fixture
def site(home: Path) -> Path:
    """Give the coach's site of many files."""
    return home / "site-coach"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context, faults = browser.new_context(accept_downloads=True), list[str]()
    context.on("console", lambda message: faults.append(message.text))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.accept()))
    yield context
    context.close()
    assert [fault for fault in faults if fault] == []


def standing(page: Page) -> str:
    return page.locator(".nr-review-bar__standing").inner_text()


def disagree(page: Page, comment: str) -> None:
    """Answer the first item of the page."""
    first = page.locator("[data-review-id]").first
    first.get_by_role("button", name="Disagree").click()
    first.get_by_role("button", name="Comment").click()
    first.get_by_role("textbox").fill(comment)


def download(page: Page, folder: Path, name: str = "Cleo") -> Path:
    bar = page.get_by_role("region", name="Your review")
    if bar.get_by_role("button", name="More").get_attribute("aria-expanded") == "false":
        bar.get_by_role("button", name="More").click()
    bar.get_by_label("Your name").fill(name)
    with page.expect_download() as waiting:
        bar.get_by_role("button", name="Download review").click()
    file = folder / "review.json"
    waiting.value.save_as(file)
    return file


def test_instant_navigation_over_http_keeps_every_answer(
    site: Path, context: BrowserContext, tmp_path: Path
) -> None:
    folder = tmp_path / "instant"
    shutil.copytree(site, folder)
    with served(folder) as root:
        _make_instant(folder, root)
        page = context.new_page()
        page.goto(f"{root}/actions.html")
        site_map_read(page)
        page.evaluate("window.stayed = true")
        disagree(page, "First.")
        page.locator('.md-tabs__link[href$="strategy.html"]').first.click()
        expect(page.locator("article h1")).to_contain_text("Strategy")
        assert page.evaluate("window.stayed") is True, "the navigation was instant"
        disagree(page, "Second.")
        assert standing(page).startswith("2 of ")
        assert page.locator(".nr-review-bar").count() == 1
        page.reload()
        assert standing(page).startswith("2 of ")
        expect(page.locator("[data-review-id] textarea").first).to_have_value("Second.")


def _make_instant(folder: Path, root: str) -> None:
    for path in folder.glob("*.html"):
        text = path.read_text("utf-8")
        changed = text.replace('"features": [', '"features": ["navigation.instant", ')
        assert changed != text
        path.write_text(changed, "utf-8")
    found = "".join(f"<url><loc>{root}/{path.name}</loc></url>" for path in folder.glob("*.html"))
    (folder / "sitemap.xml").write_text(f"<urlset>{found}</urlset>", "utf-8")


def test_the_encrypted_file_takes_answers_and_gives_a_file_that_loads_elsewhere(
    home: Path, context: BrowserContext, browser: Browser, tmp_path: Path
) -> None:
    secret = tmp_path / "locked.html"
    text = (home / "share" / "report.html").read_text("utf-8")
    secret.write_text(locked(text, WORDS), "utf-8")
    page = context.new_page()
    page.goto(secret.as_uri())
    page.locator("input").first.fill(WORDS)
    page.keyboard.press("Enter")
    page.locator(".nr-review-bar").wait_for()
    disagree(page, HOSTILE)
    file = download(page, tmp_path)
    assert json.loads(file.read_text("utf-8"))["answers"][0]["comment"] == HOSTILE

    other = browser.new_context()
    elsewhere = other.new_page()
    elsewhere.goto((home / "share" / "report.html").as_uri())
    assert standing(elsewhere).startswith("0 of ")
    elsewhere.locator(".nr-review-bar input[type=file]").set_input_files(file)
    bar = elsewhere.locator(".nr-review-bar")
    expect(bar).to_contain_text("Loaded 1 answer.")
    expect(elsewhere.locator("[data-review-id] textarea").first).to_have_value(HOSTILE)
    file.write_text(file.read_text("utf-8").replace("7*7", "8*8").replace('"at": "2', '"at": "3'))
    elsewhere.locator(".nr-review-bar input[type=file]").set_input_files(file)
    expect(bar).to_contain_text("Loaded 1 answer. It was changed by hand.")
    strange = file.read_text("utf-8").replace('"seal": "', '"seal": "0')
    refused = {
        "": "This file is not whole",
        '{"form": "x"}': "This is no review of netreport.",
        "{": "This file is not whole",
        strange: "This review belongs to another report.",
    }
    for torn, words in refused.items():
        file.write_text(torn, "utf-8")
        elsewhere.locator(".nr-review-bar input[type=file]").set_input_files(file)
        expect(bar).to_contain_text(words)
        expect(bar).not_to_contain_text("Loaded")
    assert standing(elsewhere).startswith("1 of ")
    bar.get_by_role("button", name="More").click()
    bar.get_by_role("button", name="Clear").click()
    bar.get_by_role("button", name="Keep").click()
    assert standing(elsewhere).startswith("1 of ")
    bar.get_by_role("button", name="Clear").click()
    bar.get_by_role("button", name="Yes, clear").click()
    assert standing(elsewhere).startswith("0 of ")
    other.close()


def test_where_the_browser_keeps_nothing_it_says_so_and_warns(
    home: Path, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(accept_downloads=True)
    page, asked = context.new_page(), list[str]()
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto((home / "share" / "report.html").as_uri() + "?who-is-here.html")
    page.locator(".nr-review-bar").wait_for()
    page.evaluate(BLOCKED)
    disagree(page, "Kept nowhere.")
    assert "this browser keeps nothing" in standing(page)
    page.goto("about:blank")
    assert asked == ["beforeunload"]
    page.goto((home / "share" / "report.html").as_uri() + "?who-is-here.html")
    page.locator(".nr-review-bar").wait_for()
    page.evaluate(BLOCKED)
    disagree(page, "Now downloaded.")
    download(page, tmp_path)
    page.goto("about:blank")
    assert asked == ["beforeunload"]
    context.close()


def test_pages_of_a_site_may_be_left_for_each_other_but_not_for_elsewhere(
    site: Path, browser: Browser
) -> None:
    context = browser.new_context()
    page, asked = context.new_page(), list[str]()
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto((site / "who-is-here.html").as_uri())
    disagree(page, "Kept.")
    page.locator('.md-tabs__link[href$="strategy.html"]').first.click()
    expect(page.locator("article h1")).to_contain_text("Strategy")
    assert (standing(page)[:5], asked) == ("1 of ", [])
    disagree(page, "Kept too.")
    page.goto("about:blank")
    assert asked == ["beforeunload"]
    context.close()


def test_comments_are_printed_and_controls_are_not(site: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto((site / "who-is-here.html").as_uri())
    disagree(page, "On paper, too.\nIn two lines.")
    page.emulate_media(media="print")
    assert page.get_by_text("In two lines.").locator("visible=true").count() == 1
    assert page.get_by_text("Your answer: Disagree.").is_visible()
    assert not page.locator(".nr-review-bar").is_visible()
    assert not page.get_by_role("button", name="Disagree").first.is_visible()
    page.evaluate("nrReview.clear()")


@pytest.mark.parametrize("name", ["actions", "strategy"])
def test_nobody_is_kept_out(site: Path, browser: Browser, name: str) -> None:
    for width, scheme in ((1280, "light"), (390, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        disagree(page, "Seen by all.")
        page.get_by_role("region", name="Your review").get_by_role("button", name="More").click()
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height + 400})  # the bar covers nothing
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()


def test_any_letters_travel_from_the_page_to_the_workspace(
    home: Path, site: Path, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto((site / "review.html").as_uri())
    known = seals(key.read(home / ".netreport" / "pseudonyms.key"))
    letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    stances = st.sampled_from(["", "agree", "disagree", "discuss"])
    answers = st.dictionaries(
        st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True), st.tuples(stances, letters), max_size=5
    )
    pack = """([by, told]) => nrReview.pack({ by, answers: Object.fromEntries(told.map(
      ([id, stance, comment]) => [id, { seen: "", called: comment, stance, comment,
        at: new Date().toISOString() }])) })"""

    @given(answers, letters)
    @settings(max_examples=60)
    def travel(told: dict[str, tuple[str, str]], by: str) -> None:
        text = page.evaluate(pack, [by, [[id_, *words] for id_, words in told.items()]])
        got = reviews.read("review.json", text.encode(), known)
        assert (got.by, got.role, got.edited) == (by, Role.COACH, False)
        found = {one.id: (str(one.stance or ""), one.comment) for one in got.answers}
        assert found == told

    travel()
    assert page.evaluate(r"nrReview.whole('a\ud800b\udc00c\u{1f600}')") == "a\ufffdb\ufffdc😀"
