"""Shares.csv: the owner's posts, the newest first; LinkedIn exports no figures of their reach."""

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

LAYOUT = Layout(
    takes={
        "date": ("Date",),
        "link": ("ShareLink",),
        "text": ("ShareCommentary",),
        "shared_url": ("SharedUrl",),
        "media_url": ("MediaUrl",),
        "visibility": ("Visibility",),
    },
    needs=("date", "link", "text"),
    lacks=("visibility",),
    leaves=("Share Title", "Share Description", "Type"),
    verbatim=("text",),
    crlf=True,
)
_WRITTEN_BREAK = '"\\r?\\n"'  # LinkedIn writes every line break of a post between two quotes


def read(text: Text) -> Sheet:
    """Read the whole file; a post without a time is kept, for its text."""
    sheet = read_sheet(text, LAYOUT)
    cells = sheet.cells.with_columns(
        dates.times(sheet.cells["date"], dates.ACTIVITY).alias("posted_at"),
        pl.col("text").str.replace_all(_WRITTEN_BREAK, "\n"),
    )
    return sheet.having(cells).doubting(pl.col("posted_at").is_null(), "the time cannot be read")
