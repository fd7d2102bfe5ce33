"""What a site may not say: everything an export knows of others, as numbers that can be found.

Takes networks as they were read and what is the owner's own, gives a `Known`.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import polars as pl

from netreport.delivery.leaks import addresses, gathering, phrases, shipped, words
from netreport.delivery.leaks.kinds import Kind
from netreport.delivery.leaks.phrases import made
from netreport.facts import companies
from netreport.model.network import Network
from netreport.model.strategy import Strategy

_COMMENT = re.compile(r"(?m)(?:^|\s)#.*$")
VOICES = 3  # as many who say the same words say a stock phrase


@dataclass(frozen=True, slots=True)
class Own:
    """What is the owner's own to show: their names and address, and the words of their files."""

    names: Sequence[str] = ()
    slug: str = ""
    texts: Sequence[str] = ()


class Owned(Protocol):
    """A report, or what one is made of."""

    @property
    def network(self) -> Network:
        """Give the export."""

    @property
    def strategy(self) -> Strategy:
        """Give the owner's strategy."""


def own(told: Owned, *files: Path | None) -> Own:
    """Give what is the owner's own: their name, and what their YAML files say, comments aside."""
    owner = told.network.owner
    names = {told.strategy.owner.name, owner.name}
    texts = [_COMMENT.sub("", path.read_text("utf-8")) for path in files if path and path.is_file()]
    return Own(sorted(name for name in names if name), owner.slug or "", texts)


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked for.

    `phrases`: as `phrases.made` gives them. `runs`: grams of RUN words of what was written.
    `phones`: digits. `secrets`: addresses whose hashes are looked for.
    """

    phrases: pl.DataFrame = field(repr=False)
    runs: pl.Series = field(repr=False)
    phones: frozenset[str] = field(repr=False)
    secrets: frozenset[str] = field(repr=False)

    def of(self, kinds: Collection[Kind]) -> "Known":
        """Give this with the phrases of these kinds alone."""
        return replace(self, phrases=self.phrases.filter(pl.col("kind").is_in(sorted(kinds))))


def known(networks: Sequence[Network], own: Own, k: int) -> Known:
    """Gather what no reader may find; `k`: people behind a company or a title that may be named."""
    texts = gathering.texts(networks)
    written = texts["text"].unique()
    profiles = gathering.column(networks, gathering.PROFILES)
    given = addresses.whole(gathering.column(networks, gathering.EMAILS))
    emails = pl.concat([given, addresses.emails(written).alias("value")]).unique()
    silent = _Silent.of(networks, own, k)
    tables = (
        *_about_people(networks, silent),
        *_about_work(networks, silent, k),
        *_addressed(emails, profiles, written, silent),
    )
    slugs = profiles.filter(~profiles.str.starts_with("name:") & (profiles != own.slug))
    return Known(
        pl.concat(tables).unique(["gram", "kind"], keep="any"),
        _runs(texts, silent),
        frozenset(addresses.phones(written)),
        frozenset([*emails, *slugs]),
    )


@dataclass(frozen=True, slots=True)
class _Silent:
    """Grams that tell nothing: the owner's own, what ships, and what many people share.

    `named`: the owner's own and what ships, without the words of the owner's files: who is named
    there is not meant to be told. `others`: runs of words that are no message: the owner's own,
    and names, titles and companies, which are looked for as such.
    """

    own: pl.Series
    named: pl.Series
    said: pl.Series
    shared: pl.Series
    others: pl.Series

    @staticmethod
    def of(networks: Sequence[Network], own: Own, k: int) -> "_Silent":
        public = gathering.column(networks, gathering.OWN)
        mine = pl.Series([*own.texts, *public], dtype=pl.String)
        address = [own.slug, f"linkedin.com/in/{own.slug}"] if own.slug else []
        named = pl.Series([*own.names, *address], dtype=pl.String)
        newest = gathering.jobs(networks[-1:])
        own_grams = words.known(named)
        return _Silent(
            own_grams,
            pl.concat([shipped.shipped(), own_grams]).unique(),
            pl.concat([shipped.shipped(), words.known(mine), own_grams]).unique(),
            pl.concat([_shared(newest, column, k) for column in ("company", "position")]).unique(),
            words.runs(pl.concat([mine, named, gathering.cards(networks)])),
        )

    @property
    def every(self) -> pl.Series:
        return pl.concat([self.said, self.shared])


def _about_people(networks: Sequence[Network], silent: _Silent) -> Sequence[pl.DataFrame]:
    people = gathering.people(networks)
    whole = gathering.column(networks, gathering.NAMES).sort()
    full = _naming(Kind.NAME, phrases.full_names(people, whole), silent.shared, silent)
    short = (pl.col("letters") < phrases.SURE) & (pl.col("count") > 1)
    single = made(Kind.RARE, phrases.single_names(people, whole), silent.every, silent.said)
    single = single.filter(pl.col("letters") >= phrases.FEWEST_LETTERS)
    return (
        full.with_columns(plain=pl.col("plain") | short),
        single.with_columns(plain=pl.col("letters") == phrases.FEWEST_LETTERS),
    )


def _naming(kind: Kind, found: pl.Series, many: pl.Series, silent: _Silent) -> pl.DataFrame:
    """Give what names somebody, in the owner's files too: a safelist says whom to keep quiet about.

    Single words and everyday words that stand in those files may be anything.
    """
    table = made(kind, found, pl.concat([silent.named, many]), silent.named)
    vague = pl.col("plain") | (pl.col("count") == 1)
    return table.filter(~(vague & pl.col("gram").is_in(silent.said.implode())))


def _about_work(networks: Sequence[Network], silent: _Silent, k: int) -> Sequence[pl.DataFrame]:
    jobs = gathering.jobs(networks)
    every = silent.every
    named = phrases.company_names(jobs)
    firms = made(Kind.COMPANY, pl.concat([named["company"], named["core"]]), every, silent.said)
    firms = firms.filter(
        (pl.col("letters") >= phrases.FEWEST_LETTERS) & ~(pl.col("plain") & (pl.col("count") == 1))
    ).with_columns(plain=pl.col("plain") | (pl.col("letters") <= phrases.FEWEST_LETTERS))
    titles = made(Kind.POSITION, jobs["position"], every, silent.said)
    both = made(Kind.PAIR, phrases.pairs(_few(jobs, k)), every, silent.said)
    return firms, titles.filter(pl.col("count") > 1), both


def _addressed(
    emails: pl.Series, profiles: pl.Series, written: pl.Series, silent: _Silent
) -> Sequence[pl.DataFrame]:
    full, alone = phrases.addresses(profiles)
    links = made(Kind.LINK, addresses.links(written), silent.said, silent.said)
    return (
        made(Kind.EMAIL, phrases.spoken(emails), silent.own, silent.said),
        made(Kind.PROFILE, full, silent.own, pl.Series(dtype=pl.UInt64)),
        _naming(Kind.PROFILE, alone, pl.Series(dtype=pl.UInt64), silent),
        links.filter(pl.col("count") > 2),  # noqa: PLR2004 - a host and no more
    )


def _runs(texts: pl.DataFrame, silent: _Silent) -> pl.Series:
    """Give the runs of words of fewer than VOICES voices, without what the owner and we say."""
    texts = texts.unique()
    found = words.numbered(words.grams(texts["text"])).with_columns(
        gram=words.gram(words.RUN), weighty=words.weighty()
    )
    voices = texts.select("voice").with_row_index("text")
    found = found.filter(pl.col("weighty") & pl.col("gram").is_not_null()).join(voices, on="text")
    few = found.group_by("gram").agg(pl.col("voice").n_unique()).filter(pl.col("voice") < VOICES)
    quiet = pl.concat([shipped.said(), silent.others])
    return few.filter(~pl.col("gram").is_in(quiet.implode()))["gram"]


def _shared(jobs: pl.DataFrame, column: str, k: int) -> pl.Series:
    """Give every gram in the companies or titles of at least `k` people."""
    counted = jobs.select("who", column).filter(pl.col(column) != "").unique()
    alike = pl.col(column)
    if column == "company":
        named = pl.DataFrame({column: counted[column].unique()})
        core = [companies.normal(name) for name in named[column]]
        counted = counted.join(named.with_columns(core=pl.Series(core)), on=column)
        alike = pl.col("core")
    many = counted.filter(pl.col("who").n_unique().over(alike) >= k)[column]
    found = words.grams(counted[column])
    found = found.join(
        counted.select("who").with_row_index("text"), on="text", maintain_order="left"
    )
    contained = [
        found.select("who", gram=words.gram(length))
        .drop_nulls("gram")
        .group_by("gram")
        .agg(pl.col("who").n_unique())
        .filter(pl.col("who") >= k)["gram"]
        for length in range(1, words.LONGEST + 1)
    ]
    return pl.concat([words.known(many), *contained])


def _few(jobs: pl.DataFrame, k: int) -> pl.DataFrame:
    """Keep the pairs of company and title of fewer than `k` people, however they are written.

    A title that is one of our own words for what people do, such as "Director", is left out.
    """
    named = jobs.filter((pl.col("company") != "") & (pl.col("position") != ""))
    core = [companies.normal(name) for name in named["company"]]
    alike = named.with_columns(
        core=pl.Series(core, dtype=pl.String),
        title=words.split(pl.col("position")).list.join(" "),
    )
    few = alike.filter(pl.col("who").n_unique().over("core", "title") < k)
    return few.filter(
        ~words.whole(few["position"])["gram"].is_in(shipped.shipped().implode())
    ).select("who", "company", "position")
