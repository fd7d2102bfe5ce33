"""Every form, with no part, one, 29 and 2,000: whole, finite, deterministic, one block of HTML."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charted import EXTENSIONS, all_forms, drawn, number, rows_of
from netreport.model.results import Breakdown, Estimate, Form, Part, Spread, Unit, Where, exactly
from netreport.site.charts import draw

DRAWN = [form for form in Form if form not in {Form.TABLE, Form.FIGURES}]
NUMBERS = re.compile(r'(?:\b(?:d|x|y|dx)|viewBox)="([^"]*)"')
OUTSIDE = re.compile(r"nan|inf|e[+-]?\d|--")


def made(form: Form, count: int) -> Breakdown:
    """Give a breakdown of so many parts, all of its form's features in it."""
    return Breakdown(f"made-{form}", "A title", form, tuple(_part(place) for place in range(count)))


def _part(place: int) -> Part:
    share = place % 7 / 7
    return Part(
        f"{2000 + place // 12}-{place % 12 + 1:02}",
        Estimate(share, share * 0.8, min(1, share * 1.2), list(Spread)[place % 3]),
        place % 60,
        Unit.SHARE,
        Where({"month": (str(place),)}) if place % 3 else None,
        group=f"Group {place % 5}" if place % 2 else "",
        note="noted" if place % 11 == 0 else "",
        mark=place % 13 == 0,
        unknown=place % 29 == 28,
        at=float(place % 90),
    )


def svg_of(figure: str) -> ET.Element:
    """Parse the one SVG of a figure."""
    return ET.fromstring(figure[figure.index("<svg") : figure.index("</svg>") + 6])  # noqa: S314


@pytest.mark.parametrize("form", DRAWN)
@pytest.mark.parametrize("count", [1, 29, 2000])
def test_each_form_draws_any_number_of_parts(form: Form, count: int) -> None:
    figure = drawn(made(form, count))

    svg_of(figure)
    ET.fromstring(figure)  # noqa: S314 - our own output
    assert not any(OUTSIDE.search(numbers) for numbers in NUMBERS.findall(figure))
    assert figure.count("<tr>") == count + 1
    assert "\n\n" not in figure
    assert not re.search(r"^\s", figure, re.MULTILINE)


@pytest.mark.parametrize("form", list(Form))
def test_without_parts_there_is_a_sentence(form: Form) -> None:
    assert drawn(made(form, 0)) == (
        f'<p class="nr-nothing" id="chart-made-{form}">A title: nothing to show yet.</p>\n'
    )


@pytest.mark.parametrize("form", [Form.TABLE, Form.FIGURES])
def test_what_is_not_drawn_is_a_table_in_the_open(form: Form) -> None:
    figure = drawn(made(form, 29))

    assert "<svg" not in figure
    assert "<details" not in figure
    assert figure.count("<tr>") == 30


def test_parts_of_several_units_are_a_table() -> None:
    people = replace(_part(1), unit=Unit.PEOPLE)

    assert "<svg" not in drawn(Breakdown("two", "Two", Form.BARS, (_part(2), people)))


@pytest.mark.parametrize("breakdown", all_forms(), ids=lambda one: one.id)
def test_markdown_passes_a_chart_on_as_it_is(breakdown: Breakdown) -> None:
    figure = drawn(breakdown)
    page = f"Before.\n\n{figure}\n\nAfter *it*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"

    html = markdown.Markdown(extensions=EXTENSIONS).convert(page)

    assert figure.strip() in html
    assert "<p>After <em>it</em>.</p>" in html


@pytest.mark.parametrize("breakdown", all_forms(), ids=lambda one: one.id)
def test_a_chart_is_the_same_each_time(breakdown: Breakdown) -> None:
    assert drawn(breakdown) == drawn(breakdown)


@pytest.mark.parametrize("breakdown", all_forms(), ids=lambda one: one.id)
def test_ids_start_with_the_prefix_and_the_breakdowns_id(breakdown: Breakdown) -> None:
    figure = draw(breakdown, link=None, number=number, prefix="full-")
    ids = re.findall(r'\bid="([^"]*)"', figure)

    assert len(ids) == len(set(ids))
    assert all(one.startswith(f"full-{breakdown.id}") for one in ids)
    assert set(re.findall(r"url\(#([^)]*)\)", figure)) <= set(ids)
    assert {
        name for names in re.findall(r'aria-\w+by="([^"]*)"', figure) for name in names.split()
    } <= set(ids)


@pytest.mark.parametrize("form", DRAWN)
def test_the_unknown_are_always_drawn_and_hatched(form: Form) -> None:
    known = [replace(part, unknown=False) for part in made(form, 200).parts]
    unknown = replace(known[5], label="Nobody knows", unknown=True)

    svg = svg_of(drawn(Breakdown("made", "A title", form, (*known, unknown))))

    names = ["".join(one.itertext()) for one in svg.iter() if _is_hatched(one)]
    assert any("Nobody knows" in name for name in names)


def _is_hatched(element: ET.Element) -> bool:
    """Say whether an element, or the one thing in a link, is filled with the pattern."""
    return any(one.get("class") == "nr-unknown" for one in (element, *element)) and (
        element.tag in {"path", "a"}
    )


def test_a_chart_of_nothing_but_the_unknown_is_drawn() -> None:
    parts = (Part("Cannot be told", exactly(12), 12, unknown=True),)

    assert 'class="nr-unknown"' in drawn(Breakdown("none", "None", Form.COLUMNS, parts))


def test_a_chart_of_ten_years_weighs_less_than_20_kilobytes() -> None:
    parts = tuple(
        Part(f"{2014 + place // 12}-{place % 12 + 1:02}", exactly(1000 + place), 1000 + place)
        for place in range(120)
    )

    assert len(drawn(Breakdown("months", "Months", Form.COLUMNS, parts)).encode()) < 20_000


ESTIMATES = st.builds(
    lambda ends, spread: Estimate(sorted(ends)[1], min(ends), max(ends), spread),
    st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 3),
    st.sampled_from(Spread),
)
PARTS = st.builds(
    Part,
    st.text(max_size=20),
    ESTIMATES,
    st.integers(0, 10**12),
    st.sampled_from([Unit.PEOPLE, Unit.SHARE, Unit.DAYS]),
    st.none() | st.builds(Where, st.just({"a": ("b",)})),
    st.sampled_from(["", "one", "core", "junk"]),
    st.text(max_size=5),
    st.booleans(),
    st.booleans(),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
)

ALIKE = PARTS.map(lambda part: replace(part, unit=Unit.SHARE))
LISTS = st.lists(PARTS, max_size=8) | st.lists(ALIKE, max_size=8)


@settings(max_examples=300)
@given(st.sampled_from(Form), LISTS, st.booleans())
def test_whatever_the_numbers_a_chart_is_whole_and_finite(
    form: Form, parts: list[Part], whole: object
) -> None:
    figure = draw(
        Breakdown("any", "Any", form, tuple(parts), whole=bool(whole)), link=rows_of, number=number
    )

    table = ET.fromstring(figure).findall(".//tr")  # noqa: S314 - our own output
    assert len({len(row) for row in table}) <= 1
    assert not any(OUTSIDE.search(numbers) for numbers in NUMBERS.findall(figure))
    assert "\n\n" not in figure
