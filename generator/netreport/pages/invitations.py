"""The page about invitations: what to do with each that waits, and what the numbers say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netreport.model.advice import Kind, Recommendation, Worth
from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.model.strategy import Decision
from netreport.pages.actions import ActionView, action
from netreport.pages.topic import about
from netreport.pages.writer import Writer

SHOWN = 25  # requests of one decision that are written out

TITLES: Mapping[Decision, tuple[str, str]] = {
    Decision.ACCEPT: ("Accept", "Your rules say yes."),
    Decision.ASK_WHY: ("Ask why", "They could fit; a personal word is missing."),
    Decision.REVIEW: ("Look yourself", "The rules cannot tell, or leave it to you."),
    Decision.IGNORE: ("Ignore", "Your rules say no. Ignoring is polite, and nobody is told."),
}


@dataclass(frozen=True, slots=True)
class RequestView:
    """One request: what is advised, and `more`: every rule that fits, what speaks for it."""

    action: ActionView
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequestsView:
    """Requests with the same first reason, `why`."""

    why: str
    requests: tuple[RequestView, ...]


@dataclass(frozen=True, slots=True)
class PileView:
    """All requests with the same advice; `more`: how many are not written out."""

    anchor: str
    title: str
    about: str
    count: str
    runs: tuple[RequestsView, ...]
    more: str


def context(report: Report, writer: Writer) -> Mapping[str, object]:
    """Give the requests that wait, in piles, and the answers of the topic."""
    waiting = [one for one in report.advice.of(Kind.INVITATION) if one.triage]
    piles = [_pile(decision, waiting, writer) for decision in TITLES]
    return {
        "piles": [pile for pile in piles if pile.count != "0"],
        **about(Topic.INVITATIONS)(report, writer),
    }


def _pile(decision: Decision, waiting: Sequence[Recommendation], writer: Writer) -> PileView:
    found = [one for one in waiting if one.triage and one.triage.decision is decision]
    title, told = TITLES[decision]
    rest = len(found) - SHOWN
    return PileView(
        f"requests-{str(decision).replace('_', '-')}",
        title,
        told,
        writer.wording.count(len(found)),
        _runs([_request(one, writer) for one in found[:SHOWN]]),
        writer.wording.count(rest) if rest > 0 else "",
    )


def _runs(requests: Sequence[RequestView]) -> tuple[RequestsView, ...]:
    found: dict[str, list[RequestView]] = {}
    for one in requests:
        found.setdefault(one.action.why, []).append(one)
    return tuple(RequestsView(why, tuple(alike)) for why, alike in found.items())


def _request(one: Recommendation, writer: Writer) -> RequestView:
    triage = one.triage
    assert triage is not None, "a request has been decided on"  # noqa: S101
    rules = "; ".join(f"{_name(hit.rule)}: {_name(hit.decision)}" for hit in triage.hits)
    words = [f"Words that decided: {_words(one)}"] if writer.reader.names and _words(one) else []
    worths = (_worth(worth) for worth in triage.worths)
    return RequestView(
        action(one, writer), (f"Rules that fit, the first decided: {rules}", *worths, *words)
    )


def _worth(worth: Worth) -> str:
    return f"{str(worth.side).capitalize()}: {worth.sentence}"


def _words(one: Recommendation) -> str:
    """Give the words of the note that decided; never the note."""
    words = dict.fromkeys(word for reason in one.reasons for word in reason.words)
    return ", ".join(words)


def _name(word: str) -> str:
    return str(word).replace("_", " ")
