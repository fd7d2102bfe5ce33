"""The same readings for a whole column of messages, in time for two hundred thousand of them.

Each text is first searched by one expression for all phrases; only what may be meant is read
word by word. The expression sees words alone, no marks, so that it finds too much, never too
little.
"""

from collections.abc import Callable, Sequence

import polars as pl

from netreport.facts.notes.closing import LONGEST, asks, automatic, closes
from netreport.facts.notes.lexicon import everyday_words, language_of, phrases_of
from netreport.facts.notes.templates import LONGEST_SIGNATURE
from netreport.facts.notes.words import LIGATURES, fold, words_of

_NAME = r"\p{Lu}[\p{L}\p{M}]+"
# What is no word, but for single blanks, which most of it is: they stay as they are.
_BETWEEN = r" *[^\p{L}\p{N}%€$£ ][^\p{L}\p{N}%€$£]*| {2,}"
_BETWEEN_ASCII = " *[^a-z0-9%$ ][^a-z0-9%$]*| {2,}"
_APART = r" *[^\p{L}\p{M}\p{N}%€$£ ][^\p{L}\p{M}\p{N}%€$£]*| {2,}"


def automatic_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether LinkedIn or a machine wrote it, as `automatic` does."""
    return _read(texts, automatic, lambda it: _holds(it.str.head(LONGEST), "wishes", "system"))


def closing_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether it needs no answer, as `closes` does."""
    # Most short texts hold a closing phrase: to look for one first would spare little.
    return _read(texts, closes, lambda it: it.str.len_chars() <= LONGEST)


def asking_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether it contains a question, as `asks` does."""
    return _read(texts, asks, lambda it: it.str.contains("[?¿？]") | _holds(it, "questions"))


def languages(texts: pl.Series) -> pl.Series:
    """Give the language of each text by its two letters; null where it is not clear."""
    told = [None if text is None else language_of(words_of(text)) for text in texts]
    return pl.Series(texts.name, told, pl.String)


def phrased(texts: pl.Series, *names: str) -> pl.DataFrame:
    """Say which texts hold a phrase of each list in `names`, whatever marks stand in between."""
    holds = [pl.col("words").str.contains(_pattern(name)).alias(name) for name in names]
    return _of_each(texts, holds).fill_null(value=False)


def sent_to_many(messages: pl.DataFrame, many: int) -> pl.Series:
    """Say of each message (columns person, name, text) whether its text went to `many` people.

    The names of those it went to, greetings, signatures and numbers make no difference, as in
    `template_key`.
    """
    farewell = f"(?:{phrases_of('signoffs').pattern})(?:\\S+ ){{0,{LONGEST_SIGNATURE}}}"
    key = (
        pl.col("words")
        .str.replace_all(r"\S*\p{N}\S*", "")
        .str.replace_all(r" {2,}", " ")
        .str.replace(f"^ (?:{phrases_of('greetings').pattern})+", " ")
        .str.replace(f" {farewell}$", " ")
        .str.strip_chars()
    )
    names = _names(messages.get_column("name"))
    keyed = messages.select("person").hstack(
        _of_each(messages.get_column("text"), [key.alias("key")], names)
    )
    spread = pl.col("person").n_unique().over("key") >= many
    return keyed.select((pl.col("key") != "").fill_null(value=False) & spread).to_series()


def _names(people: pl.Series) -> Sequence[str]:
    """Give the words of people's names, less those that are everyday words ("Will")."""
    words = people.drop_nulls().str.extract_all(_NAME).explode().drop_nulls().unique()
    return [word for word in words if fold(word) not in everyday_words()]


def _without(texts: pl.Series, names: Sequence[str]) -> pl.Series:
    """Take names out of texts; single blanks between words."""
    apart = " " + texts.str.replace_all(_APART, " ") + " "
    words = [f" {name} " for name in names]
    # Of names in a row, every second is found; what is left of them has none beside it.
    return apart.str.replace_many(words, [" "]).str.replace_many(words, [" "])


def _read(
    texts: pl.Series, read: Callable[[str], bool], may: Callable[[pl.Series], pl.Series]
) -> pl.Series:
    """Read each distinct text once, if it may be one that is looked for."""
    distinct = texts.drop_nulls().unique()
    found = [text for text in distinct.filter(may(distinct)) if read(text)]
    return texts.is_in(found).fill_null(value=False)


def _holds(texts: pl.Series, *lists: str) -> pl.Series:
    """Say which texts may hold one of these phrases."""
    return _folded(texts).str.contains(_pattern(*lists))


def _pattern(*lists: str) -> str:
    return f" (?:{'|'.join(phrases_of(name).pattern for name in lists)})"


def _of_each(texts: pl.Series, told: Sequence[pl.Expr], names: Sequence[str] = ()) -> pl.DataFrame:
    """Tell something of the words of each text, but for names; each is read once."""
    distinct = texts.drop_nulls().unique()
    words = _folded(_without(distinct, names) if names else distinct)
    read = pl.DataFrame({"text": distinct, "words": words})
    found = texts.to_frame("text").join(
        read.select("text", *told), on="text", how="left", maintain_order="left"
    )
    return found.drop("text")


def _folded(texts: pl.Series) -> pl.Series:
    """Give small letters without accents, words between single blanks."""
    plain = texts.str.len_bytes() == texts.str.len_chars()
    ascii_, others = texts.filter(plain), texts.filter(~plain)
    bare = others.str.to_lowercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    places = pl.concat([plain.arg_true(), (~plain).arg_true()])
    words = pl.concat(
        [
            ascii_.str.to_lowercase().str.replace_all(_BETWEEN_ASCII, " "),
            bare.str.replace_many(LIGATURES).str.replace_all(_BETWEEN, " "),
        ]
    )
    return " " + words.gather(places.arg_sort()) + " "
