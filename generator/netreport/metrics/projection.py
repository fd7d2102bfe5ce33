"""Where does the network stand in twelve months: if you accept everyone, and by your policy?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import polars as pl

from netreport.facts.requesters import placed
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
    Spread,
    Unit,
    Unknown,
)
from netreport.model.strategy.invitations import AcceptanceBand
from netreport.model.tables import Table

MONTHS = 12
PERIODS, PERIOD = 6, 30  # days; the 180 for which LinkedIn keeps accepted requests
FEWEST = 10
POLICIES = {"accept": "Everyone", "policy": "Your policy"}
SEEN = (
    "The export shows only requests that you did not ignore: more people ask than this, and of "
    "them fewer may be relevant."
)
HOW_TO_PLACE = "Write what you know of those who ask into people.csv, or wait for more of them."
STAY = "Nobody leaves in this picture, and those who ask stay as they have been of late."


@dataclass(frozen=True, slots=True)
class Case:
    """One way things may go: requests a month, the share of them who are relevant, and accepted.

    `people` and `relevant`: the network today.
    """

    people: int
    relevant: int
    asking: float
    fitting: float
    accepted: float

    def size(self, policy: str, months: int) -> float:
        """Give how many people there are after so many months."""
        return self.people + self.asking * months * self._let_in(policy)

    def wanted(self, policy: str, months: int) -> float:
        """Give how many of them are relevant; a policy lets in the relevant ones first."""
        fitting = min(self._let_in(policy), self.fitting)
        return self.relevant + self.asking * months * fitting

    def share(self, policy: str, months: int) -> float:
        """Give the share who are relevant."""
        return self.wanted(policy, months) / self.size(policy, months)

    def gain(self) -> float:
        """Give how much more of the network is relevant after a year by policy."""
        return self.share("policy", MONTHS) - self.share("accept", MONTHS)

    def _let_in(self, policy: str) -> float:
        return 1.0 if policy == "accept" else self.accepted


def measure(inputs: Inputs) -> Result:
    """Share of relevant people after a year by policy, less that when everybody is accepted."""
    people, band = inputs[Table.PEOPLE], inputs.strategy.invitations.target_acceptance
    if band is None:
        return Unknown(
            Reason.NOT_ASKED,
            "your strategy does not say how many requests you mean to accept",
            "Write target_acceptance under invitations in strategy.yml.",
        )
    incoming = inputs[Table.REQUESTS].filter("incoming")
    recent = incoming.filter(pl.col("age").is_between(0, PERIODS * PERIOD - 1))
    known = placed(recent, people, inputs.get(Table.PENDING))
    decided = known.drop_nulls("relevant").height
    if recent.height < FEWEST or not decided or people.is_empty():
        detail = (
            f"{recent.height} requests in {PERIODS * PERIOD} days, of whom {decided} can be "
            f"placed; it takes {FEWEST} and 1"
        )
        return Unknown(Reason.TOO_FEW, detail, HOW_TO_PLACE)
    cases = _cases(people, known, band)
    left_out = {f"older than {PERIODS * PERIOD} days": incoming.height - recent.height}
    return Measured(
        _over([case.gain() for case in cases]),
        Evidence(incoming.height, recent.height, left_out, "requests to you"),
        (_curves(cases, inputs.as_of), _figures(cases)),
        (SEEN, STAY),
    )


def _cases(people: pl.DataFrame, known: pl.DataFrame, band: AcceptanceBand) -> Sequence[Case]:
    """Give the usual case first, and every mix of usual, low and high ones."""
    months = known.group_by(pl.col("age") // PERIOD).len().get_column("len").to_list()
    fewest = min(months) if len(months) == PERIODS else 0
    asking = (known.height / PERIODS, fewest, max(months))
    yes, unknown = _relevant(known)
    fitting = (yes / (known.height - unknown), yes / known.height, (yes + unknown) / known.height)
    relevant, unplaced = _relevant(people)
    today, accepted = (relevant, relevant + unplaced), (band.rate, band.low, band.high)
    mixes = product(today, asking, fitting, accepted)
    return [Case(people.height, *mix) for mix in mixes]


def _relevant(people: pl.DataFrame) -> tuple[int, int]:
    """Give how many are relevant, and of how many nobody can tell."""
    relevant = people.get_column("relevant")
    return int(relevant.sum()), relevant.null_count()


def _over(values: Sequence[float]) -> Estimate:
    """Give the usual value, which comes first, with the lowest and the highest."""
    low, high = min(values), max(values)
    return Estimate(values[0], low, high, Spread.PROJECTION if high > low else Spread.EXACT)


def _curves(cases: Sequence[Case], as_of: date) -> Breakdown:
    usual = cases[0]
    as_placed = [case for case in cases if case.relevant == usual.relevant]
    parts = []
    for policy, name in POLICIES.items():
        for month in range(MONTHS + 1):
            share = _over([case.share(policy, month) for case in as_placed])
            label, n = _label(as_of, month), usual.people
            parts.append(Part(label, share, n, Unit.SHARE, group=name, at=month))
    caption = "Whom nobody can place today counts as not relevant."
    title = "Relevant share of the network, month by month"
    return Breakdown("projection", title, Form.LINE, tuple(parts), "connections today", caption)


def _label(as_of: date, months: int) -> str:
    years, month = divmod(as_of.month - 1 + months, 12)
    return f"{as_of.year + years}-{month + 1:02}"


def _figures(cases: Sequence[Case]) -> Breakdown:
    parts, today = [], cases[0].people
    for policy, name in POLICIES.items():
        size = _over([case.size(policy, MONTHS) for case in cases])
        wanted = _over([case.wanted(policy, MONTHS) for case in cases])
        parts.append(Part("People", size, today, group=name))
        parts.append(Part("Relevant people", wanted, today, group=name))
    title = "After twelve months"
    of = "connections today"
    return Breakdown("projection-people", title, Form.TABLE, tuple(parts), of)


METRIC = Metric(
    id="projection",
    code="M25b",
    topic=Topic.CAPACITY,
    title="Your policy in twelve months",
    unit=Unit.PERCENTAGE_POINTS,
    question="How much more of the network is relevant in a year if you keep to your policy?",
    formula="(relevant + let in and relevant) / (people + let in) by policy - the same if "
    "everybody is let in; requests a month and their relevance as in the last 180 days, the share "
    "let in is target_acceptance, the relevant first; the range is of all mixes of low and high",
    needs=frozenset({Table.PEOPLE, Table.REQUESTS}),
    uses=frozenset({Table.PENDING}),
    measure=measure,
    claims=("S01", "S27", "S30"),
    source="netreport",
    minimum=f"{FEWEST} requests, one of whom can be placed",
    left_out="requests that you ignored, which the export does not show; people who will leave",
)
