"""What the owner did, one time stamp a row: reactions, votes, reposts, searches, follows.

Each reader takes its file's text and gives the rows of its table. Rows that say nothing without
their time are left out; whom the owner follows is kept with or without it.
"""

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

NO_TIME = "the time cannot be read"

_FOLLOWED = (dates.UTC_JAVA, *dates.ACTIVITY)


def reactions(text: Text) -> Sheet:
    """Read Reactions.csv: `kind` is LIKE, PRAISE, EMPATHY, INTEREST, APPRECIATION and so on."""
    takes = {"date": ("Date",), "kind": ("Type",), "link": ("Link",)}
    sheet = read_sheet(text, Layout(takes, needs=("date", "kind", "link"), crlf=True))
    return _needing(sheet, "reacted_at")


def votes(text: Text) -> Sheet:
    """Read Votes.csv; here a backslash is an ordinary character."""
    takes = {"date": ("Date",), "link": ("Link",), "option": ("OptionText",)}
    layout = Layout(takes, needs=("date", "option"), verbatim=("option",), crlf=True)
    return _needing(read_sheet(text, layout), "voted_at")


def reposts(text: Text) -> Sheet:
    """Read InstantReposts.csv."""
    takes = {"date": ("Date",), "link": ("Link", "ShareLink", "Post URL")}
    sheet = read_sheet(text, Layout(takes, needs=("date", "link"), crlf=True))
    return _needing(sheet, "reposted_at")


def searches(text: Text) -> Sheet:
    """Read when somebody searched, in SearchQueries.csv; for what, is not even loaded."""
    layout = Layout({"date": ("Time",)}, needs=("date",), leaves=("Search Query",), loose=True)
    return _needing(read_sheet(text, layout), "searched_at")


def company_follows(text: Text) -> Sheet:
    """Read Company Follows.csv."""
    takes = {"company": ("Organization",), "date": ("Followed On",)}
    sheet = read_sheet(text, Layout(takes, needs=("company", "date")))
    return _keeping(sheet, "followed_at")


def member_follows(text: Text) -> Sheet:
    """Read Member_Follows.csv: whom the owner follows, or has stopped following."""
    takes = {"date": ("Date",), "status": ("Status",), "name": ("FullName",)}
    sheet = read_sheet(text, Layout(takes, needs=("date", "name"), crlf=True))
    return _keeping(sheet, "followed_at")


def hashtag_follows(text: Text) -> Sheet:
    """Read Hashtag_Follows.csv."""
    takes = {"hashtag": ("HashTag",), "date": ("CreatedTime",), "state": ("State",)}
    layout = Layout(takes, needs=("hashtag", "date"), leaves=("LastModifiedTime",), crlf=True)
    return _keeping(read_sheet(text, layout), "followed_at")


def _needing(sheet: Sheet, column: str) -> Sheet:
    return _timed(sheet, column).without(pl.col(column).is_null(), NO_TIME)


def _keeping(sheet: Sheet, column: str) -> Sheet:
    return _timed(sheet, column).telling(pl.col(column).is_null(), NO_TIME)


def _timed(sheet: Sheet, column: str) -> Sheet:
    found = dates.times(sheet.cells["date"], _FOLLOWED)
    return sheet.having(sheet.cells.with_columns(found.alias(column)))
