"""The protected file in a browser, from a disk, with the network cut."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from handed import PASSPHRASE, Shared, Window
from netreport.delivery.sharing import locked, passphrase
from watched import until, violations

SMALL = "<!doctype html><html lang='en'><title>Inside</title><h1>Inside</h1></html>"
FEW = 1000  # rounds, where a test is not about them


def test_wrong_right_reload(browser: Browser, shared: Shared) -> None:
    """A wrong passphrase is told and asked again, the right one opens, a reload locks again."""
    window = Window(browser, shared.locked)
    page = window.open("?people.html")
    expect(page).to_have_title("Protected report")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    locked_words = page.locator("body").inner_text()
    window.unlock("correct horse battery maple")
    expect(page.get_by_role("status")).to_contain_text("That is not the passphrase.")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    expect(page.get_by_label("Passphrase")).to_have_attribute("aria-invalid", "true")
    window.unlock()
    expect(page.locator("article h1")).to_have_text(re.compile("^People"))
    window.at("?people.html")
    page.reload()
    expect(page).to_have_title("Protected report")
    assert page.locator("body").inner_text() == locked_words
    expect(page.get_by_label("Passphrase")).to_have_value("")
    window.close()
    assert window.faults == []


def test_everything_is_there_once_it_is_open(browser: Browser, shared: Shared) -> None:
    """Pages, search, charts and the way back, in the document that asked for the passphrase."""
    window = Window(browser, shared.locked)
    page = window.open()
    window.unlock()
    expect(page.locator("article h1")).to_have_text(re.compile("^Overview"))
    assert page.locator("figure svg").count() > 0
    page.keyboard.press("/")
    page.keyboard.type("unknown is not no")
    found = page.locator(".md-search-result__link", has_text="Unknown is not no")
    found.first.click()  # before all is typed, other places and people stand there
    expect(page).to_have_title(re.compile("^How to read"))
    page.locator(".md-tabs a", has_text="Your network").click()
    expect(page).to_have_title(re.compile("^Who is here"))
    page.go_back()
    expect(page).to_have_title(re.compile("^How to read"))
    page.go_forward()
    expect(page).to_have_title(re.compile("^Who is here"))
    opened = Window(browser, shared.open)
    other = opened.report("?who-is-here.html")
    assert page.locator("article").inner_text() == other.locator("article").inner_text()
    opened.close()
    window.close()
    assert window.faults == []


@pytest.mark.parametrize(
    ("owner", "reader"),
    [
        ("Zürich im Regen", "  Zu\u0308rich   im\u00a0Regen "),
        ("ﬁve ﬂat ﬁlings №1", "five flat filings No1"),
        ("\U0001f40e staple \U0001f50b horse", "\U0001f40e staple \U0001f50b horse"),
        ("long " * 30 + "road", "long " * 30 + "road"),
    ],
)
def test_a_passphrase_may_be_typed_in_another_way(
    browser: Browser, tmp_path: Path, owner: str, reader: str
) -> None:
    file = tmp_path / "small.html"
    file.write_text(locked(SMALL, passphrase.settled(owner), FEW), "utf-8")
    window = Window(browser, file)
    page = window.open()
    window.unlock(reader)
    expect(page).to_have_title("Inside")
    window.close()
    assert window.faults == []


def test_what_is_typed_can_be_shown_and_a_damaged_file_is_told(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "small.html"
    text = locked(SMALL, PASSPHRASE, FEW)
    file.write_text(re.sub(r'(data-nonce="[^"]*">)....', r"\1AAAA", text), "utf-8")
    window = Window(browser, file)
    page = window.open()
    page.get_by_label("Show what I type").check()
    expect(page.get_by_label("Passphrase")).to_have_attribute("type", "text")
    window.unlock()
    expect(page.get_by_role("status")).to_contain_text("the file was damaged")
    window.close()


def test_no_script_of_a_stranger_runs_before_or_after(browser: Browser, shared: Shared) -> None:
    planted = shared.locked.with_name("planted-locked.html")
    text = shared.locked.read_text("utf-8")
    script = "<script>document.documentElement.dataset.ran = 'yes'</script>"
    planted.write_text(text.replace("</body>", f"{script}</body>"), "utf-8")
    window = Window(browser, planted)
    page = window.open()
    ran = "document.documentElement.dataset.ran ?? 'no'"
    assert page.evaluate(ran) == "no"
    window.unlock()
    page.locator("article h1").wait_for()
    add = """() => {
      const made = document.createElement("script");
      made.textContent = "document.documentElement.dataset.ran = 'yes'";
      document.body.append(made);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='document.title=1'>");
      return fetch("https://example.org/").catch(() => "refused");
    }"""
    assert page.evaluate(add) == "refused"
    assert page.evaluate(ran) == "no"
    told = "Content Security Policy"
    until(page, lambda: len([one for one in window.faults if told in one]) >= 3)
    window.close()


def test_without_scripts_it_says_how_to_open_it(browser: Browser, shared: Shared) -> None:
    """As in the preview of a telephone's mail."""
    for file in (shared.locked, shared.open):
        window = Window(browser, file, java_script_enabled=False)
        page = window.open()
        expect(page.get_by_text("open it in a browser on a computer")).to_be_visible()
        expect(page.get_by_role("button")).to_have_count(0)
        window.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_is_locked_and_once_it_is_open(
    browser: Browser, shared: Shared, width: int, scheme: str
) -> None:
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    window = Window(browser, shared.locked, bypass_csp=True, **settings)
    page = window.open()
    found = violations(page)
    window.unlock("not the passphrase")
    page.locator("#nr-said.wrong").wait_for()
    found += violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    window.unlock()
    page.locator("article h1").wait_for()
    found += violations(page)
    window.close()
    assert found == []
