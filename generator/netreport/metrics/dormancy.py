"""With how many of the people you want did you once talk, and no longer do?"""

from collections.abc import Mapping

import polars as pl

from netreport import stats
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
    Where,
    exactly,
)
from netreport.model.strategy import Fit, Segment
from netreport.model.tables import Table

DEEP = 1095  # days; dormant ties as Levin and others studied them
TOUCHED = ("conversation", "two-way", "earlier")  # both wrote at some time
WANTED: Mapping[str, tuple[str, ...]] = {"relevant": ("yes",)}
ASLEEP = {**WANTED, "dormant": ("yes",)}
WAKING = (
    "Ties that sleep are worth waking. When people choose which, they tend to pick the comfortable "
    "ones rather than the valuable ones (Levin and others 2016)."
)


def measure(inputs: Inputs) -> Result:
    """Share of the relevant people with whom both wrote once and nobody has for long."""
    wanted = inputs[Table.PEOPLE].filter("relevant")
    known = wanted.drop_nulls("dormant")
    if known.is_empty():
        return Unknown(
            Reason.TOO_FEW,
            "nobody with a profile address stands in an ideal or good segment",
            "Name the people you want as segments in strategy.yml.",
        )
    asleep = known.filter("dormant")
    unaddressed = wanted.height - known.height
    return Measured(
        stats.share(hits=asleep.height, known=known.height, unknown=unaddressed),
        Evidence(
            wanted.height,
            known.height,
            {"without a profile address": unaddressed},
            of="people your strategy wants",
            where=Where(ASLEEP),
        ),
        (_classes(known, inputs), _segments(asleep, inputs)),
        (WAKING,) if asleep.height else (),
    )


def _classes(known: pl.DataFrame, inputs: Inputs) -> Breakdown:
    after = inputs.strategy.engagement.dormant_after_days
    silent = (pl.lit(inputs.as_of) - pl.col("last_at").dt.date()).dt.total_days()
    ever, dormant, deep = pl.col("ever_two_way"), pl.col("dormant"), max(after, DEEP)
    classes = {
        f"In touch within {after} days": (ever & ~dormant, {"touch": TOUCHED, "dormant": ("no",)}),
        f"Asleep up to {deep} days": (dormant & (silent <= deep), None),
        f"Asleep over {deep} days": (dormant & (silent > deep), None),
        "Never in touch both ways": (~ever, {"touch": ("one-way", "never")}),
    }
    parts = tuple(
        Part(
            label,
            exactly(known.filter(test).height),
            known.height,
            where=Where({**WANTED, **facets})
            if facets
            else those(label, known.filter(test), known),
        )
        for label, (test, facets) in classes.items()
    )
    return Breakdown("dormancy", "Awake, asleep, never awake", Form.BARS, parts, whole=True)


def _segments(asleep: pl.DataFrame, inputs: Inputs) -> Breakdown:
    counts = dict(asleep.group_by("segment").len().iter_rows())
    wanted = [one for one in inputs.strategy.segments if one.fit in {Fit.IDEAL, Fit.GOOD}]
    parts = [_in_segment(segment, counts.get(segment.id, 0), asleep.height) for segment in wanted]
    if unplaced := counts.get(None, 0):
        label = "In one of several segments"
        where = Where({**ASLEEP, "segment": ("unknown",)})
        parts.append(Part(label, exactly(unplaced), asleep.height, where=where, unknown=True))
    title = "Where those asleep belong"
    return Breakdown("dormancy-segments", title, Form.BARS, tuple(parts), of="people asleep")


def _in_segment(segment: Segment, count: int, asleep: int) -> Part:
    where = Where({**ASLEEP, "segment": (segment.name,)})
    return Part(segment.name, exactly(count), asleep, where=where)


METRIC = Metric(
    id="dormancy",
    code="M17",
    topic=Topic.CONVERSATIONS,
    title="Asleep",
    unit=Unit.SHARE,
    question="With how many of the people you want did you once talk, and no longer do?",
    formula="relevant people with whom both wrote once and nobody has for longer than the days of "
    "your strategy (365 by default) / relevant people with a profile address; who never wrote "
    "both ways is not asleep, but never was awake",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    measure=measure,
    claims=("S09", "S64"),
    source="Levin, Walter and Murnighan 2011 (Organization Science 22:923), 2016",
    left_out="people outside your strategy, and those whom nobody can place; talk outside LinkedIn",
)
