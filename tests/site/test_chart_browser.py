"""Charts in a real browser: words stay inside and apart, and axe finds nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from charted import all_forms, drawn, page
from netreport.model.results import Breakdown, Form, Part, exactly
from watched import COLOURS, RULES, violations

WHOLE = {(1280, "default"), (390, "slate")}
HARD = (
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww Mmmmmmmmmmmmmmmm" * 5,
    "株式会社サンプル商事ホールディングスグループ東京本社" * 4,
    "شركة المثال للتجارة والخدمات اللوجستية المحدودة " * 5,
    "ｆｕｌｌｗｉｄｔｈ　ｌｅｔｔｅｒｓ" * 9,
    "🧑‍🚀🎉🏳️‍🌈👩‍👩‍👧‍👦🤹🏽‍♀️" * 20,
    "x" + "\u0301\u0302\u0303" * 90,
    "﷽" * 12,
    "𒐫𒈙⸻" * 20,
    "हिन्दी देवनागरी कम्पनी प्राइवेट लिमिटेड " * 6,
)

# Which words of a drawing stand outside its view box (a font may hang a letter over its start), and
# which stand on each other.
STRAYING = """() => [...document.querySelectorAll(".nr-chart svg")].flatMap(svg => {
  const view = svg.viewBox.baseVal, texts = [...svg.querySelectorAll("text")];
  const boxes = texts.map(text => text.getBBox());
  const name = at => svg.querySelector("title").textContent + ": " + texts[at].textContent;
  const out = boxes.flatMap((box, at) =>
    box.x < -1.5 || box.x + box.width > view.width + 0.5 ||
    box.y < -4 || box.y + box.height > view.height + 4 ? ["outside " + name(at)] : []);
  const on = boxes.flatMap((a, at) => boxes.slice(at + 1).flatMap((b, next) =>
    a.width && b.width && a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width &&
    a.y + a.height * 0.25 < b.y + b.height * 0.75 && b.y + b.height * 0.25 < a.y + a.height * 0.75
      ? [name(at) + " on " + texts[at + 1 + next].textContent] : []));
  return [...out, ...on];
})"""


@pytest.fixture(params=[390, 1280])
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a window as wide as a phone, and one as wide as a desk's."""
    opened = browser.new_page(viewport={"width": request.param, "height": 900})
    yield opened
    opened.close()


def hard_cases() -> list[Breakdown]:
    """Give the gallery once more, with names that do not fit and numbers that are too long."""
    return [
        replace(one, id=f"{one.id}-{place}", parts=tuple(_hard(part, place) for part in one.parts))
        for place in range(len(HARD))
        for one in (all_forms()[place], *_rows(place))
    ]


def _rows(place: int) -> tuple[Breakdown, ...]:
    parts = tuple(
        Part(HARD[place], exactly(10.0 ** (3 * n)), 7, group=HARD[place - n]) for n in range(6)
    )
    forms = (Form.BARS, Form.DOTS, Form.COLUMNS, Form.STRIP, Form.MULTIPLES, Form.WATERFALL)
    return tuple(Breakdown(f"{form}", "Hard", form, parts) for form in forms)


def _hard(part: Part, place: int) -> Part:
    return replace(part, label=HARD[place], note=HARD[place - 1])


@pytest.mark.parametrize("font", ["inherit", "DejaVu Sans", "serif"])
def test_words_stay_inside_and_apart(window: Page, font: str) -> None:
    charts = [drawn(one) for one in (*all_forms(), *hard_cases())]
    window.set_content(page(charts, "default"))
    window.add_style_tag(content=f".nr-chart text {{ font-family: {font} }}")

    assert window.evaluate(STRAYING) == []


def test_a_page_of_charts_does_not_scroll_sideways(window: Page) -> None:
    window.set_content(page([drawn(one) for one in (*all_forms(), *hard_cases())], "default"))
    window.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing(window: Page, scheme: str) -> None:
    """All rules where width and scheme both differ; those of colours for the other two pairs."""
    window.set_content(page([drawn(one) for one in all_forms()], scheme))
    window.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    width = window.evaluate("innerWidth")

    assert violations(window, RULES if (width, scheme) in WHOLE else COLOURS) == []


def test_a_chart_prints_on_white_without_its_folded_numbers(browser: Browser) -> None:
    window = browser.new_page(color_scheme="dark")
    window.set_content(page([drawn(one) for one in all_forms()], "slate"))
    window.emulate_media(media="print")
    bar = window.locator(".nr-chart--bars .nr-bar").first

    assert bar.evaluate("bar => getComputedStyle(bar).fill") == "rgb(11, 98, 164)"
    assert not window.locator(".nr-data").first.is_visible()
    window.close()


def test_forced_colours_leave_marks_to_be_seen(browser: Browser) -> None:
    window = browser.new_page(forced_colors="active")
    window.set_content(page([drawn(one) for one in all_forms()], "default"))
    ground = window.evaluate("getComputedStyle(document.body).backgroundColor")
    look = "mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke]"

    marks = window.locator(".nr-chart .nr-bar, .nr-chart .nr-dot, .nr-chart .nr-line").all()

    assert all({ground, "none"} != set(mark.evaluate(look)) != {ground} for mark in marks)
    window.close()


def test_the_numbers_open_by_key(browser: Browser) -> None:
    window = browser.new_page()
    window.set_content(page([drawn(all_forms()[3])], "default"))
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")

    assert window.get_by_role("table").is_visible()
    window.close()
