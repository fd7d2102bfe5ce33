"""Invented people of every kind, for the pages that list them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from made import AS_OF, days_ago, people, strategy, table
from netreport.model.advice import Advice, CleanUp, Week
from netreport.model.history import Score
from netreport.model.network import Network, Owner
from netreport.model.report import History, Report
from netreport.model.tables import Table

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("https://evil.example","x")',
    "＝1+1",
    "</script><script>alert(1)</script>",
    "\u202eesrever\u202c",
    "株式会社サンプル商事",
    "شركة المثال للتجارة",
    "ישראל ישראלי",
    "W" * 285,
    "a\u2028b\nc",
    '"quoted", and; more',
    "__proto__",
)
COMPANIES = ("Muster Werke AG", "Example & Söhne", "Sample Ltd", *HOSTILE)
TITLES = ("Head of Sales", "Vertriebsleiter", "Chef de projet", "Łącznik", *HOSTILE)
STANDINGS = ("core", "latent", "social", "junk", "unknown")


def crowd(count: int) -> pl.DataFrame:
    """Give so many different people; every third has no company, every fifth is unaddressed."""
    return people(*((1, _facts(number)) for number in range(count)))


def _facts(number: int) -> Mapping[str, Any]:
    company = COMPANIES[number % len(COMPANIES)] if number % 3 else None
    addressed = number % 5 > 0
    standing = STANDINGS[number % 5]
    talked = addressed and number % 2 == 0
    return {
        "person": f"person-example-{number}" if addressed else f"name:person {number}|",
        "name": f"{_first(number)} Person {number}",
        "position": TITLES[number % len(TITLES)],
        "company": company,
        "company_key": company and company.casefold(),
        "connected_on": date(2019, 1, 1) + timedelta(days=number * 11 % 2500),
        "function": "Sales" if number % 2 else None,
        "seniority": ("Director", "Entry", None)[number % 3],
        "countries": (["DE"], ["AT", "CH"], [])[number % 3],
        "regions": (["DACH", "EMEA"], ["DACH"], [])[number % 3],
        "segments": (["buyers"], ["buyers", "others"], [])[number % 3],
        "segment": ("buyers", None, None)[number % 3],
        "fit": ("ideal", "unknown", "poor")[number % 3],
        "relevant": (True, None, False)[number % 3],
        "engaged": talked if addressed else None,
        "ever_two_way": talked if addressed else None,
        "conversation": talked and number % 4 == 0 if addressed else None,
        "standing": standing,
        "last_at": days_ago(number % 900) if talked else None,
        "dormant": talked and number % 3 == 0 if addressed else None,
        "owed": number % 7 == 0,
        "turns": (number % 9 + 2 if talked else 0) if addressed else None,
        "strength": (number % 13 / 2 if talked else 0.0) if addressed else None,
        "title_words": ["Sales"] if number % 2 else [],
        "title_source": "the title" if number % 2 else None,
        "title_confidence": 0.8 if number % 2 else None,
        "decision": "keep" if number % 10 == 0 else None,
    }


def _first(number: int) -> str:
    return (*("Zoë", "Łukasz", "Jürgen", "Ana", "Mehmet", "Søren"), *HOSTILE)[number % 18]


def report(rows: pl.DataFrame, ties: Sequence[Mapping[str, Any]] = ()) -> Report:
    """Give a report of these people that answers no question and advises nothing."""
    tables = {Table.PEOPLE: rows}
    if ties:
        tables[Table.TIES] = table(Table.TIES, ties)
    owner = Owner("robin-sample-example", "Robin Sample")
    nothing = CleanUp(0, 0, 0, 0, (), {}, ())
    advice = Advice((), Week(0, (), (), "nothing"), nothing)
    history = History((), Score(AS_OF, "", "", "", {}))
    return Report(Network(tables, AS_OF, owner), strategy(), {}, advice, history)
