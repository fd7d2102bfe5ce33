"""Comments.csv: the owner's comments, in the two ways LinkedIn has quoted them.

Older files double a quote, and leave texts without comma and quote bare, line breaks included;
newer ones write a backslash before a quote. Which it is, is found by trial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.decoding import RuinedError, Text
from netreport.sources.export.records import Bad, Header, Layout, find_header, records
from netreport.sources.export.sheets import Sheet, told

LAYOUT = Layout(
    takes={"date": ("Date",), "link": ("Link",), "text": ("Message",)},
    needs=("date", "link", "text"),
    crlf=True,
)
_SCHEMA = {"line": pl.UInt32, "date": pl.String, "link": pl.String, "text": pl.String}
_WIDTH = 3
_DATED = re.compile(r"\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b")


_Comment = tuple[int, list[str]]  # the line, and date, link, text


@dataclass(frozen=True, slots=True)
class _Trial:
    """What one way of quoting makes of the file: comments, and rows that are none."""

    comments: list[_Comment]
    bad: list[Bad]


def read(text: Text) -> Sheet:
    """Read the whole file the way that leaves the fewest rows over."""
    header = find_header(text, LAYOUT)
    best = min(_trials(text, header), key=lambda trial: len(trial.bad))
    rows = [(line, *cells) for line, cells in best.comments]
    cells = pl.DataFrame(rows, schema=_SCHEMA, orient="row").with_columns(
        pl.col("text").str.replace_all("\r\n", "\n", literal=True).str.strip_chars()
    )
    cells = cells.with_columns(
        pl.when(pl.col("link", "text") != "").then(pl.col("link", "text")),
        dates.times(cells["date"], dates.ACTIVITY).alias("commented_at"),
    )
    issues = (*text.issues, *told(text.name, best.bad))
    count = len(best.comments) + len(best.bad)
    sheet = Sheet(text.name, cells, count, len(best.bad), issues)
    return sheet.doubting(pl.col("commented_at").is_null(), "the time cannot be read")


def _trials(text: Text, header: Header) -> Iterator[_Trial]:
    """Try doubled quotes, then backslashes before quotes, then before anything.

    Raises RuinedError where each leaves a quote open.
    """
    slashed = replace(text, content=text.content.replace(b'\\"', b'""'))
    failed: list[RuinedError] = []
    for tried, escape in ((text, None), (slashed, None), (text, "\\")):
        try:
            yield _trial(tried, header, escape)
        except RuinedError as error:
            failed.append(error)
    if len(failed) == 3:  # noqa: PLR2004 - the three above
        raise failed[0]


def _trial(text: Text, header: Header, escape: str | None) -> _Trial:
    bad: list[Bad] = []
    comments: list[_Comment] = []
    for batch in records(text, header, bad, escape):
        for line, cells in zip(*batch, strict=True):
            _take(line, cells, comments, bad)
    return _Trial(comments, bad)


def _take(line: int, cells: list[str], comments: list[_Comment], bad: list[Bad]) -> None:
    """Add a comment, or a bare line to the comment it continues."""
    if len(cells) == _WIDTH and _DATED.match(cells[0]):
        comments.append((line, cells))
    elif len(cells) <= 1 and comments:
        comments[-1][1][2] += "\n" + "".join(cells)
    elif any(cells):
        bad.append((line, "is no comment with date, link and text"))
