"""Are the people who see your posts the people you post for?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

import polars as pl

from netreport import stats
from netreport.facts.first_words import AFTER_POST, after_posts, first_words
from netreport.facts.readers import Concerned, by_segment, concerned, meant_for, with_audience
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_RATE,
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    Where,
    exactly,
)
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

FEWEST = 10
DAYS, WEEKS, MONTHS = 364, 52, 12
OFF_TOPIC = "Off your topics"
POSTS = "posts of the last 12 months"
UPPER_BOUND = (
    "Exposure is an upper bound: LinkedIn shows a post to a part of your connections, and to whom "
    "is not in the export."
)


@dataclass(frozen=True, slots=True)
class Year:
    """The posts of the last 52 weeks, those whose audience can be told, and the connections."""

    posts: pl.DataFrame
    told: pl.DataFrame
    people: pl.DataFrame


def measure(inputs: Inputs) -> Result:
    """Share of the connections that a post concerns, on average over the posts of a year."""
    strategy, people = inputs.strategy, inputs[Table.PEOPLE]
    if not strategy.content.audience:
        return Unknown(
            Reason.NOT_ASKED,
            "your strategy does not say for whom your topics are",
            "Write under content.audience which segments each topic is meant for.",
        )
    ago = (pl.lit(inputs.as_of) - pl.col("at").dt.date()).dt.total_days()
    recent = inputs[Table.POSTS].with_columns(ago.alias("ago")).filter(ago.is_between(0, DAYS - 1))
    posts = with_audience(recent, strategy.content)
    year = Year(posts, posts.drop_nulls("audience"), people)
    few = posts.height < FEWEST or year.told.height < FEWEST_FOR_A_RATE
    if few or people.is_empty():
        detail = (
            f"{posts.height} posts in 12 months, {year.told.height} of them on a topic that their "
            f"words name; it takes {FEWEST} and {FEWEST_FOR_A_RATE}"
        )
        return Unknown(Reason.TOO_FEW, detail, "Add the words that you use to content.topics.")
    untold = {"whose words name no topic of yours": posts.height - year.told.height}
    exchanges = inputs.get(Table.EXCHANGES)
    words = None if exchanges is None else first_words(exchanges)
    return Measured(
        _average(_shares(year)),
        Evidence(posts.height, year.told.height, untold, POSTS),
        (
            _topics(year, strategy),
            _mix(year, strategy),
            _exposure(year, strategy),
            *_conversations(year, strategy, words),
        ),
        tuple(_remarks(year, inputs, words)),
    )


def _shares(year: Year) -> Sequence[Concerned]:
    """Give for each post the share of the connections whom it concerns."""
    audiences = [tuple(audience) for audience in year.told.get_column("audience")]
    shares = {audience: concerned(year.people, audience) for audience in set(audiences)}
    return [shares[audience] for audience in audiences]


def _average(shares: Sequence[Concerned]) -> Estimate:
    low, high = (fmean(ends) for ends in zip(*((s.surely, s.perhaps) for s in shares), strict=True))
    return Estimate(low, low, high, Spread.LEFT_OUT if high > low else Spread.EXACT)


def _topics(year: Year, strategy: Strategy) -> Breakdown:
    """Give for each topic the share of the connections whom it concerns."""
    parts = []
    for topic, audience in strategy.content.audience.items():
        count = year.told.filter(pl.col("topics").list.contains(topic)).height
        share = _average([concerned(year.people, audience)])
        named = tuple(strategy.segment(segment).name for segment in audience)
        where, note = Where({"segment": named}), f"posts: {count}"
        parts.append(Part(topic, share, year.people.height, Unit.SHARE, where, note=note))
    off = year.told.filter(pl.col("audience").list.len() == 0).height
    nobody = Part(OFF_TOPIC, exactly(0), year.people.height, Unit.SHARE, note=f"posts: {off}")
    title = "How many of your connections each topic concerns"
    return Breakdown("audience-topics", title, Form.BARS, (*parts, nobody))


def _mix(year: Year, strategy: Strategy) -> Breakdown:
    """Lay the mix of the posts beside that of the connections who can be placed."""
    readers, posts = by_segment(year.people, strategy), meant_for(year.told, strategy)
    names = {segment.id: segment.name for segment in strategy.segments}
    parts = []
    for segment in readers:
        name = names.get(segment, "In none of your segments")
        for label, amounts in (("Connections", readers), ("Posts", posts)):
            if whole := sum(amounts.values()):
                share = exactly(amounts[segment] / whole)
                parts.append(Part(label, share, round(whole), Unit.SHARE, group=name))
    title = "Who your connections are, and whom you post for"
    return Breakdown("audience-mix", title, Form.DOTS, tuple(parts), of="connections or posts")


def _exposure(year: Year, strategy: Strategy) -> Breakdown:
    posts, loud = year.posts.height, _loud(year, strategy)
    relevant = year.people.get_column("relevant")
    wanted, unknown = int(relevant.sum()), relevant.null_count()
    spread = Spread.LEFT_OUT if unknown else Spread.EXACT
    others, monthly = year.people.height - wanted - unknown, posts / MONTHS
    outside = Estimate(monthly * others, monthly * others, monthly * (others + unknown), spread)
    share = wanted / year.people.height, (wanted + unknown) / year.people.height
    parts = (
        Part("Exposures a month outside your strategy, at most", outside, posts, Unit.COUNT),
        Part(
            "Of all exposure, to relevant people",
            Estimate(share[0], *share, spread),
            posts,
            Unit.SHARE,
        ),
        Part("Posts a week", exactly(posts / WEEKS), posts, Unit.RATIO),
        Part("Weeks with more posts than you allow", exactly(loud), posts, Unit.COUNT),
        *_likeness(year, strategy),
    )
    title = "Posts and exposure"
    return Breakdown("audience-exposure", title, Form.FIGURES, parts, POSTS, UPPER_BOUND)


def _likeness(year: Year, strategy: Strategy) -> Iterator[Part]:
    readers, posts = by_segment(year.people, strategy), meant_for(year.told, strategy)
    if sum(readers.values()):
        pair, n = ([*readers.values()], [*posts.values()]), year.told.height
        yield Part("Overlap of posts and connections", exactly(stats.overlap(*pair)), n, Unit.SHARE)
        yield Part("Divergence of the two", exactly(stats.jensen_shannon(*pair)), n, Unit.BITS)


def _loud(year: Year, strategy: Strategy) -> int:
    """Count the weeks with more posts than the strategy allows."""
    most = strategy.content.max_posts_per_week
    weekly = year.posts.group_by(pl.col("ago") // 7).len().get_column("len")
    return 0 if most is None else int((weekly > most).sum())


def _conversations(
    year: Year, strategy: Strategy, words: pl.DataFrame | None
) -> Iterator[Breakdown]:
    """Give for each topic the conversations that others began in the week after a post on it."""
    if words is None:
        return
    after = after_posts(words, year.posts).drop_nulls("post")
    begun = after.join(year.posts.select("post", "topics", "off_topics"), on="post")
    parts = []
    for topic in strategy.content.topics:
        on_it = pl.col("topics").list.contains(topic)
        posts, count = year.posts.filter(on_it).height, begun.filter(on_it).height
        if posts:
            parts.append(Part(topic, exactly(count), posts, Unit.COUNT))
    caption = "Each counts for the last post before it. What comes after need not come from it."
    title = "Conversations that others began within 7 days of a post"
    yield Breakdown("audience-conversations", title, Form.TABLE, tuple(parts), "posts", caption)


def _remarks(year: Year, inputs: Inputs, words: pl.DataFrame | None) -> Iterator[str]:
    most = inputs.strategy.content.max_posts_per_week
    loud = _loud(year, inputs.strategy)
    if loud and most is not None:
        private = int(year.people.get_column("social").sum())
        yield (
            f"In {loud} of {WEEKS} weeks you posted more than the {most:g} times that you allow "
            f"yourself; {private} people of your private life may have been shown all of it."
        )
    if words is not None:
        yield _after_and_otherwise(year, words, inputs.as_of)


def _after_and_otherwise(year: Year, words: pl.DataFrame, as_of: date) -> str:
    """Compare days within a week of a post with other days: seen together, no more."""
    days = {as_of - timedelta(days=n) for n in range(DAYS)}
    posted = set(year.posts.get_column("at").dt.date())
    near = days & {day + timedelta(days=n) for day in posted for n in range(AFTER_POST.days)}
    begun = days & set(words.get_column("at").dt.date())
    compared = stats.compare(len(near & begun), len(near), len(begun - near), len(days - near))
    told = compared.sentence("days within a week of a post", "other days")
    return f"Days on which others began a conversation with you. {told}"


METRIC = Metric(
    id="audience_fit",
    code="M5",
    topic=Topic.CONTENT,
    title="Posts and their readers",
    unit=Unit.SHARE,
    question="How many of your connections does a usual post of yours concern?",
    formula="connections in a segment that the post's topics are for / all connections, averaged "
    "over the posts of 52 weeks; a post only off your topics concerns nobody. Overlap = 1 - half "
    "the sum of |p - q| over the shares of each segment among connections and posts; divergence: "
    "Jensen-Shannon, in bits; exposures = posts a month x people outside the strategy",
    needs=frozenset({Table.POSTS, Table.PEOPLE}),
    uses=frozenset({Table.EXCHANGES}),
    measure=measure,
    claims=("S29", "S33", "S35", "S37", "S39", "S40", "S42", "S58"),
    source="Lin 1991 (IEEE Transactions on Information Theory 37:145); Schoener 1968",
    minimum=f"{FEWEST} posts, {FEWEST_FOR_A_RATE} of them on a topic that can be told",
    left_out="posts whose words name no topic, such as bare reposts; who really saw a post, which "
    "is not in the export; likes and views",
)
