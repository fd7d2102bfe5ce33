"""The files of the export that hold what the owner did: posts, comments, reactions, follows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from netreport.demo import moments
from netreport.demo.deeds.diary import Entry, Kind
from netreport.demo.files.dialects import (
    Row,
    backslashed,
    minimal,
    unfinished,
    unquoted,
    with_artefact,
)
from netreport.demo.world import World

Dialect = Callable[[Iterable[Row]], Iterator[str]]
Cells = Callable[[str, tuple[str, ...]], Row]  # the time, written, and the other cells


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of entry is written. `{}` in the name: the number of the member stands there."""

    name: str
    kind: Kind
    header: Row
    row: Cells
    time: Callable[[datetime], str] = moments.plain
    dialect: Dialect = minimal


def _time_first(time: str, cells: tuple[str, ...]) -> Row:
    return (time, *cells)


def _post(time: str, cells: tuple[str, ...]) -> Row:
    link, text, *rest = cells
    return (time, link, with_artefact(text), *rest)


def _hashtag(time: str, cells: tuple[str, ...]) -> Row:
    return (cells[0], time, time, "Follow")


def _member(time: str, cells: tuple[str, ...]) -> Row:
    return (time, cells[1], cells[0])


def _name_then_time(time: str, cells: tuple[str, ...]) -> Row:
    return (cells[0], time)


def _seen(time: str, cells: tuple[str, ...]) -> Row:
    return ("Impression", time.partition(" ")[0], cells[0], "example.com")


def _open_end(rows: Iterable[Row]) -> Iterator[str]:
    return unfinished(minimal(rows))


FORMS = (
    Form("Shares_{}.csv", Kind.SHARES,
         ("Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"), _post),
    Form("Comments_{}.csv", Kind.COMMENTS, ("Date", "Link", "Message"), _time_first,
         dialect=backslashed),
    Form("Reactions_{}.csv", Kind.REACTIONS, ("Date", "Type", "Link"), _time_first),
    Form("InstantReposts_{}.csv", Kind.REPOSTS, ("Date", "Link"), _time_first),
    Form("Votes.csv", Kind.VOTES, ("Date", "Link", "OptionText"), _time_first),
    Form("Saved_Items_{}.csv", Kind.SAVED, ("savedItem", "CreatedTime"), _name_then_time),
    Form("Hashtag_Follows.csv", Kind.HASHTAGS,
         ("HashTag", "CreatedTime", "LastModifiedTime", "State"), _hashtag),
    Form("Member_Follows_{}.csv", Kind.MEMBERS, ("Date", "Status", "FullName"), _member),
    Form("Company Follows.csv", Kind.COMPANIES, ("Organization", "Followed On"), _name_then_time,
         moments.unix, _open_end),
    Form("SearchQueries.csv", Kind.SEARCHES, ("Time", "Search Query"), _time_first,
         moments.slashed, unquoted),
    Form("Logins.csv", Kind.LOGINS, ("Login Date", "IP Address", "User Agent", "Login Type"),
         _time_first, moments.unix),
    Form("Security Challenges.csv", Kind.CHALLENGES,
         ("Challenge Date", "IP Address", "User Agent", "Country", "Challenge Type"),
         _time_first, moments.unix),
    Form("Ads Clicked.csv", Kind.ADS_CLICKED, ("Ad clicked Date", "Ad Title/Id"), _time_first,
         moments.slashed),
    Form("LAN Ads Engagement.csv", Kind.ADS_SEEN, ("Action", "Date", "Ad Title/Id", "Page/App"),
         _seen, moments.slashed),
)  # fmt: skip


def written(form: Form, world: World, day: date) -> Iterator[str]:
    """Write the file of one form, newest first, up to the end of `day`."""
    now = moments.end_of(day)
    entries: tuple[Entry, ...] = world.diary[form.kind]
    rows = (form.row(form.time(entry.at), entry.cells) for entry in entries if entry.at <= now)
    return form.dialect([form.header, *rows])
