"""A coach answers with the keyboard and sends a file back: each answer stands where it was made."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reviewed import Coach, run

HOSTILE = "<img src=x onerror=alert(1)> [link](http://x) **no** | # 中文 عربي 👩‍👩‍👧"
PAGES = ("index", "actions", "who-is-here", "strategy")
SAID = {"agree": "agrees", "disagree": "disagrees", "discuss": "wants to discuss"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window that writes its complaints down and leaves when asked."""
    context = browser.new_context(accept_downloads=True)
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()
    assert complaints == []


def test_ten_answers_on_four_pages_come_back_to_where_they_were_made(
    home: Path, page: Page, tmp_path: Path
) -> None:
    home = shutil.copytree(home, tmp_path / "home")
    coach = Coach(page)
    page.goto((home / "share" / "report.html").as_uri())
    expect(page.locator(".nr-review-bar")).to_contain_text("0 of ")
    coach.answer("disagree", "Not crowded: badly sorted.")
    coach.visit("actions.html")
    for stance in ("agree", "disagree", "discuss"):
        coach.answer(stance, f"About this one: {stance}, {HOSTILE}")
    coach.visit("who-is-here.html")
    for stance in ("disagree", "agree", "discuss"):
        coach.answer(stance, "So it is.")
    page.reload()
    standing = page.locator(".nr-review-bar__standing")
    expect(standing).to_have_text(re.compile(r"^7 of \d+ answered, not yet downloaded\.$"))
    coach.visit("strategy.html")
    for stance in ("agree", "discuss", "disagree"):
        coach.answer(stance, f"On your strategy: {stance}.")
    coach.press(".nr-review-bar .nr-button--first")  # asks for a name first
    page.keyboard.type("Cleo Coach")
    with page.expect_download() as waiting:
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
    file = tmp_path / "review.json"
    waiting.value.save_as(file)
    expect(standing).to_have_text(re.compile(r"^10 of \d+ answered, downloaded\.$"))
    assert len(coach.answers) == 10

    result = run("review", "add", file, "-w", home)
    assert "10 answers by Cleo Coach" in result.stdout
    assert "10 answers on what the report says today; 0 on what has changed" in result.stdout
    assert run("build", "-q", "-w", home).exit_code == 0
    stood = {name for one in PAGES for name in _told(page, home, one, coach)}
    assert stood == set(coach.answers)
    assert len(_told(page, home, "review", coach)) == 10


def _told(page: Page, home: Path, name: str, coach: Coach) -> set[str]:
    """Give the items of a built page whose thread says what the coach said."""
    page.goto((home / "site" / f"{name}.html").as_uri())
    found = set()
    for place in page.locator("[data-review-id]:has(.nr-thread)").all():
        id_ = str(place.get_attribute("data-review-id"))
        stance, comment = coach.answers[id_]
        told = place.locator(".nr-thread").inner_text()
        assert all(word in told for word in ("Cleo Coach", SAID[stance], comment))
        found.add(id_)
    return found
