"""Times as LinkedIn writes them: each file has its own pattern and time zone, always in English.

Takes aware times in UTC, or whole seconds since 1970. Never asks the locale or the clock.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOON = 12
_WITHOUT_ZONE = len("2026-03-09 11:37:36")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PACIFIC = ZoneInfo("America/Los_Angeles")


def end_of(day: date) -> datetime:
    """Give the moment at which an export of `day` is made: nothing in it is later."""
    return datetime.combine(day, time(NOON), UTC)


def at(seconds: int) -> datetime:
    """Give the moment so many seconds after the start of 1970."""
    return _EPOCH + timedelta(seconds=seconds)


def seconds(moment: datetime) -> int:
    """Give the whole seconds from the start of 1970 to `moment`."""
    return int((moment - _EPOCH).total_seconds())


def day(moment: datetime | date) -> str:
    """Write a day as Connections does: `07 Jun 2026`."""
    return f"{moment.day:02} {MONTHS[moment.month - 1]} {moment.year}"


def pacific(moment: datetime) -> str:
    """Write a time as Invitations does, on the west coast of America: `3/8/26, 8:10 PM`."""
    local = moment.astimezone(_PACIFIC)
    return f"{local.month}/{local.day}/{local.year % 100:02}, {_clock(local)}"


def padded(moment: datetime) -> str:
    """Write a time as Recommendations does: `05/04/26, 07:10 AM`."""
    return f"{moment.month:02}/{moment.day:02}/{moment.year % 100:02}, {_clock(moment):0>8}"


def _clock(moment: datetime) -> str:
    half = "AM" if moment.hour < NOON else "PM"
    return f"{(moment.hour - 1) % NOON + 1}:{moment.minute:02} {half}"


def plain(moment: datetime) -> str:
    """Write a time as Shares does, in UTC without saying so: `2026-03-09 11:37:36`."""
    return moment.isoformat(" ", "seconds")[:_WITHOUT_ZONE]


def stated(moment: datetime) -> str:
    """Write a time as messages does: `2026-03-09 11:37:36 UTC`."""
    return plain(moment) + " UTC"


def slashed(moment: datetime) -> str:
    """Write a time as Endorsements does: `2026/03/09 11:37:36 UTC`."""
    return stated(moment).replace("-", "/")


def unix(moment: datetime) -> str:
    """Write a time as Company Follows does: `Tue Mar 09 11:37:36 UTC 2026`."""
    weekday, month = WEEKDAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{weekday} {month} {moment:%d %H:%M:%S} UTC {moment.year}"
