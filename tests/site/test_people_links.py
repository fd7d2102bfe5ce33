"""Every number of the demo's report that links to people counts just those people."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from explored import Explorer, built
from netreport import pipeline
from netreport.cli.demo import demo_workspace
from netreport.cli.options import Named
from netreport.model.report import Answer, Report
from netreport.model.results import Measured, Unit, Where
from netreport.pages.links import rows_of

COUNTS = {Unit.PEOPLE, Unit.COUNT}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Report:
    site = tmp_path_factory.mktemp("none") / "site"
    with demo_workspace(Named(None, site=site)) as places:
        return pipeline.report(places)


@pytest.fixture(scope="module")
def explorer(
    browser: Browser, demo: Report, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Explorer]:
    site = built(tmp_path_factory.mktemp("demo"), demo)
    opened = Explorer(browser, (site / "people.html").as_uri()).open()
    yield opened
    opened.close()


def linked(report: Report) -> Mapping[str, float]:
    """Give every address of people and the number that stands at it."""
    found: dict[str, float] = {}
    for answer in report.answers.values():
        found |= _parts(answer)
    return found


def _parts(answer: Answer) -> Mapping[str, float]:
    if not isinstance(answer.result, Measured):
        return {}
    parts = [part for one in answer.result.breakdowns for part in one.parts]
    return {
        rows_of(part.where).removeprefix("people.html#"): part.estimate.value
        for part in parts
        if part.where is not None and part.unit in COUNTS
    }


def test_every_linked_number_counts_these_people(explorer: Explorer, demo: Report) -> None:
    wanted = linked(demo)
    found = {}
    for address in wanted:
        explorer.open(f"#{address}")
        found[address] = explorer.count

    assert found == wanted
    assert len(wanted) > 40


def test_headlines_about_people_count_them(explorer: Explorer, demo: Report) -> None:
    for name in ("standing", "relevance"):
        result = demo.answers[name].result
        assert isinstance(result, Measured)
        assert result.evidence.where is not None
        explorer.open(rows_of(result.evidence.where).removeprefix("people.html"))
        share = result.evidence.considered if name == "relevance" else 1
        assert explorer.count == round(result.estimate.value * share)


def test_a_link_names_a_value_as_the_page_does(explorer: Explorer) -> None:
    """Text of an export is cleaned before it is shown; a link has to say the same."""
    address = rows_of(Where({"company": ("  Two\u202e  words ",)}))

    assert address == "people.html#?company=Two+words"
    assert explorer.open(address.removeprefix("people.html")).count == 0
