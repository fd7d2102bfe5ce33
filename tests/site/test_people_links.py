"""Every number of the demo's report that links to people counts just those people."""

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from explored import Explorer
from netreport import pipeline
from netreport.model.report import Answer, Report
from netreport.model.results import Measured, Unit, Where
from netreport.pages.links import rows_of

COUNTS = {Unit.PEOPLE, Unit.COUNT}
# What a reader sees of a link to people: its number, and the unit or title that belongs to it.
LINKS = """links => links.map(link => [
  link.href.baseVal ?? link.getAttribute("href"),
  (link.querySelector("title") ?? link).textContent.trim(),
  link.nextElementSibling?.matches(".nr-unit") ? link.nextElementSibling.textContent : "",
])"""
# The page's own listener was there before, and hears of the new address first.
GO = """hash => new Promise(done => {
  const before = location.href;
  location.hash = hash;
  if (location.href === before) done();
  else addEventListener("hashchange", () => done(), { once: true });
})"""
NUMBER = re.compile(r"(?:.*: )?([\d,]+)(?: \([^()]*%\))?")


@pytest.fixture(scope="module")
def explorer(browser: Browser, demo: pipeline.Built) -> Iterator[Explorer]:
    opened = Explorer(browser, (demo.site / "people.html").as_uri()).open()
    yield opened
    opened.close()


def counted(explorer: Explorer, address: str) -> int:
    """Give how many people an open page counts at an address."""
    explorer.page.evaluate(GO, address)
    return explorer.count


def linked(report: Report) -> Mapping[str, float]:
    """Give every address of people and the number that stands at it."""
    found: dict[str, float] = {}
    for answer in report.answers.values():
        for address, value in _parts(answer):
            assert found.setdefault(address, value) == value, address
    return found


def _parts(answer: Answer) -> Iterator[tuple[str, float]]:
    if isinstance(answer.result, Measured):
        parts = [part for one in answer.result.breakdowns for part in one.parts]
        for part in parts:
            if part.where is not None and part.unit in COUNTS:
                yield _hash(part.where), part.estimate.value


def _hash(where: Where) -> str:
    return rows_of(where).removeprefix("people.html").removeprefix("#")


def test_every_linked_number_counts_these_people(explorer: Explorer, demo: pipeline.Built) -> None:
    wanted = linked(demo.report)
    assert {address: counted(explorer, address) for address in wanted} == wanted
    assert len([address for address in wanted if "counted=" in address]) > 20
    assert len(wanted) > 200


def test_headlines_about_people_count_them(explorer: Explorer, demo: pipeline.Built) -> None:
    for name, answer in demo.report.answers.items():
        result = answer.result
        if isinstance(result, Measured) and result.evidence.where is not None:
            size = {
                Unit.SHARE: result.evidence.used,
                Unit.PER_THOUSAND: result.evidence.used / 1000,
            }
            wanted = round(result.estimate.value * size.get(answer.metric.unit, 1))
            assert counted(explorer, _hash(result.evidence.where)) == wanted, name


def test_a_number_that_is_clicked_is_the_number_of_people_shown(
    browser: Browser, explorer: Explorer, demo: pipeline.Built
) -> None:
    """As it stands on each page: in words, in figures and in charts."""
    shown: dict[str, set[str]] = {}
    window = browser.new_page()
    for path in sorted(demo.site.glob("*.html")):
        window.goto(path.as_uri())
        for address, text, unit in window.locator("a[href^='people.html#?']").evaluate_all(LINKS):
            number = NUMBER.fullmatch(text)
            if number and unit.strip() in {"", "people", "person"}:
                shown.setdefault(address.partition("#")[2], set()).add(number[1])
    window.close()
    wrong = {
        address: numbers
        for address, numbers in shown.items()
        if numbers != {f"{counted(explorer, address):,}"}
    }
    assert wrong == {}
    assert len(shown) > 80


def test_a_link_names_a_value_as_the_page_does(explorer: Explorer) -> None:
    """Text of an export is cleaned before it is shown; a link has to say the same."""
    address = rows_of(Where({"company": ("  Two\u202e  words ",)}))

    assert address == "people.html#?company=Two+words"
    assert explorer.open(address.removeprefix("people.html")).count == 0
