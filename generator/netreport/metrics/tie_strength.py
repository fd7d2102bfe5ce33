"""How strong are the ties in which both of you have written?"""

from collections.abc import Iterator
from math import fsum
from statistics import median

import polars as pl

from netreport.facts.conversations import LONE, NOTE, PAIR
from netreport.facts.counted import those
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Unit,
    Unknown,
    exactly,
)
from netreport.model.tables import Table

STRONG, FAINT = PAIR, LONE
BANDS = {
    "Strong": pl.col("strength") >= STRONG,
    "Middling": pl.col("strength").is_between(FAINT, STRONG, closed="left"),
    "Faint": pl.col("strength") < FAINT,
}
BOUNDS = (
    f"Strong: {STRONG:g} points or more, as after an exchange today. Faint: less than {FAINT:g}, "
    "as after one message today."
)
MOST_MARKS = 150  # so many ties, it is said, a person can hold
COMPONENTS = {
    "Days since the last word": ("recency", Unit.DAYS),
    "Days with a word in your window": ("recent_days", Unit.COUNT),
    "Words of the quieter side for one of the other": ("evenness", Unit.RATIO),
    "Days from the first word to the last": ("duration", Unit.DAYS),
}


def measure(inputs: Inputs) -> Result:
    """Sum of the strength, in points, of all ties in which both sides wrote."""
    ties = inputs[Table.TIES]
    mutual = _with_components(ties.filter("two_way"), inputs)
    if mutual.is_empty():
        return Unknown(Reason.TOO_FEW, "there is nobody with whom both of you have written")
    one_way = {"with whom only one side wrote": ties.height - mutual.height}
    return Measured(
        exactly(fsum(mutual.get_column("strength"))),
        Evidence(ties.height, mutual.height, one_way, of="people with whom both wrote"),
        (_bands(mutual, inputs.get(Table.PEOPLE)), _components(mutual), _ages(mutual, inputs)),
    )


def _with_components(ties: pl.DataFrame, inputs: Inputs) -> pl.DataFrame:
    """Add recency and duration in days, and evenness: 1 where both wrote as often."""
    last, first = pl.col("last_at").dt.date(), pl.col("first_at").dt.date()
    fewer, more = pl.min_horizontal("sent", "received"), pl.max_horizontal("sent", "received")
    return ties.with_columns(
        (pl.lit(inputs.as_of) - last).dt.total_days().alias("recency"),
        (last - first).dt.total_days().alias("duration"),
        (fewer / more).alias("evenness"),
    )


def _bands(mutual: pl.DataFrame, people: pl.DataFrame | None) -> Breakdown:
    found = {label: mutual.filter(band) for label, band in BANDS.items()}
    parts = tuple(
        Part(
            label,
            exactly(ties.height),
            mutual.height,
            where=those(f"{label} tie", ties, people),
        )
        for label, ties in found.items()
    )
    title = "How many ties are strong"
    return Breakdown("tie-bands", title, Form.BARS, parts, "ties", BOUNDS, whole=True)


def _components(mutual: pl.DataFrame) -> Breakdown:
    caption = "The middle tie of each kind: what its points are made of."
    parts = tuple(_middles(mutual))
    return Breakdown("tie-components", "Behind the points", Form.TABLE, parts, "ties", caption)


def _middles(mutual: pl.DataFrame) -> Iterator[Part]:
    for band, test in BANDS.items():
        ties = mutual.filter(test)
        for label, (column, unit) in COMPONENTS.items():
            if ties.height:
                middle = float(median(ties.get_column(column).to_list()))
                yield Part(label, exactly(middle), ties.height, unit, group=band)


def _ages(mutual: pl.DataFrame, inputs: Inputs) -> Breakdown:
    """Show the strongest ties, each without a name, at the days since the last word."""
    strongest = mutual.sort("strength", "recency", "person", descending=[True, False, False])
    shown = _grouped(strongest.head(MOST_MARKS), inputs.get(Table.PEOPLE))
    parts = (
        Part(
            f"Tie {place}",
            exactly(tie["strength"]),
            1,
            Unit.POINTS,
            group=tie["group"],
            at=float(tie["recency"]),
            single=True,
        )
        for place, tie in enumerate(shown.iter_rows(named=True), start=1)
    )
    title = f"The {MOST_MARKS} strongest ties by the days since the last word"
    return Breakdown("tie-ages", title, Form.STRIP, tuple(parts), of="ties")


def _grouped(ties: pl.DataFrame, people: pl.DataFrame | None) -> pl.DataFrame:
    if people is None:
        return ties.with_columns(group=pl.lit(""))
    group = (
        pl.when("relevant")
        .then(pl.lit("In your strategy"))
        .when(~pl.col("relevant"))
        .then(pl.lit("Outside it"))
        .otherwise(pl.lit("Cannot be told"))
    )
    placed = people.select("person", group.alias("group"))
    joined = ties.join(placed, on="person", how="left", maintain_order="left")
    return joined.with_columns(pl.col("group").fill_null("Not connected"))


METRIC = Metric(
    id="tie_strength",
    code="M16",
    topic=Topic.CONVERSATIONS,
    title="Strength of your ties",
    unit=Unit.POINTS,
    question="How much living contact do your ties hold?",
    formula="points of a tie = sum of weight x 2^(-age / half-life): a turn and its answer weigh "
    f"{PAIR:g}, a turn without an answer {LONE:g}, an accepted invitation's note {NOTE:g}; the "
    "half-life is that of your strategy (180 days by default); added up over all ties in which "
    "both wrote",
    needs=frozenset({Table.TIES}),
    uses=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S09", "S55"),
    source="Granovetter 1973; Marsden and Campbell 1984, 2012; Gilbert and Karahalios 2009; the "
    "decay is netreport's own",
    left_out="people with whom only one side wrote; everything outside LinkedIn; adverts, drafts, "
    "spam and group threads. Points are for comparing yourself with yourself",
)
