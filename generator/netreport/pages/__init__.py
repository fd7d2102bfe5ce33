"""What each page says. PAGES is the page list, in reading order.

Takes a `Report` that is fit for its audience, gives one context of finished text for each
template. Must not know files, Jinja or MkDocs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from netreport.model.metrics import Topic
from netreport.model.report import Report
from netreport.pages import data, overview, strategy, topic
from netreport.pages.wording import Wording

Context = Mapping[str, object]

HOW_IT_WORKS = "How it works"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its place in the menu, its template, and what it says.

    `path` ends in .md; `question` is the one the page answers, its first line.
    """

    path: str
    title: str
    group: str
    question: str
    template: str
    context: Callable[[Report, Wording], Context]


def _topic(path: Topic, title: str, group: str, question: str) -> Page:
    return Page(f"{path}.md", title, group, question, "pages/topic.md.j2", topic.about(path))


PAGES: tuple[Page, ...] = (
    Page(
        "index.md",
        "Overview",
        "",
        "Well connected, or overloaded and crowded?",
        "pages/overview.md.j2",
        overview.context,
    ),
    Page(
        "strategy.md",
        "Strategy",
        "Your plan",
        "What did I say I want?",
        "pages/strategy.md.j2",
        strategy.context,
    ),
    _topic(
        Topic.WHO,
        "Who is here",
        "Your network",
        "Who are these people, and does the strategy want them?",
    ),
    _topic(Topic.CONVERSATIONS, "Conversations", "Your network", "With whom do you really talk?"),
    _topic(
        Topic.GROWTH, "Growth", "Your network", "How did the network grow, and was it worth it?"
    ),
    Page(
        "data.md",
        "Data and method",
        HOW_IT_WORKS,
        "What was read, and how is each number counted?",
        "pages/data.md.j2",
        data.context,
    ),
)


WRITTEN: tuple[tuple[str, str], ...] = (  # pages by hand, under "How it works"
    ("how-to-read.md", "How to read this report"),
    ("why-quality.md", "Why quality"),
    ("glossary.md", "Glossary"),
    ("privacy.md", "Privacy"),
)
