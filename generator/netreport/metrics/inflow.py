"""Who asks to connect with you, and how?"""

from datetime import timedelta

import polars as pl

from netreport.facts.requesters import placed
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Evidence,
    Form,
    Measured,
    Part,
    Result,
    Unit,
    exactly,
)
from netreport.model.tables import Table

WEEKS = 25  # whole weeks within the 180 days for which LinkedIn keeps accepted requests
DAYS = 7 * WEEKS
KINDS = {
    "none": "No note",
    "template": "A template",
    "pitch": "A pitch",
    "personal_no_why": "Own words, no why",
    "personal_with_why": "Own words, with a why",
}
FITS = {
    True: "Ideal or good",
    False: "Outside your strategy",
    None: "Cannot be told",
}


def measure(inputs: Inputs) -> Result:
    """Count requests a week that the export still shows, over the last 25 weeks."""
    requests = inputs[Table.REQUESTS].filter("incoming")
    recent = requests.filter(pl.col("age") < DAYS)
    known = placed(recent, inputs.get(Table.PEOPLE), inputs.get(Table.PENDING))
    older = requests.height - recent.height
    return Measured(
        exactly(recent.height / WEEKS),
        Evidence(
            requests.height, recent.height, {f"older than {WEEKS} weeks": older}, "requests to you"
        ),
        (_weeks(recent, inputs), _kinds(recent), _fits(known)),
        ("It was at least so many: LinkedIn drops a request once it is ignored.",),
    )


def _weeks(recent: pl.DataFrame, inputs: Inputs) -> Breakdown:
    counts = dict(recent.group_by(pl.col("age").floordiv(7).alias("week")).len().iter_rows())
    parts = tuple(
        _count(f"{inputs.as_of - timedelta(days=7 * week + 6):%Y-%m-%d}", counts.get(week, 0))
        for week in reversed(range(WEEKS))
    )
    title = "Requests by week"
    caption = "Each week is named by its first day."
    return Breakdown(
        "inflow-weeks", title, Form.COLUMNS, parts, "requests to you", caption, whole=True
    )


def _kinds(recent: pl.DataFrame) -> Breakdown:
    counts = dict(recent.group_by("kind").len().iter_rows())
    parts = tuple(
        _count(label, counts.get(kind, 0), recent.height) for kind, label in KINDS.items()
    )
    title, caption = "What they wrote", "A template is LinkedIn's wording, or a text sent to many."
    return Breakdown(
        "inflow-kinds", title, Form.BARS, parts, "requests to you", caption, whole=True
    )


def _fits(known: pl.DataFrame) -> Breakdown:
    counts = dict(known.group_by("relevant").len().iter_rows())
    parts = tuple(
        _count(label, counts.get(relevant, 0), known.height, unknown=relevant is None)
        for relevant, label in FITS.items()
    )
    caption = "A request tells a name and a note; the title comes from your own files."
    return Breakdown(
        "inflow-fit", "Who they are", Form.BARS, parts, "requests to you", caption, whole=True
    )


def _count(label: str, count: int, whole: int | None = None, *, unknown: bool = False) -> Part:
    n = count if whole is None else whole
    return Part(label, exactly(count), n, Unit.COUNT, unknown=unknown)


METRIC = Metric(
    id="inflow",
    code="M31",
    topic=Topic.INVITATIONS,
    title="Requests that reach you",
    unit=Unit.RATIO,
    noun="requests a week",
    question="How many people ask to connect with you, and what do they write?",
    formula=f"requests to you of the last {WEEKS} weeks that are accepted or still pending / "
    f"{WEEKS}",
    needs=frozenset({Table.REQUESTS}),
    uses=frozenset({Table.PEOPLE, Table.PENDING}),
    measure=measure,
    claims=("S03", "S22"),
    source="netreport",
    left_out="requests that you ignored or that were withdrawn: LinkedIn does not export them, so "
    "that those you did not want are undercounted; requests older than that",
)
