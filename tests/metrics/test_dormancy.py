"""Who sleeps, by hand: M17."""

from typing import Any

import polars as pl
import pytest

from made import AS_OF, ask, days_ago, measured, parts, people
from netreport.facts.standing import dormant
from netreport.model.results import Unknown
from netreport.model.tables import Table

WANTED = {"relevant": True, "segment": "buyers", "fit": "ideal"}
NEVER = {**WANTED, "ever_two_way": False, "dormant": False}


def silent(days: int, **facts: Any) -> dict[str, Any]:
    """Somebody wanted, both wrote, the last word so many days ago."""
    return {**WANTED, "ever_two_way": True, "last_at": days_ago(days), **facts}


def network(*groups: tuple[int, dict[str, Any]], after: int = 365) -> dict[Table, pl.DataFrame]:
    frame = people(*groups)
    asleep = dormant(after, AS_OF).alias("dormant")
    return {Table.PEOPLE: frame.with_columns(asleep), Table.TIES: people().clear()}


def test_120_of_500_relevant_people_who_sleep_are_24_per_cent() -> None:
    result = measured("dormancy", network((120, silent(400)), (80, silent(10)), (300, NEVER)))
    assert result.estimate.value == 0.24
    assert [part.estimate.value for part in result.breakdowns[0].parts] == [80, 120, 0, 300]


@pytest.mark.parametrize(("days", "place"), [(365, 0), (366, 1), (1095, 1), (1096, 2)], ids=str)
def test_sleep_begins_the_day_after_and_is_deep_after_three_years(days: int, place: int) -> None:
    classes = measured("dormancy", network((1, silent(days)))).breakdowns[0].parts
    assert [part.estimate.value for part in classes] == [float(n == place) for n in range(4)]


def test_one_who_waits_longer_than_three_years_sees_one_kind_of_sleep() -> None:
    tables = network((1, silent(1201)), (1, silent(1200)), after=1200)
    settings = {"engagement": {"dormant_after_days": 1200}}
    classes = parts(measured("dormancy", tables, **settings), "dormancy")
    assert {label: part.estimate.value for label, part in classes.items()} == {
        "In touch within 1200 days": 1,
        "Asleep up to 1200 days": 0,
        "Asleep over 1200 days": 1,
        "Never in touch both ways": 0,
    }


def test_people_without_an_address_may_all_sleep_or_none() -> None:
    """1 of 2 sleeps, 2 more nobody can tell: 50 %, between 25 % and 75 %."""
    tables = network((1, silent(400)), (1, NEVER), (2, WANTED))
    estimate = measured("dormancy", tables).estimate
    assert (estimate.low, estimate.value, estimate.high) == (0.25, 0.5, 0.75)


def test_people_outside_the_strategy_do_not_count() -> None:
    others = {"relevant": False}, {"relevant": None}
    tables = network((1, silent(400)), *((5, silent(400, **one)) for one in others))
    assert measured("dormancy", tables).evidence.considered == 1


def test_those_asleep_are_told_by_segment() -> None:
    tables = network((3, silent(400)), (1, silent(400, segment=None)))
    segments = parts(measured("dormancy", tables), "dormancy-segments")
    assert segments["Buyers"].estimate.value == 3
    assert segments["In one of several segments"].unknown


def test_without_anybody_wanted_nobody_sleeps() -> None:
    assert isinstance(ask("dormancy", network((5, silent(400, relevant=False)))), Unknown)
