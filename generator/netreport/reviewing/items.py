"""Everything in a report that can be answered, each with the name of what it says now.

The state is a keyed hash: two builds that say the same have the same one, and nobody without the
workspace's secret can tell from it what is said.
"""

import json
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from netreport.model.advice import Recommendation
from netreport.model.judging import Verdict
from netreport.model.report import Answer, Report
from netreport.model.results import Measured
from netreport.model.reviews import (
    OVERALL,
    SECTIONS,
    Item,
    Sort,
    page_id,
    section_id,
    verdict_id,
)
from netreport.model.strategy import Segment, Strategy
from netreport.verdicts import overall

DIGITS = 3  # of a number, that make it another one
TOLD = {
    Verdict.MET: "met",
    Verdict.MISSED: "missed",
    Verdict.UNCLEAR: "cannot be told yet",
    Verdict.UNKNOWN: "not known",
}


def items(report: Report, pages: Mapping[str, str], secret: bytes) -> Mapping[str, Item]:
    """Give every item by its id, in reading order; `pages`: titles by the path of the Markdown."""
    every = (
        *(item_of(one, secret) for one in report.advice.recommendations),
        *_verdicts(report, secret),
        *_strategy(report.strategy, secret),
        *(Item(page_id(path), Sort.PAGE, (title,)) for path, title in pages.items()),
    )
    return {one.id: one for one in every}


def item_of(one: Recommendation, secret: bytes) -> Item:
    """Give a recommendation as an item. Ages, hours and points are no part of its state."""
    words = tuple(piece for piece in one.headline if isinstance(piece, str))
    decision = one.triage.decision if one.triage else ""
    reasons = tuple((reason.sentence, reason.key, reason.setting) for reason in one.reasons)
    state = _state_of_many((one.kind, words, decision, reasons), secret)
    return Item(one.id, Sort.RECOMMENDATION, one.headline, state)


def segment_id(segment: Segment, secret: bytes) -> str:
    """Give the id of a segment, from which its name cannot be read."""
    hashed = blake2b(f"segment\0{segment.id}".encode(), key=secret, digest_size=8)
    return f"{Sort.SEGMENT}-{hashed.hexdigest()}"


def _verdicts(report: Report, secret: bytes) -> Iterator[Item]:
    told = str(overall(report.answers)) if report.answers else ""
    yield Item(OVERALL, Sort.VERDICT, (f"The network as a whole: {told}",), _state(told, secret))
    for name, answer in report.answers.items():
        verdict = answer.judged.verdict
        if verdict is not Verdict.NO_TARGET:
            title = f"{answer.metric.title}: {TOLD[verdict]}"
            state = _state(_said(answer), secret)
            yield Item(verdict_id(name), Sort.VERDICT, (title,), state)


def _said(answer: Answer) -> object:
    target, result = answer.judged.target, answer.result
    value = f"{result.estimate.value:.{DIGITS}g}" if isinstance(result, Measured) else ""
    return answer.judged.verdict, value, (target.low, target.high) if target else ()


def _strategy(strategy: Strategy, secret: bytes) -> Iterator[Item]:
    for one in strategy.segments:
        title, meant = f"Segment: {one.name}", one.model_dump(mode="json")
        yield Item(segment_id(one, secret), Sort.SEGMENT, (title,), _state(meant, secret))
    said = _sections(strategy)
    for key, title in SECTIONS.items():
        item = section_id(key)
        yield Item(item, Sort.STRATEGY, (f"Strategy: {title}",), _state(said[key], secret))


def _sections(strategy: Strategy) -> Mapping[str, object]:
    return {
        "objective": strategy.objective.statement,
        "opportunity": strategy.objective.opportunity_means,
        "give": strategy.value_proposition.i_give,
        "want": strategy.value_proposition.i_want,
        "hours": strategy.engagement.capacity.hours_per_week,
        "topics": strategy.content.topics,
        "acceptance": str(strategy.invitations.target_acceptance),
        "relevance": strategy.quality.min_relevance_share,
        "channels": strategy.outreach.channel_names(),
    }


def _state(told: object, secret: bytes) -> str:
    text = json.dumps(told, sort_keys=True, default=str)
    return blake2b(text.encode(), key=secret, digest_size=4).hexdigest()


@lru_cache(maxsize=2**12)
def _state_of_many(told: Hashable, secret: bytes) -> str:
    """Name once what is said of thousands of people in the same words."""
    return _state(told, secret)
