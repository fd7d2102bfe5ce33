"""A conversation of the demo: who takes part, what is said and when."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from netreport.demo.chance import Chance, urn
from netreport.demo.moments import seconds
from netreport.demo.story import Member, Request
from netreport.demo.talks.talk import OWNER, Line, Talk

MINUTE, HOUR, DAY = 60, 3600, 86_400
ARCHIVED = 0.06
# Seconds between two lines of a talk: from, to.
_GAPS = {
    (2 * MINUTE, 50 * MINUTE): 30.0,
    (HOUR, 10 * HOUR): 35.0,
    (10 * HOUR, 30 * HOUR): 25.0,
    (2 * DAY, 6 * DAY): 10.0,
}
GAPS = urn(_GAPS)
Timed = tuple[int, Line]


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation. `times`: seconds since 1970 of each line, rising.

    `people`: everybody but the owner; nobody in a draft without an addressee.
    """

    people: tuple[Member, ...]
    times: tuple[int, ...]
    lines: tuple[Line, ...]
    title: str = ""
    subject: str = ""
    folder: str = "INBOX"

    def until(self, moment: int) -> int:
        """Count the lines up to this moment."""
        return bisect(self.times, moment)

    def first(self, count: int) -> "Thread":
        """Give the thread as it was after so many lines."""
        return replace(self, times=self.times[:count], lines=self.lines[:count])


def spoken(talk: Talk, begins: int, ends: int, by: Chance) -> Iterator[Timed]:
    """Give the lines of a talk with rising times from `begins`, all before `ends`."""
    most = max(1, (ends - begins) // (len(talk) + 1))
    time = begins
    for line in talk:
        yield time, line
        time += min(by.between(*GAPS.draw(by)), most)


def first_word(request: Request) -> list[Timed]:
    """Give the request's note as the message that it becomes when it is accepted, if it has one."""
    if not request.note or request.accepted_at is None:
        return []
    speaker = 1 if request.incoming else OWNER
    return [(seconds(request.accepted_at), Line(speaker, request.note, opens=True))]


def thread(people: tuple[Member, ...], timed: Sequence[Timed], by: Chance) -> Thread:
    """Give the conversation of these lines, at least one, in their order."""
    times, lines = zip(*timed, strict=True)
    return Thread(people, times, lines, folder="ARCHIVE" if by.happens(ARCHIVED) else "INBOX")
