"""The list of people in the shared file: by pseudonym, with its filters and permalinks."""

import re

from playwright.sync_api import expect

from handed import Window


def test_people_go_by_pseudonym_and_a_permalink_filters_them(window: Window) -> None:
    page = window.report("?people.html")
    status = page.locator(".nr-people__status")
    expect(status).to_have_text(re.compile(r"^1,\d\d\d of 1,\d\d\d people"))
    names = page.locator(".nr-people__table tbody th").all_inner_texts()
    assert len(names) == 50
    assert all(re.search(r"\bPerson [0-9a-f]{8}\b", name) for name in names)
    window.report("?people.html#?standing=core")
    core = status.inner_text()
    assert re.match(r"\d+ of 1,\d\d\d people", core)
    page.get_by_role("button", name="Show everybody").click()
    expect(status).not_to_have_text(core)
    page.get_by_role("group", name="Filters").get_by_role("button", name="Standing").click()
    page.get_by_role("checkbox", name="core").check()
    expect(status).to_have_text(core)
    window.at("?people.html#?standing=core")


def test_back_and_forward_go_through_pages_and_filters(window: Window) -> None:
    page = window.report()
    page.locator("figure svg a[href^='?people.html#']").first.click()
    expect(page.locator("article h1")).to_have_text(re.compile("^People"))
    filtered = page.evaluate("location.href")
    page.locator(".md-tabs a", has_text="Overview").click()
    expect(page.locator("article h1")).to_have_text(re.compile("^Overview"))
    page.go_back()
    expect(page.locator("article h1")).to_have_text(re.compile("^People"))
    expect(page.get_by_role("button", name="Show everybody")).to_be_visible()
    expect(page).to_have_url(filtered)
    page.go_back()
    expect(page).to_have_title(re.compile("^Overview"))
    page.go_forward()
    expect(page).to_have_title(re.compile("^People"))


def test_search_finds_people_and_enter_goes_on_to_a_page(window: Window) -> None:
    page = window.report("?people.html")
    name = page.locator(".nr-people__table tbody th bdi").first.inner_text()
    page.locator(".md-tabs a", has_text="Overview").click()
    field = page.locator(".md-search__input")
    field.fill(name)
    found = page.locator(".nr-found a").first
    expect(found).to_contain_text(name)
    field.press("ArrowDown")
    expect(found).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".nr-people__status")).to_have_text(re.compile("^1 of "))
    window.at(f"?people.html#?q={name.replace(' ', '+')}")
    field.fill("person")
    expect(found).to_be_visible()
    field.press("Enter")
    expect(page.locator(".nr-people__status")).to_have_count(0)
