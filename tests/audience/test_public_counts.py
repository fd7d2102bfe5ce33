"""What everybody is told, against an attacker who adds, subtracts and waits for the next quarter.

The attacker knows how it works, knows the whole exactly, and does not know the key.
"""

import random
from collections.abc import Mapping

import pytest

from netreport.audience.public import Rounding, public
from netreport.audience.public.published import PUBLISHED
from netreport.metrics import METRICS
from netreport.model.judging import Judged, Verdict
from netreport.model.published import Cell
from netreport.model.report import Answer
from netreport.model.results import (
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Unit,
    Unknown,
    Where,
    exactly,
)
from solver import Solver

K = 5
FITS = ("ideal", "good", "neutral", "poor", "unknown")
STANDINGS = ("core", "latent", "social", "junk", "unknown")
WHOLE = "everybody"
Counts = dict[str, int]


def part(name: str, count: int, whole: int) -> Part:
    facet, _, value = name.partition("=")
    return Part(value, exactly(count), whole, where=Where({facet: (value,)}))


def answers(counts: Counts) -> Mapping[str, Answer]:
    """Give two numbers about the same people, each with parts that add up to all of them."""
    whole = sum(count for name, count in counts.items() if name.startswith("fit="))
    told = {}
    for metric, facet, names in (("relevance", "fit", FITS), ("standing", "standing", STANDINGS)):
        parts = tuple(part(f"{facet}={one}", counts[f"{facet}={one}"], whole) for one in names)
        broken = Breakdown(
            metric if facet == "standing" else "fit", "", Form.BARS, parts, whole=True
        )
        first = parts[0].estimate if facet == "standing" else exactly(counts["fit=ideal"] / whole)
        evidence = Evidence(whole, whole, where=parts[0].where)
        measured = Measured(first, evidence, (broken,))
        told[metric] = Answer(METRICS[metric], measured, Judged(Verdict.NO_TARGET, None))
    return told


def network(chance: random.Random) -> Counts:
    """Draw a network in which small groups are common."""
    sizes = (0, 1, 2, 3, 4, 5, 6, 9, 17, 60, 240) if chance.random() < 0.5 else range(K, 30)
    fits = {f"fit={one}": chance.choice(sizes) for one in FITS}
    fits["fit=unknown"] += 8
    fits["fit=good"] = chance.randrange(K)
    return _with_standings(fits, chance)


def _with_standings(fits: Counts, chance: random.Random) -> Counts:
    left = sum(fits.values())
    standings = {}
    for one in STANDINGS[:-1]:
        standings[f"standing={one}"] = taken = min(left, chance.choice((0, 1, 2, 3, 4, 7, 30)))
        left -= taken
    return {**fits, **standings, "standing=unknown": left}


def later(counts: Counts, chance: random.Random) -> Counts:
    """Let some people come and go."""
    fits = {
        name: max(0, count + chance.choice((-3, -1, 0, 0, 1, 2, 4, 9)))
        for name, count in counts.items()
        if name.startswith("fit=")
    }
    fits["fit=unknown"] += 8
    return _with_standings(fits, chance)


def told(counts: Counts, rounding: Rounding) -> dict[str, int]:
    """Give what is said of each part that is told."""
    found = {}
    for answer in public(answers(counts), rounding).values():
        if isinstance(answer.result, Measured):
            for one in answer.result.breakdowns:
                facet = "fit" if one.id == "fit" else "standing"
                found |= {f"{facet}={p.label}": round(p.estimate.value) for p in one.parts}
    return found


def attacked(counts: Counts, said: Mapping[str, int], quarter: str) -> Solver:
    """Tell the attacker all that is public, and the whole besides."""
    solver = Solver()
    whole = sum(count for name, count in counts.items() if name.startswith("fit="))
    solver.know(f"{quarter}{WHOLE}", whole, whole)
    for name in counts:
        shown = said.get(name)
        if shown is None:
            solver.know(f"{quarter}{name}", 0, whole)
        else:
            solver.know(f"{quarter}{name}", max(K, shown - K + 1), shown + K - 1)
    for names, facet in ((FITS, "fit"), (STANDINGS, "standing")):
        solver.know_sum(f"{quarter}{WHOLE}", [f"{quarter}{facet}={one}" for one in names])
        gone = [one for one in names if f"{facet}={one}" not in said]
        if len(gone) == 1:  # then it can only be too small
            solver.know(f"{quarter}{facet}={gone[0]}", 0, K - 1)
    solver.solve()
    return solver


