"""Networks of any size and any names: no page overlaps, overflows, complains or lies."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from crowd import HOSTILE
from exported import (
    INVITATIONS,
    MESSAGES,
    OWNER,
    PROFILE,
    connections,
    rows_of,
    somebody,
    write,
)
from netreport import pipeline
from watched import resize

STRATEGY = Path(__file__).parents[1] / "strategies" / "apac-b2b-seller.yaml"
WORDS = (*HOSTILE, "x" * 300, "Wörter " * 43, "شركة" * 70, "漢字" * 140, "")
RUSH = date(2024, 2, 1)
LIES = re.compile(
    r"\b(?:nan|NaN|inf|None|undefined)\b|(?<![\d.,])1 (?:people|connections|requests|messages"
    r"|hours|minutes|days|weeks|companies)\b|[Ff]rom (\S+) to \1(?![.,\d])"
)
# The first is also what a window of 1280 by 1024 shows at 400 %.
SIZES: list[ViewportSize] = [
    {"width": 320, "height": 256},
    {"width": 390, "height": 844},
    {"width": 1280, "height": 900},
]
BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(
  window, name,
  { configurable: true, get() { throw new DOMException("blocked", "SecurityError") } })"""
# What sticks out of the window to the side, and is not cut off or scrolled by something around it.
WIDE = """() => [...document.querySelectorAll(".md-content *")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (!box.width || (box.right <= innerWidth + 1 && box.left >= -1)) return false;
  for (let up = one; up; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== "visible") return false;
  return true;
}).map((one) => one.outerHTML.slice(0, 100))"""


def places(folder: Path, files: dict[str, str]) -> pipeline.Places:
    export = write(folder / "export", {"Profile.csv": PROFILE, **files})
    return pipeline.Places([export], STRATEGY, folder / "site")


def odd_person(number: int) -> tuple[str, ...]:
    """Give a connection whose every cell is a word nobody expects."""
    first, last, company, title = (WORDS[(number * step) % len(WORDS)] for step in (1, 3, 5, 7))
    day = f"{number % 28 + 1:02} Jun {2015 + number % 11}"
    return (
        first or "A",
        last,
        f"https://www.linkedin.com/in/odd-{number}",
        "",
        company,
        title,
        day,
    )


def hasty(number: int) -> tuple[str, ...]:
    """Give one of two thousand who came within a month."""
    day = RUSH + timedelta(days=number % 29)
    return (*somebody(number)[:-1], f"{day:%d %b %Y}")


def messages() -> str:
    """Give a message to and fro with each odd person, and one more that waits."""
    rows = []
    for number in range(29):
        person = (odd_person(number)[0], f"https://www.linkedin.com/in/odd-{number}")
        for turn, (one, other) in enumerate(
            [(("Robin Sample", OWNER), person), (person, ("Robin Sample", OWNER))] * 2
        ):
            when = f"2026-0{turn + 1}-0{number % 9 + 1} 10:00:00 UTC"
            rows.append((f"t{number}", "", *one, *other, when, "", f"Hi {turn}, why?", "INBOX"))
    return rows_of(MESSAGES, rows)


def invitations() -> str:
    """Give a request that waits from each odd person's twin."""
    rows = (
        (word or "A", "Robin Sample", "2/1/26, 10:00 AM", word, "INCOMING", f"{OWNER}-{at}", OWNER)
        for at, word in enumerate(WORDS)
    )
    return rows_of(INVITATIONS, rows)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of 2,029 people, 2,000 of whom came within a month."""
    people = connections(*map(odd_person, range(29)), *map(hasty, range(2000)))
    files = {
        "Connections.csv": people,
        "messages.csv": messages(),
        "Invitations.csv": invitations(),
    }
    return pipeline.build(places(tmp_path_factory.mktemp("odd"), files)).site


def pages(site: Path) -> Iterator[Path]:
    yield from (path for path in sorted(site.glob("*.html")))


@pytest.mark.parametrize("count", [0, 1, 3, 29])
def test_no_sentence_lies_about_a_small_network(tmp_path: Path, count: int) -> None:
    where = places(tmp_path, {"Connections.csv": connections(*map(somebody, range(count)))})
    told = pipeline.report(where)
    for name, text in pipeline.written(told, told, where).pages.items():
        shown = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))
        lie = LIES.search(shown)
        assert lie is None, (name, shown[max(0, lie.start() - 60) : lie.end() + 40])


def test_odd_names_and_a_rush_stay_inside_the_window_where_storage_is_blocked(
    odd: Path, browser: Browser
) -> None:
    window = browser.new_page(viewport=SIZES[0])
    window.add_init_script(BLOCKED)
    complaints: list[str] = []
    window.on("pageerror", lambda error: complaints.append(f"{window.url}: {error}"))
    wide = {}
    for path in pages(odd):
        window.goto(path.as_uri())
        window.locator(".md-search[aria-label=Search]").wait_for(state="attached")
        if path.name == "people.html":
            window.locator(".nr-people__status").wait_for()
        for size in SIZES:
            resize(window, size)
            out = window.evaluate(WIDE)[:3]
            if out or window.evaluate("document.documentElement.scrollWidth") > size["width"]:
                wide[path.name, size["width"]] = out
        window.set_viewport_size(SIZES[0])
    window.close()
    assert wide == {}
    assert complaints == []


def test_without_scripts_every_page_is_whole(odd: Path, browser: Browser) -> None:
    window = browser.new_page(java_script_enabled=False)
    for path in pages(odd):
        window.goto(path.as_uri())
        assert window.locator("h1").first.is_visible(), path.name
        assert window.locator(".md-content").count() == 1, path.name
    window.close()


def test_two_thousand_in_a_month_are_drawn_and_told(odd: Path, browser: Browser) -> None:
    window = browser.new_page()
    window.goto((odd / "growth.html").as_uri())
    assert window.locator(".nr-answer__number").first.inner_text() == "1 rush"
    assert window.locator("a[href$='?month=2024-02']", has_text="2,000").first.is_visible()
    window.close()
