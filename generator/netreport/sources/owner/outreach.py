"""outreach.csv: the attempts to reach people that no export holds, and what came of each.

Takes a path, gives `Table.OUTREACH`. Times have the zone that the owner typed them in, which
nobody writes down; times with a zone become UTC. Notes are not read.
"""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import polars as pl

from netreport.errors import ExportError
from netreport.model.network import Issue
from netreport.model.tables import Table
from netreport.sources.export.sheets import Sheet
from netreport.sources.owner import keys
from netreport.sources.owner.days import moments
from netreport.sources.owner.figures import numbers, truths, whole_numbers
from netreport.sources.owner.outreach_dialects import (
    ALL_OUTCOMES,
    BY_HAND,
    CHANNELS,
    DIALECTS,
    NO_OUTREACH,
    OUTCOMES,
    TEMPLATE,
)
from netreport.sources.owner.own_file import OwnFile, content_of, own_file
from netreport.sources.owner.recognising import all_of, first_of, one_line, read_known

WANTED = (
    f"give the columns {', '.join(TEMPLATE)}, of which channel and sent_on must be there, "
    "or HubSpot's activities or an activity report of Salesforce"
)
EXAMPLE_SLUG = "example"
_EXAMPLE = (
    f"https://www.linkedin.com/in/{EXAMPLE_SLUG}",
    "Dana Example",
    "dana@example.com",
    "inmail",
    "2026-03-14",
    "2",
    "320",
    "yes",
    "replied",
    "2026-03-16",
    "",
    "12.50",
    "s1",
    "this row shows what goes where and is never counted",
)
_CERTAIN, _AS_ISO = "that can be read for certain", "days as 2026-10-31"
_UNANSWERED = ("no_reply", "bounced")
_FIGURES: Mapping[str, Callable[[pl.Series], pl.Series]] = {
    "touches": partial(whole_numbers, most=2**16),
    "length": whole_numbers,
    "personalised": truths,
    "value": numbers,
    "spend": numbers,
}


def template() -> str:
    """Give an empty log: the columns, and one row that shows what goes where."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([TEMPLATE, _EXAMPLE])
    return text.getvalue()


def read(path: Path) -> OwnFile:
    """Read a log of any known program and any name.

    A row without a channel or a readable day is left out and told. Raises ExportError if the
    header is not known, or if there are rows and none has a day.
    """
    content = content_of(path)
    dialect, sheet = read_known(path.name, content, DIALECTS, WANTED)
    read_profile = keys.profiles_by_hand if dialect is BY_HAND else keys.profiles
    sheet = _attempts(_addressed(sheet.having(_texts(sheet.cells)), read_profile))
    sheet = _with_results(_with_times(_with_figures(sheet)))
    return own_file(path.name, content, sheet.rows, {Table.OUTREACH: sheet.cells}, sheet.issues)


def _texts(cells: pl.DataFrame) -> pl.DataFrame:
    """Give one column for each field, still as text."""
    fields = ("profile", "channel", "sent", "replied", "outcome", "sequence", *_FIGURES)
    name = first_of(cells, "name").str.replace_all(r"\s*\([^)]*@[^)]*\)", "")  # HubSpot adds mails
    return cells.select(
        "line",
        one_line(name),
        keys.emails(all_of(cells, "email", between=" ")).list.first().alias("email"),
        *(first_of(cells, field) for field in fields),
    )


def _addressed(sheet: Sheet, read_profile: Callable[[pl.Series], pl.Series]) -> Sheet:
    """Add the person, and drop the row of the template that is only an example."""
    person = read_profile(sheet.cells["profile"]).alias("person")
    sheet = sheet.having(sheet.cells.with_columns(person))
    return sheet.dropping(pl.col("person").eq_missing(EXAMPLE_SLUG))


def _attempts(sheet: Sheet) -> Sheet:
    """Read the channel; drop and count the notes and tasks that CRMs log beside attempts."""
    word = _word("channel").replace(CHANNELS)
    sheet = sheet.having(sheet.cells.with_columns(word))
    sheet = sheet.without(pl.col("channel").is_null(), "has no channel")
    beside = sheet.cells.filter(pl.col("channel").is_in(NO_OUTREACH))
    if beside.is_empty():
        return sheet
    told = f"notes and tasks, which reach nobody, left out: {beside.height}"
    issue = Issue(sheet.name, beside["line"][0], told)
    sheet = sheet.dropping(pl.col("channel").is_in(NO_OUTREACH))
    return replace(sheet, issues=(*sheet.issues, issue))


def _with_figures(sheet: Sheet) -> Sheet:
    """Read counts, money, yes and no; what is none of it is null and told."""
    for field, reading in _FIGURES.items():
        found = reading(sheet.cells[field]).alias("found")
        odd = pl.col(field).is_not_null() & pl.col("found").is_null()
        sheet = sheet.having(sheet.cells.with_columns(found))
        sheet = sheet.telling(odd, f"{field} cannot be read: left out")
        sheet = sheet.having(sheet.cells.with_columns(pl.col("found").alias(field)))
    return sheet


def _with_times(sheet: Sheet) -> Sheet:
    """Read both times; a row without the first is no attempt that can be placed."""
    sent, replied = (moments(sheet.cells[field]) for field in ("sent", "replied"))
    if sent.len() and sent.null_count() == sent.len():
        raise ExportError(f"{sheet.name}: no row has a day {_CERTAIN}", remedy=f"write {_AS_ISO}")
    cells = sheet.cells.with_columns(sent.alias("sent_at"), replied.alias("replied_at"))
    sheet = sheet.having(cells).without(
        pl.col("sent_at").is_null(), f"has no day {_CERTAIN}: write {_AS_ISO}"
    )
    unsure = pl.col("replied").is_not_null() & pl.col("replied_at").is_null()
    sheet = sheet.telling(unsure, f"replied on no day {_CERTAIN}: write {_AS_ISO}")
    early = pl.col("replied_at").dt.date() < pl.col("sent_at").dt.date()
    sheet = sheet.telling(early, "the reply is older than what it answers: left out")
    later = pl.when(~early).then("replied_at").alias("replied_at")
    return sheet.having(sheet.cells.with_columns(later))


def _with_results(sheet: Sheet) -> Sheet:
    """Read the outcome. Who answered has replied, whatever else the row says; empty is unknown."""
    known = _word("outcome").replace_strict(OUTCOMES, default=None, return_dtype=pl.String)
    sheet = sheet.having(sheet.cells.with_columns(known.alias("known")))
    odd = pl.col("outcome").is_not_null() & pl.col("known").is_null()
    sheet = sheet.telling(odd, f"the outcome is none of {', '.join(ALL_OUTCOMES)}: left out")
    answered = pl.col("replied_at").is_not_null()
    against = answered & pl.col("known").is_in(_UNANSWERED)
    sheet = sheet.telling(against, "has a day of reply and says there was none: read as replied")
    silent = pl.col("known").is_null() | pl.col("known").is_in(_UNANSWERED)
    outcome = pl.when(answered & silent).then(pl.lit("replied")).otherwise("known")
    return sheet.having(sheet.cells.with_columns(outcome.alias("outcome")))


def _word(field: str) -> pl.Expr:
    """Give a word as it is compared: in lower case, blanks for other marks."""
    return pl.col(field).str.to_lowercase().str.replace_all(r"[\s_-]+", " ").str.strip_chars()
