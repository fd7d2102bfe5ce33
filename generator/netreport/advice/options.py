"""The ways out of a network that does not follow its strategy: which takes the fewest weeks.

Letting go and starting again are the ways that change who is there. Another purpose changes the
strategy, and leaving gives all up; the latter is raised only when no conversation is left to lose.
"""

from collections.abc import Iterator
from datetime import timedelta

import polars as pl

from netreport.advice.ground import Ground
from netreport.model.advice import CleanUp, Fact, Kind, Reason, Recommendation
from netreport.model.results import Unit
from netreport.model.tables import Table

HEADLINES = {
    "prune": "Prune: let go whom your strategy does not want",
    "start_again": "Start again: invite whom your strategy wants to a new account",
    "abandon": "Ask yourself whether to leave LinkedIn",
}


def options(ground: Ground, clean_up: CleanUp) -> Iterator[Recommendation]:
    """Give the shortest way to a network that is relevant enough, and the question of leaving."""
    ways = {
        option: weeks for option, weeks in _ways(ground, clean_up).items() if _open(ground, option)
    }
    if ways and _too_few(ground):
        best = min(ways, key=lambda option: (ways[option], option))
        wanted = ground.strategy.quality.min_relevance_share
        told = "Fewer of your connections suit the strategy than you want, whoever is unknown."
        why = Reason(told, "quality.min_relevance_share", str(wanted))
        weeks = (Fact(HEADLINES[one].split(":")[0], ways[one], Unit.WEEKS) for one in sorted(ways))
        yield _option(ground, best, why, tuple(weeks))
    if _open(ground, "abandon") and _nothing_left(ground):
        days = ground.strategy.cleanup.abandon_if_no_engagement_days
        told = f"There has been no exchange both ways for {days} days."
        why = Reason(told, "cleanup.abandon_if_no_engagement_days", str(days))
        yield _option(ground, "abandon", why, ())


def _open(ground: Ground, option: str) -> bool:
    return option in ground.strategy.cleanup.options


def _ways(ground: Ground, clean_up: CleanUp) -> dict[str, float]:
    """Give the weeks of each way that reaches the share of relevant people: M25."""
    cleanup, people = ground.strategy.cleanup, ground.table(Table.PEOPLE)
    relevant = people.filter("relevant").height
    wanted = ground.strategy.quality.min_relevance_share or 0
    ways = {}
    if clean_up.people and relevant >= wanted * (people.height - clean_up.people):
        ways["prune"] = clean_up.weeks
    if relevant:
        ways["start_again"] = relevant / cleanup.invites_per_week
    return ways


def _too_few(ground: Ground) -> bool:
    """Say whether the share is missed even if everybody who cannot be placed is relevant."""
    wanted, people = ground.strategy.quality.min_relevance_share, ground.table(Table.PEOPLE)
    at_most = people.filter(pl.col("relevant").fill_null(value=True)).height
    return wanted is not None and at_most < wanted * people.height


def _nothing_left(ground: Ground) -> bool:
    if Table.TIES not in ground.tables:
        return False
    days = timedelta(days=ground.strategy.cleanup.abandon_if_no_engagement_days)
    both_ways = ground.table(Table.TIES).filter("two_way")
    return not (both_ways.get_column("last_at").dt.date() > ground.as_of - days).any()


def _option(ground: Ground, option: str, why: Reason, evidence: tuple[Fact, ...]) -> Recommendation:
    action = ground.id(Kind.OPTION, option)
    return Recommendation(
        action,
        Kind.OPTION,
        (HEADLINES[option],),
        minutes=0,
        value=0,
        subject=option,
        reasons=(why,),
        evidence=evidence,
        would_change=("More people who fit, or a strategy that asks for less.",)
        if option != "abandon"
        else ("One real conversation.",),
        decided=ground.decided(action, "", {}),
    )
