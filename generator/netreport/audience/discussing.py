"""What came back, as a coach may read it: threads in which a coach spoke, and replies to them.

What the owner noted where no coach has spoken is the owner's. `delivery.withholding` reads what is
left before somebody sees it who may know no names.
"""

from collections.abc import Callable
from dataclasses import replace

from netreport.audience.advising import Mask
from netreport.model.advice import Advice
from netreport.model.reviews import NAMELESS, Discussion, Entry, Item, Review, Role, Thread


def without_words(talk: Discussion) -> Discussion:
    """Give the discussion for a coach who may read names: the owner's own notes are left out."""
    return _rewritten(talk, lambda item: item)


def masked(talk: Discussion, advice: Advice, mask: Mask) -> Discussion:
    """Give the discussion for a coach who may not read names; `advice` as such a coach reads it."""
    headlines = {one.id: one.headline for one in advice.recommendations}

    def hidden(item: Item) -> Item:
        title = headlines.get(item.id, item.title)
        return replace(item, title=tuple(map(mask.piece, title)))

    return _rewritten(talk, hidden)


def _rewritten(talk: Discussion, write: Callable[[Item], Item]) -> Discussion:
    return replace(
        talk,
        items={name: write(item) for name, item in talk.items.items()},
        threads={name: _thread(one, write) for name, one in talk.threads.items()},
        reviews=tuple(map(_review, talk.reviews)),
        faults=(),
    )


def _thread(one: Thread, write: Callable[[Item], Item]) -> Thread:
    spoken = any(entry.role is Role.COACH for entry in one.entries)
    note = one.decided.note if one.decided and spoken else ""
    decided = replace(one.decided, note=note, subject=one.id) if one.decided else None
    return replace(
        one,
        item=write(one.item) if one.item else None,
        entries=tuple(_entry(entry, spoken=spoken) for entry in one.entries),
        decided=decided,
    )


def _entry(one: Entry, *, spoken: bool) -> Entry:
    """Leave out what a private page called somebody, and the owner's notes to themselves."""
    if one.role is Role.COACH:
        return one
    comment = one.answer.comment if spoken else ""
    return replace(one, answer=replace(one.answer, comment=comment, called=NAMELESS))


def _review(one: Review) -> Review:
    if one.role is Role.COACH:
        return one
    bare = (replace(answer, comment="", called=NAMELESS) for answer in one.answers)
    return replace(one, answers=tuple(bare))
