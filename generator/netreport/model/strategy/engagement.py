"""Conversations and the time for them, and how the owner goes about starting one."""

from collections.abc import Sequence
from math import inf
from typing import Annotated, Literal

from pydantic import Field

from netreport.model.strategy.base import Count, Days, Identifier, Listed, Setting, Text

Frequency = Annotated[float, Field(ge=0, le=1000)]


class Conversation(Setting):
    """What counts as a conversation."""

    min_turns: Annotated[int, Field(ge=2, le=100)] = 3
    """How often the word must change hands, counting the first message."""
    window_days: Days = 365
    """How far back to look."""
    ignore_templates_sent_to: Annotated[int, Field(ge=2, le=100_000)] = 5
    """A text that you sent to so many people or more is no conversation."""


class TouchesPerYear(Setting):
    """How often a year you mean to be in touch with one person, by fit."""

    ideal: Frequency = 4
    """People of an ideal segment."""
    good: Frequency = 2
    """People of a good segment."""
    neutral: Frequency = 0
    """People of a neutral segment."""
    poor: Frequency = 0
    """People of a poor segment."""


class Capacity(Setting):
    """The time there is for people, and what a person takes."""

    hours_per_week: Annotated[float, Field(gt=0, le=168)] = 5
    """Hours a week for LinkedIn."""
    minutes_per_touch: Annotated[float, Field(gt=0, le=10_080)] = 10
    """Minutes for one real exchange."""
    minutes_per_reply: Annotated[float, Field(gt=0, le=10_080)] = 5
    """Minutes for one answer that you owe."""
    touches_per_year: TouchesPerYear = TouchesPerYear()
    """How often a year you mean to be in touch, by fit."""

    @property
    def most_people(self) -> float:
        """How many ideal people the hours of a year can hold; infinite without touches."""
        touches = max(float(often) for _, often in self.touches_per_year)
        minutes = self.minutes_per_touch * touches
        return self.hours_per_week * 52 * 60 / minutes if minutes else inf


class Respond(Setting):
    """Which messages you mean to answer."""

    to: Literal["all", "relevant"] = "all"
    """all: whoever writes; relevant: people of ideal and good segments."""
    grace_days: Annotated[int, Field(ge=0, le=3650)] = 3
    """Days until a message counts as unanswered."""
    even_no_thanks: bool = True
    """Whether an offer that you do not want gets an answer too."""
    horizon_days: Days = 180
    """Days after which an unanswered message is let go."""
    notes_of_ignored: Literal["owe", "ignore"] = "owe"
    """Whether you owe an answer to a request with a note even where you ignore the request."""


class Layers(Setting):
    """How many people you hope to hear from at each pace."""

    weekly: Count = 5
    """At least once a week."""
    monthly: Count = 15
    """At least once a month."""
    half_yearly: Count = 50
    """At least twice a year."""
    yearly: Count = 150
    """At least once a year."""


class Engagement(Setting):
    """What counts as engagement, and how much of it you can give."""

    counts: Listed[Literal["two_way_conversation", "substantive_comment_thread"]] = (
        "two_way_conversation",
        "substantive_comment_thread",
    )
    """What counts as engagement."""
    does_not_count: Listed[
        Literal["like", "view", "share", "connection_count", "follower_count", "endorsement"]
    ] = ("like", "view", "share", "connection_count", "endorsement")
    """What never counts, however large the number. No number of the report counts any of it."""
    conversation: Conversation = Conversation()
    """What counts as a conversation."""
    capacity: Capacity = Capacity()
    """The time there is for people."""
    respond: Respond = Respond()
    """Which messages you mean to answer."""
    dormant_after_days: Days = 365
    """Days of silence after which a contact sleeps."""
    tie_half_life_days: Days = 180
    """Days after which an exchange counts for half."""
    layers: Layers = Layers()
    """How many people you hope to hear from at each pace."""


class WarmUp(Setting):
    """Being seen before you write."""

    required: bool = False
    """Whether you mean to be seen before the first message."""
    window_days: Days = 30
    """The days before the first message in which it counts."""
    min_touches: Count = 1
    """How many touches make somebody warm."""
    kinds: Listed[Literal["comment", "share", "like", "reply", "follow", "view", "endorse"]] = ()
    """What counts as a touch."""


class Benchmark(Setting):
    """Somebody's measured replies, with the year they are from."""

    replies: Count
    """How many replied."""
    of: Annotated[int, Field(ge=1, le=100_000_000)]
    """Of how many who were asked."""
    year: Annotated[int, Field(ge=1990, le=2100)]
    """When."""
    source: Text | None = None
    """Whose figures they are."""


class Channel(Setting):
    """One way of reaching people."""

    name: Identifier
    """inmail, message, email, phone, post, referral, or your own word."""
    benchmark: Benchmark | None = None
    """Replies to compare your own with."""
    condition: Text | None = None
    """When you mean to use it, in your own words."""


class Outreach(Setting):
    """How you start a conversation."""

    warm_up: WarmUp = WarmUp()
    """Being seen before you write."""
    channels: Listed[Channel] = ()
    """Your ways of reaching people, the best first."""
    sequences: Listed[Listed[Identifier]] = ()
    """Channels that follow each other, such as [inmail, phone]. For your record."""
    mature_after_days: Days = 14
    """Days to wait before no answer counts as no reply."""

    def channel_names(self) -> Sequence[str]:
        """Give the names of the channels, in order."""
        return tuple(channel.name for channel in self.channels)
