"""Whom to let go: in batches of a day's work, the surest first, and what that takes and destroys.

Only those who are surely outside the strategy and never spoke with the owner; see `keeping`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import polars as pl

from netreport.advice import reasons
from netreport.advice.ground import TOLD, Choices, Ground, person
from netreport.advice.points import ROOM
from netreport.facts.keeping import Sifted
from netreport.model.advice import Batch, CleanUp, Fact, Kind, Reason, Recommendation
from netreport.model.decisions import Choice
from netreport.model.decisions import Kind as Decided
from netreport.model.people import Person
from netreport.model.tables import Table

CLEAR = 0.9
"""How often a title that reads so clearly is read rightly: from there on it is a clear one."""

TIERS = (
    "by your own decision",
    "of a segment that you called poor, by a clear title",
    "of none of your segments, by a clear title",
    "of a segment that you called poor, by a title less clear",
    "of none of your segments, by a title less clear",
    "they wrote to you, and nothing came of it",
)
DESTROYS = (
    "Recommendations and endorsements between you are withdrawn, both ways.",
    "They are not told, and cannot ask you again unless you ask first.",
    "Your messages stay; the way back does not.",
    "LinkedIn removes one at a time, and nothing here does it for you.",
)
NEVER = Reason("Nothing ever passed between you both ways.", "cleanup.keep_if")
SETTLED: Choices = {Decided.PERSON: frozenset({Choice.REMOVE, Choice.DONE})}


@dataclass(frozen=True, slots=True)
class _Leaving:
    who: Person
    tier: int
    batch: str
    segments: tuple[str, ...]


def removals(ground: Ground, sifted: Sifted) -> Iterator[Recommendation]:
    """Give whom to let go, the surest first."""
    seconds = ground.strategy.cleanup.seconds_per_removal
    worth = ROOM * (2 if _crowded(ground) else 1)
    for one in _leaving(ground, sifted):
        action = ground.id(Kind.LET_GO, one.who.key)
        yield Recommendation(
            action,
            Kind.LET_GO,
            ("Let ", one.who, " go"),
            seconds / 60,
            worth,
            person=one.who,
            reasons=_why(ground, one),
            evidence=(Fact("How sure", TIERS[one.tier]), *_since(one.who)),
            would_change=("One exchange both ways, or your decision to keep them.",),
            group=one.batch,
            decided=ground.decided(action, one.who.key, SETTLED),
        )


def clean_up(ground: Ground, sifted: Sifted, leaving: Sequence[Recommendation]) -> CleanUp:
    """Say what letting all of them go takes: M25."""
    strategy, number = ground.strategy, len(leaving)
    hours = number * strategy.cleanup.seconds_per_removal / 3600
    sizes: dict[tuple[str, str], int] = {}
    for one in leaving:
        batch = (one.group, str(one.evidence[0].value))
        sizes[batch] = sizes.get(batch, 0) + 1
    return CleanUp(
        number,
        hours,
        ceil(number / strategy.cleanup.max_removals_per_day),
        hours / strategy.engagement.capacity.hours_per_week,
        tuple(Batch(name, certainty, size) for (name, certainty), size in sizes.items()),
        sifted.kept,
        DESTROYS,
    )


def _crowded(ground: Ground) -> bool:
    """Say whether there is more junk than the strategy bears: letting go then counts double."""
    most = ground.strategy.quality.max_junk_share
    people = ground.table(Table.PEOPLE)
    junk = people.filter(pl.col("standing") == "junk").height
    return most is not None and junk > most * people.height


def _leaving(ground: Ground, sifted: Sifted) -> Iterator[_Leaving]:
    a_day = ground.strategy.cleanup.max_removals_per_day
    chosen = ground.chose(Decided.PERSON, Choice.REMOVE)
    ranked = sifted.may_go.with_columns(_tier(chosen).alias("tier")).sort(
        "tier",
        "title_confidence",
        "connected_on",
        "person",
        descending=[False, True, False, False],
        nulls_last=True,
    )
    if "prune" not in ground.strategy.cleanup.options:
        ranked = ranked.filter(pl.col("tier") == 0)
    day = pl.int_range(pl.len()).over("tier") // a_day
    batch = pl.format("batch-{}", pl.struct("tier", day.alias("day")).rle_id() + 1)
    rows = ranked.select(*TOLD, "tier", "segments", batch.alias("batch"))
    return map(_read, rows.iter_rows(named=True))


def _tier(chosen: frozenset[str]) -> pl.Expr:
    """Give the place in TIERS. A segment that asks for no title needs none to be clear."""
    clear = (pl.col("title_confidence") >= CLEAR) | pl.col("function").is_null()
    poor = pl.col("fit") == "poor"
    return (
        pl.when(pl.col("person").is_in(list(chosen)))
        .then(0)
        .when(pl.col("received") > 0)
        .then(5)
        .when(clear)
        .then(pl.when(poor).then(1).otherwise(2))
        .otherwise(pl.when(poor).then(3).otherwise(4))
    )


def _read(row: Mapping[str, object]) -> _Leaving:
    tier, segments = row["tier"], row["segments"]
    return _Leaving(
        person(row),
        tier if isinstance(tier, int) else 0,
        str(row["batch"]),
        tuple(segments) if isinstance(segments, list) else (),
    )


def _why(ground: Ground, one: _Leaving) -> tuple[Reason, ...]:
    if one.tier == 0:
        return (Reason("You decided so."),)
    return (reasons.in_one_of(ground.strategy, one.segments, one.who.position), NEVER)


def _since(who: Person) -> tuple[Fact, ...]:
    return (Fact("Connected on", who.connected_on),) if who.connected_on else ()
