"""How often a coach judges as netreport does, and as the owner does.

A coach who disagrees with an invitation or a verdict says the other thing: let in or not, met or
not. There kappa can be told, from 30 cases on. Other recommendations have one side only: whoever
advises them all agrees with nobody by more than chance, so that only the share is told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from netreport import stats
from netreport.model.advice import Recommendation
from netreport.model.judging import Verdict
from netreport.model.report import Report
from netreport.model.results import FEWEST_FOR_A_COMPARISON, Estimate, Spread, Unknown
from netreport.model.reviews import Concord, Entry, Role, Sort, Stance, Thread, verdict_id
from netreport.model.strategy import Decision
from netreport.model.text import Untrusted

FEWEST = FEWEST_FOR_A_COMPARISON  # cases, for kappa
ADVISED = frozenset({Sort.RECOMMENDATION, Sort.VERDICT})
CLEAR = frozenset({Stance.AGREE, Stance.DISAGREE})

Advised = Mapping[str, Mapping[str, Recommendation]]
Pairs = Counter[tuple[bool, bool]]


def concords(threads: Sequence[Thread], report: Report, before: Advised) -> Iterator[Concord]:
    """Give, for each coach, the agreement with netreport and with the owner.

    `before`: what was advised on older exports, by the mark of their day.
    """
    names = sorted({one.by for thread in threads for one in thread.coaches})
    sides = _sides(report, before)
    for name in names:
        said = [(one, entry) for one in threads if (entry := _last(one, name)) is not None]
        advised = [(t, e) for t, e in said if t.item and t.item.sort in ADVISED]
        alike = sum(entry.answer.stance is Stance.AGREE for _, entry in advised)
        two_sided = Counter(
            (sides[t.id], sides[t.id] == (e.answer.stance is Stance.AGREE))
            for t, e in advised
            if t.id in sides
        )
        if advised:
            yield _concord(name, "netreport", alike, len(advised), two_sided)
        both = Counter(_both(thread, entry) for thread, entry in said if _owners(thread))
        if both:
            same = both[True, True] + both[False, False]
            yield _concord(name, "the owner", same, both.total(), both)


def _concord(by: Untrusted, other: str, alike: int, cases: int, pairs: Pairs) -> Concord:
    share = stats.wilson(alike, cases)
    if pairs.total() < FEWEST:
        short = f"Kappa needs {FEWEST} judgements with two sides; there are {pairs.total()}."
        return Concord(by, other, alike, cases, share, note=short)
    table = [[pairs[row, column] for column in (True, False)] for row in (True, False)]
    found = stats.cohens_kappa(table)
    if isinstance(found, Unknown):
        return Concord(by, other, alike, cases, share, note=f"No kappa: {found.detail}.")
    kappa = Estimate(found.kappa.value, found.kappa.low, found.kappa.high, Spread.LARGE_SAMPLE)
    told = f"Over {pairs.total()} judgements with two sides; 0 is chance, 1 is always alike."
    return Concord(by, other, alike, cases, share, kappa, told)


def _last(thread: Thread, name: str) -> Entry | None:
    """Give what a coach said last, if it is a clear yes or no to something that stands."""
    found = [one for one in thread.coaches if one.by == name]
    return found[0] if found and found[0].answer.stance in CLEAR else None


def _owners(thread: Thread) -> Entry | None:
    found = [one for one in thread.entries if one.role is Role.OWNER and one.answer.stance in CLEAR]
    return found[-1] if found else None


def _both(thread: Thread, entry: Entry) -> tuple[bool, bool]:
    owners = _owners(thread)
    assert owners is not None, "the owner answered"  # noqa: S101
    return owners.answer.stance is Stance.AGREE, entry.answer.stance is Stance.AGREE


def _sides(report: Report, before: Advised) -> dict[str, bool]:
    """Give which side netreport is on: let them in or not, met or missed."""
    sides = {
        one.id: one.triage.decision is Decision.ACCEPT
        for advised in (*before.values(), {o.id: o for o in report.advice.recommendations})
        for one in advised.values()
        if one.triage
    }
    for name, answer in report.answers.items():
        if answer.judged.verdict in {Verdict.MET, Verdict.MISSED}:
            sides[verdict_id(name)] = answer.judged.verdict is Verdict.MET
    return sides
