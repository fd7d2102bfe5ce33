"""Do the people you ask say yes?"""

import polars as pl

from netreport import stats
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
)
from netreport.model.tables import Table

OLDEST, YOUNGEST = 180, 30  # older accepted rows have left the file; younger ones are not ripe


def measure(inputs: Inputs) -> Result:
    """Share of the invitations sent 30 to 180 days before the export that were accepted."""
    sent = inputs[Table.REQUESTS].filter(~pl.col("incoming"))
    known = sent.drop_nulls("person")
    cohort = known.filter(pl.col("age").is_between(YOUNGEST, OLDEST))
    if cohort.is_empty():
        return Unknown(
            Reason.TOO_FEW, f"no invitation was sent {YOUNGEST} to {OLDEST} days before the export"
        )
    left_out = {
        "without a profile address": sent.height - known.height,
        f"younger than {YOUNGEST} days": known.filter(pl.col("age") < YOUNGEST).height,
        f"older than {OLDEST} days": known.filter(pl.col("age") > OLDEST).height,
    }
    accepted = cohort.filter(~pl.col("pending")).height
    return Measured(
        stats.wilson(accepted, cohort.height),
        Evidence(sent.height, cohort.height, left_out, of="invitations sent"),
        (_waits(known),),
    )


def _waits(known: pl.DataFrame) -> Breakdown:
    """Kaplan-Meier of the days to acceptance; pending invitations are still waiting."""
    window = known.filter(pl.col("age") <= OLDEST).with_columns(
        pl.coalesce(
            (pl.col("connected_on") - pl.col("sent_at").dt.date()).dt.total_days(), pl.col("age")
        )
        .clip(lower_bound=0)
        .alias("days")
    )
    curve = stats.kaplan_meier(
        window.get_column("days").to_list(), (~window.get_column("pending")).to_list()
    )
    parts = tuple(
        Part(f"day {step.at:g}", stats.complement(step.share), step.at_risk, Unit.SHARE, at=step.at)
        for step in curve.steps
    )
    return Breakdown(
        "acceptance-wait", "Accepted by day", Form.STEPS, parts, of="invitations still open"
    )


METRIC = Metric(
    id="acceptance_sent",
    code="M12b",
    topic=Topic.INVITATIONS,
    title="Accepted by others",
    unit=Unit.SHARE,
    question="How many of the people you ask to connect say yes?",
    formula=f"of the invitations you sent {YOUNGEST} to {OLDEST} days before the export: connected "
    "by its day / sent",
    needs=frozenset({Table.REQUESTS, Table.CONNECTIONS}),
    measure=measure,
    claims=("S05", "S26", "S53"),
    source="Wilson 1927; Kaplan and Meier 1958",
    minimum="5 for a rate, 30 for a comparison",
    left_out="older invitations: LinkedIn drops the accepted ones after 180 days and keeps the "
    "pending, so that old months look worse than they were; withdrawn ones leave no trace",
)
