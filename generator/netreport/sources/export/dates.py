"""Dates as LinkedIn writes them, file by file, become UTC times without a zone, and UTC days.

By pattern and column, never by the computer's locale; what fits no pattern is null, not guessed.
Zones are converted by polars, which carries its own table of them: Windows has none.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

import polars as pl

EARLIEST = datetime(2003, 5, 5)  # noqa: DTZ001 - LinkedIn opened; times here are UTC without a zone
LATEST = datetime(2050, 1, 1)  # noqa: DTZ001 - without a clock, a guess at what is absurd
_EARLIEST_JOB = date(1900, 1, 1)
_MONTH_FORMS = ("%d %b %Y", "%d %b-%y")
_PACIFIC = "America/Los_Angeles"
_AMERICAN = r"^[1-9]\d?/[1-9]\d?/(\d\d|\d{4}) \d{1,2}:\d\d"
_MONTHS = 12
_SLASHED = r"^\d+/\d+/\d+ \d"


class Zone(Enum):
    """The clock that a file's times were read from."""

    UTC = "UTC"
    PACIFIC = _PACIFIC


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a time. `guessed`: only if every time of the column can be read so."""

    form: str
    zone: Zone = Zone.UTC
    guessed: bool = False


UTC_STATED = Pattern("%Y-%m-%d %H:%M:%S UTC")
UTC_SLASHED = Pattern("%Y/%m/%d %H:%M:%S UTC")
UTC_UNSTATED = Pattern("%Y-%m-%d %H:%M:%S")
UTC_MINUTES = Pattern("%Y-%m-%d %H:%M")
UTC_JAVA = Pattern("%a %b %d %H:%M:%S UTC %Y")
PACIFIC = Pattern("%m/%d/%y, %I:%M %p", Zone.PACIFIC)
DAY_MONTH_YEAR = Pattern("%d %b %Y")
SPREADSHEET_DAYS = tuple(Pattern(form) for form in ("%d-%b-%y", "%d-%b-%Y", "%Y-%m-%d", "%d %b %y"))
SPREADSHEET_TIMES = tuple(
    Pattern(form, guessed=True)
    for form in ("%m/%d/%y %H:%M", "%m/%d/%Y %H:%M", "%m/%d/%y %H:%M:%S", "%m/%d/%Y %H:%M:%S")
)
PACIFIC_TIMES = (
    PACIFIC,
    Pattern("%m/%d/%Y, %I:%M %p", Zone.PACIFIC),
    Pattern("%m/%d/%y %I:%M %p", Zone.PACIFIC),
    Pattern("%m/%d/%Y %I:%M %p", Zone.PACIFIC),
    *(replace(pattern, zone=Zone.PACIFIC) for pattern in SPREADSHEET_TIMES),
)
ACTIVITY = (UTC_UNSTATED, UTC_STATED, UTC_SLASHED, UTC_MINUTES, *SPREADSHEET_TIMES)


def times(texts: pl.Series, patterns: tuple[Pattern, ...]) -> pl.Series:
    """Read each text by the first pattern that fits; null where none does, or out of range."""
    found = _read(texts, patterns[0])
    for pattern in patterns[1:]:
        rest = found.is_null() & texts.is_not_null()
        if not rest.any():
            break
        found = found.zip_with(~rest, _read(_only(texts, rest), pattern))
    return found


def days(texts: pl.Series, patterns: tuple[Pattern, ...]) -> pl.Series:
    """Read UTC days as `times` reads times."""
    return times(texts, patterns).dt.date()


def months(texts: pl.Series) -> pl.Series:
    """Read `Nov 2017` and `2017`, and a spreadsheet's `Nov-17`, as the first day they name."""
    bare_year = texts.str.contains(r"^\d{4}$")
    first = pl.when(bare_year).then("01 Jan " + texts).otherwise("01 " + texts)
    dated = pl.select(first).to_series()
    return pl.select(pl.coalesce(*(_month(dated, form) for form in _MONTH_FORMS))).to_series()


def _month(dated: pl.Series, form: str) -> pl.Series:
    """Read by one form; the range also keeps out `-17`, which would be read as a year before 0."""
    found = dated.str.strptime(pl.Date, form, strict=False)
    return _only(found, (found >= _EARLIEST_JOB) & (found < LATEST.date()))


def _read(texts: pl.Series, pattern: Pattern) -> pl.Series:
    if pattern.guessed and _contradicted(texts):
        return pl.repeat(None, texts.len(), dtype=pl.Datetime("us"), eager=True)
    local = texts.str.strptime(pl.Datetime("us"), pattern.form, strict=False)
    return _within(_utc(local) if pattern.zone is Zone.PACIFIC else local)


def _utc(local: pl.Series) -> pl.Series:
    """Of an hour that happens twice take the first; an hour that is skipped was an hour later."""
    told, later = (
        each.dt.replace_time_zone(_PACIFIC, ambiguous="earliest", non_existent="null")
        for each in (local, local.dt.offset_by("1h"))
    )
    zoned = told.zip_with(told.is_not_null(), later)
    return zoned.dt.convert_time_zone("UTC").dt.replace_time_zone(None)


def _within(found: pl.Series) -> pl.Series:
    return _only(found, (found >= EARLIEST) & (found < LATEST))


def _only(values: pl.Series, keep: pl.Series) -> pl.Series:
    return pl.select(pl.when(keep).then(values)).to_series()


def _contradicted(texts: pl.Series) -> bool:
    """Say whether times like 3/9/26 11:37 put the day first, or might: then none is read.

    An American spreadsheet writes the month first and no zeros in front of it.
    """
    slashed = texts.filter(texts.str.contains(_SLASHED))
    month = slashed.str.extract(r"^(\d+)/").cast(pl.Int64, strict=False)
    return not (slashed.str.contains(_AMERICAN).all() and bool((month <= _MONTHS).all()))
