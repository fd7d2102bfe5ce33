"""Do you add something of your own, or only react to others?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

import polars as pl

from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    exactly,
)
from netreport.model.tables import Table

YEAR = timedelta(days=365)
MONTHS = 24  # that are drawn
POSTS, COMMENTS, REACTIONS = "Posts and articles", "Comments", "Reactions"
KINDS = {
    POSTS: (Table.POSTS, "at"),
    COMMENTS: (Table.COMMENTS, "commented_at"),
    REACTIONS: (Table.REACTIONS, "reacted_at"),
}
CREATED = (POSTS, COMMENTS)

Days = Mapping[str, Sequence[date]]


def measure(inputs: Inputs) -> Result:
    """Share of the owner's public acts of the last year that were words of their own."""
    acts = {kind: _days(inputs, table, time) for kind, (table, time) in KINDS.items()}
    recent = {kind: _since(days, inputs.as_of - YEAR) for kind, days in acts.items()}
    everything, used = _count(acts), _count(recent)
    if not used:
        return Unknown(Reason.TOO_FEW, "no post, comment or reaction in the last year")
    absent = [kind for kind in CREATED if KINDS[kind][0] not in inputs.tables]
    older = {"older than a year": everything - used}
    return Measured(
        _share(recent, absent),
        Evidence(everything, used, older, of="posts, comments and reactions"),
        (_by_month(acts, inputs.as_of), _figures(acts, inputs.as_of)),
        tuple(_missing(kind) for kind in absent),
    )


def _days(inputs: Inputs, table: Table, time: str) -> list[date]:
    """Give the day of each act in order; reposts without a word are neither side's."""
    rows = inputs.get(table)
    if rows is None:
        return []
    own = rows.filter(pl.col("kind") != "repost") if table is Table.POSTS else rows
    days = own.get_column(time).drop_nulls().dt.date()
    return days.filter(days <= inputs.as_of).sort().to_list()


def _since(days: Sequence[date], start: date) -> Sequence[date]:
    return [day for day in days if day > start]


def _count(acts: Days) -> int:
    return sum(map(len, acts.values()))


def _share(acts: Days, absent: Sequence[str]) -> Estimate:
    """Without a file of posts or comments the share is at least what is seen."""
    created = sum(len(acts[kind]) for kind in CREATED) / _count(acts)
    return Estimate(created, created, 1.0, Spread.LEFT_OUT) if absent else exactly(created)


def _missing(kind: str) -> str:
    return (
        f"Your export has no file of {kind.lower()}. LinkedIn leaves out a file with nothing in "
        "it; if you did write any, the share is higher, and fewer months were passive."
    )


def _by_month(acts: Days, as_of: date) -> Breakdown:
    last = _month(as_of)
    parts = tuple(
        Part(
            f"{month // 12}-{month % 12 + 1:02}",
            exactly(counts.get(month, 0)),
            counts.get(month, 0),
            Unit.COUNT,
            group=kind,
            at=float(month),
        )
        for kind, counts in {
            kind: Counter(map(_month, days)) for kind, days in acts.items()
        }.items()
        for month in range(last - MONTHS + 1, last + 1)
    )
    title = f"What you did in each of the last {MONTHS} months"
    return Breakdown("contribution-months", title, Form.MULTIPLES, parts, of="acts")


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1


def _figures(acts: Days, as_of: date) -> Breakdown:
    words = sorted(day for kind in CREATED for day in acts[kind])
    first = min(day for days in acts.values() for day in days)
    months = _month(as_of) - _month(first) + 1
    spoken = {_month(day) for day in words}
    passive = {_month(day) for day in acts[REACTIONS]} - spoken
    silence = max((end - start).days for start, end in pairwise([first, *words, as_of]))
    since = (as_of - words[-1]).days if words else (as_of - first).days
    parts = (
        Part("Months with words of your own", exactly(len(spoken)), months, Unit.COUNT),
        Part("Passive months, with reactions alone", exactly(len(passive)), months, Unit.COUNT),
        Part(
            "Months with nothing at all",
            exactly(months - len(spoken) - len(passive)),
            months,
            Unit.COUNT,
        ),
        Part("Longest silence between words of your own", exactly(silence), months, Unit.DAYS),
        Part("Days since the last of them", exactly(since), months, Unit.DAYS),
    )
    title = "Since the first of your acts in the export"
    return Breakdown("contribution-figures", title, Form.FIGURES, parts, of="months")


METRIC = Metric(
    id="own_contribution",
    code="M28",
    topic=Topic.CONTENT,
    title="Own contribution",
    unit=Unit.SHARE,
    question="Do you add words of your own, or only react to those of others?",
    formula="posts, articles and comments / (those and reactions), in the 365 days before the "
    "export; a passive month has reactions and no word of your own",
    needs=frozenset({Table.REACTIONS}),
    uses=frozenset({Table.POSTS, Table.COMMENTS}),
    measure=measure,
    claims=("S56", "S76"),
    source="netreport",
    left_out="reposts without a word of your own; votes; how passive others are, which is not in "
    "the export",
)
