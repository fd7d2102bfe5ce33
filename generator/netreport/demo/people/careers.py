"""Where people work and what they call it: companies and titles as people type them."""

from collections.abc import Mapping
from dataclasses import dataclass

from netreport.demo.chance import Chance, Urn, chance, urn
from netreport.demo.story import Job, Plan, Role
from netreport.demo.words import Texts, vocabulary

RELEVANT = (Role.CORE, Role.DORMANT, Role.LATENT)
SELLS = 0.82  # of the relevant; the others lead a company in the region
NEAR = {Role.CORE: 0.9, Role.DORMANT: 0.8, Role.LATENT: 0.72, Role.LEADER: 0.7, Role.SOCIAL: 1.0}
NEAR_OTHERWISE = 0.45
CROWD = {
    "technology": 27, "people": 12, "marketing": 13, "finance": 10, "operations": 12,
    "engineering": 6, "education": 5, "students": 6, "health": 4, "property": 4, "arts": 4,
    "law": 2, "trading": 6,
}  # fmt: skip
TITLE_NAMES_PLACE, COMPANY_NAMES_FORM = 0.13, 0.14
NO_TITLE, NO_COMPANY_EITHER = 0.5, 0.7
ODD_COMPANY = 0.09
_PLACED = ("{title}, {place}", "{title} - {place}", "{title} | {place}", "{title} {place}")


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives. `near`: in the region that the owner sells to."""

    weight: int
    near: bool
    language: str
    words: Texts
    forms: Texts
    cultures: Texts


@dataclass(frozen=True, slots=True)
class Account:
    """A company that the owner would like to win, and how many she knows there."""

    home: str
    people: int


@dataclass(frozen=True, slots=True)
class Companies:
    """What companies are called, and how people write it."""

    stems: Texts
    trades: Mapping[str, Texts]
    styles: Mapping[str, Texts]
    accounts: Mapping[str, Account]
    private: Mapping[str, Texts]
    industries: Mapping[str, str]

    def industry(self, company: str) -> str:
        """Give the industry that the name of a company speaks of, or nothing."""
        known = (self.industries[word] for word in company.split() if word in self.industries)
        return next(known, "")


@dataclass(frozen=True, slots=True)
class Careers:
    """Gives jobs away; a larger network knows more companies."""

    plan: Plan
    homes: Mapping[str, Home]
    titles: Mapping[str, Mapping[str, Texts]]
    companies: Companies
    near: Urn[str]
    far: Urn[str]
    crowd: Urn[str]

    def home(self, role: Role, by: Chance) -> str:
        """Give the key of a home for somebody in this role."""
        return (self.near if by.happens(NEAR.get(role, NEAR_OTHERWISE)) else self.far).draw(by)

    def job(self, role: Role, home: str, by: Chance) -> Job:
        """Give a job that fits the role."""
        if role in RELEVANT:
            leads = self.homes[home].near and not by.happens(SELLS)
            return self._led(home, by) if leads else self.themed("sales", home, by)
        if role is Role.LEADER:
            return Job(self._company("any", home, "plain", by), self._title("leader", home, by))
        if role is Role.PUZZLE:
            return self._puzzle(home, by)
        if role is Role.SOCIAL and by.happens(0.5):
            return Job(by.pick(self.companies.private["names"]), self._title("private", home, by))
        return self.themed(self.crowd.draw(by), home, by)

    def themed(self, theme: str, home: str, by: Chance) -> Job:
        """Give a job of a theme of titles.toml, sometimes with a hint of where it is."""
        if by.happens(TITLE_NAMES_PLACE):
            return self.placed(theme, home, by)
        style = "formal" if by.happens(COMPANY_NAMES_FORM) else "plain"
        return Job(self._company(theme, home, style, by), self._title(theme, home, by))

    def placed(self, theme: str, home: str, by: Chance) -> Job:
        """Give a job of a theme whose title says where it is."""
        place = by.pick(self.homes[home].words)
        title = by.pick(_PLACED).format(title=self._title(theme, home, by), place=place)
        return Job(self._company(theme, home, "plain", by), title)

    def _led(self, home: str, by: Chance) -> Job:
        """Give the job of somebody who leads a company and says where."""
        if by.happens(0.5):
            return self.placed("leader", home, by)
        return Job(self._company("any", home, "formal", by), self._title("leader", home, by))

    def _puzzle(self, home: str, by: Chance) -> Job:
        if by.happens(NO_TITLE):
            nothing = by.happens(NO_COMPANY_EITHER)
            return Job("" if nothing else self._company("any", home, "plain", by), "")
        return Job(self._company("any", home, "plain", by), self._title("puzzle", home, by))

    def _title(self, theme: str, home: str, by: Chance) -> str:
        languages = self.titles[theme]
        titles = languages.get(self.homes[home].language, languages["en"])
        title = by.pick(titles if by.happens(0.8) else languages["en"])
        return title.upper() if by.happens(0.02) else title

    def _company(self, theme: str, home: str, style: str, by: Chance) -> str:
        if style == "plain" and by.happens(ODD_COMPANY):
            style = by.pick(("odd", "odd", "none"))
        kind = theme if theme in self.companies.trades else self._usual_trade(home, by)
        many = 8 + int(self.plan.connections * self.homes[home].weight / 200)
        name = self._named(home, kind, by.early(many))
        return by.pick(self.companies.styles[style]).format(
            name=name,
            capitals=name.upper(),
            form=by.pick(self.homes[home].forms),
            tag=by.pick(self.companies.styles["tags"]),
        )

    def _usual_trade(self, home: str, by: Chance) -> str:
        language = self.homes[home].language
        return language if language != "en" and by.happens(0.5) else "any"

    def _named(self, home: str, kind: str, number: int) -> str:
        """Give the name of the company with this number: always the same one."""
        by = chance(self.plan.seed, "company", home, kind, number)
        stem, trade = by.pick(self.companies.stems), by.pick(self.companies.trades[kind])
        if by.happens(0.12):
            return stem
        if by.happens(0.08):
            return f"{stem} & {by.pick(self.companies.stems)}"
        return f"{stem} {trade}"


def companies() -> Companies:
    """Give the companies of `companies.toml`."""
    return vocabulary("companies", Companies)


def careers(plan: Plan) -> Careers:
    """Give the jobs of a network of this size."""
    homes = vocabulary("places", dict[str, Home])
    return Careers(
        plan,
        homes,
        vocabulary("titles", dict[str, dict[str, Texts]]),
        companies(),
        urn({key: home.weight for key, home in homes.items() if home.near}),
        urn({key: home.weight for key, home in homes.items() if not home.near}),
        urn(CROWD),
    )
