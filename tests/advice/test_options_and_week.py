"""The shortest way out, the question of leaving, and what fits into a week."""

from typing import Any

import pytest

from advised import advice
from made import days_ago, people, table
from netreport.model.advice import Advice, Kind, Recommendation, Week
from netreport.model.tables import Table

JUNK = {
    "standing": "junk",
    "fit": "poor",
    "relevant": False,
    "ever_two_way": False,
    "segment": "others",
    "segments": ["others"],
}
CORE = {
    "standing": "core",
    "fit": "ideal",
    "relevant": True,
    "engaged": True,
    "ever_two_way": True,
    "segment": "buyers",
    "segments": ["buyers"],
}
HALF = {"quality": {"min_relevance_share": 0.5}}


def raised(*groups: tuple[int, dict[str, Any]], **more: Any) -> list[str]:
    tables = {Table.PEOPLE: people(*groups), **more.pop("tables", {})}
    return [one.subject for one in advice(tables, **more).of(Kind.OPTION)]


def test_starting_again_is_shorter_than_pruning_9500() -> None:
    """Pruning 9,500 takes 10.6 weeks; inviting 500 again at 100 a week takes 5."""
    network = ((500, CORE), (9500, JUNK))
    assert raised(*network, **HALF) == ["start_again"]
    assert raised(*network, **HALF, cleanup={"options": ["prune"]}) == ["prune"]


def test_pruning_a_few_is_shorter() -> None:
    assert raised((100, CORE), (150, JUNK), **HALF) == ["prune"]


def test_pruning_that_does_not_reach_the_share_is_no_way() -> None:
    outside = {"relevant": False, "standing": "social", "fit": "neutral"}
    network = ((10, CORE), (5, JUNK), (100, outside))
    assert raised(*network, **HALF, cleanup={"options": ["prune"]}) == []


@pytest.mark.parametrize(("unknown", "ways"), [(0, ["prune"]), (100, [])])
def test_no_way_is_raised_while_the_unknown_could_make_the_share(
    unknown: int, ways: list[str]
) -> None:
    assert raised((100, CORE), (150, JUNK), (unknown, {}), **HALF) == ways


def test_without_a_share_to_reach_no_way_is_raised() -> None:
    assert raised((1, CORE), (150, JUNK)) == []


@pytest.mark.parametrize(("days", "ways"), [(364, []), (365, ["abandon"])])
def test_leaving_is_asked_about_after_so_many_days_without_an_exchange(
    days: int, ways: list[str]
) -> None:
    tie = {"person": "a-example", "two_way": True, "last_at": days_ago(days)}
    ties = {Table.TIES: table(Table.TIES, [tie])}
    assert raised((1, CORE), tables=ties) == ways
    assert raised((1, CORE), tables=ties, cleanup={"options": ["prune"]}) == []


def test_messages_one_way_are_no_reason_to_stay_and_no_messages_at_all_none_to_leave() -> None:
    tie = {"person": "a-example", "two_way": False, "last_at": days_ago(1)}
    assert raised((1, CORE), tables={Table.TIES: table(Table.TIES, [tie])}) == ["abandon"]
    assert raised((1, CORE)) == []


def busy(hours: float, **more: Any) -> Advice:
    """Give the advice of somebody who owes 20 answers and has 300 people to let go."""
    threads = [
        {"person": f"t{n}-example", "last_at": days_ago(9), "age": 9, "state": "owed"}
        for n in range(20)
    ]
    tables = {
        Table.THREADS: table(Table.THREADS, threads),
        Table.PEOPLE: people((1, CORE), (300, JUNK)),
    }
    return advice(tables, engagement={"capacity": {"hours_per_week": hours}}, **more)


def test_a_week_holds_what_fits_and_the_most_points_a_minute_come_first() -> None:
    """Two hours: 20 answers of 5 minutes, and 60 removals of 20 seconds in the other 20."""
    week = busy(2.0).week
    kinds = [one.kind for one in week.chosen]
    assert kinds == [Kind.ANSWER] * 20 + [Kind.LET_GO] * 60
    assert week.taken == pytest.approx(120)
    assert len(week.later) == 240


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    week = busy(0.05).week
    assert {one.kind for one in week.chosen} == {Kind.LET_GO}
    assert week.taken <= 3


def test_nobody_lets_go_more_in_a_week_than_seven_days_allow() -> None:
    week = busy(20.0, cleanup={"max_removals_per_day": 10}).week
    assert sum(one.kind is Kind.LET_GO for one in week.chosen) == 70


def test_options_take_no_minutes_of_a_week() -> None:
    told = busy(2.0, quality={"min_relevance_share": 0.9})
    assert told.of(Kind.OPTION)
    assert Kind.OPTION not in {one.kind for one in (*told.week.chosen, *told.week.later)}


def test_a_week_that_is_too_full_cannot_be_made() -> None:
    long = Recommendation("answer-1", Kind.ANSWER, ("Answer",), 61, 1)
    with pytest.raises(ValueError, match="61 of 60"):
        Week(60, (long,), (), "")


def test_two_recommendations_of_one_id_cannot_be_made() -> None:
    told = busy(1.0)
    one = told.recommendations[0]
    with pytest.raises(ValueError, match="same id"):
        Advice((one, one), told.week, told.clean_up)
