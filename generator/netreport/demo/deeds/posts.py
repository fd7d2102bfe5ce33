"""What the owner posts and comments; no text comes twice before all had their turn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netreport.demo.chance import Chance, Urn, urn
from netreport.demo.words import Phrases, Texts, phrases, vocabulary

OF_THE_RUSH = "everything"


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is to say about a subject, and how often it comes up."""

    weight: int
    posts: Texts


@dataclass(frozen=True, slots=True)
class Library:
    """The lists of `posts.toml`."""

    subjects: Mapping[str, Subject]
    comments: Mapping[str, Texts]
    polls: Mapping[str, Texts]
    articles: Mapping[str, tuple[tuple[str, str, str], ...]]


@dataclass(frozen=True, slots=True)
class Posts:
    """Writes posts and comments. `waiting`: the texts that still have their turn, by list."""

    library: Library
    phrases: Phrases
    subjects: Urn[str]
    waiting: dict[str, list[str]] = field(default_factory=dict)

    def text(self, by: Chance) -> str:
        """Give a post on one of the usual subjects."""
        subject = self.subjects.draw(by)
        return self._next(subject, self.library.subjects[subject].posts, by)

    def of_the_rush(self, by: Chance) -> str:
        """Give a post of the weeks of the rush."""
        return self._next(OF_THE_RUSH, self.library.subjects[OF_THE_RUSH].posts, by)

    def comment(self, by: Chance) -> str:
        """Give a comment on somebody's post."""
        return self._next("comments", self.library.comments["texts"], by)

    def option(self, by: Chance) -> str:
        """Give the answer to a poll."""
        return by.pick(self.library.polls["options"])

    def _next(self, name: str, texts: Texts, by: Chance) -> str:
        waiting = self.waiting.setdefault(name, [])
        if not waiting:
            waiting.extend(by.shuffled(texts))
        return self.phrases.say(waiting.pop(), by, {})


def posts() -> Posts:
    """Give the posts of `posts.toml`."""
    library = library_of_posts()
    weights = {name: subject.weight for name, subject in library.subjects.items()}
    return Posts(library, phrases(), urn(weights))


def library_of_posts() -> Library:
    """Read `posts.toml`."""
    return vocabulary("posts", Library)
