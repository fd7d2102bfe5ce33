"""Conversations with people who are no connections, adverts, spam, groups, drafts to nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from netreport.demo.chance import Chance, chance
from netreport.demo.moments import at, end_of, seconds
from netreport.demo.people.troupe import Troupe
from netreport.demo.story import Job, Member, Request, Role
from netreport.demo.talks.talk import Repertoire
from netreport.demo.talks.threads import DAY, HOUR, Thread, spoken, thread

INMAILS, RECRUITERS, SPAM, SPONSORED, GROUPS, CLOSED, DRAFTS = 46, 12, 16, 26, 8, 8, 3
# The share of InMails that is answered, by how many years ago they were sent: fewer every year.
ANSWERED = (0.22, 0.3, 0.34, 0.42, 0.5, 0.55)
OLDEST_GROUP, OLDEST = 700, 2900  # days
GROUP_SIZES = (2, 2, 3)
NOBODY = Member(Role.STRANGER, "", "", "", "", Job("", ""))
CLOSED_ACCOUNT = replace(NOBODY, first="LinkedIn", last="Member")


def other_threads(troupe: Troupe, table: Repertoire, requests: Sequence[Request]) -> list[Thread]:
    """Give all conversations that are not with one connection."""
    stage = _Stage(troupe, table, seconds(end_of(troupe.plan.as_of)))
    return [
        *stage.inmails(),
        *stage.recruiters(),
        *stage.adverts(),
        *stage.spam(),
        *stage.closed(),
        *stage.groups(requests),
        *stage.drafts(),
    ]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where these conversations take place. `now`: seconds since 1970."""

    troupe: Troupe
    table: Repertoire
    now: int

    def _times(self, kind: str, count: int) -> Iterator[Chance]:
        """Give a stream of draws for each conversation of a kind."""
        for number in range(self.troupe.plan.times(count)):
            yield chance(self.troupe.plan.seed, kind, number)

    def _ago(self, oldest: int, by: Chance) -> int:
        return self.now - by.between(DAY, oldest * DAY)

    def _told(self, kind: str, other: Member, begins: int, by: Chance) -> Thread:
        talk = self.table.pick(kind, by)
        return thread((other,), list(spoken(talk, begins, self.now, by)), by)

    def _stranger(self, theme: str, by: Chance) -> Member:
        home = self.troupe.careers.home(Role.CORE, by)
        job = self.troupe.careers.themed(theme, home, by)
        return self.troupe.member(Role.STRANGER, home, job, by)

    def inmails(self) -> Iterator[Thread]:
        """Give the owner's messages to strangers, which have a subject."""
        for by in self._times("inmail", INMAILS):
            begins = self._ago(len(ANSWERED) * 365, by)
            answered = by.happens(ANSWERED[(self.now - begins) // (365 * DAY)])
            kind = "inmailanswered" if answered else "inmail"
            other = self._stranger("sales", by)
            yield replace(
                self._told(kind, other, begins, by), subject=self._subject(kind, other, by)
            )

    def _subject(self, kind: str, other: Member, by: Chance) -> str:
        company = other.job.company.strip() or "your company"
        return self.table.phrase(kind, "subjects", by, {"company": company})

    def recruiters(self) -> Iterator[Thread]:
        """Give messages of strangers, which carry their subject as the title too."""
        for by in self._times("recruiters", RECRUITERS):
            other = self._stranger("people", by)
            told = self._told("recruiters", other, self._ago(OLDEST, by), by)
            subject = self._subject("recruiters", other, by)
            yield replace(told, subject=subject, title=subject)

    def adverts(self) -> Iterator[Thread]:
        """Give sponsored conversations; the sender has a name and no address."""
        for by in self._times("sponsored", SPONSORED):
            first, last = self.table.phrase("sponsored", "senders", by, {}).split()
            sender = replace(NOBODY, first=first, last=last)
            told = self._told("sponsored", sender, self._ago(OLDEST, by), by)
            title = self.table.phrase("sponsored", "titles", by, {})
            yield replace(told, title=title, folder="INBOX")

    def spam(self) -> Iterator[Thread]:
        """Give what LinkedIn has put into the spam folder."""
        for by in self._times("spam", SPAM):
            told = self._told("spam", self._stranger("trading", by), self._ago(OLDEST, by), by)
            yield replace(told, folder="SPAM")

    def closed(self) -> Iterator[Thread]:
        """Give conversations with people whose accounts are closed."""
        for by in self._times("closed", CLOSED):
            yield self._told("closed", CLOSED_ACCOUNT, self._ago(OLDEST, by), by)

    def groups(self, requests: Sequence[Request]) -> Iterator[Thread]:
        """Give conversations with several of the people the owner knows best."""
        long_ago = at(self.now - OLDEST_GROUP * DAY)
        core = [r for r in requests if r.member.role is Role.CORE and r.ended_at is None]
        known = [r.member for r in core if r.connected(long_ago)]
        for by in self._times("group", GROUPS):
            people = tuple(by.shuffled(known)[: by.pick(GROUP_SIZES)])
            if len(people) in GROUP_SIZES:
                talk = self.table.pick("group", by)
                begins = self._ago(OLDEST_GROUP, by)
                told = thread(people, list(spoken(talk, begins, self.now, by)), by)
                yield replace(told, title=self.table.phrase("group", "titles", by, {}))

    def drafts(self) -> Iterator[Thread]:
        """Give messages that were begun, to nobody yet."""
        for by in self._times("drafts", DRAFTS):
            line = replace(self.table.pick("drafts", by)[0], draft=True)
            told = thread((), [(self.now - by.between(HOUR, 90 * DAY), line)], by)
            yield replace(told, folder="")
