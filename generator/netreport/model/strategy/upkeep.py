"""What the owner writes and for whom, how the network grows, and how it is kept in order."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from netreport.model.strategy.base import (
    Amount,
    Count,
    Currency,
    Days,
    Identifier,
    Listed,
    OneOf,
    Positive,
    Setting,
    Share,
    Text,
)

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Year = OneOf[Annotated[int, Field(ge=2003, le=2100)]]


class Content(Setting):
    """What you write about, and for whom."""

    topics: Listed[Text] = ()
    """What you write about."""
    off_topic: Listed[Text] = ()
    """What you also write about, for the joy of it."""
    audience: Mapping[str, Listed[Identifier]] = {}
    """For each topic the ids of the segments it is meant for."""
    max_posts_per_week: Annotated[float, Field(gt=0, le=1000)] | None = None
    """More posts than that are too many for people who did not ask for them."""
    min_relevant_audience_share: Share | None = None
    """The share of the network that a post should concern: 0.5 is half."""


class BroadcastEvidence(Setting):
    """What shows that a large audience really reads."""

    min_posts_per_month: Annotated[float, Field(ge=0, le=10_000)] = 8
    """Posts a month that it takes."""
    min_median_comments_per_post: Annotated[float, Field(ge=0, le=1_000_000)] = 20
    """Comments on a usual post that it takes."""
    observed_median_comments_per_post: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    """Comments on your usual post, from LinkedIn's analytics: the export does not have them."""


class BroadcastException(Setting):
    """Taking everybody works for few people; this says what shows that you are one of them."""

    evidence: BroadcastEvidence = BroadcastEvidence()
    """What shows that a large audience really reads."""
    if_unproven: Literal["warn", "refuse"] = "warn"
    """warn: judge as a broadcaster and say that it is unproven; refuse: judge as anybody else."""
    base_rate: Share = 0.05
    """For what share of people it works: 0.05 is one in 20."""


class Rush(Setting):
    """From when on growth is a rush. All three must be passed."""

    z: Positive = 6
    """How many usual deviations above the usual."""
    min_multiple: Positive = 3
    """How many times the usual."""
    min_count: Count = 30
    """How many new connections at the least."""


class Growth(Setting):
    """How the network grows."""

    rush: Rush = Rush()
    """From when on growth is a rush."""
    headline_connection_count: Literal["always", "footnote", "never"] = "never"
    """Where the bare number of connections may stand; the report has it in no headline anyway."""
    annotations: Annotated[
        Mapping[Month, Text],
        Field(json_schema_extra={"propertyNames": {"pattern": r"^\d{4}-(0[1-9]|1[0-2])$"}}),
    ] = {}
    """What happened in a month, such as 2024-05: a conference; for your record."""


class Quality(Setting):
    """How good the network should be."""

    min_relevance_share: Share | None = None
    """The share of connections that should suit the strategy: 0.5 is half."""
    max_junk_share: Share | None = None
    """The share that may neither suit the strategy nor ever have spoken with you."""


class Cleanup(Setting):
    """What tidying up takes."""

    seconds_per_removal: Positive = 20
    """Seconds to remove one connection by hand."""
    max_removals_per_day: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Removals a day that you would do."""
    keep_if: Listed[Literal["two_way_conversation", "recommendation", "social_context_keep"]] = (
        "two_way_conversation",
        "recommendation",
        "social_context_keep",
    )
    """What keeps a connection, however unsuitable."""
    invites_per_week: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Requests a week that you could send, starting again."""
    reinvite_acceptance: Share = 0.6
    """The share that would accept you again: 0.6 is three in five."""
    options: Listed[Literal["prune", "repurpose", "abandon", "start_again"]] = (
        "prune",
        "repurpose",
        "abandon",
        "start_again",
    )
    """The ways out that you would consider."""
    abandon_if_no_engagement_days: Days = 365
    """Days without a conversation after which the report asks whether to leave."""


class CoachSharing(Setting):
    """What a coach may see."""

    names: Literal["pseudonyms", "full"] = "pseudonyms"
    """pseudonyms: Person 1a2b3c4d, always the same; full: names, titles, companies and days."""
    k: Annotated[int, Field(ge=3, le=1000)] = 5
    """A group of fewer people than this is not shown."""
    label: Annotated[str, Field(max_length=80)] = ""
    """What a coach of many calls this network; else the name of its folder."""


class PublicSharing(Setting):
    """What everybody may see."""

    k: Annotated[int, Field(ge=3, le=1000)] = 5
    """A group of fewer people than this is not shown."""
    index: bool = False
    """Whether search engines may list the site."""


class Sharing(Setting):
    """What other people may see of the report."""

    redact_names: bool = True
    """Names stay out of what leaves your computer anyway, unless coach.names says full."""
    coach: CoachSharing = CoachSharing()
    """What a coach may see."""
    public: PublicSharing = PublicSharing()
    """What everybody may see."""


class Spend(Setting):
    """What LinkedIn costs you."""

    per_year: Annotated[
        Mapping[Year, Amount],
        Field(json_schema_extra={"propertyNames": {"pattern": r"^20\d\d$"}}),
    ] = {}
    """Money by year, such as 2025: 1200."""
    currency: Currency = "EUR"
    """The currency by its three letters."""


class TargetSetting(Setting):
    """What one number of the report should be."""

    at_least: Annotated[float, Field(ge=-1_000_000_000, le=1_000_000_000)] | None = None
    """The number should not be lower."""
    at_most: Annotated[float, Field(ge=-1_000_000_000, le=1_000_000_000)] | None = None
    """The number should not be higher."""
