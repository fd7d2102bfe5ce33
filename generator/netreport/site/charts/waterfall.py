"""What moved, step by step: from one level to the next, each step on from where the last one ended.

A part with a `mark` is a level. Where none is marked and the last part is the sum of all before,
the first and the last are levels. Any other part is a step: its number is added. Whoever is unknown
behind the last level is no step, but a strip below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from netreport.model.results import Part
from netreport.site.charts.chart import Chart, Picture, is_ranged, value
from netreport.site.charts.elements import box, line, number, path
from netreport.site.charts.marks import mark, range_across
from netreport.site.charts.plot import BASELINE, GAP
from netreport.site.charts.rows import (
    MOST_ROWS,
    PITCH,
    THICK,
    Said,
    figure,
    label,
    margins,
    said,
    tail,
)
from netreport.site.charts.scales import Scale, steps, within

HEAD = 5.0  # how far the point of an arrow reaches back
FEWEST = 3  # parts that can be two levels and a step


@dataclass(frozen=True, slots=True)
class _Move:
    part: Part
    start: float
    end: float
    level: bool
    told: Said


def draw(chart: Chart) -> Picture:
    """Draw levels as lines and steps as arrows, downwards in the order of the parts.

    The scale holds what is reached, not zero, so that small steps from a high level can be seen.
    """
    moves = _moves(chart)[:MOST_ROWS]
    left, right = margins([move.part.label for move in moves], [move.told for move in moves])
    unit = chart.unit
    reached = steps([place for move in moves for place in (move.start, move.end)], unit)
    x = Scale(reached[0], reached[-1], left + HEAD, right - HEAD)
    middles = [PITCH * (place + 0.5) for place in range(len(moves))]
    rows = [_row(chart, move, x, middle) for move, middle in zip(moves, middles, strict=True)]
    joints = [_joint(x(move.end), at) for move, at in zip(moves[:-1], middles, strict=False)]
    after = tail(chart, [move.part for move in moves], left, PITCH * len(moves))
    return Picture("".join([*joints, *rows, after.body]), PITCH * len(moves) + after.height)


def _moves(chart: Chart) -> list[_Move]:
    parts = [part for part in chart.breakdown.parts if part.unit is chart.unit]
    levels = _levels(parts)
    while levels and len(parts) - 1 not in levels and parts[-1].unknown:
        parts.pop()
    moves, here = [], 0.0
    for place, part in enumerate(parts):
        level = place in levels
        there = within(part.estimate.value if level else here + part.estimate.value)
        plus = "+" if part.estimate.value > 0 and not level else ""
        told = said(plus + value(chart, part), "")
        moves.append(_Move(part, there if level else here, there, level, told))
        here = there
    return moves


def _levels(parts: Sequence[Part]) -> frozenset[int]:
    marked = frozenset(place for place, part in enumerate(parts) if part.mark)
    values = [within(part.estimate.value) for part in parts]
    adds_up = len(parts) >= FEWEST and isclose(sum(values[:-1]), values[-1], abs_tol=1e-9)
    return marked or (frozenset({0, len(parts) - 1}) if adds_up else marked)


def _row(chart: Chart, move: _Move, x: Scale, middle: float) -> str:
    part, end = move.part, x(move.end)
    kind = "nr-level" if move.level else "nr-gain" if move.end >= move.start else "nr-loss"
    drawn = mark(chart, part, kind, _route(move, x, middle))
    shift = move.end - part.estimate.value
    low, high = (x(shift + at) for at in (part.estimate.low, part.estimate.high))
    reach = range_across(low, high, middle) if is_ranged(chart, part) else ""
    told = figure(
        max(x(move.start), end, high if reach else end) + GAP, middle + BASELINE, move.told
    )
    return label(x.start - HEAD, middle, part.label) + drawn + reach + told


def _route(move: _Move, x: Scale, middle: float) -> str:
    """Give a thick line for a level, an arrow for a step, a box where nobody knows."""
    start, end = x(move.start), x(move.end)
    top, bottom = middle - THICK / 2, middle + THICK / 2
    if move.level:
        return box(end - 2, top - 2, end + 2, bottom + 2)
    if move.part.unknown:
        return box(min(start, end), top, max(start, end), bottom)
    back = max(-HEAD, min(HEAD, end - start))
    neck = end - back
    return line([(start, top), (neck, top), (end, middle), (neck, bottom), (start, bottom)]) + "z"


def _joint(x: float, middle: float) -> str:
    return path("nr-joint", f"M{number(x)} {number(middle)}v{number(PITCH)}")
