"""What everybody may read: counts of groups, rounded so that nobody can be counted out.

Only what `published` lists is told at all, each of it a count of people, or a share of two. Four
things together keep a group of fewer than k from being worked out:

1. A count below k is not told, and neither is a share where either side has fewer than k.
2. Where parts add up, a hidden part never stands alone: the next smallest are hidden with it until
   at least k people are, and until the rest leaves room for every count below k (`covering`).
3. Every count that is told is a multiple of k, up or down by dice (`rounding`). The dice are keyed
   with the workspace's secret and fall the same for the same count, so that asking again tells
   nothing; each number stands for up to 2k - 1 counts. Shares are worked out from such counts.
4. A number moves only when at least k people have moved it since it last did (`known`).
"""

from netreport.audience.public.publishing import public
from netreport.audience.public.rounding import Rounding

__all__ = ["Rounding", "public"]
