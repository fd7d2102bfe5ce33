"""Whom a post is for, by the strategy, and how many of the connections that concerns.

Takes posts, people and the strategy. Gives shares of the connections, and mixes of segments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from netreport.model.strategy import Strategy
from netreport.model.strategy.upkeep import Content

NO_SEGMENT = ""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Shares of the connections that surely, and at most, belong to an audience."""

    surely: float
    perhaps: float


def with_audience(posts: pl.DataFrame, content: Content) -> pl.DataFrame:
    """Add `post`, the row's number, and `audience`: ids of the segments its topics are for.

    An empty audience is a post off the owner's topics, a null one cannot be told: no word of it
    names a topic, or the topic has no audience in the strategy.
    """
    ordered = posts.sort("at", "kind", "link", "length").with_row_index("post")
    audiences = [
        _audience(topics, off_topics, content)
        for topics, off_topics in ordered.select("topics", "off_topics").iter_rows()
    ]
    return ordered.with_columns(pl.Series("audience", audiences, pl.List(pl.String)))


def _audience(
    topics: Sequence[str], off_topics: Sequence[str], content: Content
) -> Sequence[str] | None:
    segments = {segment for topic in topics for segment in content.audience.get(topic, ())}
    if segments:
        return sorted(segments)
    return [] if off_topics and not topics else None


def concerned(people: pl.DataFrame, audience: Sequence[str]) -> Concerned:
    """Give the shares of all connections in one of these segments; ValueError for no people."""
    if people.is_empty():
        raise ValueError("no people")
    wanted = pl.col("segment").is_in(list(audience))
    possible = pl.col("segments").list.eval(pl.element().is_in(list(audience))).list.any()
    counts = people.select(
        surely=wanted.sum(), perhaps=(wanted.fill_null(value=False) | possible).sum()
    )
    surely, perhaps = counts.row(0)
    return Concerned(surely / people.height, perhaps / people.height)


def by_segment(people: pl.DataFrame, strategy: Strategy) -> Mapping[str, float]:
    """Count connections by the id of their segment, without those whom nobody can place."""
    counts = dict(people.group_by("segment").len().iter_rows())
    placed = {segment.id: counts.get(segment.id, 0) for segment in strategy.segments}
    return placed | {NO_SEGMENT: people.filter(pl.col("segments").list.len() == 0).height}


def meant_for(posts: pl.DataFrame, strategy: Strategy) -> Mapping[str, float]:
    """Count posts by the segments of their `audience`; one for several counts in equal parts."""
    amounts = dict.fromkeys([*(segment.id for segment in strategy.segments), NO_SEGMENT], 0.0)
    for audience in posts.get_column("audience").to_list():
        segments = audience or [NO_SEGMENT]
        for segment in segments:
            amounts[segment] += 1 / len(segments)
    return amounts