@pytest.mark.parametrize("seed", range(8))
def test_no_hidden_group_can_be_worked_out_from_the_rest(seed: int) -> None:
    chance = random.Random(seed)
    hidden = 0
    for trial in range(100):
        counts = network(chance)
        said = told(counts, Rounding(K, f"{seed} {trial}".encode()))
        assert all(counts[name] >= K and shown % K == 0 for name, shown in said.items())
        solver = attacked(counts, said, "")
        small = [name for name in counts if 0 < counts[name] < K]
        assert all(solver.choices(name) >= K - 1 for name in small), (counts, said)
        hidden += len(small)
    assert hidden


@pytest.mark.parametrize("seed", range(8))
def test_no_difference_below_k_can_be_worked_out_from_two_quarters(seed: int) -> None:
    """Whoever holds both pages cannot tell a change of 1 to k - 1 people from no change at all."""
    chance = random.Random(seed)
    moved = 0
    for trial in range(100):
        first = network(chance)
        second = later(first, chance)
        key = f"{seed} {trial}".encode()
        before = Rounding(K, key)
        was = told(first, before)
        now = told(second, Rounding(K, key, before.told))
        for name in was.keys() & now.keys():
            change = second[name] - first[name]
            if abs(change) < K:
                assert was[name] == now[name], "a number moved, and fewer than k people moved it"
                moved += change != 0
    assert moved


def test_a_number_moves_once_k_people_have_moved_it() -> None:
    key = b"secret"
    cells: Mapping[str, Cell] = {}
    said = []
    for count in range(100, 121):
        rounding = Rounding(K, key, cells)
        said.append(rounding.of("people", count))
        cells = {**cells, **rounding.told}
    assert len(set(said)) <= 1 + (120 - 100) // K
    assert said[0] != said[-1]


def test_what_was_hidden_stays_hidden_until_k_more_have_come() -> None:
    cells = {"people": Cell(3, 0)}
    assert [Rounding(K, b"k", cells).of("people", count) for count in (4, 5, 7)] == [0, 0, 0]
    assert Rounding(K, b"k", cells).of("people", 8) >= K


def test_what_was_rounded_for_another_k_is_rounded_anew() -> None:
    assert Rounding(10, b"k", {"people": Cell(46, 45)}).of("people", 46) in {40, 50}


def test_what_falls_below_k_is_hidden_at_once() -> None:
    assert Rounding(K, b"k", {"people": Cell(6, 5)}).of("people", 4) == 0


def test_rounding_adds_nothing_on_average_and_is_the_same_when_asked_again() -> None:
    shown = [Rounding(K, bytes([a, b])).of("people", 103) for a in range(16) for b in range(16)]
    assert set(shown) == {100, 105}
    assert abs(sum(shown) / len(shown) - 103) < 0.6
    again = Rounding(K, b"key")
    assert again.of("one", 103) == again.of("the same people by another name", 103)


def test_a_hidden_part_never_stands_alone() -> None:
    """3 good of 103: without good, the rest would say it. So the next smallest goes too."""
    counts = {f"fit={one}": 0 for one in FITS} | {
        "fit=ideal": 40,
        "fit=good": 3,
        "fit=neutral": 60,
        "fit=poor": 20,
        "fit=unknown": 80,
    }
    counts |= {f"standing={one}": 0 for one in STANDINGS} | {"standing=junk": 203}
    said = told(counts, Rounding(K, b"key"))
    assert "fit=good" not in said
    assert "fit=poor" not in said
    assert said.keys() >= {"fit=ideal", "fit=neutral", "fit=unknown"}


def test_a_share_with_few_on_either_side_is_not_told() -> None:
    def share(hits: int) -> object:
        evidence = Evidence(200, 200)
        measured = Measured(exactly(hits / 200), evidence)
        answer = Answer(METRICS["junk_share"], measured, Judged(Verdict.NO_TARGET, None))
        return public({"junk_share": answer}, Rounding(K, b"key"))["junk_share"].result

    assert isinstance(share(100), Measured)
    for hits in (0, 4, 196, 200):
        result = share(hits)
        assert isinstance(result, Unknown)
        assert result.reason is Reason.WITHHELD


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())
def test_what_nobody_listed_is_withheld(metric: object) -> None:
    """Whatever a new metric says, nobody reads it before it was looked at."""
    name = next(name for name, one in METRICS.items() if one is metric)
    parts = (Part("Somebody", exactly(77), 100, Unit.PEOPLE),)
    broken = Breakdown("never-listed", "", Form.BARS, parts)
    measured = Measured(exactly(77), Evidence(100, 100), (broken,), ("77 people",))
    answer = Answer(METRICS[name], measured, Judged(Verdict.NO_TARGET, None))
    result = public({name: answer}, Rounding(K, b"key"))[name].result
    if name in PUBLISHED and isinstance(result, Measured):
        assert result.breakdowns == ()
        assert result.remarks == ()
    else:
        assert isinstance(result, Unknown)
