"""Of the people who ask to connect, how many does the owner let in?"""

import polars as pl

from netreport import stats
from netreport.model.decisions import Choice, Kind
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_RATE,
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

ACCEPTED, IGNORED, OPEN = "accepted", "ignored", "open"
CHANGED = {"accepted": ACCEPTED, "ignored": IGNORED, "pending": OPEN}
CHOSEN = {
    Choice.ACCEPT: ACCEPTED,
    Choice.IGNORE: IGNORED,
    Choice.ASK_WHY: OPEN,
    Choice.REVIEW: OPEN,
}
EXPORTS, LOG = "two exports", "your log"
LABELS = {
    ACCEPTED: "Accepted",
    IGNORED: "Ignored or withdrawn",
    OPEN: "Open, or asked why",
}
OTHER_EXPORT = (
    "Put another export, some weeks older or newer, into exports/, or decide with "
    "netreport triage, which keeps a log."
)
_KNOWN = {"person": pl.String, "became": pl.String, "told_by": pl.String}


def measure(inputs: Inputs) -> Result:
    """Share accepted of the requests whose end is known; those still open are left out."""
    changes, decisions = inputs.get(Table.CHANGES), inputs.get(Table.DECISIONS)
    known = _each_once(pl.concat([_between_exports(changes), _logged(decisions)]))
    decided = known.filter(pl.col("became") != OPEN)
    if known.is_empty():
        return Unknown(Reason.ONE_EXPORT, _survivors(inputs[Table.REQUESTS]), OTHER_EXPORT)
    if decided.is_empty():
        return Unknown(Reason.TOO_FEW, f"all {known.height} requests are still open", OTHER_EXPORT)
    accepted = decided.filter(pl.col("became") == ACCEPTED).height
    left_out = {"still open": known.height - decided.height}
    return Measured(
        stats.wilson(accepted, decided.height),
        Evidence(known.height, decided.height, left_out, "requests to you"),
        (_ends(known), _told_by(decided)),
        _in_band(accepted, decided.height, inputs),
    )


def _between_exports(changes: pl.DataFrame | None) -> pl.DataFrame:
    """Give what became of the requests that were pending in the older export."""
    if changes is None:
        return pl.DataFrame(schema=_KNOWN)
    ends = changes.filter(pl.col("incoming") & pl.col("kind").is_in(list(CHANGED)))
    became = pl.col("kind").replace_strict(CHANGED, return_dtype=pl.String)
    who = pl.coalesce("person", "name").alias("person")  # exports of some years give only names
    return ends.select(who, became.alias("became"), pl.lit(EXPORTS).alias("told_by"))


def _logged(decisions: pl.DataFrame | None) -> pl.DataFrame:
    if decisions is None:
        return pl.DataFrame(schema=_KNOWN)
    choices = {str(choice): became for choice, became in CHOSEN.items()}
    chosen = decisions.filter(
        pl.col("kind").eq(str(Kind.INVITATION)) & pl.col("decision").is_in(list(choices))
    )
    became = pl.col("decision").replace_strict(choices, return_dtype=pl.String)
    return chosen.select(
        pl.col("subject").alias("person"), became.alias("became"), pl.lit(LOG).alias("told_by")
    )


def _each_once(told: pl.DataFrame) -> pl.DataFrame:
    """Keep what says most about a person: an end before none, two exports before the log."""
    is_open, is_log = pl.col("became") == OPEN, pl.col("told_by") == LOG
    ordered = told.drop_nulls("person").sort("person", is_open, is_log, "became")
    return ordered.unique("person", keep="first", maintain_order=True)


def _survivors(requests: pl.DataFrame) -> str:
    """Say what a rate from one export would be made of."""
    incoming = requests.filter("incoming")
    pending = int(incoming.get_column("pending").sum())
    kept = incoming.height - pending
    return (
        f"one export keeps the {kept} requests that were accepted and the {pending} that are "
        f"pending, and drops those that were ignored, so that {kept} of {incoming.height} would "
        "count the survivors only"
    )


def _ends(known: pl.DataFrame) -> Breakdown:
    counts = dict(known.group_by("became").len().iter_rows())
    parts = tuple(
        Part(
            label,
            exactly(counts.get(became, 0)),
            known.height,
            Unit.COUNT,
            unknown=became == OPEN,
        )
        for became, label in LABELS.items()
    )
    return Breakdown(
        "acceptance-received",
        "What became of them",
        Form.BARS,
        parts,
        of="requests to you",
        whole=True,
    )


def _told_by(decided: pl.DataFrame) -> Breakdown:
    parts = []
    for source in (EXPORTS, LOG):
        told = decided.filter(pl.col("told_by") == source)
        if told.height:
            accepted = told.filter(pl.col("became") == ACCEPTED).height
            rate = stats.wilson(accepted, told.height)
            parts.append(Part(f"Told by {source}", rate, told.height, Unit.SHARE))
    title = "Accepted, by what tells it"
    return Breakdown("acceptance-told-by", title, Form.DOTS, tuple(parts), of="requests to you")


def _in_band(accepted: int, decided: int, inputs: Inputs) -> tuple[str, ...]:
    band = inputs.strategy.invitations.target_acceptance
    if band is None or decided < FEWEST_FOR_A_RATE:
        return ()
    probability = stats.beta_probability(accepted, decided, band.low, band.high)
    low, high, chance = (stats.per_cent(share) for share in (band.low, band.high, probability))
    sentence = (
        f"Seen from these {decided} requests, you accept between {low} and {high}, as you mean "
        f"to, with a probability of {chance}."
    )
    return (sentence,)


METRIC = Metric(
    id="acceptance_received",
    code="M12",
    topic=Topic.INVITATIONS,
    title="Accepted by you",
    unit=Unit.SHARE,
    question="Of the people who ask to connect, how many do you accept?",
    formula="accepted / (accepted + ignored), of the requests that were pending in an older export "
    "or stand in your log of decisions; those still pending, and those you asked why, are open. "
    "The probability of your band is that of Beta(1 + accepted, 1 + ignored)",
    needs=frozenset({Table.REQUESTS}),
    uses=frozenset({Table.CHANGES, Table.DECISIONS}),
    measure=measure,
    claims=("S01", "S28"),
    source="Wilson 1927; uniform prior: Bayes 1763",
    minimum="5 for a rate, 30 for a comparison",
    left_out="requests that came and went between two exports; one that the sender withdrew, or "
    "that ran out, looks as if you had ignored it",
)
