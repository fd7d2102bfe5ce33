"""Where the strategy wants somebody and nobody stands: segments and listed companies.

A place that somebody might fill whom nobody can place is empty as far as is known, and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from netreport.advice.ground import Ground
from netreport.advice.points import points
from netreport.advice.targets import Target
from netreport.model.advice import Fact, Kind, Reason, Recommendation
from netreport.model.results import Unit
from netreport.model.tables import Table


@dataclass(frozen=True, slots=True)
class _Empty:
    about: str
    name: str
    headline: str
    fit: str
    why: Reason
    evidence: tuple[Fact, ...]


def gaps(ground: Ground, listed: Sequence[Target]) -> Iterator[Recommendation]:
    """Give the empty segments, then the listed companies where nobody relevant works."""
    if Table.PEOPLE in ground.tables:
        yield from (_gap(ground, one) for one in (*_segments(ground), *_companies(listed)))


def _segments(ground: Ground) -> Iterator[_Empty]:
    taken = set(ground.table(Table.PEOPLE).get_column("segment"))
    for place, one in ground.wanted():
        if not one.where.company_list and one.id not in taken:
            why = Reason("Nobody is known to belong.", f"segments.{place}.fit", str(one.fit))
            headline = f"Find somebody for “{one.name}”"
            about = f"segment {one.id}"
            yield _Empty(about, one.name, headline, str(one.fit), why, _could(ground, one.id))


def _could(ground: Ground, segment: str) -> tuple[Fact, ...]:
    could = pl.col("segments").list.contains(segment)
    asking = ground.table(Table.PENDING).filter(pl.col("incoming") & could)
    return (
        *_some("Could belong, if more were known", ground.table(Table.PEOPLE).filter(could).height),
        *_some("Ask to connect, and belong or could", asking.height),
    )


def _companies(listed: Sequence[Target]) -> Iterator[_Empty]:
    for one in listed:
        if not one.people:
            why = Reason("You list this company and know nobody there who fits.", one.key)
            others = _some("Work there, and are not known to fit", one.perhaps)
            headline = f"Find somebody at {one.name}"
            yield _Empty(f"company {one.name}", one.name, headline, one.fit, why, others)


def _some(label: str, count: int) -> tuple[Fact, ...]:
    return (Fact(label, count, Unit.PEOPLE),) if count else ()


def _gap(ground: Ground, empty: _Empty) -> Recommendation:
    action = ground.id(Kind.GAP, empty.about)
    personal = ground.strategy.invitations.outgoing.always_personalise
    told = "Each request that you send carries a note of its own."
    noted = [Reason(told, "invitations.outgoing.always_personalise")] if personal else []
    return Recommendation(
        action,
        Kind.GAP,
        (empty.headline,),
        ground.strategy.engagement.capacity.minutes_per_touch,
        points(Kind.GAP, empty.fit),
        subject=empty.name,
        reasons=(empty.why, *noted),
        evidence=empty.evidence,
        would_change=("One connection who belongs there, or a strategy that asks for less.",),
        channel="request",
        decided=ground.decided(action, "", {}),
    )
