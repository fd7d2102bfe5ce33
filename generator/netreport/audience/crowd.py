"""Which titles and companies have so many people behind them that they name nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from netreport.facts.companies import normal
from netreport.facts.words import fold
from netreport.model.people import Person

Counts = Mapping[tuple[object, ...], int]


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many connections share a title, a company, both, and both and the month of connecting.

    A company and a title together say who somebody is as well as a name does, and so does a month
    beside them: together they are told only where `k` people share all of it.
    """

    k: int
    titles: Counts = field(repr=False)
    companies: Counts = field(repr=False)
    pairs: Counts = field(repr=False)
    triples: Counts = field(repr=False)

    def tells_company(self, company: str | None) -> bool:
        """Say whether a company has enough people behind it to be told."""
        return company is not None and self._enough(self.companies, normal(company))

    def tells_title(self, title: str | None, company: str | None) -> bool:
        """Say whether a title may be told, beside the company where that is told."""
        if title is None or not self._enough(self.titles, fold(title)):
            return False
        beside = self.tells_company(company)
        return not beside or self._enough(self.pairs, fold(title), normal(company or ""))

    def tells_month(self, title: str | None, company: str | None, day: date | None) -> bool:
        """Say whether the month of connecting may be told beside title and company."""
        if day is None or not (self.tells_title(title, company) and self.tells_company(company)):
            return day is not None
        month = day.replace(day=1)
        return self._enough(self.triples, fold(title or ""), normal(company or ""), month)

    def is_small(self, words: str) -> bool:
        """Say whether these words are the title or the company of some people, but too few."""
        company, title = (normal(words),), (fold(words),)
        found = self.companies.get(company, 0), self.titles.get(title, 0)
        return any(0 < count < self.k for count in found) and max(found) < self.k

    def _enough(self, counts: Counts, *what: object) -> bool:
        return counts.get(what, 0) >= self.k


def crowd(people: pl.DataFrame | None, waiting: pl.DataFrame | None, k: int) -> Crowd:
    """Count the titles and companies of connections; who only asks to connect counts for nobody.

    Titles and companies of those who wait are known all the same, as such of 0 to k - 1 people.
    """
    frames = [pl.DataFrame(schema=_COLUMNS) if people is None else people.select(*_COLUMNS)]
    known = frames[0].with_columns(
        pl.col("position").map_elements(fold, pl.String).alias("title"),
        pl.col("company").map_elements(normal, pl.String).alias("employer"),
        pl.col("connected_on").dt.truncate("1mo").alias("month"),
    )
    both = known.drop_nulls(["title", "employer"])
    others = _beside(waiting)
    return Crowd(
        k,
        {**others, **_counted(known.drop_nulls("title"), "title")},
        {**others, **_counted(known.drop_nulls("employer"), "employer")},
        _counted(both, "title", "employer"),
        _counted(both.drop_nulls("month"), "title", "employer", "month"),
    )


_COLUMNS = {"position": pl.String, "company": pl.String, "connected_on": pl.Date}


def _counted(frame: pl.DataFrame, *columns: str) -> Counts:
    rows = frame.group_by(*columns).len().rows()
    return {row[:-1]: row[-1] for row in rows}


def _beside(waiting: pl.DataFrame | None) -> dict[tuple[object, ...], int]:
    """Give one person for each title and company of somebody who only asks to connect."""
    if waiting is None:
        return {}
    titles = waiting.get_column("position").drop_nulls().to_list()
    companies = waiting.get_column("company").drop_nulls().to_list()
    return {(word,): 1 for word in (*map(fold, titles), *map(normal, companies))}


def told_of(person: Person, crowd: Crowd) -> tuple[bool, bool, bool]:
    """Say whether title, company and month of a person may be told."""
    title, company = person.position, person.company
    return (
        crowd.tells_title(title, company),
        crowd.tells_company(company),
        crowd.tells_month(title, company, person.connected_on),
    )
