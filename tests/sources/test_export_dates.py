"""Dates by pattern and column; what fits none is null."""

from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.sources.export import dates


def one(text: str, *patterns: dates.Pattern) -> datetime | None:
    return dates.times(pl.Series([text]), patterns).item()


@pytest.mark.parametrize(
    ("text", "pattern", "time"),
    [
        ("2026-03-09 05:30:12 UTC", dates.UTC_STATED, "2026-03-09 05:30:12"),
        ("2018/10/20 08:15:30 UTC", dates.UTC_SLASHED, "2018-10-20 08:15:30"),
        ("2026-03-09 11:37:36", dates.UTC_UNSTATED, "2026-03-09 11:37:36"),
        ("Tue Mar 19 12:34:56 UTC 2024", dates.UTC_JAVA, "2024-03-19 12:34:56"),
        ("07 Jun 2025", dates.DAY_MONTH_YEAR, "2025-06-07 00:00:00"),
    ],
)
def test_linkedins_patterns_in_utc(text: str, pattern: dates.Pattern, time: str) -> None:
    assert one(text, pattern) == datetime.fromisoformat(time)


@pytest.mark.parametrize(
    ("pacific", "utc"),
    [
        ("3/8/26, 8:10 PM", "2026-03-09 03:10"),  # the first day of summer time
        ("3/7/26, 8:10 PM", "2026-03-08 04:10"),  # the last of winter time
        ("2/1/26, 12:05 AM", "2026-02-01 08:05"),
        ("1/5/24, 12:15 PM", "2024-01-05 20:15"),
        ("11/5/23, 1:30 AM", "2023-11-05 08:30"),  # happens twice: the first
        ("3/10/24, 2:30 AM", "2024-03-10 10:30"),  # never happens: an hour later, in summer time
        ("3/10/24, 3:01 AM", "2024-03-10 10:01"),
        ("12/31/25, 11:50\u202fPM", "2026-01-01 07:50"),
    ],
)
def test_pacific_times_become_utc(pacific: str, utc: str) -> None:
    assert one(pacific, dates.PACIFIC) == datetime.fromisoformat(utc)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7-Jun-25", date(2025, 6, 7)),
        ("07-Jun-25", date(2025, 6, 7)),
        ("12-Mar-2024", date(2024, 3, 12)),
        ("2009-09-09", date(2009, 9, 9)),
        ("07 Jun 25", date(2025, 6, 7)),
        ("07.06.2025", None),
        ("07/06/2025", None),
        ("6/7/25", None),
        ("31 Feb 2025", None),
        ("07 Juin 2025", None),
        ("07 Jun 1999", None),
        ("07 Jun 2051", None),
        ("45815", None),
    ],
)
def test_days_as_spreadsheets_leave_them_and_none_that_is_ambiguous(
    text: str, day: date | None
) -> None:
    patterns = (dates.DAY_MONTH_YEAR, *dates.SPREADSHEET_DAYS)

    assert dates.days(pl.Series([text]), patterns).item() == day


def test_an_american_spreadsheets_times_are_read_as_a_column() -> None:
    column = pl.Series(["6/1/21 9:15", None, "12/31/2021 23:59:30", "2026-03-09 11:37:36"])

    assert dates.times(column, dates.ACTIVITY).to_list() == [
        datetime(2021, 6, 1, 9, 15),
        None,
        datetime(2021, 12, 31, 23, 59, 30),
        datetime(2026, 3, 9, 11, 37, 36),
    ]


@pytest.mark.parametrize("other", ["13/6/21 9:15", "01/06/21 9:15"])
def test_times_that_may_put_the_day_first_are_not_guessed(other: str) -> None:
    assert dates.times(pl.Series(["6/1/21 9:15", other]), dates.ACTIVITY).to_list() == [None, None]


def test_months_and_years_are_their_first_day() -> None:
    column = pl.Series(["Nov 2017", "2016", "Nov-17", "Jan 1987", None, "today", "1", "13 2017"])

    assert dates.months(column).to_list() == [
        date(2017, 11, 1),
        date(2016, 1, 1),
        date(2017, 11, 1),
        date(1987, 1, 1),
        None,
        None,
        None,
        None,
    ]


EVERY_PATTERN = (*dates.PACIFIC_TIMES, *dates.ACTIVITY, dates.UTC_JAVA, *dates.SPREADSHEET_DAYS)


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.text(max_size=30),
            st.from_regex(
                r"\d{1,5}[-/ ]\w{1,4}[-/ ]\d{1,5}[, ]{1,2}\d{1,3}:\d\d(:\d\d)?( [AP]M| UTC)?"
            ),
        ),
        max_size=6,
    )
)
def test_no_text_breaks_the_dates_and_none_leaves_their_range(texts: list[str | None]) -> None:
    column = pl.Series(texts, dtype=pl.String)
    found = [*dates.times(column, EVERY_PATTERN), *dates.times(column, dates.ACTIVITY)]

    assert all(time is None or dates.EARLIEST <= time < dates.LATEST for time in found)
    assert dates.months(column).len() == len(texts)


@given(st.datetimes(datetime(2003, 6, 1), datetime(2049, 12, 30)))
def test_every_time_that_linkedin_writes_comes_back(time: datetime) -> None:
    written = time.replace(microsecond=0)
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    java = (
        f"{days[written.weekday()]} {months[written.month - 1]} {written.day:02} "
        f"{written:%H:%M:%S} UTC {written.year}"
    )

    assert one(f"{written} UTC", dates.UTC_STATED) == written
    assert one(java, dates.UTC_JAVA) == written
    assert one(str(written), *dates.ACTIVITY) == written
