"""What fits into this week's hours."""

from collections.abc import Sequence

from netreport.advice.ground import Ground
from netreport.model.advice import Kind, Recommendation, Week

DAYS = 7
RULE = (
    "What is worth most for each minute comes first; what does not fit into your time is listed "
    "below. What you have decided is not asked again."
)


def this_week(ground: Ground, recommendations: Sequence[Recommendation]) -> Week:
    """Pack the open recommendations into the strategy's hours; options take a year, not a week.

    The most points a minute first is within one recommendation of the best packing there is
    (Dantzig 1957, Operations Research 5:266), and its order is easy to see. Never more are let go
    than the strategy allows in seven days.
    """
    available = ground.strategy.engagement.capacity.hours_per_week * 60
    gone = ground.strategy.cleanup.max_removals_per_day * DAYS
    asked = [one for one in recommendations if one.open and one.kind is not Kind.OPTION]
    chosen, later, taken = [], [], 0.0
    for one in sorted(asked, key=lambda one: -one.value / one.minutes):
        leaves = one.kind is Kind.LET_GO
        if taken + one.minutes <= available and (gone or not leaves):
            chosen.append(one)
            taken += one.minutes
            gone -= leaves
        else:
            later.append(one)
    return Week(available, tuple(chosen), tuple(later), RULE)
