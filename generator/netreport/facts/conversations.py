"""Who spoke with whom: letters become exchanges, exchanges become ties. Texts are dropped here.

Takes letters and requests; gives EXCHANGES, TIES and OPENINGS. Rows stand by person, then by time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import polars as pl

from netreport.facts.layers import layers
from netreport.facts.notes.columns import phrased, sent_to_many
from netreport.model.strategy.engagement import Engagement
from netreport.model.tables import SCHEMAS, Table

_NO_REQUESTS = pl.DataFrame(
    schema={"person": pl.String, "note": pl.String, "connected_on": pl.Date}
)
_NOBODY = pl.DataFrame(schema={"person": pl.String, "connected_on": pl.Date})
SILENCE = timedelta(days=90)  # after so long, the next message opens a new conversation
_AGAIN = (pl.col("person") == pl.col("person").shift()).fill_null(
    value=False
)  # as in the row before
PAIR, LONE, NOTE = 3.0, 1.0, 1.0  # weights of tie strength: a turn and its answer, a turn alone


@dataclass(frozen=True, slots=True)
class Window:
    """What counts as recent: from `since` on; ages are counted to the end of `as_of`."""

    as_of: date
    since: datetime

    @classmethod
    def before(cls, as_of: date, days: int) -> "Window":
        """Give the window of `days` days that ends with `as_of`."""
        return cls(as_of, datetime.combine(as_of, time.max) - timedelta(days=days))


def derive(
    letters: pl.DataFrame,
    requests: pl.DataFrame | None,
    connections: pl.DataFrame | None,
    engagement: Engagement,
    as_of: date,
) -> Mapping[Table, pl.DataFrame]:
    """Give what the letters (see facts.letters) say about the owner and each other person."""
    window = Window.before(as_of, engagement.conversation.window_days)
    spoken = _between_two(letters)
    if requests is not None:
        spoken = _without_notes(spoken, requests)
    many = engagement.conversation.ignore_templates_sent_to
    exchanges = _turns(_with_templates(spoken, many))
    accepted = requests if requests is not None else _NO_REQUESTS
    return {
        Table.EXCHANGES: exchanges.select(SCHEMAS[Table.EXCHANGES].names()),
        Table.TIES: ties(exchanges, accepted, engagement, window),
        Table.OPENINGS: _openings(exchanges, connections),
    }


def ties(
    exchanges: pl.DataFrame, requests: pl.DataFrame, engagement: Engagement, window: Window
) -> pl.DataFrame:
    """Give one row per person with an exchange, with turns, days, gaps and strength."""
    recent = exchanges.filter(pl.col("at") > window.since)
    fewest = engagement.conversation.min_turns
    whole = _counted(exchanges, fewest)
    lately = _counted(recent, fewest).select(
        "person",
        *(
            pl.col(name).alias(f"recent_{name}")
            for name in ("received", "sent", "turns", "two_way", "conversation")
        ),
        pl.col("days").alias("recent_days"),
    )
    joined = (
        whole.join(lately, on="person", how="left")
        .join(_gaps(exchanges), on="person", how="left")
        .join(_strength(exchanges, requests, engagement, window.as_of), on="person", how="left")
        .join(layers(exchanges, window.as_of), on="person", how="left")
    )
    filled = joined.with_columns(
        pl.col("^recent_(received|sent|turns|days)$").fill_null(0),
        pl.col("^recent_(two_way|conversation)$").fill_null(False),
    )
    return filled.select(
        pl.col(name).cast(kind) for name, kind in SCHEMAS[Table.TIES].items()
    ).sort("person")


def _between_two(letters: pl.DataFrame) -> pl.DataFrame:
    """Give the letters that passed between the owner and one person with an address."""
    pairs = letters.filter(~pl.col("group")).drop_nulls("person")
    return pairs.sort("person", maintain_order=True)


def _without_notes(spoken: pl.DataFrame, requests: pl.DataFrame) -> pl.DataFrame:
    """Drop the first message with a person where it repeats the invitation's note."""
    notes = requests.drop_nulls(["person", "note"]).select("person", _flat("note").alias("flat"))
    first = spoken.filter(~_AGAIN).join(notes, on="person", how="semi")
    repeats = first.with_columns(_flat("text").alias("flat")).join(
        notes, on=["person", "flat"], how="semi"
    )
    return spoken.join(repeats.select("person", "line"), on=["person", "line"], how="anti")


