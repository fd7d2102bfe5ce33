"""Prepared texts: seven languages, two placeholders, and nothing that a name can break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import strategy
from netreport.advice.texts import LANGUAGES, filled, prepared, text_key, unknown_places
from netreport.facts import notes
from netreport.facts.notes.lexicon import language_of
from netreport.facts.notes.words import words_of
from netreport.model.advice import Purpose, TextKey

EVERY = [TextKey(purpose, language) for purpose in Purpose for language in LANGUAGES]


@pytest.mark.parametrize("key", EVERY, ids=str)
def test_every_text_is_there_in_its_language_with_both_names_and_no_other_place(
    key: TextKey,
) -> None:
    text = prepared(key, {})
    assert language_of(words_of(text)) == key.language
    assert text.count("{first_name}") == text.count("{my_name}") == 1
    assert unknown_places(text) == ()


@pytest.mark.parametrize("key", EVERY, ids=str)
def test_no_line_is_longer_than_what_is_printed_of_other_peoples_text(key: TextKey) -> None:
    assert max(map(len, filled(prepared(key, {}), "Maximiliane-Charlotte", "Robin"))) < 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_asking_why_asks_and_waking_up_asks(language: str) -> None:
    for purpose in (Purpose.ASK_WHY, Purpose.WAKE_UP):
        assert notes.asks(prepared(TextKey(purpose, language), {}))


def test_the_owners_text_stands_in_the_place_of_ours() -> None:
    key = TextKey(Purpose.ASK_WHY, "de")
    assert prepared(key, {"ask-why.de": "Moin {first_name}!"}) == "Moin {first_name}!"
    assert prepared(key, {"ask-why.en": "Oi"}).startswith("Hallo")


def test_names_are_put_in_and_other_braces_stay() -> None:
    lines = filled("Hi {first_name}, {x} {0} {first_name.__class__}\n{my_name}", "Ann", "Robin")
    assert lines == ("Hi Ann, {x} {0} {first_name.__class__}", "Robin")


def test_without_a_first_name_the_greeting_has_none() -> None:
    assert filled("Hi {first_name},\n{my_name}", None, "Robin") == ("Hi,", "Robin")


def test_a_name_in_braces_stays_a_name() -> None:
    assert filled("Hi {first_name}", "{my_name}", "Robin") == ("Hi {my_name}",)


@given(st.text(), st.text())
def test_any_name_leaves_the_lines_of_a_text_as_many_as_they_are(first: str, mine: str) -> None:
    text = "Hi {first_name},\n\nHow are you?\n\n{my_name}!"
    assert len(filled(text, first, mine)) == 5


def test_places_that_nothing_is_put_into_are_told() -> None:
    assert unknown_places("{first_name} {company} {company} {my_name}") == ("company",)


@pytest.mark.parametrize(
    ("spoken", "owned", "wanted"),
    [("pt", ["de"], "pt"), (None, ["de"], "de"), ("sv", ["fi", "it"], "it"), (None, ["sv"], "en")],
)
def test_the_note_says_the_language_then_the_owner_then_it_is_english(
    spoken: str | None, owned: list[str], wanted: str
) -> None:
    key = text_key(Purpose.ASK_WHY, spoken, strategy(owner={"languages": owned}))
    assert key.language == wanted
