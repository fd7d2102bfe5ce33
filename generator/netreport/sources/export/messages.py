"""messages.csv: every message of the account, in the column sets of six years.

Takes the file's text, and then the owner; gives the rows of `Table.MESSAGES`. The times are UTC,
except in 2018, when they were US Pacific.
"""

import polars as pl

from netreport.model.network import Owner
from netreport.model.slugs import folded_name
from netreport.sources.export import dates
from netreport.sources.export.addresses import name_counts, names_besides, slug_lists, slugs
from netreport.sources.export.decoding import Text
from netreport.sources.export.markup import plain_texts
from netreport.sources.export.records import Layout, read_sheet
from netreport.sources.export.sheets import Sheet, by_distinct

LAYOUT = Layout(
    takes={
        "conversation": ("CONVERSATION ID",),
        "title": ("CONVERSATION TITLE",),
        "sender_name": ("FROM",),
        "sender_url": ("SENDER PROFILE URL",),
        "to": ("TO",),
        "recipient_urls": ("RECIPIENT PROFILE URLS",),
        "date": ("DATE",),
        "subject": ("SUBJECT",),
        "content": ("CONTENT",),
        "folder": ("FOLDER",),
        "message_draft": ("IS MESSAGE DRAFT",),
        "conversation_draft": ("IS CONVERSATION DRAFT",),
        "direction": ("Direction",),
    },
    needs=("sender_name", "to", "date", "content"),
    lacks=(
        "conversation",
        "title",
        "sender_url",
        "recipient_urls",
        "message_draft",
        "conversation_draft",
        "direction",
    ),
    leaves=("ATTACHMENTS",),
    verbatim=("content",),
)
CLOSED_ACCOUNT = "LinkedIn Member"
_SPONSORED_TITLE = "Sponsored Conversation"
_SPONSORED_START = '<p class="spinmail-quill-editor__spin-break">'
_MOST_PEOPLE = 65_535
_TIMES = (
    dates.UTC_STATED,
    dates.UTC_UNSTATED,
    dates.Pattern("%Y-%m-%d %H:%M UTC"),
    dates.UTC_MINUTES,
    dates.PACIFIC,
    *dates.SPREADSHEET_TIMES,
)


def read(text: Text) -> Sheet:
    """Read the whole file as far as it can be without knowing the owner."""
    sheet = read_sheet(text, LAYOUT)
    cells = sheet.cells
    advert = (pl.col("title") == _SPONSORED_TITLE) | pl.col("content").str.starts_with(
        _SPONSORED_START
    )
    cells = cells.with_columns(
        slugs(cells["sender_url"]).alias("sender"),
        slug_lists(cells["recipient_urls"]).alias("recipients"),
        dates.times(cells["date"], _TIMES).alias("sent_at"),
        plain_texts(cells["content"]).alias("text"),
        advert.fill_null(value=False).alias("advert"),
        (pl.col("folder").str.to_uppercase() == "SPAM").fill_null(value=False).alias("junk"),
    ).drop("content", "date", "title")
    return sheet.having(cells).doubting(pl.col("sent_at").is_null(), "the time cannot be read")


def settled(sheet: Sheet, owner: Owner) -> Sheet:
    """Say of every message what takes the owner to know: whose it is, to whom, in which thread."""
    names = names_besides(sheet.cells["to"], sheet.cells["recipient_urls"], owner)
    cells = sheet.cells.with_columns(
        _from_owner(sheet.cells, owner).alias("from_owner"),
        pl.when(pl.col("recipient_urls").is_null())
        .then(name_counts(sheet.cells["to"]))
        .otherwise(pl.col("recipients").list.len())
        .alias("addressed"),
        pl.col("recipients").list.filter(pl.element() != (owner.slug or "")),
        names.alias("recipient_names"),
    )
    cells = cells.with_columns(
        _people().alias("people"), _draft().alias("draft"), _conversations(cells)
    )
    return sheet.having(
        cells.with_columns(
            _anywhere(cells, "advert").alias("sponsored"), _anywhere(cells, "junk").alias("spam")
        )
    )


def _from_owner(cells: pl.DataFrame, owner: Owner) -> pl.Expr:
    """By the column of 2018, else by address, else, in a file without addresses, by name."""
    direction = pl.col("direction").str.to_uppercase()
    told = pl.when(direction == "OUTGOING").then(True).when(direction == "INCOMING").then(False)
    own_name, name = owner.name.lower(), pl.col("sender_name").str.to_lowercase()
    named = pl.lit(own_name != "")
    to_owner = (pl.col("to").str.to_lowercase() == own_name) & named
    if cells["sender_url"].is_null().all():
        guess = pl.when(named & (name == own_name)).then(True)
        return pl.coalesce(told, guess.when(named & (name.is_not_null() | to_owner)).then(False))
    if owner.slug is None:
        return told
    own = pl.col("sender") == owner.slug
    other = (
        pl.col("sender_url").is_not_null()
        | pl.col("recipients").list.contains(owner.slug)
        | to_owner
        | (named & (name != own_name))
    )
    return pl.coalesce(told, pl.when(own).then(True).when(other).then(False))


def _people() -> pl.Expr:
    """Count who takes part besides the owner, who is always one of sender and recipients."""
    sender = pl.any_horizontal(pl.col("sender_name", "sender_url").is_not_null()).cast(pl.Int32)
    besides = (pl.col("addressed").cast(pl.Int32) + sender - 1).clip(0, _MOST_PEOPLE)
    wrote = pl.col("from_owner").eq(False).fill_null(value=False) & (sender == 1)
    return pl.when(wrote).then(besides.clip(1)).otherwise(besides).cast(pl.UInt16)


def _draft() -> pl.Expr:
    """By the marks, else by the look: the owner's, to nobody, in no folder."""
    marks = pl.col("message_draft", "conversation_draft").str.to_lowercase()
    marked = pl.any_horizontal(marks.is_in(["yes", "true"]))
    unmarked = pl.all_horizontal(pl.col("message_draft", "conversation_draft").is_null())
    looks = pl.col("from_owner") & pl.col("to").is_null() & pl.col("folder").is_null()
    return pl.when(unmarked).then(looks).otherwise(marked).fill_null(value=False)


def _conversations(cells: pl.DataFrame) -> pl.Series:
    """Give each thread's id; where the year has none, the partner's name stands for it.

    Closed accounts share a name and nothing else, so that each of their messages stands alone.
    """
    if not cells["conversation"].has_nulls():
        return cells["conversation"]
    partner = pl.when("from_owner").then("to").otherwise("sender_name")
    partners = cells.select(pl.when(partner != CLOSED_ACCOUNT).then(partner).alias("partner"))
    folded = by_distinct(partners["partner"], folded_name, pl.String())
    stand_in = pl.coalesce("conversation", pl.lit("name:") + folded, pl.format("line:{}", "line"))
    return cells.select(stand_in.alias("conversation"))["conversation"]


def _anywhere(cells: pl.DataFrame, mark: str) -> pl.Expr:
    """Mark the whole conversation of each marked message."""
    marked = cells.filter(mark)["conversation"].unique().to_list()
    return pl.col("conversation").is_in(marked)
