"""Reviews that came back, beside what the report says now: threads, agreement, what came of it.

Takes a report, the reviews and the networks of older exports, gives a `Discussion`. Pure. Must not
know files or pages, and claims no cause.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from netreport.advice import advise
from netreport.advice.recalling import recall
from netreport.model.advice import Recommendation
from netreport.model.network import Network
from netreport.model.report import Report
from netreport.model.reviews import Discussion, Item, Returned
from netreport.model.seals import mark
from netreport.reviewing.agreement import concords
from netreport.reviewing.following import follow
from netreport.reviewing.items import item_of, items, segment_id
from netreport.reviewing.threads import threads

__all__ = ["discuss"]


def discuss(
    report: Report, back: Returned, earlier: Sequence[Network], pages: Mapping[str, str]
) -> Report:
    """Give the report with its discussion. `earlier`: derived; `pages`: titles by path."""
    known = items(report, pages, back.secret)
    marks = {one.export for one in back.reviews}
    then = {mark(one.as_of, back.secret): one for one in earlier}
    then = {marked: one for marked, one in then.items() if marked in marks}
    advised = {marked: _advised(one, report, back, marked) for marked, one in then.items()}
    left = _left(report, back, known.keys() | {id_ for day in advised.values() for id_ in day})
    gone = {id_: it for day in (*advised.values(), left) for id_, it in _items(day, back).items()}
    found = threads(back.reviews, known, gone, report.network.tables)
    followed = [follow(one, advised, then, report) for one in found]
    return replace(
        report,
        discussion=Discussion(
            known,
            {one.id: one for one in followed},
            tuple(back.reviews),
            tuple(concords(followed, report, advised)),
            back.seals,
            mark(report.network.as_of, back.secret),
            {one.id: segment_id(one, back.secret) for one in report.strategy.segments},
            tuple(back.faults),
        ),
    )


def _advised(
    network: Network, report: Report, back: Returned, marked: str
) -> Mapping[str, Recommendation]:
    """Give what an older export was advised on, by id: worked out again, and what was answered."""
    found = {one.id: one for one in advise(network, report.strategy, back.secret).recommendations}
    answers = (one.answers for one in back.reviews if one.export == marked)
    missing = {answer.id for every in answers for answer in every} - found.keys()
    return {**found, **recall(network, report.strategy, back.secret, missing)}


def _left(report: Report, back: Returned, found: Collection[str]) -> Mapping[str, Recommendation]:
    """Give what was advised before the owner decided, or on an export that is not here."""
    asked = {answer.id for one in back.reviews for answer in one.answers}
    return recall(report.network, report.strategy, back.secret, asked - set(found))


def _items(advised: Mapping[str, Recommendation], back: Returned) -> Mapping[str, Item]:
    return {id_: item_of(one, back.secret) for id_, one in advised.items()}
