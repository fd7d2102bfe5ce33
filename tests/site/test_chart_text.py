"""Text of an export in a chart: shown as text, cut to fit, never markup."""

import re
from math import fsum
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charted import EXTENSIONS, number, rows_of
from netreport.model.results import Breakdown, Form, Part, Unit, Where, exactly
from netreport.model.text import clean
from netreport.site.charts import draw, sparkline
from netreport.site.charts.labels import SIZE, fit, width

HOSTILE = (
    '"><script>alert(1)</script>', "</title></svg></figure><img src=x onerror=alert(1)>",
    "]]>", "<!--", "&lt;b&gt;", "' onload='alert(1)", "javascript:alert(1)", "url(#x)",
    "{{ 7*7 }}", "\n\n# Heading\n\n", "| a | b |", "[x](javascript:alert(1))", "\x02wzxhzdk:0\x03",
)  # fmt: skip
TEXT = st.sampled_from(HOSTILE) | st.text(max_size=40)
FORMS = [form for form in Form if form is not Form.GRID]


def figure_of(text: str, form: Form) -> str:
    """Draw a chart with `text` in every place that can hold some."""
    parts = tuple(
        Part(
            text,
            exactly(0.1 * n),
            10 * n,
            Unit.SHARE,
            Where({"a": (text,)}),
            text,
            text,
            mark=n == 2,
        )
        for n in range(1, 4)
    )
    breakdown = Breakdown("hostile", text, form, parts, of=text, caption=text)
    return draw(breakdown, link=rows_of, number=number)


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(FORMS))
def test_text_is_text_whatever_it_is(text: str, form: Form) -> None:
    figure = ET.fromstring(figure_of(text, form))  # noqa: S314 - our own output
    harmless = ET.fromstring(figure_of("Word", form))  # noqa: S314 - our own output

    assert {one.tag for one in figure.iter()} <= {one.tag for one in harmless.iter()} | _OPTIONAL
    assert {name for one in figure.iter() for name in one.keys()} <= _ATTRIBUTES  # noqa: SIM118
    assert next(figure.iter("strong")).text in {clean(text), None}
    assert "".join(next(figure.iter("tbody"))[0][0].itertext()) == clean(text)


def test_a_width_is_the_same_in_every_python() -> None:
    """From 3.12 on, `sum` rounds once; before, at every letter, and charts moved by a hair."""
    for text in ("up to a week", "Everybody", "Sales, outside APAC", "W" * 33 + "il.x" * 9):
        assert width(text, 1.0) == fsum(width(letter, 1.0) for letter in text)


_OPTIONAL = {"tspan", "p"}
_ATTRIBUTES = {
    "aria-describedby", "aria-label", "aria-labelledby", "class", "d", "data-search-exclude", "dir",
    "dx", "fill", "height", "href", "id", "patternTransform", "patternUnits", "role", "scope",
    "tabindex", "viewBox", "width", "x", "y",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_markdown_finds_nothing_in_hostile_text(text: str, form: Form) -> None:
    figure = figure_of(text, form)

    html = markdown.Markdown(extensions=EXTENSIONS).convert(f"Before.\n\n{figure}\n\nAfter.\n")

    assert figure.strip() in html
    assert "<script" not in html
    assert "<img" not in html
    assert html.endswith("<p>After.</p>")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sparkline_stands_in_a_table_with_hostile_text(text: str) -> None:
    parts = [Part(text, exactly(n), n) for n in range(1, 4)]
    page = f"| What | Line |\n|---|---|\n| People | {sparkline(parts, number)} |\n"

    html = markdown.Markdown(extensions=EXTENSIONS).convert(page)
    table = ET.fromstring(html)  # noqa: S314 - our own output

    svg = next(table.iter("svg"))
    assert svg.get("aria-label") == clean(f"{text}: 1; {text}: 2; {text}: 3")
    assert [one.tag for one in svg] == ["path", "path"]
    assert len(list(table.iter("td"))) == 2


def test_a_sparkline_takes_three_points() -> None:
    parts = [Part(f"2026-0{month}", exactly(3), 3) for month in (1, 2, 3)]
    assert sparkline(parts[:2], number) == ""
    assert sparkline(parts, number) != ""


@given(st.text(max_size=400), st.floats(0, 400))
def test_a_label_fits_into_its_room(text: str, room: float) -> None:
    assert width(fit(text, room)) <= max(room, width("…"))


@given(st.text(max_size=60))
def test_a_label_with_room_is_whole(text: str) -> None:
    told = fit(text, 1e6)

    assert told == clean(text) or len(told) < len(clean(text)), "only stacked accents go"


def test_asian_letters_take_a_square_each() -> None:
    assert width("株式会社") >= 4 * SIZE
    assert fit("株式会社サンプル", 70) == "株式会社…"


def test_a_tower_of_accents_keeps_three() -> None:
    assert fit("x" + "\u0301\u0302\u0303" * 50, 100) == "x\u0301\u0302\u0303"


def test_a_name_of_300_letters_is_whole_in_the_table_and_short_in_the_chart() -> None:
    name = "Long " * 59 + "name"
    figure = draw(
        Breakdown("long", "Long", Form.BARS, (Part(name, exactly(5), 5),)), link=None, number=number
    )
    svg = figure[figure.index("<svg") : figure.index("</svg>")]

    assert f'<th scope="row">{name}</th>' in figure
    assert re.search(r">(Long ){3,5}?\w*…</text>", svg)
