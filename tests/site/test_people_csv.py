"""The CSV of what is shown, as a browser writes it and a spreadsheet reads it."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Browser

from crowd import crowd, report
from explored import Explorer, built, with_rows
from netreport.model.formulas import disarmed
from netreport.pages import people
from netreport.pages.people.columns import COLUMNS, Kind, Place

ALL = ",".join(one.key for one in COLUMNS if one.place is not Place.DETAILS)
RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("people"), report(crowd(120)))


@pytest.fixture
def explorer(browser: Browser, site: Path) -> Iterator[Explorer]:
    opened = Explorer(browser, (site / "people.html").as_uri())
    yield opened
    assert opened.faults == []
    opened.close()


def downloaded(explorer: Explorer) -> bytes:
    with explorer.page.expect_download() as waiting:
        explorer.page.get_by_role("button", name="Download CSV").click()
    return waiting.value.path().read_bytes()


def records(file: bytes) -> list[dict[str, str]]:
    text = file.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_it_holds_all_rows_of_the_view_in_its_order(explorer: Explorer) -> None:
    explorer.open("#?dormant=no&sort=-name&columns=name,standing")
    found = records(downloaded(explorer))

    assert list(found[0]) == ["Profile", "Name", "Standing"]
    assert len(found) == explorer.count > 50
    assert [row["Name"].lstrip("'") for row in found[:50]] == explorer.names


def test_it_says_what_the_file_beside_the_page_says(explorer: Explorer, site: Path) -> None:
    """Two programs write them: all that both hold is equal, but for decimals of numbers."""
    explorer.open(f"#?columns={ALL}&sort=")
    shown = records(downloaded(explorer))
    beside = records((site / "assets/data/people.csv").read_bytes())
    numbers = {one.label for one in COLUMNS if one.kind is Kind.NUMBER}

    for one, other in zip(shown, beside, strict=True):
        assert {k: v for k, v in one.items() if k not in numbers} == {
            label: other[label] for label in one if label not in numbers
        }
        assert [one[k] and float(one[k]) for k in numbers & set(one)] == [
            other[k] and float(other[k]) for k in numbers & set(one)
        ]


def test_no_cell_runs(browser: Browser, site: Path, tmp_path: Path) -> None:
    starts = [*RUNS, " =", "\u3000+", "a\n=", '="', "'="]
    names = [f"{start}1" for start in starts]
    copy = with_rows(site, tmp_path / "site", pl.DataFrame({"name": names, "tags": names}))
    explorer = Explorer(browser, (copy / "people.html").as_uri()).open("#?columns=name,tags&sort=")
    found = records(downloaded(explorer))

    assert [row["Name"] for row in found] == [disarmed(name) for name in names]
    assert [row["Tags"] for row in found] == [disarmed(name) for name in names]
    explorer.close()


def test_a_spreadsheet_knows_its_letters_and_lines(explorer: Explorer) -> None:
    explorer.open("#?q=zoe")
    file = downloaded(explorer)

    assert file.startswith(b"\xef\xbb\xbf")
    assert file.count(b"\r\n") == explorer.count + 1
    assert "Zoë" in file.decode("utf-8-sig")


def test_both_files_have_the_same_people(explorer: Explorer, site: Path) -> None:
    explorer.open()
    told = report(crowd(120))
    frame = people.rows(told.network.tables, told.strategy)

    assert people.csv_asset(frame) == (site / "assets/data/people.csv").read_bytes()
    assert len(records(downloaded(explorer))) == frame.height
