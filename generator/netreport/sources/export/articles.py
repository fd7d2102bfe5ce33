"""Articles/*.html: one article or draft a file."""

import re
from datetime import datetime

import polars as pl

from netreport.model.tables import SCHEMAS, Table
from netreport.sources.export.decoding import Text, Unreadable
from netreport.sources.export.markup import plain_text
from netreport.sources.export.sheets import Sheet

_CREATED = re.compile(r"Created on (\d{4}-\d\d-\d\d \d\d:\d\d)")
_PUBLISHED = re.compile(r"Published on (\d{4}-\d\d-\d\d \d\d:\d\d)")


def read(text: Text) -> Sheet:
    """Read one article; a draft has no time of publishing. Raises Unreadable for another page."""
    page = text.content.decode("utf-8")
    title, rest = _inside(page, "h1", page.find("</h1>"))
    if title is None:
        raise Unreadable("is no article")
    body, _ = _inside(rest, "div", rest.rfind("</div>"))
    stamps = rest.partition("<div")[0]
    row = {
        "title": _plain(title),
        "created_at": _time(_CREATED, stamps),
        "published_at": _time(_PUBLISHED, stamps),
        "text": _plain(body or ""),
        "line": 1,
    }
    schema = {**SCHEMAS[Table.ARTICLES], "line": pl.UInt32()}
    return Sheet(text.name, pl.DataFrame([row], schema=schema), 1, issues=text.issues)


def _inside(page: str, tag: str, end: int) -> tuple[str | None, str]:
    """Give what the first such tag holds up to `end`, and the rest of the page."""
    start = page.find(f"<{tag}")
    opened = page.find(">", start)
    if not 0 <= start < opened < end:
        return None, page
    return page[opened + 1 : end], page[end:]


def _plain(markup: str) -> str | None:
    return (plain_text(markup) or "").strip() or None


def _time(stamp: re.Pattern[str], stamps: str) -> datetime | None:
    """Read a stamp as UTC, as the other files of activity are."""
    found = stamp.search(stamps)
    try:
        return datetime.fromisoformat(found.group(1)) if found else None
    except ValueError:
        return None
