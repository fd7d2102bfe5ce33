"""Every page of the demo's report, opened from disk and over http as its reader would."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from netreport import pipeline
from netreport.site.policy import content_security_policy
from walked import Walk, stride, walk
from watched import Watched


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page()
    yield Watched(page)
    page.close()


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, demo: pipeline.Built) -> str:
    """Give where the demo's site is, from disk and over http."""
    if request.param == "file":
        return demo.site.absolute().as_uri()
    return str(request.getfixturevalue("demo_address"))


def pages_of(demo: pipeline.Built) -> list[Path]:
    return sorted(demo.site.glob("*.html"))


def test_every_page_names_its_audience_and_carries_the_policy(demo: pipeline.Built) -> None:
    for path in pages_of(demo):
        text = path.read_text("utf-8")
        assert 'content="private"' in text
        assert "Only for you" in text
        assert f'content="{content_security_policy()}"' in text


def test_a_script_that_is_planted_does_not_run(watched: Watched, demo: pipeline.Built) -> None:
    planted = demo.site.parent / "planted.html"
    text = (demo.site / "index.html").read_text("utf-8")
    planted.write_text(text.replace("</body>", "<script>document.title='ran'</script></body>"))
    watched.page.goto(planted.as_uri())
    assert watched.page.title() != "ran"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("coherence", "who-is-here"),
        ("jaccard", "data"),
        ("warm up", "actions"),
        ("latent", "glossary"),
    ],
    ids=["metric", "method", "recommendation", "word"],
)
def test_search_finds_pages_from_disk_and_over_http(
    watched: Watched, root: str, typed: str, page: str
) -> None:
    watched.page.goto(f"{root}/index.html")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type(typed)
    watched.page.locator(f".md-search-result__item a[href*='/{page}.html']").first.wait_for(
        state="attached"
    )
    assert watched.complaints == []


def test_search_finds_people_by_keys_alone(watched: Watched, root: str) -> None:
    watched.page.goto(f"{root}/growth.html")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("sales")
    found = watched.page.locator(".nr-found__link")
    expect(found.last).to_have_attribute("href", re.compile(r"\?q=sales$"))  # all is typed
    name = found.first.locator("bdi").first.inner_text()
    assert found.count() == 6
    watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**/people.html#?q=*")
    watched.page.get_by_role("button", name=f"Details of {name}").wait_for()
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("sales")
    expect(found).to_have_count(6)
    watched.page.keyboard.type("zzzz")
    expect(found).to_have_count(0)
    assert watched.outside(root) == set()
    assert watched.complaints == []


@pytest.mark.parametrize("name", ["index", "people", "strategy", "review"])
def test_keys_alone_reach_every_control_and_one_sees_where(
    demo: pipeline.Built, watched: Watched, name: str
) -> None:
    """The other pages are walked by tests/bench/site.py, which takes its time."""
    watched.page.goto((demo.site / f"{name}.html").as_uri())
    watched.page.locator(".md-search[aria-label=Search]").wait_for(state="attached")
    walked = walk(watched.page)
    assert (walked.missed, walked.unseen) == ([], [])
    assert walked.reached > 15


def test_every_control_of_the_full_report_takes_the_focus_and_shows_it(
    demo: pipeline.Built, watched: Watched
) -> None:
    watched.page.goto((demo.site / "full-report.html").as_uri())
    watched.page.locator(".md-search[aria-label=Search]").wait_for(state="attached")
    walked = stride(watched.page)
    assert (walked.missed, walked.unseen) == ([], [])
    assert walked.reached > 300


@pytest.mark.parametrize("way", [walk, stride])
def test_a_walk_notices_a_control_without_keys_or_focus(
    watched: Watched, way: Callable[[Page], Walk]
) -> None:
    watched.page.set_content(
        "<style>b { outline: none !important }</style><a href='#1'>1</a><b tabindex=0>2</b>"
        "<div inert><button>3</button></div>"
    )
    walked = way(watched.page)
    assert walked.missed == ["<button>3</button>"]
    assert walked.unseen == ['<b tabindex="0">2</b>']


def test_no_page_but_people_is_heavy(demo: pipeline.Built) -> None:
    """At most 120 KB of its own HTML, gzipped."""
    import gzip  # noqa: PLC0415 - for this test alone

    heavy = {
        path.name: len(gzip.compress(path.read_bytes()))
        for path in pages_of(demo)
        if path.name != "people.html"
    }
    assert max(heavy.values()) <= 120 * 1024, heavy
