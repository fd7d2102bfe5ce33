"""How many people do you hear from every week, month, half-year and year?"""

import polars as pl

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

PACES = {"weekly": 4, "monthly": 3, "half_yearly": 2, "yearly": 1}  # as in TIES.layer
LABELS = {
    "weekly": "Every week",
    "monthly": "Every month, or more often",
    "half_yearly": "Every half-year, or more often",
    "yearly": "Every year, or more often",
}
LOWER_BOUNDS = (
    "These are lower bounds: LinkedIn is one channel among many, and your calls, meetings and "
    "e-mails are not in its export."
)


def measure(inputs: Inputs) -> Result:
    """People with contact both ways at least once a year, and at each faster pace."""
    ties = inputs[Table.TIES]
    if ties.is_empty():
        return Unknown(Reason.TOO_FEW, "no message passed between you and one other person")
    found = {pace: ties.filter(pl.col("layer") >= layer) for pace, layer in PACES.items()}
    held = {pace: ties.height for pace, ties in found.items()}
    people = inputs.get(Table.PEOPLE)
    rows = {pace: those(f"In touch: {LABELS[pace]}", found[pace], people) for pace in PACES}
    hoped = {pace: int(getattr(inputs.strategy.engagement.layers, pace)) for pace in PACES}
    parts = tuple(
        Part(
            LABELS[pace],
            exactly(held[pace]),
            ties.height,
            where=rows[pace],
            note=f"you hope for {hoped[pace]}",
        )
        for pace in PACES
    )
    *fast, slow = map(str, hoped.values())
    caption = f"You hope for {', '.join(fast)} and {slow}."
    title = "People by how often you are in touch"
    return Measured(
        exactly(held["yearly"]),
        Evidence(ties.height, ties.height, of="people with any message", where=rows["yearly"]),
        (Breakdown("layers", title, Form.BARS, parts, caption=caption),),
        _remarks([LABELS[pace].split(",")[0] for pace in PACES if held[pace] < hoped[pace]]),
    )


def _remarks(short: list[str]) -> tuple[str, ...]:
    if not short:
        return ("At every pace you reach the number that you hope for.", LOWER_BOUNDS)
    paces = ", ".join(pace.lower() for pace in short)
    return (f"Fewer people than you hope for: {paces}.", LOWER_BOUNDS)


METRIC = Metric(
    id="layers",
    code="M16b",
    topic=Topic.CONVERSATIONS,
    title="In touch within a year",
    unit=Unit.PEOPLE,
    question="With how many people are you in touch every week, month, half-year and year?",
    formula="people with whom both wrote in at least three of four weeks (months of four weeks, "
    "half-years) of the 52 weeks up to the export; yearly: in these 52 weeks; each pace counts "
    "the faster ones as well",
    needs=frozenset({Table.TIES}),
    uses=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S17", "S55"),
    source="5, 15, 50, 150: Dunbar 1993, 2016; by frequency of contact: MacCarron, Kaski and "
    "Dunbar 2016",
    left_out="texts that LinkedIn wrote, adverts, drafts, spam and group threads; every other "
    "channel",
)
