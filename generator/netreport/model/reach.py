"""How far the owner's posts reached in a period, in the totals that LinkedIn gives itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReachTotals:
    """The totals of one analytics file; None is not given, and never 0.

    `members_reached` counts accounts once and so is no sum of days. `followers`: on `followers_on`.
    """

    since: date | None = None
    until: date | None = None
    impressions: int | None = None
    members_reached: int | None = None
    followers: int | None = None
    followers_on: date | None = None
