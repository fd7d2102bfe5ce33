"""Who is in the network, by hand: the worked examples M1-M4, M22 and M24 of the method page."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from made import ask, measured, parts, people, table
from netreport.model.results import Measured, Spread, Unknown
from netreport.model.tables import Table
from netreport.model.taxonomy import FUNCTIONS

TIES = {Table.TIES: people().clear()}


def test_relevance_counts_the_unknown_as_none_and_as_all() -> None:
    """10,000 people, 500 relevant, 1,200 unknown: 5.0 % to 17.0 %."""
    table = people(
        (500, {"relevant": True, "fit": "ideal"}),
        (1200, {}),
        (8300, {"relevant": False, "fit": "poor"}),
    )
    estimate = measured("relevance", {Table.PEOPLE: table}).estimate
    assert (estimate.value, estimate.low, estimate.high) == (0.05, 0.05, 0.17)
    assert estimate.spread is Spread.LEFT_OUT


TEN = people(
    (1, {"relevant": True, "engaged": True, "ever_two_way": True, "standing": "core"}),
    (3, {"relevant": True, "engaged": False, "ever_two_way": False, "standing": "latent"}),
    (1, {"relevant": False, "engaged": True, "ever_two_way": True, "standing": "social"}),
    (4, {"relevant": False, "engaged": False, "ever_two_way": False, "standing": "junk"}),
    (1, {"engaged": False, "ever_two_way": True}),
)


def test_ten_people_stand_where_the_worked_example_has_them() -> None:
    """Core 1, latent 3, social 1, junk 4, unknown 1; junk share 40 %."""
    tables = {Table.PEOPLE: TEN, **TIES}
    grid = measured("standing", tables).breakdowns[0]
    assert {part.group: part.estimate.value for part in grid.parts} == {
        "core": 1,
        "latent": 3,
        "social": 1,
        "junk": 4,
        "unknown": 1,
    }
    junk = measured("junk_share", tables).estimate
    assert (junk.value, junk.high) == (0.4, 0.4)


def test_without_messages_nobody_is_called_junk() -> None:
    """Never in touch cannot be known from an export that has no messages."""
    result = ask("junk_share", {Table.PEOPLE: TEN})
    assert isinstance(result, Unknown)


def test_ten_thousand_connections_of_whom_500_are_relevant_are_500() -> None:
    """60 of the 500 in touch: the core is 60."""
    table = people(
        (60, {"relevant": True, "standing": "core"}),
        (440, {"relevant": True, "standing": "latent"}),
        (9500, {"relevant": False, "standing": "junk"}),
    )
    result = measured("effective_connections", {Table.PEOPLE: table})
    assert result.estimate.value == 500
    assert parts(result, "effective")["Relevant and in touch"].estimate.value == 60


def test_fifty_thirty_twenty_has_nearly_three_functions() -> None:
    """D1 2.800, coherence 0.688, bootstrap about 2.54 to 2.94."""
    table = people(*((n, {"function": FUNCTIONS[i]}) for i, n in enumerate((50, 30, 20))))
    result = measured("coherence", {Table.PEOPLE: table})
    assert result.estimate.value == pytest.approx(0.688, abs=5e-4)
    groups = parts(result, "coherence")["Effective number of functions"].estimate
    assert groups.value == pytest.approx(2.800, abs=5e-4)
    assert (groups.low, groups.high) == (
        pytest.approx(2.54, abs=0.06),
        pytest.approx(2.94, abs=0.04),
    )


def test_large_broad_and_weak_takes_all_three() -> None:
    """390 people are what 5 hours a week hold; 27 functions alike are no audience."""
    kinds = [(15, {"function": name, "engaged": False}) for name in FUNCTIONS]
    friends = [(n, {**facts, "engaged": True}) for n, facts in kinds[:3]]
    alike = (500, {"function": "Sales", "engaged": False})
    hours = {"engagement": {"capacity": {"hours_per_week": 6}}}

    def weak(*groups: Any, **settings: Any) -> bool:
        result = measured("coherence", {Table.PEOPLE: people(*groups)}, **settings)
        return any("broad and weak" in remark for remark in result.remarks)

    assert weak(*kinds)  # 405 people
    assert not weak(*kinds, **hours)  # 468 would fit in
    assert not weak(*kinds, alike)
    assert not weak(*friends, *kinds[3:])  # 45 of 405
    assert not weak(*((n, {**facts, "engaged": None}) for n, facts in kinds))


def test_99_known_functions_are_too_few_for_coherence() -> None:
    table = people((99, {"function": "Sales"}), (500, {}))
    assert isinstance(ask("coherence", {Table.PEOPLE: table}), Unknown)


def test_concentration_takes_the_five_largest_companies() -> None:
    """10, 5, 3, 1, 1: Gini 0.44, HHI 0.34."""
    table = people(
        *(
            (n, {"company": f"C{n}{i}", "company_key": f"c{n}{i}"})
            for i, n in enumerate((10, 5, 3, 1, 1))
        )
    )
    result = measured("concentration", {Table.PEOPLE: table})
    assert result.estimate.value == 1
    assert parts(result, "concentration")["Gini over companies"].estimate.value == pytest.approx(
        0.44
    )
    assert parts(result, "concentration")["HHI over companies"].estimate.value == pytest.approx(
        0.34
    )


def test_people_of_unknown_level_widen_the_share_of_deciders() -> None:
    """10 of 50 known decide, 50 more unknown: 20 %, between 10 % and 60 %."""
    table = people((10, {"seniority": "VP"}), (40, {"seniority": "Entry"}), (50, {}))
    estimate = measured("seniority_mix", {Table.PEOPLE: table}).estimate
    assert (estimate.value, estimate.low, estimate.high) == (0.2, 0.1, 0.6)


def test_a_rush_of_sixty_in_a_week_is_found_and_its_quality_compared() -> None:
    """10,12,9,11,10,13,11,8,10,12,11,60: one rush; 6/60 against 58/117 relevant: -39.6 points."""
    weekly = (10, 12, 9, 11, 10, 13, 11, 8, 10, 12, 11, 60)
    groups = []
    wanted = iter([True] * 58 + [False] * 59 + [True] * 6 + [False] * 54)
    for week, count in enumerate(weekly):
        day = date(2025, 1, 6) + timedelta(weeks=week)
        groups += [(1, {"connected_on": day, "relevant": next(wanted)}) for _ in range(count)]
    result = measured("rushes", {Table.PEOPLE: people(*groups)})
    assert result.estimate.value == 1
    assert "−39.6 points (95 % interval −50.0 to −26.1)" in result.remarks[0]


def test_who_came_each_year_is_held_against_everybody_and_lately_against_before() -> None:
    """Fit: 30 of 50 in 2026, 10 of them unknown; 10 of 40 in 2024; told: 30 of 40, +50 points."""
    lately, before = {"connected_on": date(2026, 6, 1)}, {"connected_on": date(2024, 6, 3)}
    table = people(
        (30, {**lately, "relevant": True, "ever_two_way": False}),
        (10, {**lately, "relevant": False, "ever_two_way": True}),
        (10, lately),
        (10, {**before, "relevant": True}),
        (30, {**before, "relevant": False}),
    )
    result = measured("rushes", {Table.PEOPLE: table})
    fit, talk = parts(result, "intake-fit"), parts(result, "intake-talk")
    assert [*fit] == ["Everybody", "Came in 2026", "Came in 2024"]
    assert [part.estimate.value for part in fit.values()] == [pytest.approx(4 / 9), 0.6, 0.25]
    lately_fit, lately_talked = fit["Came in 2026"], talk["Came in 2026"]
    assert (lately_fit.estimate.low, lately_fit.estimate.high, lately_fit.n) == (0.6, 0.8, 50)
    assert (talk["Came in 2024"].estimate.value, talk["Came in 2024"].estimate.high) == (0, 1)
    assert (lately_talked.estimate.value, lately_talked.estimate.high) == (0.2, 0.4)
    (told,) = (one for one in result.remarks if "last 12 months" in one)
    assert "Higher for people of the last 12 months than for all before: +50.0 points" in told


def test_of_a_year_with_few_people_only_those_who_can_be_told_are_counted() -> None:
    """2 of 2020: one fits not, one is unknown, so "0 of 1"; 2019 has only an unknown."""
    groups = [
        (90, {"relevant": True}),
        (1, {"connected_on": date(2020, 1, 1), "relevant": False}),
        (1, {"connected_on": date(2020, 1, 2)}),
        (1, {"connected_on": date(2019, 1, 2)}),
    ]
    fit = parts(measured("rushes", {Table.PEOPLE: people(*groups)}), "intake-fit")
    assert [*fit] == ["Everybody", "Came in 2024", "Came in 2020"]
    few = fit["Came in 2020"]
    assert (few.estimate.value, few.n, few.note) == (0, 1, "1 cannot be told")


def test_a_steady_network_had_no_rush() -> None:
    result = measured("rushes", {Table.PEOPLE: people((400, {"relevant": True}))})
    assert isinstance(result, Measured)
    assert result.estimate.value == 0


def _labelled(people_table: pl.DataFrame, *groups: tuple[int, int, int]) -> pl.DataFrame:
    """Label people: from a place on, so many, of whom so many yes."""
    names = people_table.get_column("person").to_list()
    return table(
        Table.DECISIONS,
        [
            {"subject": person, "kind": "relevance", "decision": "yes" if n < yes else "no"}
            for start, count, yes in groups
            for n, person in enumerate(names[start : start + count])
        ],
    )


def test_the_owners_labels_correct_the_share() -> None:
    """34 of 40 of the 500 yes, 2 of 60 of the 8,300 no: 8.0 %, 95 % 3.6 to 12.3 %."""
    network = people((500, {"relevant": True}), (8300, {"relevant": False}))
    decisions = _labelled(network, (0, 40, 34), (500, 60, 2))
    result = measured("relevance", {Table.PEOPLE: network, Table.DECISIONS: decisions})
    corrected = parts(result, "audit")["Corrected by your audit"].estimate
    assert corrected.value == pytest.approx(702 / 8800, abs=1e-4)
    assert (corrected.low, corrected.high) == (
        pytest.approx(0.036, abs=5e-4),
        pytest.approx(0.123, abs=5e-4),
    )


def test_an_audit_that_is_not_finished_corrects_nothing() -> None:
    network = people((500, {"relevant": True}), (8300, {"relevant": False}))
    decisions = _labelled(network, (0, 29, 20), (500, 60, 2))
    result = measured("relevance", {Table.PEOPLE: network, Table.DECISIONS: decisions})
    assert "29 labels" in result.remarks[0]
