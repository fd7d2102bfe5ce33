"""What LinkedIn keeps about the owner's habits: searches, follows, logins, adverts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netreport.demo.chance import Chance, chance
from netreport.demo.deeds.diary import Entry, Kind, newest_first
from netreport.demo.people.troupe import Troupe
from netreport.demo.story import Request, Role
from netreport.demo.words import Texts, vocabulary

YEAR = 365
FOLLOWED_SINCE = 8 * YEAR
KNOWN_COMPANIES, KNOWN_MEMBERS = 18, 64
UNFOLLOWED = 0.15


def traces(troupe: Troupe, requests: Sequence[Request]) -> dict[Kind, tuple[Entry, ...]]:
    """Give the entries of all these kinds, newest first."""
    tracker = _Tracker(troupe, vocabulary("habits", dict[str, Texts]))
    companies = [*troupe.careers.companies.accounts, *_companies(requests)]
    return {
        Kind.SEARCHES: tracker.some(Kind.SEARCHES, 84, 2 * YEAR, tracker.search),
        Kind.HASHTAGS: tracker.each(Kind.HASHTAGS, tracker.lists["hashtags"]),
        Kind.COMPANIES: tracker.each(Kind.COMPANIES, companies),
        Kind.MEMBERS: tracker.each(Kind.MEMBERS, _followed(requests)),
        Kind.LOGINS: tracker.some(Kind.LOGINS, 30, 90, tracker.login),
        Kind.CHALLENGES: tracker.some(Kind.CHALLENGES, 2, 2 * YEAR, tracker.challenge),
        Kind.ADS_CLICKED: tracker.some(Kind.ADS_CLICKED, 5, 90, tracker.advert),
        Kind.ADS_SEEN: tracker.some(Kind.ADS_SEEN, 12, 30, tracker.advert),
    }


@dataclass(frozen=True, slots=True)
class _Tracker:
    """Knows what the owner does. `lists`: those of habits.toml."""

    troupe: Troupe
    lists: Mapping[str, Texts]

    def some(
        self, kind: Kind, count: int, days: int, cells: Callable[[Chance], Texts]
    ) -> tuple[Entry, ...]:
        """Give `count` entries of the last `days`."""
        by = chance(self.troupe.plan.seed, kind)
        moments = [self.troupe.moment(by.between(1, days), by) for _ in range(count)]
        return newest_first([Entry(moment, cells(by)) for moment in moments])

    def each(self, kind: Kind, names: Sequence[str]) -> tuple[Entry, ...]:
        """Give an entry for each name, at any time since the owner joined."""
        by = chance(self.troupe.plan.seed, kind)
        followed = [
            Entry(self.troupe.moment(by.between(1, FOLLOWED_SINCE), by), (name, _status(by)))
            for name in names
        ]
        return newest_first(followed)

    def search(self, by: Chance) -> Texts:
        """Give the words that were searched for."""
        return (by.pick(self.lists["searches"]),)

    def login(self, by: Chance) -> Texts:
        """Give an address of the range that is kept for examples, a device, the kind of login."""
        return f"192.0.2.{by.between(10, 60)}", by.pick(self.lists["agents"]), "PASSWORD"

    def challenge(self, by: Chance) -> Texts:
        """Give what a security challenge records."""
        address = f"192.0.2.{by.between(100, 160)}"
        return address, by.pick(self.lists["agents"]), "au", "EMAIL_PIN_CHALLENGE"

    def advert(self, by: Chance) -> Texts:
        """Give the number of an advert."""
        return (by.pick(self.lists["adverts"]),)


def _status(by: Chance) -> str:
    return "Unfollow" if by.happens(UNFOLLOWED) else "Active"


def _companies(requests: Sequence[Request]) -> Iterator[str]:
    """Give employers of people the owner talks with, each once."""
    known = (r.member.job.company.strip() for r in requests if r.member.role is Role.CORE)
    named = [name for name in dict.fromkeys(known) if len(name) > 1]
    yield from named[:KNOWN_COMPANIES]


def _followed(requests: Sequence[Request]) -> list[str]:
    connected = (r.member for r in requests if r.accepted_at and r.ended_at is None)
    return [member.name for member in connected if member.role is Role.LATENT][:KNOWN_MEMBERS]
