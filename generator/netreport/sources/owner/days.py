"""Days and times as people and their programs write them, and never a guess which is the month.

03/04/2026 is two days. It is read only where another day of its column decides for all (some
number above 12 that can be no month); German dots put the day first, ISO puts it last.
"""

import re
from datetime import UTC, datetime
from enum import Enum

import polars as pl

from netreport.model.tables import TIME
from netreport.sources.export.dates import EARLIEST, LATEST
from netreport.sources.export.sheets import by_distinct

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = r"(?:,?\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\.?)?)?"
_YEAR = r"(?P<year>\d{4}|\d\d)"
_NUMBERS = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark){_YEAR}{_CLOCK}"
)
_NAMED = tuple(
    re.compile(form + _CLOCK)
    for form in (
        rf"(?P<day>\d{{1,2}})\.?[ -](?P<name>[a-z]{{3,9}})\.?[ -]{_YEAR}",
        rf"(?P<name>[a-z]{{3,9}})\.? (?P<day>\d{{1,2}}),? {_YEAR}",
    )
)
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[/.](?P<month>\d\d?)[/.](?P<day>\d\d?){_CLOCK}")
_LAST_MONTH = 12


class Order(Enum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def moments(texts: pl.Series, otherwise: Order | None = None) -> pl.Series:
    """Read a column; null for what is no time, or could be two days.

    `otherwise` is the order where no day of the column decides.
    """
    distinct = texts.drop_nulls().unique(maintain_order=True).to_list()
    order = _order(distinct, otherwise)
    return by_distinct(texts, lambda text: moment(text, order), TIME)


def moment(text: str, order: Order | None) -> datetime | None:
    """Read one time, in UTC without a zone; one without a zone is taken as it stands.

    None for no time, for one before LinkedIn, and for two numbers that `order` does not decide.
    """
    plain = " ".join(text.casefold().split()).removesuffix(" utc")
    try:
        found = _from_iso(plain) or _from_words(plain) or _from_numbers(plain, order)
    except (ValueError, OverflowError):
        return None
    return found if found and EARLIEST <= found < LATEST else None


def _from_iso(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def _from_words(text: str) -> datetime | None:
    for form in _NAMED:
        if (found := form.fullmatch(text)) and found["name"][:3] in _MONTHS:
            return _made(found, _MONTHS.index(found["name"][:3]) + 1, int(found["day"]))
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found, int(found["month"]), int(found["day"]))
    return None


def _from_numbers(text: str, order: Order | None) -> datetime | None:
    found = _NUMBERS.fullmatch(text)
    own = _own_order(found) if found else None
    if found is None or (own or order) is None:
        return None
    one, two = int(found["one"]), int(found["two"])
    day, month = (one, two) if (own or order) is Order.DAY_FIRST else (two, one)
    return _made(found, month, day)


def _own_order(found: re.Match[str]) -> Order | None:
    """Tell the order from one day alone; None where both could be the month."""
    one, two = int(found["one"]), int(found["two"])
    if found["mark"] == "." or one > _LAST_MONTH or one == two:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if two > _LAST_MONTH else None


def _order(texts: list[str], otherwise: Order | None) -> Order | None:
    """Give what the days that decide agree on; None where they contradict each other."""
    certain = [_NUMBERS.match(text) for text in texts if moment(text, None)]
    told = [each for each in certain if each and each["mark"] != "."]
    orders = {_own_order(each) for each in told if int(each["one"]) != int(each["two"])}
    if not orders:
        return otherwise
    return orders.pop() if len(orders) == 1 else None


def _made(found: re.Match[str], month: int, day: int) -> datetime:
    """Make a time. Raises ValueError for a day or an hour that the calendar does not have."""
    year = int(found["year"])
    century = 2000 if len(found["year"]) == 2 else 0  # noqa: PLR2004 - two digits of a year
    midnight = datetime(century + year, month, day)  # noqa: DTZ001 - as typed, without a zone
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return midnight.replace(hour=hour, minute=minute)
