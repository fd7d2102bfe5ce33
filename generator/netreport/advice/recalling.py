"""Which recommendation an id was given to, where nothing is advised under it any more.

What was advised on an older export cannot always be worked out again: the owner has decided and
typed in other things since. But an id is made of a kind and of a person, so that whoever has the
workspace's secret finds whom it is about.
"""

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from netreport.advice.ground import Ground, ground, person
from netreport.model.advice import Headline, Kind, Recommendation
from netreport.model.network import Network
from netreport.model.people import Person
from netreport.model.strategy import Strategy
from netreport.model.tables import Table

WORDS: Mapping[Kind, str] = {
    Kind.INVITATION: "Decide on the request of ",
    Kind.ANSWER: "Answer ",
    Kind.WAKE: "Wake your contact with ",
    Kind.WARM_UP: "Write to ",
    Kind.WITHDRAW: "Withdraw your request to ",
    Kind.LET_GO: "Let go of ",
}
_TOLD = ("person", "name")


def recall(
    network: Network, strategy: Strategy, secret: bytes, ids: Collection[str]
) -> Mapping[str, Recommendation]:
    """Give what these ids were given to, as far as it is about people and companies known here.

    What is found says what to do and whom it is about, and nothing else.
    """
    kinds = {kind for kind in Kind if any(id_.startswith(f"{kind}-") for id_ in ids)}
    known = ground(network, strategy, secret)
    every = (*_of_people(known, kinds), *_of_companies(known, kinds))
    return {one.id: one for one in every if one.id in ids}


def _of_people(ground: Ground, kinds: Collection[Kind]) -> Iterator[Recommendation]:
    named = [kind for kind in WORDS if kind in kinds]
    tables = [ground.table(one).select(_TOLD) for one in (Table.PEOPLE, Table.PENDING)]
    rows = pl.concat(tables).unique("person", maintain_order=True) if named else tables[0].clear()
    for row in rows.iter_rows(named=True):
        who = person(row)
        for kind in named:
            yield _one(ground, kind, who.key, (WORDS[kind], who), who)


def _of_companies(ground: Ground, kinds: Collection[Kind]) -> Iterator[Recommendation]:
    for _, segment in ground.wanted():
        if Kind.GAP in kinds:
            told = f"Find somebody for “{segment.name}”"
            yield _one(ground, Kind.GAP, f"segment {segment.id}", (told,))
        for name in segment.where.company_list:
            if Kind.COMPANY in kinds:
                yield _one(ground, Kind.COMPANY, name, (f"Start a conversation at {name}",))
            if Kind.GAP in kinds:
                yield _one(ground, Kind.GAP, f"company {name}", (f"Find somebody at {name}",))


def _one(
    ground: Ground, kind: Kind, subject: str, headline: Headline, who: Person | None = None
) -> Recommendation:
    return Recommendation(ground.id(kind, subject), kind, headline, 0, 0, person=who)
