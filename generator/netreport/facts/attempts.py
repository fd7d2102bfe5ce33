"""Attempts to reach somebody, and whether they replied in time: from the log and from messages.

Takes OUTREACH, the owner's log, and OPENINGS, the export's own messages. Gives one row per
attempt; the steps of a sequence with one person are one attempt, whichever of them was answered.
"""

from datetime import date

import polars as pl

from netreport.facts.expressions import each
from netreport.facts.words import fold

LOG, EXPORT = "your log", "the export"
INMAIL, MESSAGE = "inmail", "message"
NAMES = {INMAIL: "InMail", MESSAGE: "first message", "email": "e-mail"}
REPLIED = ("replied", "meeting", "opportunity", "won", "lost")
ATTEMPTS: dict[str, pl.DataType | type[pl.DataType]] = {
    "who": pl.String,  # a profile, else an e-mail address, a name or a line
    "person": pl.String,
    "channel": pl.String,
    "source": pl.String,
    "at": pl.Datetime("us"),
    "touches": pl.UInt16,
    "length": pl.UInt32,
    "personalised": pl.Boolean,
    "arrived": pl.Boolean,
    "ripe": pl.Boolean,  # so long ago that no reply in time is no reply
    "replied": pl.Boolean,  # in time; null where the log does not say
}


_LINE = pl.format("line {}", "line")


def attempts(
    outreach: pl.DataFrame | None, openings: pl.DataFrame | None, days: int, as_of: date
) -> pl.DataFrame:
    """Give every attempt; a reply counts within `days`.

    Where the log tells of a channel, it is believed alone, so that nothing counts twice.
    """
    log = logged(outreach, days, as_of) if outreach is not None else pl.DataFrame(schema=ATTEMPTS)
    if openings is None:
        return log
    told = log.get_column("channel").str.split(", ").explode().unique().to_list()
    written = _written(openings, days, as_of).filter(~pl.col("channel").is_in(told))
    return pl.concat([log, written])


def logged(outreach: pl.DataFrame, days: int, as_of: date) -> pl.DataFrame:
    """Give the attempts of the log, in time; `touches` and wording are those of the first step."""
    took = (pl.col("replied_at").dt.date() - pl.col("sent_at").dt.date()).dt.total_days()
    answered = pl.col("outcome").is_in(REPLIED)
    steps = outreach.sort("sent_at", "line").with_columns(
        who(),
        pl.coalesce("sequence", _LINE).alias("sequence"),
        (pl.col("outcome") != "bounced").fill_null(value=True).alias("arrived"),
        pl.when(took.is_not_null()).then(took <= days).otherwise(answered).alias("replied"),
    )
    grouped = steps.group_by("who", "sequence", maintain_order=True).agg(
        pl.col("person", "touches", "length", "personalised").first(),
        pl.col("channel").unique(maintain_order=True).str.join(", ").alias("channel"),
        pl.col("sent_at").first().alias("at"),
        pl.col("sent_at").last().alias("last_at"),
        pl.col("arrived").any(),
        pl.col("replied").any(ignore_nulls=False),
    )
    ripe = _ripe("last_at", days, as_of)
    return grouped.with_columns(ripe.alias("ripe"), source=pl.lit(LOG)).select(*ATTEMPTS)


def who() -> pl.Expr:
    """Give, as `who`, whom a row of the log is about: by profile, mail, name, or its own line."""
    return pl.coalesce("person", "email", each("name", fold, pl.String), _LINE).alias("who")


def _written(openings: pl.DataFrame, days: int, as_of: date) -> pl.DataFrame:
    """Give the owner's first messages to people; who knew each other before is no attempt."""
    channel = pl.when("inmail").then(pl.lit(INMAIL)).otherwise(pl.lit(MESSAGE))
    took = (pl.col("replied_at").dt.date() - pl.col("at").dt.date()).dt.total_days()
    return openings.filter("cold").select(
        pl.col("person").alias("who"),
        "person",
        channel.alias("channel"),
        pl.lit(EXPORT).alias("source"),
        "at",
        pl.lit(None, pl.UInt16).alias("touches"),
        "length",
        (~pl.col("template")).alias("personalised"),
        pl.lit(value=True).alias("arrived"),
        _ripe("at", days, as_of).alias("ripe"),
        (took <= days).fill_null(value=False).alias("replied"),
    )


def _ripe(column: str, days: int, as_of: date) -> pl.Expr:
    return (pl.lit(as_of) - pl.col(column).dt.date()).dt.total_days() > days


def named(channel: str) -> str:
    """Give a channel's name as it stands in a sentence; of a sequence, the names of its steps."""
    return ", then ".join(NAMES.get(step, step) for step in channel.split(", "))
