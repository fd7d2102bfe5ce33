"""The same readings for a whole column of messages, in time for two hundred thousand of them.

Each text is first searched by one expression for all phrases; only what may be meant is read
word by word. The expression sees words alone, no marks, so that it finds too much, never too
little.
"""

from collections.abc import Callable, Iterable

import polars as pl

from netreport.facts.notes.closing import LONGEST, asks, automatic, closes
from netreport.facts.notes.lexicon import everyday_words, language_of, phrases_of
from netreport.facts.notes.templates import LONGEST_SIGNATURE
from netreport.facts.notes.words import LIGATURES, fold, words_of

_LETTERS = r"\p{L}+"
_NAME = r"\p{Lu}[\p{L}\p{M}]+"
# What is no word, but for single blanks, which most of it is: they stay as they are.
_BETWEEN = r" *[^\p{L}\p{N}%€$£ ][^\p{L}\p{N}%€$£]*| {2,}"
_BETWEEN_ASCII = " *[^a-z0-9%$ ][^a-z0-9%$]*| {2,}"


def automatic_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether LinkedIn or a machine wrote it, as `automatic` does."""
    beginnings = texts.str.head(LONGEST)
    return _read(texts, automatic, _holds(beginnings, "wishes", "system"))


def closing_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether it needs no answer, as `closes` does."""
    short = texts.str.len_chars() <= LONGEST
    wordless = ~texts.str.contains(_LETTERS)
    return _read(texts, closes, short & (wordless | _holds(texts, "closings")))


def asking_texts(texts: pl.Series) -> pl.Series:
    """Say of each text whether it contains a question, as `asks` does."""
    return _read(texts, asks, texts.str.contains("[?¿？]") | _holds(texts, "questions"))


def languages(texts: pl.Series) -> pl.Series:
    """Give the language of each text by its two letters; null where it is not clear."""
    told = [None if text is None else language_of(words_of(text)) for text in texts]
    return pl.Series(texts.name, told, pl.String)


def phrased(texts: pl.Series, *names: str) -> pl.DataFrame:
    """Say which texts hold a phrase of each list in `names`, whatever marks stand in between."""
    folded = _folded(texts)
    holds = [folded.str.contains(_pattern(name)).alias(name) for name in names]
    return pl.DataFrame(holds).fill_null(value=False)


def sent_to_many(messages: pl.DataFrame, many: int) -> pl.Series:
    """Say of each message (columns person, name, text) whether its text went to `many` people.

    The names of those it went to, greetings, signatures and numbers make no difference, as in
    `template_key`.
    """
    keys = (
        _folded(_without_names(messages))
        .to_frame("key")
        .select(
            pl.col("key")
            .str.replace_all(r"\S*\p{N}\S*", "")
            .str.replace_all(r" +", " ")
            .str.replace(f"^ (?:{phrases_of('greetings').pattern})+", " ")
            .str.replace(
                f" (?:{phrases_of('signoffs').pattern})(?:\\S+ ){{0,{LONGEST_SIGNATURE}}}$", " "
            )
        )
    )
    keyed = messages.select("person").with_columns(keys)
    spread = pl.col("person").n_unique().over("key") >= many
    return keyed.select(
        (pl.col("key").str.strip_chars() != "").fill_null(value=False) & spread
    ).to_series()


def _without_names(messages: pl.DataFrame) -> pl.Series:
    """Take the names of all the people out of all the texts; single blanks between words."""
    words = messages.get_column("name").drop_nulls().str.extract_all(_NAME).explode().unique()
    names = [word for word in words.drop_nulls() if fold(word) not in everyday_words()]
    # Two blanks between words, so that of two names in a row both are found.
    spaced = " " + pl.col("text").str.replace_all(r"\b", " ").str.replace_all(r"\s+", "  ") + " "
    gone = spaced.str.replace_many([f" {name} " for name in names] or ["  "], [" "])
    return messages.select(gone.str.replace_all(r"\s+", " ").str.strip_chars()).to_series()


def _read(texts: pl.Series, read: Callable[[str], bool], maybe: pl.Series) -> pl.Series:
    distinct: Iterable[str] = texts.filter(maybe.fill_null(value=False)).unique()
    found = [text for text in distinct if read(text)]
    return texts.is_in(found).fill_null(value=False)


def _holds(texts: pl.Series, *lists: str) -> pl.Series:
    """Say which texts may hold one of these phrases."""
    return _folded(texts).str.contains(_pattern(*lists))


def _pattern(*lists: str) -> str:
    return f" (?:{'|'.join(phrases_of(name).pattern for name in lists)})"


def _folded(texts: pl.Series) -> pl.Series:
    """Give small letters without accents, words between single blanks; each text is read once."""
    distinct = texts.drop_nulls().unique()
    plain = distinct.str.len_bytes() == distinct.str.len_chars()
    ascii_, others = distinct.filter(plain), distinct.filter(~plain)
    bare = others.str.to_lowercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    words = pl.concat(
        [
            ascii_.str.to_lowercase().str.replace_all(_BETWEEN_ASCII, " "),
            bare.str.replace_many(LIGATURES).str.replace_all(_BETWEEN, " "),
        ]
    )
    told = pl.DataFrame({"text": pl.concat([ascii_, others]), "words": " " + words + " "})
    found = texts.to_frame("text").join(told, on="text", how="left", maintain_order="left")
    return found.get_column("words")
