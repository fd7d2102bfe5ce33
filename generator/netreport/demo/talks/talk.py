"""What is said in the demo's messages: talks of several lines, and the words of each line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netreport.demo.chance import Chance
from netreport.demo.story import Member
from netreport.demo.words import Phrases, Texts, phrases, vocabulary

OWNER = 0
ENGLISH, OWN_LANGUAGE = "en", 0.7
# Words that mean the same from the first line of a talk to its last.
_KEPT = (
    "topic", "idea", "team", "visitor", "event", "place", "thing", "when",
    "hole", "ride", "weekend",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a talk. `speaker`: 0 is the owner, 1 the first of the others.

    `opens`: a new talk starts here. `draft`: it was never sent.
    """

    speaker: int
    pattern: str
    opens: bool = False
    draft: bool = False


Talk = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Repertoire:
    """All talks by kind; and titles, subjects and senders, by kind and which of these they are."""

    talks: Mapping[str, tuple[Talk, ...]]
    extras: Mapping[str, Mapping[str, Texts]]
    phrases: Phrases

    def pick(self, kind: str, by: Chance, language: str = ENGLISH) -> Talk:
        """Give one of the talks of a kind, mostly in this language if it has any in it."""
        own = self.talks.get(f"{kind}_{language}")
        return by.pick(own if own and by.happens(OWN_LANGUAGE) else self.talks[kind])

    def several(self, kind: str, length: int, by: Chance, language: str) -> tuple[Talk, ...]:
        """Give talks of `length` lines in all; the oldest one may break off, below 1 there is none.

        Where the other side has the last word, it is one that needs no answer.
        """
        talks: list[Talk] = []
        order: list[Talk] = []
        missing = length
        while missing > 0:
            order = order or by.shuffled(self.talks[kind])
            talks.append(order.pop()[:missing])
            missing -= len(talks[-1])
        if talks:
            talks[0] = _closed(talks[0], self.pick("closing", by, language)[0])
        return tuple(reversed(talks))

    def phrase(self, kind: str, which: str, by: Chance, given: Mapping[str, str]) -> str:
        """Give a title, subject or sender of a kind, in words."""
        return self.phrases.say(by.pick(self.extras[kind][which]), by, given)

    def said(
        self, lines: Sequence[Line], other: Member, owner: str, by: Chance
    ) -> Iterator[tuple[Line, str]]:
        """Give each line with its words, oldest first."""
        people = {
            "first": other.called,
            "owner": owner,
            "company": other.job.company.strip() or "your company",
        }
        given: Mapping[str, str] = people
        for line in lines:
            if line.opens:
                kept = {word: by.pick(self.phrases.choices[word]) for word in _KEPT}
                given = {**kept, **people}
            yield line, self.phrases.say(line.pattern, by, given)


def repertoire() -> Repertoire:
    """Give the talks of `talks.toml`."""
    kinds = vocabulary("talks", dict[str, dict[str, tuple[Texts | str, ...]]])
    talks = {kind: tuple(_talk(lines) for lines in lists["talks"]) for kind, lists in kinds.items()}
    return Repertoire(talks, _extras(kinds), phrases())


def _extras(
    kinds: Mapping[str, Mapping[str, tuple[Texts | str, ...]]],
) -> Mapping[str, Mapping[str, Texts]]:
    return {
        kind: {
            which: tuple(text for text in texts if isinstance(text, str))
            for which, texts in lists.items()
            if which != "talks"
        }
        for kind, lists in kinds.items()
    }


def _closed(talk: Talk, last_word: Line) -> Talk:
    if talk[-1].speaker == OWNER:
        return talk
    return (*talk[:-1], replace(last_word, opens=talk[-1].opens))


def _talk(lines: Texts | str) -> Talk:
    """Read the lines of a talk: `> ` the owner, `< ` or `1< ` the first of the others."""
    talk = []
    for number, line in enumerate(lines):
        mark, _, words = line.partition(" ")
        speaker = OWNER if mark == ">" else int(mark[:-1] or 1)
        talk.append(Line(speaker, words, opens=number == 0))
    return tuple(talk)
