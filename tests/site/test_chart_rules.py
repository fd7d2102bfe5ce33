"""What each form shows, worked out by hand, and the display rule for small numbers."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest

from charted import number, rows_of
from netreport.model.results import Breakdown, Estimate, Form, Part, Spread, Unit, Where, exactly
from netreport.site.charts import draw
from netreport.site.charts.scales import Scale, steps


def svg(
    form: Form, parts: Sequence[Part], *, whole: bool = False, link: bool = False
) -> ET.Element:
    """Draw parts and give the SVG."""
    breakdown = Breakdown("one", "One", form, tuple(parts), whole=whole)
    figure = draw(breakdown, link=rows_of if link else None, number=number)
    return ET.fromstring(figure).find("svg") or ET.Element("none")  # noqa: S314 - our own output


def texts(drawing: ET.Element) -> list[str]:
    """Give what is written in a drawing."""
    return ["".join(one.itertext()) for one in drawing.iter("text")]


def routes(drawing: ET.Element, kind: str) -> list[str]:
    """Give the routes of all marks of a kind, or of the marks in a group of that kind."""
    grouped = [
        one
        for group in drawing.iter("g")
        if group.get("class") == kind
        for one in group.iter("path")
    ]
    named = [one for one in drawing.iter("path") if kind in (one.get("class") or "").split()]
    return [one.get("d") or "" for one in grouped or named]


def share(value: float, n: int, label: str = "a", **more: object) -> Part:
    """Give a share with a Wilson range a tenth to either side."""
    estimate = Estimate(value, max(0, value - 0.1), min(1, value + 0.1), Spread.WILSON)
    return Part(label, estimate, n, Unit.SHARE, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [Form.BARS, Form.DOTS])
def test_below_five_cases_a_rate_is_told_as_counts_and_not_drawn(form: Form) -> None:
    drawing = svg(form, [share(0.5, 4), share(0.5, 40, "b")])

    assert "2 of 4" in texts(drawing)
    assert len(routes(drawing, "nr-bar" if form is Form.BARS else "nr-dot")) == 1
    assert len(routes(drawing, "nr-range")) == 1


@pytest.mark.parametrize(("n", "grey"), [(5, True), (29, True), (30, False)])
def test_below_thirty_cases_a_rate_is_grey(n: int, grey: bool) -> None:
    drawing = svg(Form.DOTS, [share(0.5, n)])

    assert bool(routes(drawing, "nr-grey")) is grey


def test_no_cases_are_told_as_such() -> None:
    assert "no cases" in texts(svg(Form.DOTS, [share(0, 0), share(0.5, 40, "b")]))


def test_a_rate_that_others_found_needs_no_cases_of_ours() -> None:
    drawing = svg(Form.DOTS, [Part("a survey", exactly(0.18), 0, Unit.SHARE)])

    assert "18 %" in texts(drawing)
    assert not routes(drawing, "nr-grey")


def test_a_rate_over_few_cases_interrupts_a_line() -> None:
    parts = [share(0.1 * place, 3 if place == 3 else 50, str(place)) for place in range(1, 7)]

    assert len(routes(svg(Form.LINE, parts), "nr-line")) == 2


def test_parts_of_a_whole_are_no_rates() -> None:
    parts = [Part("a", exactly(0.5), 4, Unit.SHARE), Part("b", exactly(0.5), 4, Unit.SHARE)]

    assert "2 of 4" not in texts(svg(Form.BARS, parts, whole=True))


def test_parts_of_a_whole_tell_their_share_of_it() -> None:
    parts = [Part("a", exactly(30), 120), Part("b", exactly(90), 120)]

    assert "3025 %" in texts(svg(Form.BARS, parts, whole=True))
    assert "30" in texts(svg(Form.BARS, parts))


def test_bars_are_as_long_as_their_numbers() -> None:
    first, second = routes(
        svg(Form.BARS, [Part("a", exactly(30), 30), Part("b", exactly(90), 90)]), "nr-bar"
    )

    assert _width(second) == pytest.approx(3 * _width(first), abs=0.3)


def _width(route: str) -> float:
    left, right = re.match(r"M(\S+) \S+H([\d.]+)V", route).groups()  # type: ignore[union-attr]
    return float(right) - float(left)


def test_bars_below_zero_go_left_from_where_others_go_right() -> None:
    parts = [
        Part("a", exactly(-0.2), 50, Unit.PERCENTAGE_POINTS),
        Part("b", exactly(0.2), 50, Unit.PERCENTAGE_POINTS),
    ]
    below, above = routes(svg(Form.BARS, parts), "nr-bar")

    assert below.split("H")[1].split("V")[0] == above[1:].split()[0]


def test_people_left_out_are_hatched_and_chance_is_a_line() -> None:
    left_out = Part("a", Estimate(10, 10, 14, Spread.LEFT_OUT), 100)
    chance = Part("a", Estimate(10, 8, 14, Spread.BOOTSTRAP), 100)

    assert len(routes(svg(Form.BARS, [left_out]), "nr-unknown")) == 1
    assert "10to 14" in texts(svg(Form.BARS, [left_out]))
    assert len(routes(svg(Form.BARS, [chance]), "nr-range")) == 1


def test_what_cannot_be_told_widens_a_share_to_both_sides() -> None:
    """It may be less than the share of the known: "84 % to 89 %" would hide that."""
    share = Part("a", Estimate(0.84, 0.6, 0.89, Spread.LEFT_OUT), 35, Unit.SHARE)

    assert "84 %(60 % to 89 %)" in texts(svg(Form.BARS, [share]))


def test_columns_stand_on_zero_and_reach_their_number() -> None:
    """Steps 0, 2, 4, 6, 8 from y 180 up to y 20: 6 lies at 180 - 160 * 6 / 8 = 60."""
    parts = [Part("2026-01", exactly(6), 6), Part("2026-02", exactly(8), 8)]
    first, second = routes(svg(Form.COLUMNS, parts), "nr-columns")

    assert re.fullmatch(r"M[\d.]+ 60H[\d.]+V180H[\d.]+z", first)
    assert " 20H" in second


def test_a_rush_is_told_once_at_its_highest_month() -> None:
    counts = (5, 60, 90, 70, 6, 5)
    parts = [
        Part(f"2026-0{place}", exactly(count), count, mark=count > 10)
        for place, count in enumerate(counts, 1)
    ]
    drawing = svg(Form.COLUMNS, parts)

    assert [text for text in texts(drawing) if text in {"60", "90", "70"}][-1:] == ["90"]
    assert len(routes(drawing, "nr-marked")) == 3


def test_ten_years_of_months_are_labelled_with_years() -> None:
    parts = [
        Part(f"{2014 + place // 12}-{place % 12 + 1:02}", exactly(1), 1) for place in range(120)
    ]

    assert {"2014", "2016", "2018"} <= set(texts(svg(Form.COLUMNS, parts)))


def test_squares_of_the_grid_are_as_large_as_their_people() -> None:
    """100 against 400 people: half the side, a quarter of the area."""
    names = ("core", "latent", "social", "junk")
    counts = (100, 400, 0, 25)
    parts = [
        Part(name.title(), exactly(count), 525) for name, count in zip(names, counts, strict=True)
    ]
    drawing = svg(Form.GRID, parts)

    sides = [abs(_width(routes(drawing, f"nr-{name}")[0])) for name in names]
    assert sides == pytest.approx([56, 112, 0, 28])


def test_the_unknown_stand_beside_the_grid() -> None:
    parts = [
        Part("Core", exactly(10), 30, group="core"),
        Part("Cannot be told", exactly(20), 30, group="unknown", unknown=True),
    ]
    drawing = svg(Form.GRID, parts)

    assert routes(drawing, "nr-unknown")[0].startswith("M288 ")
    assert "Unknown" in texts(drawing)


def test_parts_that_are_no_standing_are_bars() -> None:
    assert routes(svg(Form.GRID, [Part("Other", exactly(10), 10)]), "nr-bar")


def test_a_curve_of_waits_starts_at_day_0_with_nobody() -> None:
    parts = [
        Part(f"day {day}", exactly(value), 50, Unit.SHARE, at=day)
        for day, value in ((2, 0.4), (4, 0.8))
    ]
    (route,) = routes(svg(Form.STEPS, parts), "nr-line")
    heights = [point.split()[1] for point in route[1:].split("L")]

    assert heights == ["180", "180", "96", "96", "12"]


def test_first_and_last_are_levels_where_the_steps_add_up() -> None:
    counts = (("then", 100), ("came", 20), ("left", -5), ("now", 115))
    drawing = svg(
        Form.WATERFALL, [Part(label, exactly(count), abs(count)) for label, count in counts]
    )

    assert len(routes(drawing, "nr-level")) == 2
    assert len(routes(drawing, "nr-gain")) == 1
    assert len(routes(drawing, "nr-loss")) == 1
    assert {"100", "+20", "-5", "115"} <= set(texts(drawing))


def test_without_levels_all_are_steps() -> None:
    parts = [Part("came", exactly(20), 20), Part("left", exactly(-5), 5)]

    assert not routes(svg(Form.WATERFALL, parts), "nr-level")


def test_marked_parts_are_levels() -> None:
    parts = [Part("then", exactly(100), 100, mark=True), Part("came", exactly(20), 20)]

    assert len(routes(svg(Form.WATERFALL, parts), "nr-level")) == 1


def test_each_group_of_dots_has_its_name_once() -> None:
    parts = [share(0.3, 50, "you", group="Phone"), share(0.4, 100, "a survey", group="Phone")]
    drawing = svg(Form.DOTS, parts)

    assert texts(drawing).count("Phone") == 1
    assert len(routes(drawing, "nr-other")) == 1
    assert {"30 %you", "40 %a survey"} <= set(texts(drawing))


def test_more_than_six_lines_become_small_multiples() -> None:
    parts = [
        Part(month, exactly(place), 50, Unit.COUNT, group=f"g{place}")
        for place in range(7)
        for month in ("2026-01", "2026-02")
    ]

    assert "Each from 0 to 6, 2026-01 to 2026-02" in texts(svg(Form.LINE, parts))


def test_a_mark_leads_to_its_rows_under_its_sentence() -> None:
    parts = [Part("A & B", exactly(3), 3, where=Where({"company": ("A & B",)}))]
    (link,) = svg(Form.BARS, parts, link=True).iter("a")

    assert link.get("href") == "people.html#?company=A+%26+B"
    assert link[0].text == "A & B: 3"
    assert link.get("tabindex") is None


def test_a_mark_tells_its_range_and_its_cases_under_the_pointer() -> None:
    drawing = svg(Form.BARS, [share(0.3, 40, note="in May"), share(0.5, 50, "b")])

    assert [one.text for one in drawing.iter("title")][1:] == [
        "a: 30 % (20 % to 40 %; n 40; in May)",
        "b: 50 % (40 % to 60 %; n 50)",
    ]


def test_a_drawing_with_links_is_no_image() -> None:
    """The parts of an image are hidden from screen readers; its links would be dead to them."""
    parts = [Part("a", exactly(3), 3, where=Where())]

    assert svg(Form.BARS, parts).get("role") == "img"
    assert svg(Form.BARS, parts, link=True).get("role") == "group"


@pytest.mark.parametrize(("count", "stop"), [(12, None), (13, "-1")])
def test_many_links_are_walked_through_in_the_table(count: int, stop: str | None) -> None:
    parts = [Part(str(place), exactly(3), 3, where=Where()) for place in range(count)]
    links = list(svg(Form.BARS, parts, link=True).iter("a"))

    assert {link.get("tabindex") for link in links} == {stop}


def test_columns_too_thin_to_aim_at_lead_nowhere_but_rushes_do() -> None:
    parts = [Part(str(place), exactly(3), 3, where=Where(), mark=place == 7) for place in range(61)]

    assert len(list(svg(Form.COLUMNS, parts, link=True).iter("a"))) == 1
    assert len(list(svg(Form.COLUMNS, parts[:60], link=True).iter("a"))) == 60


def test_rows_beyond_twenty_are_counted() -> None:
    parts = [Part(str(place), exactly(3), 3) for place in range(25)]

    assert "and 5 more, in the table below" in texts(svg(Form.BARS, parts))


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ([], Unit.PEOPLE, (0, 1)),
        ([0], Unit.SHARE, (0, 1)),
        ([0, 3], Unit.PEOPLE, (0, 1, 2, 3)),
        ([0, 0.34], Unit.SHARE, (0, 0.1, 0.2, 0.3, 0.4)),
        ([0, 210], Unit.PEOPLE, (0, 100, 200, 300)),
        ([-0.2, 0.2], Unit.PERCENTAGE_POINTS, (-0.2, -0.1, 0, 0.1, 0.2)),
        ([3120, 3476], Unit.PEOPLE, (3100, 3200, 3300, 3400, 3500)),
    ],
)
def test_steps_are_round(values: list[float], unit: Unit, expected: tuple[float, ...]) -> None:
    assert steps(values, unit) == pytest.approx(expected)


def test_a_scale_ends_where_it_ends() -> None:
    x = Scale(0, 10, 100, 200)

    assert [x(value) for value in (-5, 0, 5, 10, 15)] == [100, 100, 150, 200, 200]
