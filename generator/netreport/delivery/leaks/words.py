"""Texts as words, and runs of words as numbers, the same for every way to write them.

Takes columns of text. Case, accents, width, invisible characters and whatever stands between
words make no difference, so that a name is found in a slug, in a file name and across tags. A run
of up to LONGEST words is one number, its gram: what is looked for and what is there are compared
as numbers, all at once.
"""

from collections.abc import Iterator

import polars as pl

LONGEST = 6
RUN = 5  # words in a row that are somebody's own
_WEIGHTY = 15  # letters that such words have together; a character that is a word counts for three
_ALONE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"  # no blanks between
_WORD = rf"[{_ALONE}]|[[\p{{L}}\p{{N}}]&&[^{_ALONE}]]+"
_INVISIBLE = r"[\p{M}\p{Cf}\u{115F}\u{1160}\u{3164}\u{FFA0}]+"
_NEXT = 0x9E3779B97F4A7C15  # odd, with bits all over: the order of words matters


def grams(texts: pl.Series) -> pl.DataFrame:
    """Give every word of every text, in order: `text` (its number) and `word`, folded.

    A row without a word ends each text, so that no run of words reaches into the next one.
    """
    listed = pl.DataFrame({"text": texts}).select(word=_ended(split(pl.col("text"))))
    return listed.with_row_index("text").explode("word")


def split(texts: pl.Expr) -> pl.Expr:
    """Give each text as a list of its words, folded."""
    return _folded(_bare(texts)).str.extract_all(_WORD)


def folded(text: str) -> str:
    """Give a text with its letters as words have them, and everything between them as it is."""
    return str(pl.select(_folded(_bare(pl.lit(text)))).item())


def gram(length: int) -> pl.Expr:
    """Give the number of the `length` words from here on; null where the text ends before."""
    number = pl.col("word").hash()
    first = pl.when(pl.col("word").is_not_null()).then(number)
    total: pl.Expr = first
    for distance in range(1, length):
        total = total * _NEXT + first.shift(-distance)
    return total


def every_gram(found: pl.DataFrame) -> Iterator[pl.Series]:
    """Give `gram` of one word, of two and so on up to LONGEST, for every row of `grams`."""
    number = found.select(gram(1)).to_series()
    total = number
    yield total
    for distance in range(1, LONGEST):
        total = total * _NEXT + number.shift(-distance)
        yield total


def runs(texts: pl.Series) -> pl.Series:
    """Give the grams of every run of RUN words in the texts, every number the same."""
    return numbered(grams(texts)).select(gram(RUN)).to_series().alias("gram").drop_nulls().unique()


def numbered(found: pl.DataFrame) -> pl.DataFrame:
    """Make every number of `grams` the same: "in 12 months" says no more than "in 9 months"."""
    return found.with_columns(pl.col("word").str.replace(r"^\p{N}+$", "0"))


def weighty() -> pl.Expr:
    """Say where RUN words begin that are long enough to be somebody's own."""
    letters = pl.col("word").str.len_chars().cast(pl.Int64)
    alone = pl.col("word").str.contains(f"^[{_ALONE}]$")
    weight = pl.when(alone).then(3).when(pl.col("word") == "0").then(0).otherwise(letters)
    total: pl.Expr = weight
    for distance in range(1, RUN):
        total = total + weight.shift(-distance)
    return total >= _WEIGHTY


def whole(phrases: pl.Series) -> pl.DataFrame:
    """Give each phrase as one gram, that of its first LONGEST words, and those words one by one.

    Columns `gram`, null for a phrase without words, `words` and `letters`.
    """
    found = pl.DataFrame({"phrase": phrases}).select(words=split(pl.col("phrase")))
    total = _at(0)
    for place in range(1, LONGEST):
        total = pl.when(_at(place).is_null()).then(total).otherwise(total * _NEXT + _at(place))
    letters = pl.col("words").list.join("").str.len_chars()
    return found.select(total.alias("gram"), "words", letters.alias("letters"))


def known(texts: pl.Series) -> pl.Series:
    """Give the grams of every run of up to LONGEST words in the texts."""
    runs = [run.alias("gram") for run in every_gram(grams(texts))]
    return pl.concat(runs).drop_nulls().unique()


def _at(place: int) -> pl.Expr:
    word = pl.col("words").list.get(place, null_on_oob=True)
    return pl.when(word.is_not_null()).then(word.hash())


def _ended(listed: pl.Expr) -> pl.Expr:
    """End each list with a null."""
    return listed.list.concat(pl.lit([None], dtype=pl.List(pl.String)))


def _bare(texts: pl.Expr) -> pl.Expr:
    """Take accents and invisible characters off; wide and joined letters become plain ones."""
    return texts.str.normalize("NFKD").str.replace_all(_INVISIBLE, "")


def _folded(texts: pl.Expr) -> pl.Expr:
    """Fold case: capitals first, which spell out sharp s."""
    return texts.str.to_uppercase().str.to_lowercase().str.replace_all("ς", "σ", literal=True)
