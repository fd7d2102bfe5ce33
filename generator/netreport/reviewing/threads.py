"""Answers to one item become a thread: signed, dated, and somewhere between open and done.

The owner's word decides: given on the private build, or with `netreport review close`. What a coach
adds later opens the thread again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import polars as pl

from netreport.model.decisions import Choice, Decision, Kind
from netreport.model.reviews import Entry, Item, Outcome, Review, Role, Stance, Thread
from netreport.model.tables import Table

OUTCOMES = {
    Choice.DONE: Outcome.DONE,
    Choice.AGREE: Outcome.AGREED,
    Choice.DISAGREE: Outcome.DECLINED,
    Choice.SKIP: Outcome.DECLINED,
}
"""What a decision of the owner's makes of a thread; any other leaves it open."""

Tables = Mapping[Table, pl.DataFrame]


def threads(
    reviews: Sequence[Review], items: Mapping[str, Item], gone: Mapping[str, Item], tables: Tables
) -> Sequence[Thread]:
    """Give a thread for each item that was answered, in the order of items, strange ones last.

    `gone`: items of earlier reports. An answer that stands in several files is one.
    """
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in _entries(reviews, items):
        entries[entry.answer.id].append(entry)
    written = _decisions(tables)
    places = {id_: place for place, id_ in enumerate((*items, *gone))}
    order = sorted(entries, key=lambda id_: (places.get(id_, len(places)), id_))
    return [_thread(id_, entries[id_], items, gone, written.get(id_)) for id_ in order]


def _entries(reviews: Sequence[Review], items: Mapping[str, Item]) -> Iterable[Entry]:
    found: dict[tuple[object, ...], Entry] = {}
    for review in reviews:
        for answer in review.answers:
            item = items.get(answer.id)
            changed = bool(item and answer.seen and item.state and item.state != answer.seen)
            key = (review.role, review.by, answer.id, answer.stance, answer.comment, answer.at)
            entry = Entry(review.role, review.by, answer, review.export, changed, review.edited)
            found.setdefault(key, entry)
    return sorted(found.values(), key=lambda one: (one.answer.at, one.role, one.by))


def _decisions(tables: Tables) -> Mapping[str, Decision]:
    """Give what the owner wrote down about reviews, by item."""
    if Table.DECISIONS not in tables:
        return {}
    rows = tables[Table.DECISIONS].filter(pl.col("kind") == Kind.REVIEW).iter_rows(named=True)
    return {
        row["subject"]: Decision(
            row["subject"],
            Kind.REVIEW,
            Choice(row["decision"]),
            row["decided_on"],
            row["note"] or "",
        )
        for row in rows
    }


def _thread(
    id_: str,
    entries: Sequence[Entry],
    items: Mapping[str, Item],
    gone: Mapping[str, Item],
    written: Decision | None,
) -> Thread:
    decided = _decided(entries, written)
    return Thread(
        id_,
        items.get(id_, gone.get(id_)),
        tuple(entries),
        _outcome(entries, decided),
        gone=id_ in gone and id_ not in items,
        decided=decided,
    )


def _decided(entries: Sequence[Entry], written: Decision | None) -> Decision | None:
    """Give the owner's last word: of an answer on the private build, or as it was written down."""
    said = [*([written] if written else []), *_answered(entries)]
    return max(said, key=lambda one: one.decided_on or date.min, default=None)


def _answered(entries: Sequence[Entry]) -> Iterator[Decision]:
    for one in entries:
        if one.role is Role.OWNER and one.answer.stance:
            choice = Choice(str(one.answer.stance))
            yield Decision(one.answer.id, Kind.REVIEW, choice, one.answer.at.date())


def _outcome(entries: Sequence[Entry], decided: Decision | None) -> Outcome:
    if decided is not None:
        day = decided.decided_on or date.max
        asked = any(one.answer.at.date() > day and _asks(one) for one in entries)
        return Outcome.OPEN if asked else OUTCOMES.get(decided.choice, Outcome.OPEN)
    last = {one.by: one for one in entries if one.role is Role.COACH}
    stances = {one.answer.stance for one in last.values()}
    return Outcome.AGREED if stances == {Stance.AGREE} else Outcome.OPEN


def _asks(entry: Entry) -> bool:
    return entry.role is Role.COACH and entry.answer.stance is not Stance.AGREE
