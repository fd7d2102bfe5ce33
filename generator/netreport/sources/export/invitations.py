"""Invitations.csv: what was accepted in the last 180 days, and what is still pending.

Takes the file's text, gives the rows of `Table.INVITATIONS` and, beside them, the owner's own side
of each (`own_slug`, `own_name`), from which the owner is learned.
"""

import polars as pl

from netreport.sources.export import dates
from netreport.sources.export.addresses import slugs
from netreport.sources.export.decoding import Text
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet

LAYOUT = Layout(
    takes={
        "inviter_name": ("From",),
        "invitee_name": ("To",),
        "sent": ("Sent At",),
        "note": ("Message",),
        "direction": ("Direction",),
        "inviter_url": ("inviterProfileUrl",),
        "invitee_url": ("inviteeProfileUrl",),
    },
    needs=("sent", "direction"),
    lacks=("inviter_url", "invitee_url"),
    leaves=("inviterProfileUrn", "inviteeProfileUrn"),
    verbatim=("note",),
)


def read(text: Text) -> Sheet:
    """Read the whole file; times are US Pacific in it and UTC here."""
    sheet = read_sheet(text, LAYOUT)
    direction = pl.col("direction").str.to_uppercase()
    known = direction.is_in(["INCOMING", "OUTGOING"]).fill_null(value=False)
    sheet = sheet.without(~known, "is neither INCOMING nor OUTGOING")
    cells = sheet.cells.with_columns(
        (direction == "INCOMING").alias("incoming"),
        dates.times(sheet.cells["sent"], dates.PACIFIC_TIMES).alias("sent_at"),
        slugs(sheet.cells["inviter_url"]).alias("inviter"),
        slugs(sheet.cells["invitee_url"]).alias("invitee"),
    )
    sheet = sheet.having(
        cells.with_columns(
            _side("inviter", "invitee").alias("person"),
            _side("inviter_name", "invitee_name").alias("name"),
            _side("invitee", "inviter").alias("own_slug"),
            _side("invitee_name", "inviter_name").alias("own_name"),
        )
    )
    return sheet.doubting(pl.col("sent_at").is_null(), "the time cannot be read")


def _side(of_incoming: str, of_outgoing: str) -> pl.Expr:
    return pl.when("incoming").then(of_incoming).otherwise(of_outgoing)
