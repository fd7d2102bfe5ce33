"""The connection strategy: what the owner wants of the network, key by key as in `strategy.yml`.

`Strategy.model_validate` takes plain dictionaries, lists and words. It refuses unknown keys, wrong
types and numbers out of range; whether the parts fit together is for the reader of the file to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from netreport.model.strategy.base import Country, Listed, Profile, Setting, Text
from netreport.model.strategy.engagement import Engagement, Outreach
from netreport.model.strategy.invitations import Decision, Invitations, Requirement, Rule
from netreport.model.strategy.segments import (
    Fit,
    Overrides,
    Owner,
    RegionUnknown,
    Segment,
    SocialContext,
    Where,
)
from netreport.model.strategy.upkeep import (
    BroadcastException,
    Cleanup,
    Content,
    Growth,
    Quality,
    Sharing,
    Spend,
    TargetSetting,
)

__all__ = [
    "Decision",
    "Fit",
    "Objective",
    "RegionUnknown",
    "Requirement",
    "Rule",
    "Segment",
    "Sharing",
    "Strategy",
    "Target",
    "Where",
]


@dataclass(frozen=True, slots=True)
class Target:
    """What a number should be, in the unit of its metric; None: no limit on that side."""

    low: float | None = None
    high: float | None = None


class Objective(Setting):
    """What the network is for. Without it nobody can say who belongs in it."""

    kind: Literal["sell", "publish", "job", "recruit", "other"]
    """What you want from LinkedIn: sell, publish, job, recruit or other."""
    statement: Text
    """The same in one sentence of your own."""
    opportunity_means: Annotated[str, Field(max_length=500)] = ""
    """What counts as an opportunity, in your own words."""


class ValueProposition(Setting):
    """Why anybody should connect with you, and you with them."""

    i_give: Listed[Text] = ()
    """What people get from you."""
    i_want: Listed[Text] = ()
    """What you hope for."""
    keywords: Listed[Text] = ()
    """Words that your kind of people use."""


class Strategy(Setting):
    """A whole strategy. Only the objective and the segments must be there."""

    netreport_strategy: Annotated[int, Field(ge=1, le=1)] = 1
    """The version of this kind of file."""
    archetype: Literal["b2b_seller", "broadcaster", "job_seeker", "recruiter", "other"] = "other"
    """The example that the strategy started from."""
    owner: Owner = Owner()
    """Whose network it is."""
    objective: Objective
    """What the network is for."""
    value_proposition: ValueProposition = ValueProposition()
    """Why anybody should connect with you, and you with them."""
    segments: Annotated[Listed[Segment], Field(min_length=1)]
    """Your groups of people. The first that fits gives a person its name."""
    regions: Mapping[Text, Annotated[Listed[Country], Field(min_length=1)]] = {}
    """Your own regions, each with its countries; a name that exists already is replaced."""
    social_context: SocialContext = SocialContext()
    """People known from private life."""
    safelist: Listed[Profile] = ()
    """Profile addresses that are never advised for removal."""
    invitations: Invitations = Invitations()
    """Rules for requests to connect."""
    engagement: Engagement = Engagement()
    """What counts as engagement, and how much of it you can give."""
    content: Content = Content()
    """What you write about, and for whom."""
    exception: BroadcastException | None = None
    """For broadcasters: what shows that taking everybody works for you."""
    outreach: Outreach = Outreach()
    """How you start a conversation."""
    growth: Growth = Growth()
    """How the network grows."""
    quality: Quality = Quality()
    """How good the network should be."""
    cleanup: Cleanup = Cleanup()
    """What tidying up takes."""
    targets: Mapping[str, TargetSetting] = {}
    """What any number of the report should be, by the id of its metric."""
    spend: Spend = Spend()
    """What LinkedIn costs you."""
    overrides: Overrides = Overrides()
    """Your own word, which wins over everything netreport works out."""
    sharing: Sharing = Sharing()
    """What other people may see of the report."""

    def segment(self, segment_id: str) -> Segment:
        """Give the segment with this id; KeyError where the strategy has none."""
        for segment in self.segments:
            if segment.id == segment_id:
                return segment
        raise KeyError(segment_id)

    def judged_targets(self) -> Mapping[str, Target]:
        """Give each metric's target by its id, in the metric's own unit.

        A target under `targets` wins over the same one said elsewhere. A floor of 0 or a ceiling
        of 1 on a share asks for nothing, and is no target.
        """
        named = {
            metric: Target(wanted.at_least, wanted.at_most)
            for metric, wanted in self.targets.items()
        }
        return {**self._targets_said_elsewhere(), **named}

    def _targets_said_elsewhere(self) -> dict[str, Target]:
        band = self.invitations.target_acceptance
        said = {
            "relevance": _shares(low=self.quality.min_relevance_share),
            "junk_share": _shares(high=self.quality.max_junk_share),
            "acceptance_received": _shares(band.low, band.high) if band else Target(),
            "audience_fit": _shares(low=self.content.min_relevant_audience_share),
        }
        return {metric: target for metric, target in said.items() if target != Target()}


def _shares(low: float | None = None, high: float | None = None) -> Target:
    return Target(low or None, None if high == 1 else high)
