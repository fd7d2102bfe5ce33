"""Messages that need no answer, questions, texts of a machine, offers and requests."""

import csv
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netreport.facts.notes import asks, automatic, closes, exchange

with (Path(__file__).parent / "messages.csv").open(encoding="utf-8", newline="") as file:
    MESSAGES = list(csv.DictReader(file))
READ_AS = {"closes": closes, "asks": asks, "automatic": automatic}


@pytest.mark.parametrize("reading", READ_AS)
@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pt"])
def test_messages_of_a_language_are_read_as_labelled(language: str, reading: str) -> None:
    rows = [it for it in MESSAGES if (it["language"], it["reading"]) == (language, reading)]

    assert len(rows) >= 3
    assert [it["text"] for it in rows if not READ_AS[reading](it["text"])] == []


def test_what_says_more_is_neither_closed_nor_automatic() -> None:
    said = [it["text"] for it in MESSAGES if it["reading"] == "open"]

    assert [it for it in said if closes(it) or automatic(it) or asks(it)] == []


def test_a_question_does_not_close() -> None:
    questions = [it["text"] for it in MESSAGES if it["reading"] == "asks"]

    assert [it for it in questions if closes(it)] == []


@pytest.mark.parametrize("text", ["👍", "🙏🏽🙏🏽", "❤️!", ":)", "👌 👌"])
def test_emoji_alone_close(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "?", "👍?", "https://example.com/a", "Thanks! x.example@example.com"]
)
def test_nothing_a_mark_of_question_or_a_link_does_not_close(text: str) -> None:
    assert not closes(text)


def test_names_and_three_small_words_may_stand_beside_closing_words() -> None:
    assert closes("Thanks Anna Zorbas")
    assert closes("and so it is, thanks") is False
    assert closes("and so it, thanks")


def test_a_mark_of_question_inside_a_link_asks_nothing() -> None:
    assert not asks("The slides: https://example.com/deck?page=2")


def test_a_wish_with_more_to_it_is_not_automatic() -> None:
    assert automatic("Happy birthday, Anna!")
    assert not automatic("Happy birthday, Anna! Shall we meet in Ulm for the fair?")


def test_offers_and_requests_give_their_words() -> None:
    assert exchange("Happy to introduce you to Kim") == (("Happy to introduce",), ())
    assert exchange("Could you introduce me to Kim?") == ((), ("Could you introduce",))
    assert exchange("The fair is in June") == ((), ())


TEXT = st.one_of(st.text(), st.sampled_from([it["text"] for it in MESSAGES]))


@settings(deadline=None)
@given(TEXT, TEXT)
def test_any_text_is_read_and_the_words_stand_in_it(one: str, other: str) -> None:
    text = f"{one} {other}"

    assert all(isinstance(read(text), bool) for read in READ_AS.values())
    assert all(words and words in text for words in chain(*exchange(text)))


@settings(deadline=None)
@given(TEXT)
def test_with_a_mark_of_question_a_text_asks_and_never_closes(text: str) -> None:
    assert asks(f"{text} ?")
    assert not closes(f"{text} ?")
