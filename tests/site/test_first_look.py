"""What the eye meets: one screen, ticks that stay, white paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from netreport import pipeline
from netreport.sources.owner.ticked import read


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_the_overview_is_one_screen(demo: pipeline.Built, page: Page) -> None:
    page.goto((demo.site / "index.html").as_uri())
    for part in (".nr-hero__verdict", ".nr-cards", ".nr-picture svg", ".nr-first li:last-child"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900, part
    assert "of your 1,196 connections fit what you say you want." in page.inner_text(
        ".nr-hero__verdict"
    )
    assert page.locator(".nr-card").count() == 5
    assert page.locator(".nr-first li").count() == 5


def test_a_tick_stays_and_its_file_is_what_decide_reads(
    demo: pipeline.Built, page: Page, tmp_path: Path
) -> None:
    page.goto((demo.site / "actions.html").as_uri())
    first = page.locator("[data-action]").first
    first.get_by_role("checkbox").check()
    page.reload()
    assert first.get_by_role("checkbox").is_checked()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download what I ticked off").click()
    waiting.value.save_as(tmp_path / "decisions.json")
    (made,) = read(tmp_path / "decisions.json")
    assert made.subject == first.get_attribute("data-action")


def test_a_prepared_text_can_be_copied(demo: pipeline.Built, page: Page) -> None:
    page.goto((demo.site / "actions.html").as_uri())
    card = page.locator("[data-action]:has([data-nr-copy])").first
    card.locator("summary").click()
    card.get_by_role("button", name="Copy text").click()
    card.get_by_text("Copied.").or_(card.get_by_text("press Ctrl+C")).wait_for()


def test_paper_is_white_in_the_dark_too(demo: pipeline.Built, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark", bypass_csp=True)
    page = context.new_page()
    page.goto((demo.site / "full-report.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    grounds = page.evaluate(
        "[document.documentElement, document.body]"
        ".map(one => getComputedStyle(one).backgroundColor)"
    )
    context.close()
    assert set(grounds) == {"rgb(255, 255, 255)"}


def test_what_cannot_be_pressed_is_not_on_paper(demo: pipeline.Built, page: Page) -> None:
    page.goto((demo.site / "full-report.html").as_uri())
    page.emulate_media(media="print")
    shown = page.locator("button, input, summary, .md-header, .md-footer").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"
    )
    page.emulate_media(media="screen")
    assert shown == []


def test_the_full_report_begins_with_its_contents(demo: pipeline.Built, page: Page) -> None:
    page.goto((demo.site / "full-report.html").as_uri())
    wanted = page.locator(".nr-contents a").all_inner_texts()
    there = page.locator(".md-content__inner > h2").evaluate_all(
        "all => all.map(one => one.firstChild.textContent)"
    )
    assert wanted == there
