"""Is it proven that publishing to everybody works for you?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import polars as pl

from netreport import stats
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
    exactly,
)
from netreport.model.strategy.upkeep import BroadcastException
from netreport.model.tables import Table

DAYS, MONTHS = 364, 12


class Proof(StrEnum):
    """What the evidence comes to."""

    MET = "The evidence is there: you post often enough, and people answer your posts."
    UNPROVEN = "Unproven: nobody can tell yet how many comments your posts get."
    CONTRADICTED = "The evidence is against it."


HOW_TO_PROVE = (
    "Write observed_median_comments_per_post under exception.evidence, or put LinkedIn's post "
    "analytics into your workspace."
)


IF_UNPROVEN = {
    "refuse": "Your strategy says to judge you as anybody else until it is proven.",
    "warn": "Your strategy says to judge you as a publisher all the same, and to warn you.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Posts a month, and comments on a usual post with where that is from, or None."""

    posts: float
    comments: float | None
    source: str = ""


def measure(inputs: Inputs) -> Result:
    """Conditions met of the two that the strategy names; an unknown one may be met or not."""
    exception = inputs.strategy.exception
    if exception is None:
        return Unknown(
            Reason.NOT_ASKED,
            "your strategy does not claim that everybody should read you",
            "If it does, add exception to strategy.yml; it is for those who publish.",
        )
    wanted = exception.evidence
    posts = _recent(inputs[Table.POSTS], inputs)
    found = Found(posts.height / MONTHS, *_comments(exception, inputs))
    often = found.posts >= wanted.min_posts_per_month
    answered = None if found.comments is None else found.comments >= _least(exception)
    met = int(often) + int(answered or False)
    perhaps = met + int(answered is None)
    spread = Spread.LEFT_OUT if perhaps > met else Spread.EXACT
    return Measured(
        Estimate(met, met, perhaps, spread),
        Evidence(posts.height, posts.height, of="posts of the last 12 months"),
        (_held(found, exception, posts.height),),
        tuple(_remarks(_proof(often=often, answered=answered), exception)),
    )


def _recent(frame: pl.DataFrame, inputs: Inputs, time: str = "at") -> pl.DataFrame:
    age = (pl.lit(inputs.as_of) - pl.col(time).dt.date()).dt.total_days()
    return frame.filter(age.is_between(0, DAYS - 1))


def _least(exception: BroadcastException) -> float:
    return exception.evidence.min_median_comments_per_post


def _comments(exception: BroadcastException, inputs: Inputs) -> tuple[float | None, str]:
    """Give the comments on a usual post: the owner's own word, or LinkedIn's analytics."""
    typed_in = exception.evidence.observed_median_comments_per_post
    if typed_in is not None:
        return typed_in, "from your strategy"
    reach = inputs.get(Table.POST_REACH)
    if reach is None:
        return None, ""
    known = _recent(reach, inputs, "posted_at").get_column("comments").drop_nulls().to_list()
    if len(known) < FEWEST_FOR_A_RATE:
        return None, ""
    return float(median(known)), f"from the analytics of {len(known)} posts"


def _proof(*, often: bool, answered: bool | None) -> Proof:
    if not often or answered is False:
        return Proof.CONTRADICTED
    return Proof.MET if answered else Proof.UNPROVEN


def _held(found: Found, exception: BroadcastException, posts: int) -> Breakdown:
    wanted = exception.evidence
    parts = [
        Part("Posts a month", exactly(found.posts), posts, Unit.RATIO),
        Part("Posts a month that it takes", exactly(wanted.min_posts_per_month), posts, Unit.RATIO),
        Part("Comments on a post that it takes", exactly(_least(exception)), posts, Unit.RATIO),
    ]
    if found.comments is not None:
        label, note = "Comments on a usual post of yours", found.source
        parts.append(Part(label, exactly(found.comments), posts, Unit.RATIO, note=note))
    title = "What you have, and what it takes"
    return Breakdown("broadcaster", title, Form.FIGURES, tuple(parts), of="posts")


def _remarks(proof: Proof, exception: BroadcastException) -> Iterator[str]:
    yield str(proof)
    if proof is Proof.UNPROVEN:
        yield HOW_TO_PROVE
    yield f"It works for {stats.per_cent(exception.base_rate)} of people, maybe."
    if proof is not Proof.MET:
        yield IF_UNPROVEN[exception.if_unproven]


METRIC = Metric(
    id="broadcaster",
    code="M36",
    topic=Topic.CONTENT,
    title="Proof for publishing to everybody",
    unit=Unit.COUNT,
    noun="of two conditions met",
    question="Is it proven that a network of everybody works for you?",
    formula="conditions met of two: posts a month over 52 weeks, and the median of comments on a "
    "post (typed in, or from LinkedIn's analytics), each against your strategy; proven if both "
    "are met, contradicted if one is missed, unproven while the comments are not known",
    needs=frozenset({Table.POSTS}),
    uses=frozenset({Table.POST_REACH}),
    measure=measure,
    claims=("S24", "S25"),
    source="netreport; the base rate is the strategy's own",
    minimum=f"{FEWEST_FOR_A_RATE} posts with analytics, or a number typed in",
    left_out="views, likes and followers; comments are in LinkedIn's analytics, not in the export",
)
