"""What each page says. PAGES is the page list, in reading order.

Takes a `Report` and a `Writer`, gives one context of finished text for each template. Must not
know files, Jinja or MkDocs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from netreport.audience import Audience, Reader
from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.pages import (
    actions,
    capacity,
    changes,
    data,
    invitations,
    overview,
    people,
    review,
    shared,
    strategy,
    topic,
)
from netreport.pages.writer import Writer

Context = Mapping[str, object]

EVERYBODY = frozenset(Audience)
NOT_PUBLIC = frozenset({Audience.PRIVATE, Audience.COACH})
SHARED = frozenset({Audience.COACH, Audience.PUBLIC})

WEEK, PLAN, NETWORK, METHOD = "This week", "Your plan", "Your network", "How it works"
OWN = "Your pages"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its place in the menu, its template, and what it says.

    `path` ends in .md; `question` is the one the page answers, its first line. `printed`: it is
    part of the full report, unless its context says `printed: False`, as it does with nothing to
    say. `readers`: the audiences that the page makes sense for; a page is for the public only where
    somebody said so. `answerable`: its reader can say something to it.
    """

    path: str
    title: str
    group: str
    question: str
    context: Callable[[Report, Writer], Context]
    template: str = "pages/topic.md.j2"
    printed: bool = True
    readers: frozenset[Audience] = NOT_PUBLIC
    answerable: bool = True


def _topic(
    path: Topic,
    title: str,
    group: str,
    question: str,
    readers: frozenset[Audience] = NOT_PUBLIC,
) -> Page:
    return Page(f"{path}.md", title, group, question, topic.about(path), readers=readers)


def pages_for(reader: Reader) -> tuple[Page, ...]:
    """Give the pages that a reader gets, in reading order."""
    return tuple(one for one in PAGES if reader.audience in one.readers)


PAGES: tuple[Page, ...] = (
    Page(
        "index.md",
        "Overview",
        "",
        "Well connected, or overloaded and crowded?",
        overview.context,
        "pages/overview.md.j2",
        readers=EVERYBODY,
    ),
    Page(
        "shared.md",
        "About this copy",
        "",
        "What do I see here, and what was withheld?",
        shared.context,
        "pages/shared.md.j2",
        readers=SHARED,
        answerable=False,
    ),
    Page(
        "actions.md",
        "Actions",
        WEEK,
        "What do I do this week, within my hours?",
        actions.context,
        "pages/actions.md.j2",
    ),
    Page(
        "invitations.md",
        "Invitations",
        WEEK,
        "Whom do I accept, ask or ignore, and whom do I ask?",
        invitations.context,
        "pages/invitations.md.j2",
    ),
    Page(
        "review.md",
        "Review",
        WEEK,
        "What does a coach say, what was decided, and what is still open?",
        review.context,
        "pages/review.md.j2",
        answerable=False,
    ),
    Page(
        "agenda.md",
        "An hour with a coach",
        WEEK,
        "What is worth an hour of two people?",
        review.agenda_context,
        "pages/agenda.md.j2",
        printed=False,
        answerable=False,
    ),
    _topic(
        Topic.WHO,
        "Who is here",
        NETWORK,
        "Who are these people, and does the strategy want them?",
        EVERYBODY,
    ),
    _topic(
        Topic.CONVERSATIONS,
        "Conversations",
        NETWORK,
        "With whom do you really talk?",
        EVERYBODY,
    ),
    _topic(
        Topic.GROWTH,
        "Growth",
        NETWORK,
        "How did the network grow, and was it worth it?",
        EVERYBODY,
    ),
    Page(
        "changes.md",
        "Changes",
        NETWORK,
        "What is different since the export before?",
        changes.context,
        "pages/changes.md.j2",
    ),
    Page(
        "people.md",
        "People",
        NETWORK,
        "Who is everybody, and why does the report say so?",
        people.context,
        "pages/people.md.j2",
        printed=False,
    ),
    Page(
        "strategy.md",
        "Strategy",
        PLAN,
        "What did I say I want?",
        strategy.context,
        "pages/strategy.md.j2",
    ),
    _topic(Topic.CONTENT, "Content", PLAN, "What do I post, and who reads it?"),
    _topic(Topic.OUTREACH, "Outreach", PLAN, "What comes of the messages I send first?"),
    Page(
        "capacity.md",
        "Capacity and options",
        PLAN,
        "How many people can I hold, and what are the ways out?",
        capacity.context,
        "pages/capacity.md.j2",
    ),
    Page(
        "data.md",
        "Data and method",
        METHOD,
        "What was read, and how is each number counted?",
        data.context,
        "pages/data.md.j2",
        readers=EVERYBODY,
    ),
)


WRITTEN: tuple[tuple[str, str], ...] = (  # pages by hand, under METHOD
    ("how-to-read.md", "How to read this report"),
    ("why-quality.md", "Why quality"),
    ("for-a-coach.md", "For a coach"),
    ("claims.md", "Every claim"),
    ("glossary.md", "Glossary"),
    ("privacy.md", "Privacy"),
)
