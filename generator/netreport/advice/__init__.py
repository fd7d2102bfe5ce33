"""What to do about it: recommendations with ids that last, reasons, evidence and minutes.

Takes a derived network, the strategy, and a secret for the ids; gives an `Advice`. Pure: the same
network gives the same advice, in any row order. Must not know metrics' answers, pages or files,
and never acts on LinkedIn.
"""

from netreport.advice import let_go, options
from netreport.advice.answers import answers
from netreport.advice.approach import approaches
from netreport.advice.gaps import gaps
from netreport.advice.ground import ground
from netreport.advice.targets import targets
from netreport.advice.triage import requests
from netreport.advice.week import this_week
from netreport.advice.withdraw import withdrawals
from netreport.facts.keeping import sift
from netreport.model.advice import Advice, Kind
from netreport.model.network import Network
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

__all__ = ["advise"]

MISSING = {
    Table.PENDING: "The export has no invitations: nothing can be said of requests.",
    Table.PEOPLE: "The export has no connections: nobody can be advised on.",
    Table.TIES: "The export has no messages: nobody can tell who is silent, who waits for an "
    "answer, and whom to let go.",
}


def advise(network: Network, strategy: Strategy, secret: bytes = b"") -> Advice:
    """Give all recommendations for a derived network (see `facts.derive`) and what fits this week.

    `secret`, at most 64 bytes: of the workspace, so that ids cannot be guessed from addresses.
    The same secret gives the same ids, build after build.
    """
    known = ground(network, strategy, secret)
    asked = requests(known)
    owed = tuple(answers(known, {one.person.key: one for one in asked if one.person}))
    sifted = sift(known.tables, strategy)
    leaving = tuple(let_go.removals(known, sifted))
    listed = targets(known)
    plan = let_go.clean_up(known, sifted, leaving)
    told = (
        *asked,
        *owed,
        *approaches(known, listed),
        *gaps(known, listed),
        *withdrawals(known),
        *leaving,
    )
    kinds = list(Kind)
    every = sorted((*told, *options.options(known, plan)), key=lambda one: kinds.index(one.kind))
    missing = tuple(why for table, why in MISSING.items() if table not in network.tables)
    return Advice(tuple(every), this_week(known, every), plan, missing)
