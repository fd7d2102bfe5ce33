"""Plans for content, outreach, time and targets that contradict each other or name nothing."""

from collections.abc import Iterator

from netreport.sources.strategy.people import segment_ids
from netreport.sources.strategy.view import Finding, View, error, warning
from netreport.sources.strategy.wording import unknown_name

# The same wish can be written in two places; `targets` wins.
SAID_ELSEWHERE = (
    ("relevance", "at_least", ("quality", "min_relevance_share")),
    ("junk_share", "at_most", ("quality", "max_junk_share")),
    ("audience_fit", "at_least", ("content", "min_relevant_audience_share")),
    ("acceptance_received", "at_least", ("invitations", "target_acceptance", "low")),
    ("acceptance_received", "at_most", ("invitations", "target_acceptance", "high")),
)


def topics(view: View) -> Iterator[Finding]:
    """Find topics for nobody, and topics that are both on and off topic."""
    audience = view.group("content", "audience")
    off_topic = view.words("content", "off_topic")
    for path, topic in view.texts("content", "topics"):
        if not audience.get(topic):
            yield warning(path, f'"{topic}" has no segment under content.audience')
        if topic in off_topic:
            yield warning(path, f'"{topic}" stands under off_topic as well')


def audiences(view: View) -> Iterator[Finding]:
    """Find audiences of topics that are not listed, and of segments that are not there."""
    listed = (*view.words("content", "topics"), *view.words("content", "off_topic"))
    known = segment_ids(view)
    for topic in view.group("content", "audience"):
        path = ("content", "audience", topic)
        if topic not in listed:
            yield error(path, unknown_name(topic, listed, "one of content.topics"))
        for where, segment in view.texts(*path):
            if segment not in known:
                yield error(where, unknown_name(segment, known, "the id of a segment"))


def channels(view: View) -> Iterator[Finding]:
    """Find channels that stand twice, and sequences of channels that are not listed."""
    known: list[str] = []
    for path, channel in view.groups("outreach", "channels"):
        if isinstance(name := channel.get("name"), str):
            if name in known:
                yield warning((*path, "name"), f'"{name}" stands twice in the list of channels')
            known.append(name)
    for sequence in (path for path in view.lists() if path[:2] == ("outreach", "sequences")):
        for where, name in view.texts(*sequence):
            if name not in known:
                yield error(where, unknown_name(name, known, "one of outreach.channels"))


def benchmarks(view: View) -> Iterator[Finding]:
    """Find more replies than messages."""
    for path, _ in view.groups("outreach", "channels"):
        replies = view.number(*path, "benchmark", "replies")
        asked = view.number(*path, "benchmark", "of")
        if replies is not None and asked is not None and replies > asked:
            told = f"{replies:g} replies cannot come from {asked:g} messages"
            yield error((*path, "benchmark", "replies"), told)


def warm_up(view: View) -> Iterator[Finding]:
    """Find a warm-up that is required but asks for nothing."""
    path = ("outreach", "warm_up")
    if view.at(*path, "required") is True:
        if view.number(*path, "min_touches") == 0:
            yield warning((*path, "min_touches"), "a warm-up is required, yet no touch is")
        if not view.at(*path, "kinds"):
            yield warning((*path, "kinds"), "a warm-up is required, yet no kind of touch counts")


def time(view: View) -> Iterator[Finding]:
    """Find time that is planned for nobody, and answers that can never be owed."""
    path = ("engagement", "capacity", "touches_per_year", "ideal")
    if view.number(*path) == 0:
        yield warning(path, "you plan no contact with ideal people")
    grace = view.number("engagement", "respond", "grace_days")
    horizon = view.number("engagement", "respond", "horizon_days")
    if grace is not None and horizon is not None and grace >= horizon:
        told = f"no answer is ever owed: {grace:g} days of grace, and let go after {horizon:g}"
        yield error(("engagement", "respond", "grace_days"), told)


def targets(view: View) -> Iterator[Finding]:
    """Find targets that no number can meet, that ask for nothing, or that are said twice."""
    for path, target in view.groups("targets"):
        low, high = view.number(*path, "at_least"), view.number(*path, "at_most")
        if low is not None and high is not None and low > high:
            yield error(path, f"no number is at least {low:g} and at most {high:g}")
        elif not target:
            yield error(path, "asks for nothing; write at_least or at_most")
    for metric, side, elsewhere in SAID_ELSEWHERE:
        here, there = view.number("targets", metric, side), view.number(*elsewhere)
        if here is not None and there is not None and here != there:
            told = f"{'.'.join(elsewhere)} says {there:g}; {here:g} is used"
            yield warning(("targets", metric, side), told)


CHECKS = (topics, audiences, channels, benchmarks, warm_up, time, targets)
