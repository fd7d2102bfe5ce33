"""Reasons in the words of the strategy: which segment, by its name and its place in the file."""

from collections.abc import Sequence

from netreport.model.advice import Reason
from netreport.model.strategy import Strategy
from netreport.model.text import Untrusted

MOST_NAMED = 3


def in_segment(strategy: Strategy, segment: str, title: Untrusted | None) -> Reason:
    """Say to which segment somebody belongs, and by which title."""
    place = [one.id for one in strategy.segments].index(segment)
    found = strategy.segments[place]
    words = (title,) if title else ()
    told = f"They belong to “{found.name}”."
    return Reason(told, f"segments.{place}.fit", str(found.fit), words)


def in_one_of(strategy: Strategy, segments: Sequence[str], title: Untrusted | None) -> Reason:
    """Say to which segment somebody belongs, or that it is one of several, or none."""
    if len(segments) == 1:
        return in_segment(strategy, segments[0], title)
    if not segments:
        return Reason("They fit none of your segments.", "segments")
    words = (title,) if title else ()
    return Reason(f"They belong to {names(strategy, segments)}.", "segments", "", words)


def names(strategy: Strategy, segments: Sequence[str]) -> str:
    """Give the names of the first segments in quotation marks: “Buyers” or “Partners”."""
    told = [f"“{strategy.segment(one).name}”" for one in segments[:MOST_NAMED]]
    return " or ".join(told)
