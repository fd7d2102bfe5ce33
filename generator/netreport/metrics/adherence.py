"""Do you decide on invitations as your own strategy advises?"""

from collections import Counter

import polars as pl

from netreport import stats
from netreport.model.decisions import Choice, Kind
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    FEWEST_FOR_A_COMPARISON,
    Breakdown,
    Estimate,
    Evidence,
    Form,
    Measured,
    Part,
    Reason,
    Result,
    Spread,
    Unit,
    Unknown,
    exactly,
)
from netreport.model.tables import SCHEMAS, Table

FEWEST = FEWEST_FOR_A_COMPARISON  # decisions
WORDS = {Choice.ACCEPT: "accept", Choice.ASK_WHY: "ask why", Choice.IGNORE: "ignore"}
TRIAGE = (
    "Decide with netreport triage: it writes down what it advised beside what you decided. In a "
    "decisions.csv of your own, put the advice into a column named advised."
)
NO_ORDER = (
    "Advice is no order. Where you often decide otherwise, your strategy may be behind your "
    "judgement: change its rules, or your habit."
)

Pairs = Counter[tuple[str, str]]


def measure(inputs: Inputs) -> Result:
    """Share of the decided invitations for which the owner did as was advised."""
    decided = _decided(inputs)
    advised = decided.drop_nulls("advised")
    clear = advised.filter(pl.col("advised").is_in(WORDS) & pl.col("decision").is_in(WORDS))
    if clear.height < FEWEST:
        detail = f"{clear.height} decisions with the advice of the time beside them, want {FEWEST}"
        return Unknown(Reason.TOO_FEW, detail, TRIAGE)
    pairs: Pairs = Counter(clear.select("advised", "decision").iter_rows())
    return Measured(
        stats.wilson(sum(pairs[one, one] for one in WORDS), clear.height),
        Evidence(
            decided.height,
            clear.height,
            {
                "without advice written down": decided.height - advised.height,
                "left to you, or put off": advised.height - clear.height,
            },
            of="decisions on invitations",
        ),
        (_table(pairs), *_kappa(pairs)),
        (*_often(pairs), NO_ORDER),
    )


def _decided(inputs: Inputs) -> pl.DataFrame:
    decisions = inputs.get(Table.DECISIONS)
    if decisions is None:
        return pl.DataFrame(schema=SCHEMAS[Table.DECISIONS])
    return decisions.filter(pl.col("kind") == Kind.INVITATION)


def _table(pairs: Pairs) -> Breakdown:
    whole = pairs.total()
    parts = tuple(
        Part(
            f"Advised: {WORDS[advised]}",
            exactly(pairs[advised, decided]),
            whole,
            Unit.COUNT,
            group=f"You: {WORDS[decided]}",
            mark=advised is decided,
        )
        for advised in WORDS
        for decided in WORDS
    )
    title = "What was advised, and what you did"
    return Breakdown("adherence", title, Form.TABLE, parts, of="decisions", whole=True)


def _kappa(pairs: Pairs) -> tuple[Breakdown, ...]:
    """Give kappa, unless all were advised and decided alike, which chance explains."""
    table = [[pairs[advised, decided] for decided in WORDS] for advised in WORDS]
    agreement = stats.cohens_kappa(table)
    if isinstance(agreement, Unknown):
        return ()
    kappa = agreement.kappa
    part = Part(
        "Cohen's kappa",
        Estimate(kappa.value, kappa.low, kappa.high, Spread.LARGE_SAMPLE),
        pairs.total(),
        Unit.RATIO,
        note="0 is what chance would give, 1 is always alike",
    )
    title = "How far this is more than chance"
    return (Breakdown("adherence-kappa", title, Form.FIGURES, (part,), of="decisions"),)


def _often(pairs: Pairs) -> tuple[str, ...]:
    """Name the commonest way of deciding otherwise."""
    otherwise = {pair: count for pair, count in pairs.items() if pair[0] != pair[1]}
    if not otherwise:
        return ()
    (advised, decided), count = max(otherwise.items(), key=lambda one: (one[1], one[0]))
    was, did = WORDS[Choice(advised)], WORDS[Choice(decided)]
    return (f"Most often otherwise: advised to {was}, you chose to {did} ({count} times).",)


METRIC = Metric(
    id="adherence",
    code="M32",
    topic=Topic.INVITATIONS,
    title="Decided as advised",
    unit=Unit.SHARE,
    question="Do you decide on invitations as your strategy advises?",
    formula="invitations that you accepted, ignored or asked about as netreport advised at the "
    "time / invitations with such advice and such a decision; kappa = (agreement - agreement by "
    "chance) / (1 - agreement by chance)",
    needs=frozenset(),
    uses=frozenset({Table.DECISIONS}),
    measure=measure,
    claims=("S27", "S28"),
    source="Cohen 1960; Wilson 1927",
    minimum=f"{FEWEST} decisions",
    left_out="decisions without advice beside them; advice that left it to you; what you put off",
)
