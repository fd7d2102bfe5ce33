"""What would it take to tidy up, and which ways out are there?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

import polars as pl

from netreport import stats
from netreport.facts.counted import those
from netreport.facts.keeping import sift
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
    Where,
    exactly,
)
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

SECONDS = 3600
RELEVANT, CORE = Where({"relevant": ("yes",)}), Where({"standing": ("core",)})
TITLES = {
    "prune": "Prune",
    "repurpose": "Repurpose",
    "abandon": "Abandon",
    "start_again": "Start again",
}
WHEN = {
    "prune": "Lets go one at a time and by hand; recommendations and endorsements between you are "
    "withdrawn, and only you could ask again. For a network whose core is worth its upkeep.",
    "repurpose": "Keeps everybody and changes what the network is for. For when the objective has "
    "changed: write another objective and other segments, and build again.",
    "abandon": "Gives up the core with the rest. For when no word has passed both ways for as long "
    "as your strategy says.",
    "start_again": "Leaves messages and recommendations behind, and with them whoever does not "
    "come back. For when tidying up would take longer than inviting those you want.",
}


@dataclass(frozen=True, slots=True)
class Group:
    """How many people, how many of them are relevant, and how many nobody can place."""

    people: int
    relevant: int
    unknown: int

    @property
    def share(self) -> Estimate:
        """Give the share of relevant people, at most as if all whom nobody can place were so."""
        low, high = self.relevant / self.people, (self.relevant + self.unknown) / self.people
        return Estimate(low, low, high, Spread.LEFT_OUT if high > low else Spread.EXACT)


@dataclass(frozen=True, slots=True)
class Network:
    """Everybody, those who stay, the core; `silent`: days without a word both ways, if ever.

    `rows`: those who may go.
    """

    everybody: Group
    staying: Group
    core: int
    silent: int | None
    rows: Where | None

    @property
    def leaving(self) -> int:
        """Give how many may go."""
        return self.everybody.people - self.staying.people


def measure(inputs: Inputs) -> Result:
    """Hours to remove, by hand, everybody who is surely no loss."""
    if inputs[Table.PEOPLE].is_empty():
        return Unknown(Reason.TOO_FEW, "the export holds no connections")
    sifted, strategy = sift(inputs.tables, inputs.strategy), inputs.strategy
    network = _network(inputs, sifted.may_go)
    weeks = _weeks(network, strategy)
    return Measured(
        exactly(_hours(network, strategy)),
        Evidence(
            network.everybody.people,
            network.leaving,
            {f"who {why}": n for why, n in sifted.kept.items()},
        ),
        tuple(_cards(network, strategy, _shortest(weeks, network, strategy))),
        tuple(_remarks(network, strategy, weeks)),
    )


def _network(inputs: Inputs, leaving: pl.DataFrame) -> Network:
    people, ties = inputs[Table.PEOPLE], inputs[Table.TIES]
    last = ties.filter("two_way").select(pl.lit(inputs.as_of) - pl.col("last_at").dt.date().max())
    return Network(
        _group(people),
        _group(people.join(leaving, on="person", how="anti")),
        people.filter(pl.col("standing") == "core").height,
        last.select(pl.first().dt.total_days()).item(),
        those("May go", leaving, people),
    )


def _group(people: pl.DataFrame) -> Group:
    relevant = people.get_column("relevant")
    return Group(people.height, int(relevant.sum()), relevant.null_count())


def _hours(network: Network, strategy: Strategy) -> float:
    return network.leaving * strategy.cleanup.seconds_per_removal / SECONDS


def _weeks(network: Network, strategy: Strategy) -> Mapping[str, float]:
    """Give the weeks of each considered way that reaches the wanted share of relevant people."""
    wanted, cleanup = strategy.quality.min_relevance_share or 0, strategy.cleanup
    ways = {}
    if network.leaving and network.staying.relevant >= wanted * network.staying.people:
        per_week = strategy.engagement.capacity.hours_per_week
        ways["prune"] = _hours(network, strategy) / per_week
    if network.everybody.relevant:
        ways["start_again"] = network.everybody.relevant / cleanup.invites_per_week
    return {way: weeks for way, weeks in ways.items() if way in cleanup.options}


def _shortest(weeks: Mapping[str, float], network: Network, strategy: Strategy) -> str:
    """Give the way of the fewest weeks; none while the share is reached, or may be."""
    wanted = strategy.quality.min_relevance_share
    missed = wanted is not None and network.everybody.share.high < wanted
    return min(weeks, key=lambda way: (weeks[way], way)) if missed and weeks else ""


def _cards(network: Network, strategy: Strategy, shortest: str) -> Iterator[Breakdown]:
    parts = {
        "prune": _prune(network, strategy),
        "repurpose": _repurpose(network),
        "abandon": _abandon(network, strategy),
        "start_again": _start_again(network, strategy),
    }
    for way, title in TITLES.items():
        also = " (the fewest weeks)" if way == shortest else ""
        if way not in strategy.cleanup.options:
            also = " (not among the ways you would consider)"
        name = f"option-{way.replace('_', '-')}"
        yield Breakdown(name, f"{title}{also}", Form.FIGURES, parts[way], caption=WHEN[way])


def _prune(network: Network, strategy: Strategy) -> tuple[Part, ...]:
    n, hours, staying = network.leaving, _hours(network, strategy), network.staying
    days = ceil(n / strategy.cleanup.max_removals_per_day)
    weeks = hours / strategy.engagement.capacity.hours_per_week
    parts = [
        Part("People who may go", exactly(n), network.everybody.people, where=network.rows),
        Part("Hours by hand", exactly(hours), n, Unit.HOURS),
        Part("Days at your daily limit", exactly(days), n, Unit.DAYS),
        Part("Weeks at your hours", exactly(weeks), n, Unit.WEEKS),
    ]
    if staying.people:
        label = "Relevant of those who stay"
        parts.append(Part(label, staying.share, staying.people, Unit.SHARE))
    return tuple(parts)


def _repurpose(network: Network) -> tuple[Part, ...]:
    everybody, n = network.everybody, network.everybody.people
    label = "Relevant as long as the objective stays"
    return (
        Part("People who stay", exactly(n), n, where=Where()),
        Part("Hours by hand", exactly(0), n, Unit.HOURS),
        Part(label, everybody.share, n, Unit.SHARE, RELEVANT),
    )


def _abandon(network: Network, strategy: Strategy) -> tuple[Part, ...]:
    relevant, n = network.everybody.relevant, network.everybody.people
    limit = strategy.cleanup.abandon_if_no_engagement_days
    parts = [
        Part("Hours by hand", exactly(0), n, Unit.HOURS),
        Part("People in touch who are lost", exactly(network.core), n, where=CORE),
        Part("Relevant people who are lost", exactly(relevant), n, where=RELEVANT),
        Part("Silent days after which to ask", exactly(limit), n, Unit.DAYS),
    ]
    if network.silent is not None:
        label, over = "Days since a word with somebody who writes back", network.silent > limit
        silent = exactly(network.silent)
        parts.append(Part(label, silent, n, Unit.DAYS, mark=over, single=True))
    return tuple(parts)


def _start_again(network: Network, strategy: Strategy) -> tuple[Part, ...]:
    cleanup, n, people = strategy.cleanup, network.everybody.relevant, network.everybody.people
    weeks, back = n / cleanup.invites_per_week, n * cleanup.reinvite_acceptance
    return (
        Part("People to invite again", exactly(n), n, where=RELEVANT),
        Part("Weeks at your invitations a week", exactly(weeks), n, Unit.WEEKS),
        Part("Of them, who would come back", exactly(back), n),
        Part("Relevant people who are lost", exactly(n - back), n),
        Part("Everybody else who is lost", exactly(people - n), people),
    )


def _remarks(network: Network, strategy: Strategy, weeks: Mapping[str, float]) -> Iterator[str]:
    wanted = strategy.quality.min_relevance_share
    if wanted is None:
        yield (
            "Your strategy sets no share of relevant people (quality.min_relevance_share), so that "
            "no way out is recommended."
        )
    else:
        yield _recommended(network, strategy, weeks, wanted)
    limit = strategy.cleanup.abandon_if_no_engagement_days
    if network.silent is None or network.silent > limit:
        yield f"No word has passed both ways for {limit} days: ask yourself what LinkedIn is for."


def _recommended(
    network: Network, strategy: Strategy, weeks: Mapping[str, float], wanted: float
) -> str:
    now, aim = network.everybody.share, stats.per_cent(wanted)
    if now.low >= wanted:
        return f"Your network holds the {aim} of relevant people that you want: no way out is due."
    if now.high >= wanted:
        return f"Too many cannot be placed to say whether {aim} are relevant: place them first."
    if not (shortest := _shortest(weeks, network, strategy)):
        return f"None of the ways that you would consider reaches {aim} of relevant people."
    return (
        f"By weeks alone the shortest way to {aim} of relevant people is to "
        f"{TITLES[shortest].lower()}: {weeks[shortest]:.1f} weeks. See what it destroys."
    )


METRIC = Metric(
    id="cleanup",
    code="M25",
    topic=Topic.CAPACITY,
    title="Hours to tidy up",
    unit=Unit.HOURS,
    question="What would it take to tidy up, and which ways out are there?",
    formula="people who may go x seconds a removal / 3600; weeks = hours / hours a week; days = "
    "people / removals a day; start again: weeks = relevant / invitations a week, back = relevant "
    "x the share that would accept again. Recommended: the fewest weeks that reach your share of "
    "relevant people",
    needs=frozenset({Table.PEOPLE, Table.TIES}),
    uses=frozenset({Table.DECISIONS, Table.RECOMMENDATIONS}),
    measure=measure,
    claims=("S43", "S45", "S46", "S47", "S48", "S76"),
    source="netreport",
    left_out="everybody nobody can place, who ever wrote both ways, is known from private life, "
    "stands on your safelist, waits for an answer or may have recommended you: these stay",
)
