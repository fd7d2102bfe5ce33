"""The owner's outreach over four years: InMails, calls, e-mails, and what came of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netreport.demo.chance import Chance, chance, urn
from netreport.demo.files.addresses import raw
from netreport.demo.files.dialects import Row
from netreport.demo.moments import end_of
from netreport.demo.people.careers import RELEVANT
from netreport.demo.story import Member
from netreport.demo.world import World

ROWS, YEARS, DAYS_OF_A_YEAR = 164, 4, 365
CHANNELS = urn({"inmail": 42, "phone": 27, "email": 31})
# How often a channel gets an answer when nothing else speaks for or against it.
ANSWERED = {"inmail": 0.36, "phone": 0.28, "email": 0.12}
FADING = (0.75, 0.9, 1.05, 1.25)  # by how many years ago: every year less
TOUCHES = urn({"0": 48, "1": 12, "2": 18, "3": 14, "5": 8})
ENOUGH_TOUCHES = 2
WARM, COLD, PERSONAL, SAME_FOR_ALL = 1.6, 0.7, 1.3, 0.6
NO_REPLY, WON = "no_reply", "won"
OUTCOMES = urn({"replied": 50, "declined": 16, "meeting": 24, "opportunity": 7, WON: 6})
CUSTOMERS, LATEST_REPLY = 110, 14  # people; days
PERSONALISED, FOLLOWED_UP, PAID = 0.6, 0.3, 0.3
COST_OF_INMAIL = "12.50"
DEAL_SIZES = ("2400.00", "4800.00", "7200.00", "12500.00")
LENGTHS = ((140, 390), (410, 790), (810, 1180), (1210, 1900))
HEADER = (
    "profile", "channel", "sent_on", "touches", "length", "personalised", "outcome", "replied_on",
    "value", "spend", "sequence",
)  # fmt: skip


def outreach_rows(world: World) -> list[Row]:
    """Give the log, oldest first, under its header."""
    log = _Log(world, chance(world.plan.seed, "outreach"))
    people, rows = log.people(), list[Row]()
    while len(rows) < ROWS:
        rows.extend(log.approach(people[len(rows) % len(people)], f"s{len(rows):03}"))
    rows.sort(key=lambda row: (row[2], row[0]))
    return [HEADER, *rows]


@dataclass(frozen=True, slots=True)
class _Log:
    """Knows whom the owner approached, and how it went."""

    world: World
    by: Chance

    def people(self) -> list[Member]:
        """Give connections that the owner sells to, and strangers she wrote InMails to."""
        now = end_of(self.world.plan.as_of)
        known = [r.member for r in self.world.requests if r.connected(now)]
        relevant = [member for member in known if member.role in RELEVANT]
        strangers = [t.people[0] for t in self.world.threads if t.subject and not t.title]
        return self.by.shuffled([*self.by.shuffled(relevant)[:CUSTOMERS], *strangers])

    def approach(self, member: Member, name: str) -> Iterator[Row]:
        """Give a first touch and, where it got no answer, sometimes a second by another channel.

        `name` names the two as a sequence.
        """
        ago = self.by.between(3, YEARS * DAYS_OF_A_YEAR - 2)
        sent = self.world.plan.as_of - timedelta(days=ago)
        channel = CHANNELS.draw(self.by)
        if channel != "inmail" or not self.by.happens(FOLLOWED_UP):
            yield (raw(member.slug), *self._sent(channel, sent), "")
            return
        first = self._sent(channel, sent)
        yield (raw(member.slug), *first, name)
        after = sent + timedelta(days=self.by.between(3, 7))
        if first[5] == NO_REPLY and after < self.world.plan.as_of:
            second = self.by.pick(("phone", "email"))
            yield (raw(member.slug), *self._sent(second, after), name)

    def _sent(self, channel: str, sent: date) -> Row:
        """Give the cells from the channel to the spend."""
        by = self.by
        touches, personal = TOUCHES.draw(by), by.happens(PERSONALISED)
        replied = sent + timedelta(days=by.early(LATEST_REPLY))
        share = self._likely(channel, sent, int(touches), PERSONAL if personal else SAME_FOR_ALL)
        answered = by.happens(share) and replied <= self.world.plan.as_of
        outcome = OUTCOMES.draw(by) if answered else NO_REPLY
        value = by.pick(DEAL_SIZES) if outcome == WON else ""
        length = "" if channel == "phone" else str(by.between(*by.pick(LENGTHS)))
        spend = COST_OF_INMAIL if channel == "inmail" and by.happens(PAID) else ""
        what = (channel, sent.isoformat(), touches, length, "yes" if personal else "no")
        return (*what, outcome, replied.isoformat() if answered else "", value, spend)

    def _likely(self, channel: str, sent: date, touches: int, wording: float) -> float:
        years_ago = (self.world.plan.as_of - sent).days // DAYS_OF_A_YEAR
        warmth = WARM if touches >= ENOUGH_TOUCHES else COLD
        return ANSWERED[channel] * FADING[years_ago] * warmth * wording
