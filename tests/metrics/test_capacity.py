"""How many people the hours hold, by hand: M19."""

import pytest

from made import measured, parts, people
from netreport.model.tables import Table

FIVE_HOURS = {
    "engagement": {
        "capacity": {
            "hours_per_week": 5.0,
            "minutes_per_touch": 10.0,
            "touches_per_year": {"ideal": 4.0, "good": 2.0},
        }
    }
}


def test_five_hours_hold_390_people_and_500_are_too_many() -> None:
    """5 h a week, 4 x 10 minutes: 390 people; 500 need 6.41 h: load 1.28."""
    result = measured("capacity", {Table.PEOPLE: people((500, {"fit": "ideal"}))}, **FIVE_HOURS)
    assert result.estimate.value == pytest.approx(1.282, abs=5e-4)
    held = parts(result, "capacity-held")["Ideal people your hours can hold"]
    assert held.estimate.value == 390
    assert parts(result, "capacity-needs")["Ideal"].estimate.value == pytest.approx(6.41, abs=5e-3)


def test_fifty_thousand_people_take_more_hours_than_a_week_has() -> None:
    """50,000 at 40 minutes a year: 641 hours a week."""
    result = measured("capacity", {Table.PEOPLE: people((50_000, {"fit": "ideal"}))}, **FIVE_HOURS)
    assert parts(result, "capacity-needs")["Ideal"].estimate.value == pytest.approx(641, abs=0.1)
    assert result.remarks == ("Your promises take more hours than a week has.",)


def test_people_nobody_can_place_could_all_be_ideal() -> None:
    table = people((195, {"fit": "ideal"}), (195, {"fit": "unknown"}))
    estimate = measured("capacity", {Table.PEOPLE: table}, **FIVE_HOURS).estimate
    assert (estimate.low, estimate.high) == (0.5, 1.0)
