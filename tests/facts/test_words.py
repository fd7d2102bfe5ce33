"""Text is folded into words that can be compared."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.words import fold, folded_words, split, written_words

UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("aßÆŁØĐıİœ\u0301\u0345ΐＡ𝐀/.&' "))


def plainly(text: str) -> str:
    """Fold by the book: every letter is looked up."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(UNMARKED)
    bare = re.sub(r"[\u0300-\u036f]+", "", unicodedata.normalize("NFKD", small))
    return unicodedata.normalize("NFKC", bare)


@given(TEXT)
def test_the_quick_ways_to_fold_give_what_looking_up_every_letter_gives(text: str) -> None:
    assert fold(text) == plainly(text)


@given(TEXT)
def test_a_folded_word_of_ascii_is_folded_for_good(text: str) -> None:
    """Whoever holds one need not fold it again."""
    words = [word for word in folded_words(text) if word.isascii()]

    assert list(map(fold, words)) == words


@given(TEXT)
def test_words_alone_are_the_words_with_places(text: str) -> None:
    words = split(text)

    assert folded_words(text) == [word.folded for word in words]
    assert {text[word.start : word.end] for word in words} <= set(written_words(text))
