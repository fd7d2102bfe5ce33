"""Single cells of LinkedIn's analytics: counts, days, shares, and the addresses of posts.

A workbook holds numbers as numbers (until 2025) or as text in the owner's language (since 2026).
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from urllib.parse import unquote

import polars as pl

from netreport.sources.export.dates import EARLIEST, LATEST
from netreport.sources.owner.analytics_words import LESS_THAN, folded
from netreport.sources.owner.days import Order, moments
from netreport.sources.owner.figures import number
from netreport.sources.owner.workbook import Cell

_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}")
_POST = re.compile(r"https?://(?:[a-z0-9-]+\.)*linkedin\.com/\S+", re.IGNORECASE)
_SHARE = re.compile(r"(?:share[:-]|urn:li:share:)(\d{9,19})(?!\d)")
_ANY_ID = re.compile(r"(?:share|activity|ugcPost)[:-](\d{15,19})(?!\d)")
_MOST = 2**53  # a number cell holds no larger count exactly
_LARGEST_ID = 2**63
_LAST_DECIMAL = 0.001  # of a share that is a number


def count(cell: Cell | None) -> int | None:
    """Give a whole number, which may be negative; None for anything else."""
    found = number(cell) if isinstance(cell, str) else cell
    whole = found is not None and found.is_integer() and abs(found) < _MOST
    return int(found) if found is not None and whole else None


def dates_in(texts: Iterable[str], order: Order) -> list[date | None]:
    """Read the first date in each text; `order` holds where none of them decides."""
    written = [found.group() if (found := _DATE.search(text)) else text for text in texts]
    return list(moments(pl.Series(written, dtype=pl.String), order).dt.date())


def period_in(text: str, order: Order) -> tuple[date | None, date | None]:
    """Give the first and last day of "9/1/2026 - 9/30/2026"; None, None for anything else."""
    written = [each.group() for each in _DATE.finditer(text)]
    if len(written) != 2:  # noqa: PLR2004 - a period has two ends
        return None, None
    since, until = dates_in(written, order)
    return since, until


def share(cell: Cell | None) -> tuple[float, float] | None:
    """Give the least and the most that a share can be, of 1; None for no share.

    "2%" is rounded: 0.015 to 0.025. "< 1%" is 0 to 0.01. A number has three decimals: 0.139 is
    0.1385 to 0.1395; one with more is taken as it stands.
    """
    if isinstance(cell, float):
        half = _LAST_DECIMAL / 2 if round(cell, 3) == cell else 0.0
        return _within(cell - half, cell + half) if 0 <= cell <= 1 else None
    return _share_in(folded(cell)) if cell else None


def is_post(cell: Cell | None) -> bool:
    """Say whether a cell is the address of a post."""
    return isinstance(cell, str) and _POST.fullmatch(cell) is not None


def share_id(url: str) -> int | None:
    """Give the id of the share that an address names; an activity's id is another."""
    found = _SHARE.search(unquote(url))
    return int(found.group(1)) if found and int(found.group(1)) < _LARGEST_ID else None


def time_in(url: str) -> datetime | None:
    """Give the time of a post, UTC, that its id holds (milliseconds, shifted by 22 bits)."""
    found = _ANY_ID.search(unquote(url))
    if found is None:
        return None
    milliseconds = int(found.group(1)) >> 22
    at = datetime.fromtimestamp(milliseconds / 1000, UTC).replace(tzinfo=None)
    return at if EARLIEST <= at < LATEST else None


def _share_in(text: str) -> tuple[float, float] | None:
    less = LESS_THAN.fullmatch(text)
    written = (less.group(1) if less else text).removesuffix("%").strip()
    percent = number(written)
    if not text.endswith("%") or percent is None or not 0 <= percent <= 100:  # noqa: PLR2004
        return None
    if less:
        return 0.0, percent / 100
    decimals = len(re.split(r"[.,]", written)[1]) if re.search(r"[.,]", written) else 0
    half = 0.5 / 10**decimals
    return _within((percent - half) / 100, (percent + half) / 100)


def _within(low: float, high: float) -> tuple[float, float]:
    return max(0.0, round(low, 9)), min(1.0, round(high, 9))
