"""Do your messages offer something, or ask for it?"""

import polars as pl

from netreport import stats
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
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

FEWEST = FEWEST_FOR_A_COMPARISON  # messages with such a word
GIVES, WANTS = pl.col("gives"), pl.col("wants")
KINDS = {
    "A word that offers": GIVES & ~WANTS,
    "A word that asks": WANTS & ~GIVES,
    "Both": GIVES & WANTS,
    "No such word": ~GIVES & ~WANTS,
}
WEAKNESS = (
    "This is a guess from lists of words in seven languages, and a weak one: an offer may be a "
    "pitch, a question may be kind, and many messages hold no such word. Take it for a hint."
)


def measure(inputs: Inputs) -> Result:
    """Share that offers, of the owner's messages with a word that offers or asks, not both."""
    own = inputs[Table.EXCHANGES].filter(~pl.col("incoming") & ~pl.col("automatic"))
    gives, wants, both, neither = (own.filter(kind).height for kind in KINDS.values())
    clear = gives + wants
    if clear < FEWEST:
        detail = f"{clear} of your messages hold a word that offers or one that asks, want {FEWEST}"
        return Unknown(Reason.TOO_FEW, detail)
    left_out = {"without such a word": neither}
    return Measured(
        stats.share(hits=gives, known=clear, unknown=both),
        Evidence(own.height, clear + both, left_out, of="messages of yours"),
        (_kinds(own), _by_audience(own)),
        (WEAKNESS,),
    )


def _kinds(own: pl.DataFrame) -> Breakdown:
    parts = tuple(
        Part(label, exactly(own.filter(kind).height), own.height, Unit.COUNT)
        for label, kind in KINDS.items()
    )
    title = "What your messages hold"
    return Breakdown("value-words", title, Form.BARS, parts, of="messages", whole=True)


def _by_audience(own: pl.DataFrame) -> Breakdown:
    """Hold texts that went to many against those that went to one."""
    to = {"Texts you sent to many": pl.col("template"), "Texts to one": ~pl.col("template")}
    parts = tuple(
        Part(label, exactly(texts.filter(word).height), texts.height, Unit.COUNT, group=group)
        for group, test in to.items()
        for label, word in {"A word that offers": GIVES, "A word that asks": WANTS}.items()
        for texts in (own.filter(test),)
    )
    return Breakdown("value-audience", "To many and to one", Form.TABLE, parts, of="messages")


METRIC = Metric(
    id="value_exchange",
    code="M27",
    topic=Topic.CONVERSATIONS,
    title="Offering rather than asking (a guess)",
    unit=Unit.SHARE,
    question="Do your messages offer something, or ask for it?",
    formula="of your messages with a word that offers or a word that asks, but not both: those "
    "that offer; messages with both could be either. A guess by words, of low confidence",
    needs=frozenset({Table.EXCHANGES}),
    measure=measure,
    claims=("S20",),
    source="netreport",
    minimum=f"{FEWEST} messages with such a word",
    left_out="messages without such a word, LinkedIn's own texts, drafts and groups; what others "
    "offer or ask",
)
