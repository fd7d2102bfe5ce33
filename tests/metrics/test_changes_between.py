"""What changed between two exports, by hand: M21."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import ask, measured, parts, people, table
from netreport.metrics.changes_between import Shift
from netreport.model.results import Part, Reason, Spread, Unknown
from netreport.model.tables import Table


def _tables(
    stayed: int, came: Mapping[str, Any], went: list[Mapping[str, Any]], *others: Mapping[str, Any]
) -> Mapping[Table, pl.DataFrame]:
    """Give `stayed` people, and came["n"] who came, as relevant as came["relevant"] says."""
    new = {"relevant": came.get("relevant")}
    today = people((stayed, {"relevant": True}), (came["n"], new))
    gained = [
        {"person": person, "kind": "gained", "before": came.get("before"), "relevant": None}
        for person in today.get_column("person")[stayed:]
    ]
    lost = [{"person": f"gone-example-{n}", "kind": "lost", **row} for n, row in enumerate(went)]
    rows = [{"relevant": None, **row} for row in (*gained, *lost, *others)]
    return {Table.PEOPLE: today, Table.CHANGES: table(Table.CHANGES, rows)}


def test_90_stayed_40_came_and_10_went() -> None:
    """1..100 became 11..140: Jaccard 90 / 140 = 0.643."""
    result = measured("changes_between", _tables(90, {"n": 40}, [{}] * 10))
    assert result.estimate.value == pytest.approx(0.643, abs=5e-4)
    assert result.estimate.spread is Spread.EXACT
    shown = {label: part.estimate.value for label, part in parts(result, "changes").items()}
    assert shown == {"Stayed": 90, "Came": 40, "Went": 10}


def test_a_hidden_profile_may_have_stayed() -> None:
    """90 of 100, or 92 of 100 if the two who hid are still there."""
    hidden = {"after": "perhaps hidden"}
    result = measured("changes_between", _tables(90, {"n": 0}, [{}] * 8 + [hidden] * 2))
    assert (result.estimate.value, result.estimate.high) == (0.9, 0.92)
    assert "Up to 2" in result.remarks[0]


def test_who_may_have_been_renamed_is_one_person_and_stayed() -> None:
    """8 stayed, one came and one went: 8 of 10, or 9 of 9."""
    came = {"n": 1, "before": "perhaps renamed"}
    result = measured("changes_between", _tables(8, came, [{"after": "perhaps renamed"}]))
    assert (result.estimate.value, result.estimate.high) == (0.8, 1)


@given(st.integers(0, 50), st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_whatever_is_in_doubt_the_range_holds_the_share(kept: int, others: list[int]) -> None:
    """Never below none, never above all, however many hid or were renamed."""
    came, went, hidden_came, hidden_went, renamed = others
    gained, lost = came + hidden_came + renamed, went + hidden_went + renamed
    if kept + gained + lost:
        shift = Shift(kept, gained, lost, hidden_came + hidden_went, renamed)
        assert 0 <= shift.likeness.low <= shift.likeness.value <= shift.likeness.high <= 1


def test_who_came_and_who_went_are_compared_by_relevance() -> None:
    """0 of 30 who came against 30 of 40 who went: −75 points; unknowns widen the range."""
    went = [{"relevant": True}] * 30 + [{"relevant": False}] * 10 + [{}] * 10
    result = measured("changes_between", _tables(5, {"n": 30, "relevant": False}, went))
    assert "Lower for those who came than for those who went: −75.0 points" in result.remarks[0]
    share = parts(result, "changes-relevance")["Of those who went"].estimate
    assert (share.value, share.low, share.high) == (0.75, 0.6, 0.8)


def test_what_happened_to_those_who_stayed_is_counted() -> None:
    jobs = [{"person": f"person-example-{n}", "kind": "job"} for n in range(3)]
    events = parts(measured("changes_between", _tables(9, {"n": 0}, [], *jobs)), "changes-events")
    assert events["Another title or company"].estimate.value == 3
    assert events["Fell silent"].estimate.value == 0


FIT, NOT, UNTOLD = "relevant", "not relevant", "cannot be told"


def _fitting(then: Sequence[str | None], now: Sequence[str | None]) -> dict[str, Part]:
    """Give the walk between two exports: what each person was then and is now; None: not there."""
    said = {FIT: True, NOT: False, UNTOLD: None}
    here = [(old, new) for old, new in zip(then, now, strict=True) if new]
    today = people(*((1, {"relevant": said[new]}) for _, new in here))
    rows: list[dict[str, Any]] = [
        {"person": person, "kind": "relevance", "before": old, "after": new, "relevant": None}
        if old
        else {"person": person, "kind": "gained", "relevant": said[new]}
        for person, (old, new) in zip(today.get_column("person"), here, strict=True)
        if old != new
    ]
    gone = [old for old, new in zip(then, now, strict=True) if old and not new]
    rows += [
        {"person": f"gone-example-{n}", "kind": "lost", "relevant": said[old]}
        for n, old in enumerate(gone)
    ]
    tables = {Table.PEOPLE: today, Table.CHANGES: table(Table.CHANGES, rows)}
    result = measured("changes_between", tables)
    walk = any(one.id == "changes-fit" for one in result.breakdowns)
    return parts(result, "changes-fit") if walk else {}


def test_what_moved_is_walked_from_then_to_now() -> None:
    """2 stayed fit, 3 came fit, 1 went, 2 moved in, 1 out, 1 learnt, 1 forgotten: 5 then, 8 now."""
    stayed = [(FIT, FIT)] * 2 + [(NOT, NOT)] * 4 + [(UNTOLD, UNTOLD)]
    crossed = [(None, FIT)] * 3 + [(None, UNTOLD), (FIT, None), (NOT, None), (UNTOLD, None)]
    became = [(NOT, FIT)] * 2 + [(FIT, NOT), (UNTOLD, FIT), (FIT, UNTOLD), (UNTOLD, NOT)]
    walk = _fitting(*zip(*stayed, *crossed, *became, strict=True))
    assert {label: (part.estimate.value, part.n) for label, part in walk.items()} == {
        "Before": (5, 12),
        "Came": (3, 3),
        "Went": (-1, 2),
        "Moved in": (2, 2),
        "Moved out": (-1, 1),
        "Can be told now": (1, 1),
        "Cannot be told any more": (-1, 1),
        "Now": (8, 14),
        "Cannot be told now": (3, 3),
    }
    assert walk["Came"].where is not None
    assert len(walk["Came"].where.keys) == 3
    assert walk["Went"].where is None


SIDE = st.sampled_from([FIT, NOT, UNTOLD, None])


@given(st.lists(st.tuples(SIDE, SIDE).filter(any), min_size=1, max_size=30))
def test_the_steps_add_up_to_the_difference_whatever_happened(
    seen: list[tuple[str | None, str | None]],
) -> None:
    then, now = zip(*seen, strict=True)
    walk = _fitting(then, now)
    if not walk:
        assert FIT not in {*then, *now}
        return
    before, *steps, after = (part.estimate.value for part in walk.values() if not part.unknown)
    assert (before, after) == (then.count(FIT), now.count(FIT))
    assert before + sum(steps) == after
    assert walk["Before"].n == then.count(FIT) + then.count(NOT)
    assert walk["Now"].n == now.count(FIT) + now.count(NOT)


def test_two_exports_without_a_change_are_the_same_network() -> None:
    assert measured("changes_between", _tables(4, {"n": 0}, [])).estimate.value == 1


def test_one_export_has_nothing_to_be_compared_with() -> None:
    result = ask("changes_between", {Table.PEOPLE: people((4, {}))})
    assert isinstance(result, Unknown)
    assert result.reason is Reason.ONE_EXPORT
    assert "exports/" in result.remedy
