"""Entities and tags become plain text; what only looks like them stays as it is."""

import html
import re

import polars as pl

from netreport.sources.export.sheets import by_distinct

_TAGS = (
    "a|abbr|b|blockquote|body|br|code|div|em|figcaption|figure|font|h[1-6]|head|hr|html|i|iframe"
    "|img|li|ol|p|pre|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(
    r"<br\s*/?>|<hr\s*/?>|</(?:p|div|li|h[1-6]|tr|pre|blockquote|section)\s*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKS = ["&", "<"]


def plain_texts(texts: pl.Series) -> pl.Series:
    """Give each text without markup; texts without a mark are not looked at."""
    marked = texts.str.contains_any(_MARKS).fill_null(value=False)
    if not marked.any():
        return texts
    plain = by_distinct(texts.filter(marked), plain_text, pl.String())
    return texts.scatter(marked.arg_true(), plain)


def plain_text(text: str) -> str | None:
    """Give a text with line breaks for its blocks and letters for its entities.

    A text with tags loses blanks at its ends, and is None when nothing is left.
    """
    if _TAG.search(text):
        text = _TAG.sub("", _BREAK.sub("\n", text)).strip()
    return _ENTITY.sub(_letter, text) or None


def _letter(entity: re.Match[str]) -> str:
    """Give what an entity stands for; a number that is no character stays as it was written."""
    letter = html.unescape(entity.group())
    return letter if letter and not "\ud800" <= letter <= "\udfff" else entity.group()
