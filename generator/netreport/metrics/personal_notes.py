"""Do your requests say why, and what becomes of those that do?"""

import polars as pl

from netreport import stats
from netreport.facts.requesters import placed
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

OLDEST, YOUNGEST = 180, 30  # as for acceptance: older accepted requests have left the file
SAYS_WHY = pl.col("kind") == "personal_with_why"
OWN_WORDS = ~pl.col("kind").is_in(["none", "template"])
SENT = "requests you sent"
KINDS = {
    "personal_with_why": "Own words, with a why",
    "personal_no_why": "Own words, no why",
    "pitch": "A pitch",
    "template": "A template",
    "none": "No note",
}
SELECTION = (
    "Notes are often kept for strangers, who say yes less often: with and without a note are "
    "different people, and so this is no test of the note."
)


def measure(inputs: Inputs) -> Result:
    """Share of the requests sent in the last 180 days with an own note that says why."""
    requests = inputs[Table.REQUESTS]
    recent = requests.filter(pl.col("age") <= OLDEST)
    sent = recent.filter(~pl.col("incoming"))
    if sent.is_empty():
        return Unknown(Reason.TOO_FEW, f"you sent no request in the {OLDEST} days before")
    told = placed(sent, inputs.get(Table.PEOPLE), inputs.get(Table.PENDING))
    cohort = sent.drop_nulls("person").filter(pl.col("age") >= YOUNGEST)
    older = requests.filter(~pl.col("incoming")).height - sent.height
    return Measured(
        exactly(_share(sent)),
        Evidence(sent.height + older, sent.height, {f"older than {OLDEST} days": older}, SENT),
        (_kinds(sent), _both_ways(recent), _by_segment(told, inputs), _accepted(cohort)),
        (*_promise(sent, inputs), _compared(cohort), SELECTION),
    )


def _share(requests: pl.DataFrame) -> float:
    return requests.filter(SAYS_WHY).height / requests.height


def _kinds(sent: pl.DataFrame) -> Breakdown:
    counts = dict(sent.group_by("kind").len().iter_rows())
    parts = tuple(
        Part(label, exactly(counts.get(kind, 0)), sent.height, Unit.COUNT)
        for kind, label in KINDS.items()
    )
    title, caption = "What you wrote", "A template is LinkedIn's wording, or a text sent to many."
    return Breakdown("notes-sent", title, Form.BARS, parts, SENT, caption, whole=True)


def _both_ways(recent: pl.DataFrame) -> Breakdown:
    sides = {
        "Of those you send": recent.filter(~pl.col("incoming")),
        "Of those that reach you": recent.filter("incoming"),
    }
    parts = tuple(
        Part(label, exactly(_share(side)), side.height, Unit.SHARE)
        for label, side in sides.items()
        if side.height
    )
    title = "Requests that say why"
    return Breakdown("notes-both-ways", title, Form.BARS, parts, of="requests")


def _by_segment(told: pl.DataFrame, inputs: Inputs) -> Breakdown:
    """Give the share that says why for each segment; acceptance by segment would be biased."""
    parts = []
    for segment in inputs.strategy.segments:
        to_them = told.filter(pl.col("segment") == segment.id)
        if to_them.height:
            share = exactly(_share(to_them))
            parts.append(Part(segment.name, share, to_them.height, Unit.SHARE))
    rest = told.filter(pl.col("segment").is_null())
    if rest.height:
        label, share = "In none, or cannot be told", exactly(_share(rest))
        parts.append(Part(label, share, rest.height, Unit.SHARE, unknown=True))
    return Breakdown(
        "notes-by-segment",
        "Requests that say why, by segment",
        Form.BARS,
        tuple(parts),
        SENT,
        "Who somebody is mostly shows once they accept, so acceptance is not split this way.",
    )


def _sides(cohort: pl.DataFrame) -> dict[str, tuple[int, int]]:
    """Give (accepted, sent) with a note of the owner's own, and without."""
    sides = {"with a note of your own": OWN_WORDS, "without one": ~OWN_WORDS}
    return {
        name: (cohort.filter(test & ~pl.col("pending")).height, cohort.filter(test).height)
        for name, test in sides.items()
    }


def _accepted(cohort: pl.DataFrame) -> Breakdown:
    parts = tuple(
        Part(name.capitalize(), stats.wilson(accepted, sent), sent, Unit.SHARE)
        for name, (accepted, sent) in _sides(cohort).items()
        if sent
    )
    title = "Accepted, with and without a note"
    caption = f"Requests sent {YOUNGEST} to {OLDEST} days before the export."
    return Breakdown("notes-accepted", title, Form.DOTS, parts, SENT, caption)


def _compared(cohort: pl.DataFrame) -> str:
    (first, noted), (second, plain) = _sides(cohort).items()
    compared = stats.compare(*noted, *plain)
    return f"Accepted. {compared.sentence(f'requests {first}', f'those {second}')}"


def _promise(sent: pl.DataFrame, inputs: Inputs) -> tuple[str, ...]:
    bare = sent.height - sent.filter(SAYS_WHY).height
    if not inputs.strategy.invitations.outgoing.always_personalise or not bare:
        return ()
    sentence = (
        f"Your strategy wants a personal note with every request; {bare} of {sent.height} "
        "did not say why."
    )
    return (sentence,)


METRIC = Metric(
    id="personal_notes",
    code="M13",
    topic=Topic.INVITATIONS,
    title="Requests of yours that say why",
    unit=Unit.SHARE,
    question="How many of your requests carry a note of your own that says why?",
    formula=f"requests you sent in the last {OLDEST} days whose note is neither LinkedIn's wording "
    "nor a text that went to many, and which states a purpose or something of the reader's / all "
    "of them",
    needs=frozenset({Table.REQUESTS}),
    uses=frozenset({Table.PEOPLE, Table.PENDING}),
    measure=measure,
    claims=("S03", "S05", "S26", "S52", "S53"),
    source="netreport: word lists in seven languages; comparison: Newcombe 1998",
    minimum="one request; 30 on each side to compare acceptance",
    left_out="older requests, of which LinkedIn keeps only those still pending; withdrawn ones",
)
