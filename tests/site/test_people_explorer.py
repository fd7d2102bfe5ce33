"""The list of people in a browser: searched, filtered, sorted, and restored from its address."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import polars as pl
import pytest
from playwright.sync_api import Browser, expect

from crowd import crowd, report
from explored import Explorer, built, with_rows
from made import people
from netreport.pages import people as page
from netreport.pages.people.columns import COLUMNS
from served import served
from watched import site_map_read

MANY = 120


@pytest.fixture(scope="module")
def rows() -> pl.DataFrame:
    told = report(crowd(MANY))
    return page.rows(told.network.tables, told.strategy)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("people"), report(crowd(MANY)))


@pytest.fixture(scope="module", params=["file", "http"])
def address(site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "file":
        yield (site / "people.html").as_uri()
    else:
        with served(site) as root:
            yield f"{root}/people.html"


@pytest.fixture
def explorer(browser: Browser, site: Path) -> Iterator[Explorer]:
    opened = Explorer(browser, (site / "people.html").as_uri())
    yield opened
    assert opened.faults == []
    opened.close()


def test_it_works_from_a_disk_and_from_a_server(browser: Browser, address: str) -> None:
    explorer = Explorer(browser, address).open("#?standing=core")

    assert explorer.status == "24 of 120 people."
    assert explorer.faults == []
    explorer.close()


def test_values_of_a_filter_widen_and_filters_narrow(
    explorer: Explorer, rows: pl.DataFrame
) -> None:
    wanted = pl.col("standing").is_in(["core", "junk"]), pl.col("owed") == "yes"
    explorer.open()
    explorer.filter("Standing", "core", "junk")
    assert explorer.count == rows.filter(wanted[0]).height

    explorer.filter("Owed an answer", "yes")
    assert explorer.count == rows.filter(*wanted).height > 0


@pytest.mark.parametrize("column", [one for one in COLUMNS if one.filter], ids=lambda one: one.key)
def test_every_value_of_every_filter_counts_its_rows(
    explorer: Explorer, rows: pl.DataFrame, column: page.columns.Column
) -> None:
    values = rows.get_column(column.key)
    words = values.explode() if isinstance(values.dtype, pl.List) else values
    counts = dict(words.fill_null(column.missing).value_counts().iter_rows())

    explorer.open()
    for word, count in counts.items():
        explorer.page.evaluate("hash => location.hash = hash", f"?{column.key}={quote(word)}")
        expect(explorer.standing).to_have_text(f"{count} of {MANY} people.")


def test_the_numbers_beside_values_are_what_ticking_them_gives(explorer: Explorer) -> None:
    explorer.open("#?owed=yes")
    explorer.filter("Standing")
    values = explorer.page.locator(".nr-people__panel:not([hidden]) label").all_inner_texts()
    for value in values:
        name, count = value.split()
        explorer.open(f"#?owed=yes&standing={name}")
        assert explorer.count == int(count)


def test_filters_that_only_links_set_are_seen_and_taken_off(explorer: Explorer) -> None:
    explorer.open("#?touch=conversation&relevant=yes")
    narrow = explorer.count
    explorer.page.get_by_role("button", name="Remove In touch: conversation").click()

    explorer.at("#?relevant=yes")
    assert narrow < explorer.count < MANY


def test_a_value_that_nobody_has_fits_nobody(explorer: Explorer) -> None:
    explorer.open("#?segment=Gone&month=1999-01")
    assert explorer.status == "0 of 120 people."
    assert explorer.page.get_by_text("Nobody fits these filters.").is_visible()

    explorer.page.get_by_role("button", name="Show everybody").click()
    assert explorer.count == MANY


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz"),
        ("JURGEN", "Jürgen"),
        ("zoë", "Zoë"),
        ("soren person", "Søren"),
        ("サンプル", "株式会社サンプル商事"),
        ("المثال", "شركة المثال للتجارة"),
        ("1+1", "＝1+1"),
    ],
)
def test_search_folds_accents_and_case(explorer: Explorer, typed: str, name: str) -> None:
    explorer.open("#?sort=name")
    explorer.search(typed)

    assert 0 < explorer.count < MANY
    assert any(one.startswith(name) for one in explorer.names)


def test_what_was_just_typed_is_not_lost_to_a_quick_click(explorer: Explorer) -> None:
    """Within the moment that a search waits for the next letter."""
    explorer.open()
    explorer.filter("Owed an answer")
    explorer.page.evaluate("""() => {
      const field = document.querySelector(".nr-people__search");
      field.value = "zoe";
      field.dispatchEvent(new Event("input"));
      const box = document.querySelector(".nr-people__panel:not([hidden]) input[type=checkbox]");
      box.focus();
      box.click();
    }""")

    expect(explorer.page).to_have_url(re.compile(r"\?q=zoe&owed="))
    assert explorer.page.get_by_label("Search names, titles and companies").input_value() == "zoe"
    assert 0 < explorer.count < MANY


def test_every_word_of_a_search_must_be_found(explorer: Explorer, rows: pl.DataFrame) -> None:
    both = rows.filter(
        pl.col("name").str.contains("Mehmet") & pl.col("employer").str.contains("Söhne")
    )
    explorer.open("#?q=sohne+MEHMET")

    assert explorer.count == both.height > 0


def test_missing_values_come_last_both_ways(explorer: Explorer) -> None:
    explorer.open("#?sort=seniority,name&columns=name,seniority")
    words = explorer.page.locator(".nr-people__table td[data-label=Seniority]")
    assert words.first.inner_text() == "Entry"

    explorer.open("#?sort=-seniority,name&columns=name,seniority")
    assert words.first.inner_text() == "Director"
    explorer.open("#?sort=-seniority,name&columns=name,seniority&page=3")
    assert words.last.inner_text() == "unknown"


def test_a_heading_sorts_and_with_shift_sorts_within(
    explorer: Explorer, rows: pl.DataFrame
) -> None:
    explorer.open("#?sort=name")
    explorer.page.get_by_role("button", name="Standing", exact=True).last.click()
    explorer.page.get_by_role("button", name="Connected").click(modifiers=["Shift"])
    explorer.page.get_by_role("button", name="Connected").click(modifiers=["Shift"])
    order = pl.col("standing").replace_strict(["core", "latent", "social", "junk"], range(4))
    wanted = rows.filter(pl.col("standing").is_not_null()).sort(
        order, "connected", descending=[False, True]
    )

    explorer.at("#?sort=standing%2C-connected")
    assert explorer.names == wanted["name"].head(50).to_list()
    heading = explorer.page.get_by_role("columnheader", name="Standing")
    assert heading.get_attribute("aria-sort") == "ascending"


def test_the_sort_choice_says_what_the_headings_do(explorer: Explorer) -> None:
    explorer.open("#?sort=standing,-name")
    explorer.page.get_by_role("button", name="Sort", exact=True).click()
    first = explorer.page.get_by_label("Sort by")
    assert first.input_value() == "standing"
    first.select_option("name")

    explorer.at("#?sort=name%2C-name")


def test_columns_are_chosen_and_stay_in_the_address(explorer: Explorer) -> None:
    explorer.open()
    explorer.page.get_by_role("button", name="Columns").click()
    explorer.page.get_by_role("checkbox", name="Region").check()
    explorer.page.get_by_role("checkbox", name="Title").uncheck()
    before = explorer.page.get_by_role("columnheader").all_inner_texts()
    explorer.open(explorer.page.evaluate("location.hash"))

    assert explorer.page.get_by_role("columnheader").all_inner_texts() == before
    assert "Region" in before
    assert "Title" not in before


def test_an_address_restores_the_view_elsewhere(browser: Browser, explorer: Explorer) -> None:
    explorer.open()
    explorer.filter("Region", "DACH")
    explorer.filter("Standing", "unknown", "junk")
    explorer.search("person")
    explorer.page.get_by_role("button", name="Name").click()
    expect(explorer.page).to_have_url(re.compile("sort=name"))
    other = Explorer(browser, explorer.page.url).open()

    assert (other.status, other.names) == (explorer.status, explorer.names)
    other.close()


def test_an_open_page_follows_its_address(explorer: Explorer) -> None:
    explorer.open("#?standing=core")
    explorer.page.evaluate("location.hash = '?standing=junk&standing=core'")
    explorer.page.get_by_role("button", name="Remove Standing: junk").wait_for()

    assert explorer.count == 48


def test_pages_hold_fifty_and_every_person_once(explorer: Explorer) -> None:
    explorer.open("#?sort=connected")
    seen = explorer.names
    following = explorer.page.get_by_role("button", name="Next").first
    for _ in range(2):
        following.click()
        seen += explorer.names
    following.click(force=True)

    assert len(seen) == len(set(seen)) == MANY
    explorer.at("page=3")


def test_a_row_opens_to_say_why(explorer: Explorer) -> None:
    explorer.open("#?q=person+11&sort=name")
    name = explorer.names[0]
    explorer.page.get_by_role("button", name=f"Details of {name}").click()
    why = explorer.page.locator(".nr-people__more:not([hidden])").inner_text()

    assert "Read from the title: “Sales”; certainty 80 %." in why
    assert "unknown; it could be Buyers, Others" in why or "Buyers" in why or "none" in why


def test_messages_are_told_as_dates_and_turns(browser: Browser, site: Path, tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "name": ["A", "B", "C"],
            "turns": [3, 0, None],
            "received": [2, 0, None],
            "sent": [5, 0, None],
            "first": ["2024-01-02", None, None],
            "last": ["2025-03-04", None, None],
            "advice": [["Write to them.", "Then ask."], [], []],
        }
    ).with_columns(pl.col("first", "last").str.to_date())
    copy = with_rows(site, tmp_path / "site", frame)
    explorer = Explorer(browser, (copy / "people.html").as_uri()).open()
    for opener in explorer.page.get_by_role("button", name="Details of").all():
        opener.click()
    told = explorer.page.locator(".nr-people__why").all_inner_texts()

    assert "First 2 Jan 2024, last 4 Mar 2025. Turns: 3; received: 2; sent: 5." in told[0]
    assert "Write to them.\nThen ask." in told[0]
    assert "Messages\nNone." in told[1]
    assert "Not known" in told[2]
    explorer.close()


def test_links_lead_to_rebuilt_profile_addresses_only(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    slugs = ["zoë-(x)-example", "javascript:alert(1)", "..%2Fadmin", None]
    frame = pl.DataFrame({"profile": slugs, "name": ["A", "B", "C", "D"]})
    copy = with_rows(site, tmp_path / "site", frame)
    explorer = Explorer(browser, (copy / "people.html").as_uri()).open()
    links = explorer.page.locator(".nr-people__table a").all()

    assert [link.get_attribute("href") for link in links] == [
        "https://www.linkedin.com/in/zo%C3%AB-%28x%29-example",
        "https://www.linkedin.com/in/javascript%3Aalert%281%29",
        "https://www.linkedin.com/in/..%252Fadmin",
    ]
    explorer.close()


def test_a_name_is_text(explorer: Explorer) -> None:
    dialogs: list[str] = []
    explorer.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    explorer.open("#?q=onerror&company=%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E")
    for opener in explorer.page.get_by_role("button", name="Details of").all():
        opener.click()
    explorer.filter("Company")

    assert explorer.page.locator(".nr-people img").count() == 0
    assert dialogs == []


@pytest.mark.parametrize(
    ("count", "status"),
    [
        (0, "0 of 0 people."),
        (1, "1 of 1 person."),
        (29, "29 of 29 people."),
        (30_000, "30,000 of 30,000 people."),
    ],
)
def test_any_number_of_people(
    browser: Browser, site: Path, tmp_path: Path, count: int, status: str
) -> None:
    told = report(people((count, {"position": "Head of Sales"})))
    copy = with_rows(site, tmp_path / "site", page.rows(told.network.tables, told.strategy))
    explorer = Explorer(browser, (copy / "people.html").as_uri()).open()

    assert (explorer.status, explorer.faults) == (status, [])
    assert len(explorer.names) == min(count, 50)
    explorer.close()


def test_a_page_of_nobody_has_no_list(tmp_path: Path) -> None:
    html = (built(tmp_path, report(people())) / "people.html").read_text("utf-8")

    assert "The export holds no connections." in html
    assert "/people.js" not in html


def test_no_person_stands_in_the_page_itself(site: Path) -> None:
    html = (site / "people.html").read_text("utf-8")

    assert "Person 1" not in html
    assert "person-example" not in html


def test_without_scripts_there_is_a_file(browser: Browser, site: Path) -> None:
    window = browser.new_page(java_script_enabled=False)
    window.goto((site / "people.html").as_uri())
    link = window.get_by_role("link", name="all 120 connections as a CSV file")

    assert link.is_visible()
    assert (site / str(link.get_attribute("href"))).is_file()
    window.close()


def test_a_data_file_that_is_gone_is_told(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = with_rows(site, tmp_path / "site", pl.DataFrame({"name": ["A"]}))
    (copy / "assets/data/people.js").unlink()
    window = browser.new_page()
    window.goto((copy / "people.html").as_uri())

    expect(window.get_by_text("The list of people did not load")).to_be_visible()
    window.close()


def test_blocked_storage_changes_nothing(browser: Browser, site: Path) -> None:
    explorer = Explorer(browser, (site / "people.html").as_uri())
    explorer.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty("
        "window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })"
    )
    explorer.open("#?standing=core")

    assert explorer.count == 24
    explorer.close()


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_it_comes_back_with_instant_navigation(
    browser: Browser, tmp_path: Path, scheme: str
) -> None:
    """Over http, Material replaces the page; it does so only for pages in a site map."""
    instant = built(tmp_path, report(crowd(MANY)), "navigation.instant")
    with served(instant) as root:
        (instant / "sitemap.xml").write_text(_site_map(root), "utf-8")
        start = root if scheme == "http" else instant.as_uri()
        explorer = Explorer(browser, f"{start}/people.html").open()
        explorer.page.evaluate("window.untouched = true")
        if scheme == "http":
            site_map_read(explorer.page)
        for _ in range(2):
            explorer.page.get_by_role("link", name="Overview").first.click()
            explorer.page.get_by_role("link", name="The core").click()
            explorer.page.get_by_role("button", name="Remove Standing: core").wait_for()
            assert explorer.count == 24
        assert explorer.page.evaluate("window.untouched === true") is (scheme == "http")

        explorer.filter("Owed an answer", "yes")
        assert 0 < explorer.count < 24
        assert explorer.faults == []
        explorer.close()


def _site_map(root: str) -> str:
    places = "".join(f"<url><loc>{root}/{name}.html</loc></url>" for name in ("index", "people"))
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'