def _flat(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(r"\s+", " ").str.strip_chars()


def _with_templates(spoken: pl.DataFrame, many: int) -> pl.DataFrame:
    """Mark the owner's texts that went to `many` people or more, and measure each text."""
    sent = spoken.filter(~pl.col("incoming"))
    mass = sent.filter(sent_to_many(sent, many)).select("person", "line", template=pl.lit(True))
    return spoken.join(mass, on=["person", "line"], how="left", maintain_order="left").with_columns(
        pl.col("template").fill_null(value=False),
        pl.col("text").str.len_chars().fill_null(0).alias("length"),
        *_offers(spoken),
    )


def _offers(spoken: pl.DataFrame) -> Sequence[pl.Series]:
    """Say where the owner's words offer something, or ask for it."""
    own = spoken.select(pl.when(~pl.col("incoming")).then("text")).to_series()
    return phrased(own, "gives", "wants").get_columns()


def _turns(spoken: pl.DataFrame) -> pl.DataFrame:
    """Count turns from 0 for each person; a turn is a maximal run of one sender."""
    changed = _AGAIN & (pl.col("incoming") != pl.col("incoming").shift())
    changes = changed.cum_sum()
    before = pl.when(~_AGAIN).then(changes).forward_fill()  # of those with the people above
    return spoken.with_columns((changes - before).cast(pl.UInt32).alias("turn"))


def _counted(exchanges: pl.DataFrame, fewest: int) -> pl.DataFrame:
    own_words = ~pl.col("template") & ~pl.col("automatic")
    both = pl.col("incoming").any() & (~pl.col("incoming")).any()
    turns = pl.col("turn").n_unique()
    both_in_own_words = (own_words & pl.col("incoming")).any() & (
        own_words & ~pl.col("incoming")
    ).any()
    return exchanges.group_by("person", maintain_order=True).agg(
        pl.col("at").min().alias("first_at"),
        pl.col("at").max().alias("last_at"),
        pl.col("incoming").sum().alias("received"),
        pl.col("incoming").not_().sum().alias("sent"),
        turns.alias("turns"),
        both.alias("two_way"),
        (both_in_own_words & (turns >= fewest)).alias("conversation"),
        pl.col("at").dt.date().n_unique().alias("days"),
        pl.col("incoming").first().not_().alias("started_by_owner"),
    )


def _gaps(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Give each person's usual days between two days with words."""
    gone_by = pl.col("at").dt.date().diff().dt.total_days()
    days = exchanges.select("person", pl.when(_AGAIN).then(gone_by).alias("gap"))
    gap = pl.col("gap").filter(pl.col("gap") > 0)  # several words on one day are no gap
    return days.group_by("person").agg(gap.median().cast(pl.Float64).alias("usual_gap"))


def _strength(
    exchanges: pl.DataFrame, requests: pl.DataFrame, engagement: Engagement, as_of: date
) -> pl.DataFrame:
    """Sum w * 2^(-age / half-life) over turns and accepted notes (metrics.md M16).

    A turn that is answered and its answer weigh 3 at the time of the answer; a turn without an
    answer weighs 1; an accepted note 1.
    """
    last = ~_AGAIN.shift(-1, fill_value=False)
    ends = last | (pl.col("turn") != pl.col("turn").shift(-1))
    answer = pl.col("turn") % 2 == 1
    weight = pl.when(answer).then(PAIR).when(last).then(LONE).otherwise(0.0)
    weighed = exchanges.select("person", "at", weight.alias("weight"), ends.alias("ends"))
    notes = requests.filter(pl.col("note").is_not_null() & pl.col("connected_on").is_not_null())
    events = pl.concat(
        [
            weighed.filter("ends").select("person", pl.col("at").dt.date().alias("day"), "weight"),
            notes.select("person", pl.col("connected_on").alias("day"), weight=pl.lit(NOTE)),
        ]
    )
    age = (pl.lit(as_of) - pl.col("day")).dt.total_days()
    points = pl.col("weight") * 2.0 ** (-age / engagement.tie_half_life_days)
    # Listed in one order, then summed: a sum within groups may be taken in parts, one a thread,
    # and the same events have to sum to the same last digit in every run.
    ordered = events.with_columns(points.alias("strength")).sort("person", "day", "weight")
    listed = ordered.group_by("person", maintain_order=True).agg("strength")
    return listed.with_columns(pl.col("strength").list.sum())


def _openings(exchanges: pl.DataFrame, connections: pl.DataFrame | None) -> pl.DataFrame:
    """Give the owner's messages that opened a conversation, and the first answer within 90 days."""
    before = pl.when(_AGAIN).then(pl.col("at").shift())
    opens = (before.is_null() | (pl.col("at") - before > SILENCE)) & ~pl.col("incoming")
    marked = exchanges.select(
        "person",
        "at",
        "incoming",
        "template",
        pl.col("length").cast(pl.UInt32),
        pl.col("subject").is_not_null().alias("titled"),
        before.is_null().alias("cold"),
        opens.alias("opens"),
    )
    openings = marked.filter("opens")
    answers = marked.filter("incoming").select("person", pl.col("at").alias("replied_at"))
    answered = openings.sort("at").join_asof(
        answers.sort("replied_at"),
        left_on="at",
        right_on="replied_at",
        by="person",
        strategy="forward",
        tolerance=SILENCE,
        check_sortedness=False,
    )
    days = connections if connections is not None else _NOBODY
    known = answered.join(
        days.select("person", "connected_on").drop_nulls(), on="person", how="left"
    )
    stranger = pl.col("connected_on").is_null() | (pl.col("connected_on") > pl.col("at").dt.date())
    return known.select(
        "person",
        "at",
        "replied_at",
        "cold",
        (stranger & pl.col("titled")).alias("inmail"),
        "template",
        "length",
    ).sort("person", "at")
