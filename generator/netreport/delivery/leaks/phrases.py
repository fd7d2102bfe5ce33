"""What is looked for, as phrases: takes columns of what an export tells, gives phrases as grams.

A phrase whose every word is an everyday word or one of netreport's own is `plain`: "Mark Will" is
two words of this sentence. It counts only where it stands exactly as a name does (see `stands`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from netreport.delivery.leaks import names, words
from netreport.delivery.leaks.kinds import Kind
from netreport.facts import companies

FEWEST_LETTERS = 3  # of a single name or company; shorter ones are everywhere
SURE = 7  # letters from which on two words are no accident
_SHORT_SLUG = 6
_LONG = 400  # characters that no phrase is longer than
_WITHIN = r"(?:[^\w\"<>\n\t;|,]{1,6}|, )"  # between the words of one company or title
_BETWEEN = r"[ \u00a0._-]"  # the words of a name


def made(kind: Kind, phrases: pl.Series, silent: pl.Series, plain: pl.Series) -> pl.DataFrame:
    """Give the phrases that are looked for: `gram`, `kind`, `phrase`, `count` of words, `plain`.

    `silent`: grams that tell nothing. `plain`: grams of everyday words.
    """
    phrases = phrases.drop_nulls().unique()
    found = words.whole(phrases).with_columns(phrase=phrases, kind=pl.lit(str(kind)))
    found = found.filter(pl.col("gram").is_not_null() & ~pl.col("gram").is_in(silent.implode()))
    own = found.select("gram", word="words").explode("word")
    others = own.filter(~pl.col("word").hash().is_in(plain.implode()))["gram"]
    return found.select(
        *("gram", "kind", "phrase", "letters"),
        count=pl.col("words").list.len(),
        plain=~pl.col("gram").is_in(others.implode()),
    )


def full_names(people: pl.DataFrame, whole: Iterable[str]) -> pl.Series:
    """Give the ways to write everybody's full name, of connections and of names in one piece."""
    parts = [*people.iter_rows(), *(names.parted(name) for name in _nameable(whole))]
    found = {way for first, last in parts for way in names.spellings(first, last)}
    found |= {
        way for first, last in parts for way in names.squeezed(first, last) if len(way) >= SURE
    }
    return pl.Series(sorted(found), dtype=pl.String)


def single_names(people: pl.DataFrame, whole: Iterable[str]) -> pl.Series:
    """Give every first and last name by itself."""
    parts = [*people.iter_rows(), *(names.parted(name) for name in _nameable(whole))]
    found = {word for first, last in parts for word in names.singles(first, last)}
    return pl.Series(sorted(found), dtype=pl.String)


def addresses(profiles: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Give the slugs of profiles as they stand in an address, and by themselves."""
    slugs = profiles.filter(~profiles.str.starts_with("name:"))
    alone = slugs.filter(
        (slugs.str.len_chars() >= _SHORT_SLUG) | slugs.str.contains(r"\p{L}[^\p{L}]")
    )
    return "linkedin.com/in/" + slugs, alone


def spoken(emails: pl.Series) -> pl.Series:
    """Give e-mail addresses as they are written, and as they are written out in words."""
    at = emails.str.replace("@", " at ", literal=True)
    return pl.concat([emails, at, at.str.replace_all(".", " dot ", literal=True)])


def company_names(jobs: pl.DataFrame) -> pl.DataFrame:
    """Give every company as it is written, with its name alone in `core`; none for no employer."""
    written = jobs["company"].unique().sort()
    core = [companies.normal(name) if companies.is_employer(name) else "" for name in written]
    return pl.DataFrame({"company": written, "core": core}).filter(pl.col("core") != "")


def pairs(jobs: pl.DataFrame) -> pl.Series:
    """Give company and title of everybody, side by side in both orders."""
    found = {
        phrase
        for company, position in jobs.select("company", "position").unique().iter_rows()
        for phrase in _side_by_side(_words(company), _words(position))
    }
    return pl.Series(sorted(found), dtype=pl.String)


def stands(kind: Kind, phrase: str, text: str) -> bool:
    """Say whether a plain phrase stands in a text as it must to count.

    A name: with capitals, its words a blank, a dot, a dash or an underscore apart. Anything else:
    as it is written, in small letters or in capitals.
    """
    first, *others = phrase.split()
    between = _BETWEEN if kind in {Kind.NAME, Kind.RARE} else r"\s+"
    rest = "".join(f"{between}(?:{'|'.join(map(re.escape, _ways(kind, one)))})" for one in others)
    return any(
        whole.match(text, at, at + _LONG)
        for way in _ways(kind, first)
        for whole in [re.compile(rf"{re.escape(way)}{rest}(?!\w)")]
        for at in _starts(way, text)
    )


def unbroken(phrase: str, folded: str) -> bool:
    """Say whether a phrase stands in a folded text as one: not in two cells, rows or strings.

    Lists of companies in order have "Example" and "Example Works" side by side.
    """
    first, *others = re.findall(r"\w+", words.folded(phrase)) or [""]
    rest = re.compile(re.escape(first) + "".join(f"{_WITHIN}{re.escape(one)}" for one in others))
    return any(rest.match(folded, at) for at in _starts(first, folded))


def _ways(kind: Kind, word: str) -> Sequence[str]:
    """Give a word as typed, with a first capital, in capitals, and where no name is, in small."""
    ways = {word, word.title(), word.upper(), word.lower()}
    if kind in {Kind.NAME, Kind.RARE, Kind.COMPANY}:
        ways = ways - {word.lower()} or ways
    return sorted(ways)


def _starts(word: str, text: str) -> Iterator[int]:
    """Give where a word starts in a text."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalnum():
            yield at
        at = text.find(word, at + 1)


def _nameable(whole: Iterable[str]) -> Sequence[str]:
    return [name for name in whole if name.casefold() not in names.NOBODY]


def _words(text: str) -> Sequence[str]:
    return re.findall(r"\w+", text)


def _side_by_side(company: Sequence[str], position: Sequence[str]) -> Iterable[str]:
    if company and position:
        yield " ".join([*position[-3:], *company[:3]])
        yield " ".join([*position[-2:], "at", *company[:3]])
        yield " ".join([*company[-3:], *position[:3]])
