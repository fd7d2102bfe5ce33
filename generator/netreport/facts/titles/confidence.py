"""How sure a share makes: takes the share of the likeliest function, gives how often it is right.

The table `confidence.csv` is an isotonic regression over titles kept out of training: three fifths
of a list of occupations, half of netreport's profile titles, and half of its lines that are no job,
which are always wrong. generator/training/confidence.py makes it. Between two rows it is a line.
"""

from bisect import bisect_right
from functools import cache

from netreport.facts.titles.tables import rows


def confidence(share: float) -> float:
    """Give the confidence, from 0 to 1, that a share from 0 to 1 earns."""
    shares, sure = _table()
    place = bisect_right(shares, share)
    if place in (0, len(shares)):
        return sure[max(0, place - 1)]
    before, after = shares[place - 1 : place + 1]
    way = (share - before) / (after - before)
    return sure[place - 1] + way * (sure[place] - sure[place - 1])


@cache
def _table() -> tuple[tuple[float, ...], tuple[float, ...]]:
    table = [(float(share), float(sure)) for share, sure in rows("confidence")]
    shares, sure = zip(*table, strict=True)
    return shares, sure
