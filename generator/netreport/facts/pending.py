"""Who asks to connect, and who was asked: requests that wait, with what is known of the people.

An export gives a name, an address and a note. Title, place and company come from the owner's own
rows alone. What has to be known of the note is read here, because the note goes no further.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from netreport.facts import notes
from netreport.facts.expressions import each
from netreport.facts.identity import compared, keyed_by_name
from netreport.facts.people import Placed, in_segments, placed
from netreport.facts.words import mentioned
from netreport.model.strategy import Strategy
from netreport.model.tables import SCHEMAS, Table


def derive(tables: Mapping[Table, pl.DataFrame], strategy: Strategy) -> pl.DataFrame:
    """Give PENDING; needs REQUESTS with the notes still in it (see facts.invitations)."""
    latest = _latest(_waiting(tables[Table.REQUESTS], tables.get(Table.CONNECTIONS)))
    who = placed(latest.with_columns(*_blank("email", "position", "company")), tables, strategy)
    sorted_in = in_segments(_at_no_listed_company(who), strategy).with_columns(
        pl.col("company").replace("", None)
    )
    read = sorted_in.with_columns(_of_the_note(sorted_in, strategy))
    columns = SCHEMAS[Table.PENDING].items()
    return read.select(pl.col(name).cast(kind) for name, kind in columns).sort("person", "incoming")


def _waiting(requests: pl.DataFrame, connections: pl.DataFrame | None) -> pl.DataFrame:
    """Keep what waits. Without an address, only who bears no connection's name surely does."""
    if connections is None:
        return requests.filter(pl.col("pending").fill_null(value=True))
    names = connections.select(
        pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True).alias("name")
    ).select(each("name", compared, pl.String))
    stranger = ~each("name", compared, pl.String).is_in(names.to_series().implode())
    return requests.filter(pl.coalesce("pending", stranger))


def _latest(waiting: pl.DataFrame) -> pl.DataFrame:
    """Keep the latest of each person and direction, and give everybody a key."""
    told = waiting.with_columns(keyed_by_name("sent_at"))
    newest_first = told.sort("sent_at", "note", descending=True, nulls_last=True)
    return newest_first.unique(["person", "incoming"], keep="first", maintain_order=True)


def _blank(*names: str) -> list[pl.Expr]:
    return [pl.lit(None, pl.String).alias(name) for name in names]


def _at_no_listed_company(who: Placed) -> Placed:
    """Take people who say what they do, and not where, to work at no company that is listed."""
    silent = pl.col("company").is_null() & pl.col("function").is_not_null()
    assumed = [
        pl.when(silent).then(pl.lit("")).otherwise(name).alias(name)
        for name in ("company", "company_folded")
    ]
    return replace(who, people=who.people.with_columns(assumed))


def _of_the_note(people: pl.DataFrame, strategy: Strategy) -> list[pl.Series]:
    texts = people.get_column("note").fill_null("").to_list()
    titles = people.get_column("position").fill_null("").to_list()
    block, value = strategy.invitations.hard_block, strategy.value_proposition
    never = (*block.title_words, *block.companies, *block.people)
    hoped = tuple(dict.fromkeys((*value.keywords, *value.i_want, *value.i_give)))
    both = [f"{title} \n {note}" for title, note in zip(titles, texts, strict=True)]
    exchanged = [notes.exchange(text) for text in texts]
    return [
        _lists("blocked", (mentioned(text, never) for text in texts)),
        _lists("named", (mentioned(text, hoped) for text in both)),
        _lists("offers", (said.offers for said in exchanged)),
        _lists("asks", (said.asks for said in exchanged)),
    ]


def _lists(name: str, rows: Iterable[Sequence[str]]) -> pl.Series:
    return pl.Series(name, [list(row) for row in rows], pl.List(pl.String))
