"""What becomes of a request to connect: which rule comes first, and what each of them decides."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from netreport.model.strategy.base import Listed, OneOf, Setting, Share, Text


class Decision(StrEnum):
    """What to do with an invitation."""

    ACCEPT = "accept"
    ASK_WHY = "ask_why"
    IGNORE = "ignore"
    REVIEW = "review"


class Rule(StrEnum):
    """The rules for invitations, in the usual order. Those named like a fit are about it."""

    HARD_BLOCK = "hard_block"
    PERSONALISED = "personalised"
    IDEAL = "ideal"
    POOR = "poor"
    GOOD = "good"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"
    DEFAULT = "default"


class Requirement(StrEnum):
    """What makes a note personal."""

    HAS_NOTE = "has_note"
    NOT_TEMPLATE = "not_template"
    SAYS_WHY = "says_why"


class HardBlock(Setting):
    """Whom not even a personal note lets in."""

    companies: Listed[Text] = ()
    """Companies that are never accepted."""
    title_words: Listed[Text] = ()
    """Words in a job title that are never accepted."""
    people: Listed[Text] = ()
    """Profile addresses or names that are never accepted."""


class Personalised(Setting):
    """What becomes of a request with a personal note, from whomever."""

    decision: OneOf[Decision] = Decision.ACCEPT
    """What to do: accept, ask_why, ignore or review."""
    probability: Literal["usual", "always"] = "usual"
    """usual: shown as accepted, with a look at it in passing; always: no look needed."""
    requires: Annotated[Listed[OneOf[Requirement]], Field(min_length=1)] = tuple(Requirement)
    """What makes a note personal: has_note, not_template, says_why."""


class Answer(Setting):
    """What becomes of a request from people of one fit."""

    decision: OneOf[Decision]
    """What to do: accept, ask_why, ignore or review."""
    needs_note: bool = False
    """Whether that takes a personal note."""
    without_note: OneOf[Decision] = Decision.ASK_WHY
    """What to do where the note is missing."""


class AcceptanceBand(Setting):
    """What share of requests you mean to accept: a rate, and from where to where it may move."""

    rate: Share
    """The rate you aim for: 0.40 is two in five."""
    low: Share
    """The lowest rate that still follows the strategy."""
    high: Share
    """The highest rate that still follows the strategy."""


class Outgoing(Setting):
    """The requests that you send."""

    always_personalise: bool = True
    """Whether each of them should carry a personal note."""


class Invitations(Setting):
    """Rules for requests to connect. The first rule in `order` that fits decides."""

    order: Annotated[Listed[OneOf[Rule]], Field(min_length=1)] = tuple(Rule)
    """The rules, the most important first."""
    hard_block: HardBlock = HardBlock()
    """Whom not even a personal note lets in."""
    personalised: Personalised = Personalised()
    """Requests with a personal note."""
    ideal: Answer = Answer(decision=Decision.ACCEPT)
    """Requests from people of an ideal segment."""
    good: Answer = Answer(decision=Decision.REVIEW)
    """Requests from people of a good segment."""
    neutral: Answer = Answer(decision=Decision.IGNORE)
    """Requests from people of a neutral segment, or of none."""
    poor: Answer = Answer(decision=Decision.IGNORE)
    """Requests from people of a poor segment."""
    unknown: Answer = Answer(decision=Decision.REVIEW)
    """Requests from people whom nobody can place. Unknown is never a no."""
    default: OneOf[Decision] = Decision.IGNORE
    """What to do where no rule fits."""
    refuse_with: Literal["ignore", "decline_politely", "report"] = "ignore"
    """How to turn a request down."""
    target_acceptance: AcceptanceBand | None = None
    """The share of requests you mean to accept; without it none is judged."""
    serendipity_quota: Share = 0.0
    """The share of unsuitable requests to accept on purpose, to be surprised: 0.05 is one in 20."""
    seed: Annotated[int, Field(ge=0, le=2_147_483_647)] = 1
    """Any whole number; another one draws other people for the surprise."""
    outgoing: Outgoing = Outgoing()
    """The requests that you send."""
