"""What a file says about people, in netreport's words.

Functions and seniorities become those of the taxonomy, countries their two letters, tags a list;
what is none of these is left out and counted, never guessed.
"""

from collections.abc import Mapping

import polars as pl

from netreport.model.places import COUNTRIES
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES
from netreport.sources.export.sheets import Sheet
from netreport.sources.owner.recognising import all_of, first_of, one_line

_MORE_SENIORITIES = {
    "c suite": "CXO",
    "c level": "CXO",
    "executive": "CXO",
    "vice president": "VP",
    "head": "Director",
    "founder": "Owner",
    "intern": "Training",
}
_BETWEEN_TAGS = ":::|[;|,]"
_PLACE = ("location", "city", "state", "region")


def described(sheet: Sheet, source: str) -> Sheet:
    """Give the columns of `Table.ENRICHMENT`."""
    told = sheet.cells.select("person", "email", "line", *_texts(sheet.cells))
    cells = told.with_columns(
        pl.lit(source).alias("source"),
        _known(told, "function", _by_fold(FUNCTIONS)),
        _known(told, "seniority", _by_fold(SENIORITIES) | _MORE_SENIORITIES),
    )
    sheet = sheet.having(cells)
    for field in ("function", "seniority"):
        odd = pl.col(f"{field} said").is_not_null() & pl.col(field).is_null()
        sheet = sheet.telling(odd, f"the {field} is none of LinkedIn's: left out")
    return sheet


def _texts(cells: pl.DataFrame) -> list[pl.Expr]:
    full = first_of(cells, "name")
    parts = all_of(cells, "first", "last", between=" ")
    return [
        one_line(pl.coalesce(full, parts)).alias("name"),
        one_line(first_of(cells, "title")).alias("title"),
        one_line(first_of(cells, "company")).alias("company"),
        _location(cells).alias("location"),
        _letters(cells).alias("country"),
        first_of(cells, "industry"),
        first_of(cells, "segment"),
        _tags(all_of(cells, "tags", between=";")),
        first_of(cells, "function").alias("function said"),
        first_of(cells, "seniority").alias("seniority said"),
    ]


def _location(cells: pl.DataFrame) -> pl.Expr:
    """Give place and country in words, the broadest last, as locations are read."""
    country = pl.coalesce(_letters(cells), first_of(cells, "country"))
    place = all_of(cells, *_PLACE, between=", ")
    joined = pl.concat_str(place, country, separator=", ", ignore_nulls=True)
    return one_line(pl.when(joined != "").then(joined))


def _letters(cells: pl.DataFrame) -> pl.Expr:
    """Give the two letters of a country where two letters stand; facts read its name."""
    letters = first_of(cells, "country").str.to_uppercase().replace("UK", "GB")
    return pl.when(letters.is_in(list(COUNTRIES))).then(letters)


def _tags(told: pl.Expr) -> pl.Expr:
    """Part tags at `;`, `,`, `|` or Google's `:::`; Google marks its own groups with a star."""
    parts = told.fill_null("").str.replace_all(_BETWEEN_TAGS, ";").str.split(";")
    bare = parts.list.eval(pl.element().str.strip_chars(" *"))
    return bare.list.eval(pl.element().filter(pl.element() != "")).alias("tags")


def _known(told: pl.DataFrame, field: str, words: Mapping[str, str]) -> pl.Series:
    """Give the first word of a cell that the taxonomy has; programs write several with commas."""
    distinct = told[f"{field} said"].drop_nulls().unique().to_list()
    readings = {text: _first_known(text, words) for text in distinct}
    return told[f"{field} said"].replace_strict(readings, return_dtype=pl.String).alias(field)


def _first_known(text: str, words: Mapping[str, str]) -> str | None:
    parts = (words.get(_folded(part)) for part in (text, *text.split(",")))
    return next((known for known in parts if known), None)


def _by_fold(words: tuple[str, ...]) -> dict[str, str]:
    return {_folded(word): word for word in words}


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").replace("&", "and").split())
