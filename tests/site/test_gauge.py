"""The line below a number: what is sure, what may be, what was wanted."""

import re

from netreport.model.results import Estimate, Spread, exactly
from netreport.model.strategy import Target
from netreport.site.charts import gauge

HALF = Target(low=0.5)


def places(drawn: str, kind: str) -> list[float]:
    """Give the coordinates from left to right of the first path of a kind."""
    route = re.search(rf'class="{kind}"[^>]* d="([^"]*)"', drawn)
    assert route is not None
    return [float(x) for x in re.findall(r"[MH](\d+(?:\.\d+)?)", route[1])]


def test_what_is_left_out_is_hatched_from_the_least_to_the_most() -> None:
    drawn = gauge("a", Estimate(0.25, 0.25, 0.75, Spread.LEFT_OUT), None, 1.0)
    assert places(drawn, "nr-bar") == [0, 60, 0]
    assert places(drawn, "nr-unknown") == [60, 180, 60]
    assert 'id="a"' in drawn
    assert 'fill="url(#a)"' in drawn


def test_an_interval_lies_over_a_bar_that_ends_at_the_number() -> None:
    drawn = gauge("a", Estimate(0.5, 0.25, 0.75, Spread.WILSON), None, 1.0)
    assert places(drawn, "nr-bar") == [0, 120, 0]
    assert places(drawn, "nr-gauge__range") == [60, 180]
    assert "nr-unknown" not in drawn


def test_the_target_stands_where_it_was_set() -> None:
    drawn = gauge("a", exactly(0.25), HALF, 1.0)
    assert places(drawn, "nr-gauge__target")[0] == 120 - 4.5


def test_without_an_end_the_line_reaches_beyond_number_and_target() -> None:
    drawn = gauge("a", exactly(50), Target(high=100), None)
    assert places(drawn, "nr-bar")[1] == round(240 * 50 / 115, 1)


def test_nothing_has_no_bar_and_what_is_below_zero_no_line() -> None:
    assert "nr-bar" not in gauge("a", exactly(0), None, 1.0)
    assert gauge("a", exactly(-1), None, None) == ""


def test_a_screen_reader_is_spared_what_the_words_say() -> None:
    assert 'aria-hidden="true"' in gauge("a", exactly(0.2), None, 1.0)
