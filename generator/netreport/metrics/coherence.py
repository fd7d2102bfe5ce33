"""How much of one audience is it?"""

from collections.abc import Sequence

import polars as pl

from netreport import stats
from netreport.model.metrics import Inputs, Metric, Topic
from netreport.model.results import (
    Breakdown,
    Estimate,
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
from netreport.model.strategy import Strategy
from netreport.model.tables import Table
from netreport.model.taxonomy import FUNCTIONS

FEWEST = 100
BROAD = 0.25  # a coherence below it
QUIET = 0.1  # a share in touch below it
WEAK = (
    "Large, broad and weak at once: more people than your hours can hold, with little work in "
    "common, and you are in touch with few of them. In such a network it is hard to get a "
    "conversation going, whatever you post."
)
SEED = 4
RESAMPLES = 400


def measure(inputs: Inputs) -> Result:
    """1 - H / ln 27 over the functions of the people whose function is known."""
    people = inputs[Table.PEOPLE]
    known = people.drop_nulls("function")
    if known.height < FEWEST:
        detail = f"the function of {known.height} people is known, want {FEWEST}"
        return Unknown(Reason.TOO_FEW, detail)
    counts = dict(known.group_by("function").len().sort("len", "function").iter_rows())
    amounts = list(counts.values())
    nameless = people.height - known.height
    coherence = stats.bootstrap(amounts, _coherence, seed=SEED, resamples=RESAMPLES)
    return Measured(
        coherence,
        Evidence(people.height, known.height, {"with a title that names no function": nameless}),
        (_functions(counts, nameless, people.height), _figures(coherence, amounts, known.height)),
        (WEAK,) if _is_weak(people, coherence, inputs.strategy) else (),
    )


def _is_weak(people: pl.DataFrame, coherence: Estimate, strategy: Strategy) -> bool:
    """Tell a network that is too large, too mixed and too quiet, all three for certain."""
    in_touch = people.get_column("engaged")
    most = int((in_touch.fill_null(value=True)).sum())
    large = people.height > strategy.engagement.capacity.most_people
    return large and coherence.high < BROAD and most < QUIET * people.height


def _coherence(amounts: Sequence[int]) -> float:
    return stats.coherence(amounts, len(FUNCTIONS))


def _functions(counts: dict[str, int], nameless: int, whole: int) -> Breakdown:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = [
        Part(name, exactly(count), whole, Unit.PEOPLE, Where({"function": (name,)}))
        for name, count in ordered
    ]
    unknown = Part(
        "Cannot be told",
        exactly(nameless),
        whole,
        Unit.PEOPLE,
        Where({"function": ("unknown",)}),
        unknown=True,
    )
    return Breakdown("functions", "What people work in", Form.BARS, (*parts, unknown), whole=True)


def _figures(coherence: Estimate, amounts: Sequence[int], known: int) -> Breakdown:
    top = stats.top_share(amounts, 3)
    parts = (
        Part("Effective number of functions", _groups(coherence), known, Unit.GROUPS),
        Part("In the three largest functions", exactly(top), known, Unit.SHARE),
    )
    return Breakdown("coherence", "How mixed the audience is", Form.FIGURES, parts)


def _groups(coherence: Estimate) -> Estimate:
    """Turn 1 - H / ln 27 into Hill's e^H; the more coherent, the fewer groups."""
    value, most, least = (
        len(FUNCTIONS) ** (1 - share) for share in (coherence.value, coherence.low, coherence.high)
    )
    return Estimate(value, least, most, coherence.spread)


METRIC = Metric(
    id="coherence",
    code="M4",
    topic=Topic.WHO,
    title="Coherence of the audience",
    unit=Unit.SHARE,
    question="Is this one audience, or a bit of everything?",
    formula="1 - H / ln 27, where H = -sum of p ln p over the share p of each of 27 functions; "
    "0 % is an even mix of all, 100 % one single function. Large, broad and weak: more people than "
    f"the hours hold, coherence surely below {100 * BROAD:.0f} %, and surely less than "
    f"{100 * QUIET:.0f} % in touch",
    needs=frozenset({Table.PEOPLE}),
    measure=measure,
    claims=("S33", "S34", "S36"),
    source="Hill 1973 (Ecology 54:427); Jost 2006 (Oikos 113:363)",
    minimum=f"{FEWEST} people with a known function",
    left_out="people whose title names no function",
)
