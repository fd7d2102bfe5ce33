"""What of a strategy facts are derived by; the rest judges and advises, and changes no table."""

from netreport.model.strategy import Objective, Strategy
from netreport.model.strategy.engagement import Engagement
from netreport.model.strategy.invitations import Invitations
from netreport.model.strategy.upkeep import Content

_ANY = Objective(kind="other", statement="-")


def concerned(strategy: Strategy) -> Strategy:
    """Give a strategy that says only what `derive` asks for; everything else is as if unsaid.

    Two strategies that are the same here have the same facts, for the same export.
    """
    engagement, content = strategy.engagement, strategy.content
    return Strategy(
        objective=_ANY,
        segments=strategy.segments,
        regions=strategy.regions,
        overrides=strategy.overrides,
        social_context=strategy.social_context,
        safelist=strategy.safelist,
        value_proposition=strategy.value_proposition,
        invitations=Invitations(hard_block=strategy.invitations.hard_block),
        engagement=Engagement(
            conversation=engagement.conversation,
            respond=engagement.respond,
            dormant_after_days=engagement.dormant_after_days,
            tie_half_life_days=engagement.tie_half_life_days,
        ),
        content=Content(topics=content.topics, off_topic=content.off_topic),
    )
