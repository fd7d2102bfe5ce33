"""The conversations of the owner with her connections, one for each person who ever wrote or read.

Some have a fixed length: a word of thanks, a template, a question that waits. Talks of substance
share the rest of the messages that the plan asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netreport.demo.chance import Chance, apportioned, chance, urn
from netreport.demo.moments import at, end_of, seconds
from netreport.demo.story import RUSH, Plan, Request, Role
from netreport.demo.talks.talk import OWNER, Line, Repertoire, Talk
from netreport.demo.talks.threads import (
    DAY,
    HOUR,
    MINUTE,
    Thread,
    Timed,
    first_word,
    spoken,
    thread,
)

NOTHING, WORK, SOCIAL = "nothing", "work", "social"
PLOTS = {
    Role.CORE: urn({WORK: 1}),
    Role.DORMANT: urn({WORK: 1}),
    Role.SOCIAL: urn({SOCIAL: 1}),
    Role.LATENT: urn({NOTHING: 62, "thanks": 13, "outreach": 21, "pitch": 4}),
    Role.LEADER: urn({NOTHING: 60, "thanks": 10, "outreach": 16, "pitch": 6, WORK: 8}),
    Role.PUZZLE: urn({NOTHING: 72, "thanks": 16, "pitch": 12}),
    Role.CROWD: urn({NOTHING: 76, "thanks": 8, "pitch": 12, "outreach": 4}),
}
PLOTS_OF_THE_RUSH = urn({NOTHING: 30, "mass": 48, "massanswered": 9, "pitch": 13})
# Seconds from the acceptance to the first line, for plots of a fixed length: from, to.
DELAYS = {
    "thanks": (5 * MINUTE, 2 * DAY),
    "mass": (2 * MINUTE, HOUR),
    "massanswered": (2 * MINUTE, HOUR),
    "pitch": (HOUR, 12 * DAY),
    "outreach": (20 * DAY, 500 * DAY),
}
# Days since the last talk began: from, to. A talk lasts a month at the most.
LAST_TALK = {Role.CORE: (3, 330), Role.DORMANT: (430, 2300), Role.LEADER: (30, 900)}
LAST_SOCIAL_TALK = ((5, 340), (430, 1500))
SHORTEST_TALK = 6
# Days that questions have waited for an answer; even places are asked by people who talk.
ASKED_DAYS_AGO = (1, 2, 5, 4, 9, 12, 16, 24, 33, 47, 58, 95, 76, 130, 118, 200, 160, 320, 171, 500)
_ASKERS = ((Role.CORE,), (Role.LATENT, Role.LEADER))
DRAFTS, MONTH = 3, 30
WEIGHTS = {Role.CORE: 30, Role.DORMANT: 10, Role.SOCIAL: 8, Role.LEADER: 8}


@dataclass(frozen=True, slots=True)
class Plot:
    """What happens between the owner and one connection.

    `number` seeds it; `asked`: days for which a question has waited, 0 for none; `draft`: an answer
    that was begun and never sent.
    """

    number: int
    request: Request
    kind: str
    asked: int = 0
    draft: bool = False

    @property
    def talks(self) -> bool:
        """Say whether the length is open."""
        return self.kind in {WORK, SOCIAL}


@dataclass(frozen=True, slots=True)
class Conversations:
    """Writes the conversations of one network, up to `now`, in seconds since 1970.

    `languages`: what is spoken in each home.
    """

    plan: Plan
    table: Repertoire
    languages: Mapping[str, str]
    now: int

    def brief(self, plots: Sequence[Plot]) -> list[Thread]:
        """Give the conversations of a fixed length, of those who have any."""
        written = ((plot, self._by(plot, "brief")) for plot in plots if not plot.talks)
        timed = ((plot, self._brief(plot, by), by) for plot, by in written)
        return [thread((plot.request.member,), lines, by) for plot, lines, by in timed if lines]

    def long(self, plots: Sequence[Plot], messages: int) -> list[Thread]:
        """Give the talks of substance, which have `messages` lines together."""
        talking = [plot for plot in plots if plot.talks]
        least = min(SHORTEST_TALK, messages // max(1, len(talking)))
        spare = apportioned(messages - least * len(talking), [self._weight(p) for p in talking])
        pairs = zip(talking, spare, strict=True)
        return [self._long(plot, least + more) for plot, more in pairs if least + more]

    def _by(self, plot: Plot, what: str) -> Chance:
        return chance(self.plan.seed, what, plot.number)

    def _language(self, plot: Plot) -> str:
        return self.languages[plot.request.member.home]

    def _weight(self, plot: Plot) -> float:
        """Give the share of somebody in all talk: the newly connected have had less time."""
        years = (self.now - _accepted(plot.request)) / (365 * DAY)
        luck = 0.3 + self._by(plot, "weight").draw()
        return WEIGHTS[plot.request.member.role] * luck * min(1.0, 0.15 + years)

    def _brief(self, plot: Plot, by: Chance) -> list[Timed]:
        before, after = first_word(plot.request), self._question(plot, by)
        if plot.kind == NOTHING:
            return [*before, *after]
        ends, starts = self._until(after), _accepted(plot.request)
        begins = min(starts + by.between(*DELAYS[plot.kind]), (starts + ends) // 2)
        talk = self.table.pick(plot.kind, by, self._language(plot))
        return [*before, *spoken(talk, begins, ends, by), *after]

    def _question(self, plot: Plot, by: Chance) -> list[Timed]:
        if not plot.asked:
            return []
        line = self.table.pick("ask", by, self._language(plot))[0]
        return [(self.now - plot.asked * DAY + by.below(HOUR), line)]

    def _until(self, after: Sequence[Timed]) -> int:
        return after[0][0] if after else self.now

    def _long(self, plot: Plot, length: int) -> Thread:
        """Give a conversation of exactly `length` lines: note, talks, a question, a draft."""
        by = self._by(plot, "long")
        before, after = first_word(plot.request), self._question(plot, by)
        if plot.draft:
            begun = self.now - by.between(2 * HOUR, 2 * DAY)
            after.append((begun, Line(OWNER, "", opens=True, draft=True)))
        middle = length - len(before) - len(after)
        talks = self.table.several(plot.kind, middle, by, self._language(plot))
        timed = [*before, *self._talked(plot, talks, self._until(after), by), *after]
        return thread((plot.request.member,), timed[:length], by)

    def _talked(self, plot: Plot, talks: Sequence[Talk], ends: int, by: Chance) -> Iterator[Timed]:
        """Give the lines of talks that are spread over the time until the last of them."""
        starts = _accepted(plot.request) + MINUTE
        last = self._last_begin(plot, starts, ends, by)
        slot = (last - starts) // max(1, len(talks) - 1)
        begins = [starts + slot * n + by.below(slot // 2 + 1) for n in range(len(talks) - 1)]
        for talk, begin, end in zip(
            talks, [*begins, last], [*begins[1:], last, ends], strict=False
        ):
            yield from spoken(talk, begin, end, by)

    def _last_begin(self, plot: Plot, starts: int, ends: int, by: Chance) -> int:
        """Give when the last talk begins: in its usual time, if the two were connected by then."""
        earliest, latest = _last_talk(plot, by)
        high = min(ends - DAY, self.now - earliest * DAY)
        if high <= starts:
            return (starts + ends) // 2
        return by.between(max(self.now - latest * DAY, (starts + high) // 2), high)


def plots(plan: Plan, requests: Sequence[Request]) -> list[Plot]:
    """Say what happens between the owner and each of the people who are or were connections."""
    by = chance(plan.seed, "plots")
    people = [r for r in requests if r.accepted_at and r.member.role is not Role.HIDDEN]
    chosen = [Plot(n, r, _kind(plan, r, by)) for n, r in enumerate(people)]
    _ask(plan, chosen, by)
    _begin_drafts(chosen)
    return chosen


def _kind(plan: Plan, request: Request, by: Chance) -> str:
    role = request.member.role
    if role is not Role.CORE and _came_in_the_rush(plan, request):
        return PLOTS_OF_THE_RUSH.draw(by)
    return PLOTS[role].draw(by)


def _came_in_the_rush(plan: Plan, request: Request) -> bool:
    days = (plan.as_of - at(_accepted(request)).date()).days
    return RUSH.newest <= days <= RUSH.oldest


def _ask(plan: Plan, chosen: list[Plot], by: Chance) -> None:
    """Let some people ask a question that nobody has answered, each as long ago as listed."""
    order = by.shuffled(range(len(chosen)))
    now = seconds(end_of(plan.as_of))
    for number in range(plan.times(len(ASKED_DAYS_AGO))):
        days = ASKED_DAYS_AGO[number % len(ASKED_DAYS_AGO)]
        for place in order:
            plot = chosen[place]
            asks = plot.request.member.role in _ASKERS[number % 2] and not plot.asked
            if asks and _accepted(plot.request) < now - (days + MONTH) * DAY:
                chosen[place] = replace(plot, asked=days)
                break


def _begin_drafts(chosen: list[Plot]) -> None:
    talking = [place for place, plot in enumerate(chosen) if plot.talks and not plot.asked]
    for place in talking[:DRAFTS]:
        chosen[place] = replace(chosen[place], draft=True)


def _accepted(request: Request) -> int:
    return seconds(request.accepted_at or request.sent_at)


def _last_talk(plot: Plot, by: Chance) -> tuple[int, int]:
    role = plot.request.member.role
    return by.pick(LAST_SOCIAL_TALK) if role is Role.SOCIAL else LAST_TALK[role]
