"""The strategy as a coach may read it: without the words that name few people's company or title.

What the owner says of single people (lists of whom to keep or block, corrections) is gone.
"""

from netreport.audience.crowd import Crowd
from netreport.model.strategy import Segment, Strategy

WITHHELD = "(withheld)"
_LISTS = ("company_list", "title_any", "title_none", "company_any", "industry", "tag")


def masked(strategy: Strategy, crowd: Crowd) -> Strategy:
    """Give the strategy for a coach who may not read names."""
    bare = without_people(strategy)
    segments = tuple(_segment(one, crowd) for one in bare.segments)
    return bare.model_copy(update={"segments": segments})


def without_people(strategy: Strategy) -> Strategy:
    """Give the strategy without what it says of single people and companies."""
    plain = type(strategy)(objective=strategy.objective, segments=strategy.segments)
    hard_block = plain.invitations.hard_block
    invitations = strategy.invitations.model_copy(update={"hard_block": hard_block})
    return strategy.model_copy(
        update={
            "safelist": plain.safelist,
            "overrides": plain.overrides,
            "social_context": plain.social_context,
            "invitations": invitations,
        }
    )


def _segment(one: Segment, crowd: Crowd) -> Segment:
    lists = {name: _words(getattr(one.where, name), crowd) for name in _LISTS}
    return one.model_copy(update={"where": one.where.model_copy(update=lists)})


def _words(words: tuple[str, ...], crowd: Crowd) -> tuple[str, ...]:
    """Put one word in the place of all that are withheld."""
    kept = tuple(word for word in words if not crowd.is_small(word))
    return kept if len(kept) == len(words) else (*kept, WITHHELD)
