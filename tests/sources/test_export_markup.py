"""Entities and tags become plain text; what only looks like them stays."""

import html

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.sources.export.markup import plain_text, plain_texts


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("thanks &amp; talk &quot;soon&quot; &#39;x&#39; &rsquo;", "thanks & talk \"soon\" 'x' ’"),
        ("a&nbsp;b", "a\u00a0b"),
        ("see https://example.com/?a=1&copy=2&lt=3", "see https://example.com/?a=1&copy=2&lt=3"),
        ("I <3 you, 1 < 2 > 0 & <example>", "I <3 you, 1 < 2 > 0 & <example>"),
        ("&nosuchthing; &#xD800; &amp;lt;", "&nosuchthing; \ufffd &lt;"),
        ("<p>One</p><p><br></p><ul><li>Two</li></ul>", "One\n\n\nTwo"),
        ('<p class="x">a <a href="https://example.com">b</a></p>', "a b"),
        ("one<br/>two", "one\ntwo"),
        ("<p><br></p>", None),
    ],
)
def test_plain_text(written: str, plain: str | None) -> None:
    assert plain_text(written) == plain


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_what_linkedin_escapes_comes_back(text: str) -> None:
    assert plain_text(html.escape(text)) == text


def test_a_column_changes_only_where_there_is_markup() -> None:
    column = pl.Series(["a", None, "b &amp; c", "<p></p>", "b &amp; c"])

    assert plain_texts(column).to_list() == ["a", None, "b & c", None, "b & c"]
