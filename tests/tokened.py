"""A workspace in which every word about another person is a token that occurs nowhere else."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from exported import CONNECTIONS, INVITATIONS, MESSAGES, NOTES, OWNER, PROFILE, rows_of, write

PEOPLE, ASKING, SHARED, TOGETHER = 240, 24, 6, 9
TITLES = ("Sales Director", "Head of Sales", "Software Engineer", "Account Executive")
ROLES = ("Sales Manager", "Developer", "Founder", "Recruiter", "Consultant")
LETTERS = "bcdfghjklmnpqrst"


def token(kind: str, number: int) -> str:
    """Give a word of small letters that no language and no template has: `zqx`, kind, number."""
    digits = [LETTERS[number >> shift & 15] for shift in (8, 4, 0)]
    return f"zqx{kind}{''.join(digits)}"


@dataclass
class Tokened:
    """The workspace, and the tokens: `never` for any reader but the owner, `shared` by many."""

    home: Path
    never: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)

    def secret(self, kind: str, number: int) -> str:
        """Give a token that no other reader may see."""
        made = token(kind, number)
        self.never.add(made)
        return made


def workspace(home: Path) -> Tokened:
    """Make the workspace with an export of each of two quarters; the second has a few more."""
    made = Tokened(home)
    for day, people in ((date(2026, 6, 30), PEOPLE - 3), (date(2026, 9, 30), PEOPLE)):
        _export(made, day, people)
    told = {
        "strategy.yml": _strategy(made),
        "decisions.csv": _decisions(made),
        "outreach.csv": _outreach(made),
        "people.csv": _people(made),
    }
    write(home, told)
    return made


def _export(made: Tokened, day: date, people: int) -> None:
    folder = made.home / "exports" / f"Complete_LinkedInDataExport_{day:%m-%d-%Y}"
    write(
        folder,
        {
            "Connections.csv": NOTES + rows_of(CONNECTIONS, _connections(made, people)),
            "messages.csv": rows_of(MESSAGES, _messages(made, day)),
            "Invitations.csv": rows_of(INVITATIONS, _invitations(made, day)),
            "Profile.csv": PROFILE,
            f"{made.secret('fil', 0)}.csv": made.secret("fil", 1),
        },
    )


def name(made: Tokened, number: int) -> tuple[str, str]:
    """Give somebody's two names."""
    first, last = made.secret("fir", number), made.secret("las", number)
    return first.capitalize(), last.capitalize()


def profile(made: Tokened, number: int) -> str:
    """Give somebody's address."""
    return f"https://www.linkedin.com/in/{made.secret('slu', number)}"


def company(made: Tokened, number: int) -> str:
    """Give one of a few companies to some, and to others one of their own."""
    if number < SHARED * TOGETHER:
        made.shared.add(token("com", number % SHARED))
        return token("com", number % SHARED).capitalize()
    return f"{made.secret('own', number).capitalize()} Ltd"


def title(made: Tokened, number: int) -> str:
    """Give every other person a common title, and the others one of their own."""
    if number % 2:
        return TITLES[number % len(TITLES)]
    return f"{ROLES[number % len(ROLES)]} {made.secret('tit', number)}"


def _connections(made: Tokened, people: int) -> Iterator[Sequence[str]]:
    for number in reversed(range(people)):
        day = date(2024, 1, 3) + timedelta(days=number * 3)
        mail = f"{made.secret('mai', number)}@{made.secret('dom', number)}.example"
        yield (
            *name(made, number),
            profile(made, number),
            mail if number % 3 == 0 else "",
            company(made, number),
            title(made, number),
            f"{day:%d %b %Y}",
        )


def _messages(made: Tokened, day: date) -> Iterator[Sequence[str]]:
    for number in range(0, PEOPLE - 20, 2):
        for turn in range(1 + number % 5):
            at = datetime.combine(day, datetime.min.time()) - timedelta(days=number + 40 - turn)
            own = turn % 2 == 0
            sides = [("Robin Sample", OWNER), (" ".join(name(made, number)), profile(made, number))]
            (sender, of), (to, at_address) = sides if own else sides[::-1]
            subject = made.secret("sub", number).capitalize() if turn == 0 else ""
            text = f"Hello, could we talk about {made.secret('mes', number * 8 + turn)}?"
            thread = f"2-{made.secret('thr', number)}"
            yield (thread, "", sender, of, to, at_address, f"{at} UTC", subject, text, "INBOX")


def _invitations(made: Tokened, day: date) -> Iterator[Sequence[str]]:
    for place in range(ASKING):
        number, incoming = PEOPLE + place, place % 4 != 0
        sent = datetime.combine(day, datetime.min.time()) - timedelta(days=place * 4 + 1)
        who, at_address = " ".join(name(made, number)), profile(made, number)
        note = (
            f"I read your post, it is why I ask: {made.secret('not', number)}" if place % 2 else ""
        )
        sides = [(who, at_address), ("Robin Sample", OWNER)]
        (sender, of), (to, at) = sides if incoming else sides[::-1]
        when = f"{sent.month}/{sent.day}/{sent:%y}, {sent.hour % 12 or 12}:00 AM"
        yield sender, to, when, note, "INCOMING" if incoming else "OUTGOING", of, at


def _decisions(made: Tokened) -> str:
    return _csv(
        ("subject", "kind", "decision", "decided_on", "note"),
        [
            (profile(made, number), "person", "keep", "2026-05-14", made.secret("dec", number))
            for number in range(4)
        ],
    )


def _outreach(made: Tokened) -> str:
    return _csv(
        ("profile_url", "name", "channel", "sent_at", "outcome"),
        [
            (profile(made, one), " ".join(name(made, one)), "email", "2026-05-02", "replied")
            for one in range(20)
        ],
    )


def _people(made: Tokened) -> str:
    return _csv(
        ("profile_url", "region", "industry", "tags"),
        [(profile(made, one), "AU", "", made.secret("tag", one)) for one in range(5)],
    )


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def _strategy(made: Tokened) -> str:
    small = company(made, SHARED * TOGETHER + 1)
    asking = " ".join(name(made, PEOPLE + 1))
    return f"""\
objective: {{kind: sell, statement: Sell coaching to heads of sales}}
segments:
  - {{id: wanted, label: Wanted, fit: ideal, where: {{company_list: ["{small}", Nowhere Inc]}}}}
  - {{id: sales, label: Sales, fit: good, where: {{function: [Sales]}}}}
  - {{id: code, label: Engineers, fit: poor, where: {{function: [Information Technology]}}}}
invitations:
  hard_block: {{people: ["{asking}"], companies: ["{company(made, SHARED * TOGETHER + 5)}"]}}
safelist: ["{profile(made, 7)}"]
overrides:
  titles: {{"{title(made, 10)}": {{function: Sales}}}}
  people: {{"{" ".join(name(made, 12))}": {{segment: sales}}}}
quality: {{min_relevance_share: 0.5, max_junk_share: 0.2}}
"""
