"""What the owner did on LinkedIn besides writing to people: posts, comments, reactions, votes.

There are good months, months of looking on, and months of silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from netreport.demo.chance import Chance, chance, urn
from netreport.demo.deeds.posts import Posts, posts
from netreport.demo.moments import seconds
from netreport.demo.story import RUSH, YEARS, Plan
from netreport.demo.words import Texts, vocabulary

MONTH = 30  # days
MOST_BUSY = 5  # times the activity of the embedded demo, however large the network
FEED = "https://www.linkedin.com/feed/update/"
ID_BITS = 22  # of an id; those above it are milliseconds since 1970
SILENT_MONTHS_AGO = range(74, 79)
MOODS = urn({"active": 62, "passive": 25, "silent": 13})
RESHARES, REPLIES_TO_COMMENTS = 0.16, 0.12


class Kind(StrEnum):
    """What there are entries of."""

    SHARES = "shares"
    COMMENTS = "comments"
    REACTIONS = "reactions"
    REPOSTS = "reposts"
    VOTES = "votes"
    SAVED = "saved items"
    SEARCHES = "searches"
    HASHTAGS = "hashtags followed"
    COMPANIES = "companies followed"
    MEMBERS = "members followed"
    LOGINS = "logins"
    CHALLENGES = "security challenges"
    ADS_CLICKED = "adverts clicked"
    ADS_SEEN = "adverts seen"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the owner did: when, and the other cells of its row."""

    at: datetime
    cells: tuple[str, ...]


# How many entries of a kind there are in a month of each mood: from, to.
_HABITS: Mapping[str, Mapping[Kind, tuple[int, int]]] = {
    "active": {Kind.SHARES: (1, 3), Kind.COMMENTS: (1, 5), Kind.REACTIONS: (4, 16)},
    "passive": {Kind.REACTIONS: (2, 11)},
    "silent": {},
    "rush": {Kind.SHARES: (6, 9), Kind.COMMENTS: (14, 22), Kind.REACTIONS: (60, 90)},
}
# How many months there are for each entry of these kinds, in months that are not silent.
_RARE = {Kind.REPOSTS: 5, Kind.VOTES: 6, Kind.SAVED: 3}


def diary(plan: Plan) -> dict[Kind, tuple[Entry, ...]]:
    """Give the activity of all years, newest first."""
    days = _Days(plan, posts(), vocabulary("habits", dict[str, Texts])["reactions"])
    entries: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for ago in range(YEARS * 12, 0, -1):
        for kind, entry in days.month(ago):
            entries[kind].append(entry)
    return {kind: newest_first(found) for kind, found in entries.items()}


def newest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    """Give entries in LinkedIn's order."""
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.cells), reverse=True))


@dataclass(frozen=True, slots=True)
class _Days:
    """The owner's days, before the day of the plan."""

    plan: Plan
    posts: Posts
    reactions: Texts

    def month(self, ago: int) -> Iterator[tuple[Kind, Entry]]:
        """Give what was done in the month that began so many times 30 days ago."""
        by = chance(self.plan.seed, "month", ago)
        mood = self._mood(ago, by)
        busy = max(1, min(MOST_BUSY, int(self.plan.scale)))
        for kind, bounds in _HABITS[mood].items():
            for _ in range(by.between(*bounds) * busy):
                yield kind, self._entry(kind, mood, self._moment(ago, by), by)
        for kind, months in _RARE.items():
            if mood != "silent" and by.below(months) == 0:
                yield kind, self._entry(kind, mood, self._moment(ago, by), by)

    def _mood(self, ago: int, by: Chance) -> str:
        mood = MOODS.draw(by)
        if ago in SILENT_MONTHS_AGO:
            return "silent"
        return "rush" if RUSH.newest <= ago * MONTH <= RUSH.oldest + MONTH else mood

    def _moment(self, ago: int, by: Chance) -> datetime:
        midnight = datetime.combine(self.plan.as_of, time(), UTC)
        seconds_on = by.below((MONTH - 1) * 86_400)
        return midnight + timedelta(days=-MONTH * ago, seconds=seconds_on)

    def _entry(self, kind: Kind, mood: str, at: datetime, by: Chance) -> Entry:
        seen = at - timedelta(minutes=by.between(3, 4000))  # somebody else's post, a little older
        match kind:
            case Kind.SHARES:
                return Entry(at, self._share(mood, at, by))
            case Kind.COMMENTS:
                return Entry(at, (feed("activity", seen, by), self.posts.comment(by)))
            case Kind.REACTIONS:
                return Entry(at, (by.pick(self.reactions), _reacted_to(seen, at, by)))
            case Kind.VOTES:
                poll = f"{FEED}urn:li:ugcPost:{number(seen, by)}"
                return Entry(at, (poll, self.posts.option(by)))
            case Kind.SAVED:
                return Entry(at, (f"{FEED}urn:li:activity:{number(seen, by)}",))
            case _:
                return Entry(at, (feed("activity", seen, by),))

    def _share(self, mood: str, at: datetime, by: Chance) -> tuple[str, ...]:
        link = feed(by.pick(("share", "share", "ugcPost")), at, by)
        if mood != "rush" and by.happens(RESHARES):
            return link, "", f"https://news.example.com/{by.below(9000)}", "", "MEMBER_NETWORK"
        media = f"https://media.example.org/{by.below(9000)}.jpg" if by.happens(0.4) else ""
        text = self.posts.of_the_rush(by) if mood == "rush" else self.posts.text(by)
        return link, text, "", media, "MEMBER_NETWORK"


def number(moment: datetime, by: Chance) -> int:
    """Give the id of something posted at this moment."""
    return (seconds(moment) * 1000 + by.below(1000)) << ID_BITS | by.below(1 << ID_BITS)


def feed(kind: str, moment: datetime, by: Chance) -> str:
    """Give the address of something of this kind posted at this moment."""
    return f"{FEED}urn%3Ali%3A{kind}%3A{number(moment, by)}"


def _reacted_to(seen: datetime, at: datetime, by: Chance) -> str:
    """Give the address of a post or, sometimes, of a comment on it."""
    post = number(seen, by)
    link = f"{FEED}urn%3Ali%3Aactivity%3A{post}"
    if not by.happens(REPLIES_TO_COMMENTS):
        return link
    comment = number(at - timedelta(minutes=2), by)
    return f"{link}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A{post}%2C{comment}%29"
