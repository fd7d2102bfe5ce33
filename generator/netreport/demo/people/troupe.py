"""Makes the people of the demo: a name, an address, a home, a job."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from netreport.demo.chance import Chance
from netreport.demo.owner import owner
from netreport.demo.people.careers import Careers, careers
from netreport.demo.people.names import Names, email, names
from netreport.demo.people.notes import Notes, notes
from netreport.demo.story import Job, Member, Plan, Role

MORNING_IN_SYDNEY, NIGHT_IN_SYDNEY = 20 * 60, 36 * 60  # minutes after midnight UTC
_LANGUAGES_OF_NOTES = ("de", "fr", "es", "pt", "it", "nl")
WRITES_OWN_LANGUAGE = 0.6


@dataclass(frozen=True, slots=True)
class Troupe:
    """Everything that people are made of."""

    plan: Plan
    names: Names
    careers: Careers
    notes: Notes

    def anybody(self, role: Role, by: Chance) -> Member:
        """Give somebody new in this role."""
        home = self.careers.home(role, by)
        return self.member(role, home, self.careers.job(role, home, by), by)

    def member(self, role: Role, home: str, job: Job, by: Chance) -> Member:
        """Give somebody new with this job."""
        first, last = self.names.draw(by.pick(self.careers.homes[home].cultures), by)
        slug = self.names.address(first, last, by)
        shown = email(first, last, by)
        first, last = self.names.typed(first, last, by)
        return Member(role, home, first, last, slug, job, shown)

    def language(self, member: Member, by: Chance) -> str:
        """Give the language in which somebody writes to the owner."""
        own = self.careers.homes[member.home].language
        return own if own in _LANGUAGES_OF_NOTES and by.happens(WRITES_OWN_LANGUAGE) else "en"

    def moment(self, days: int, by: Chance) -> datetime:
        """Give a time of a waking hour in Sydney, so many days (at least 1) before the export."""
        minutes = by.between(MORNING_IN_SYDNEY, NIGHT_IN_SYDNEY - 1)
        midnight = datetime.combine(self.plan.as_of, time(), UTC)
        return midnight + timedelta(days=-days, minutes=minutes, seconds=by.below(60))


def troupe(plan: Plan) -> Troupe:
    """Give the troupe of a network of this size."""
    return Troupe(plan, names(), careers(plan), notes(owner().first))
