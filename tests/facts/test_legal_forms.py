"""Legal forms: where they stand, how they are spelled, and what is left of the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.legal_forms import Stands, attached, core, forms, within
from netreport.facts.words import fold, folded_words, split


def taken(name: str) -> list[str]:
    return [found.form.written for found in core(name, split(name))[2]]


def left(name: str) -> str:
    words = split(name)
    first, last, _ = core(name, words)
    return " ".join(word.folded for word in words[first:last])


@pytest.mark.parametrize(
    ("name", "form", "rest"),
    [
        ("Example GmbH & Co. KG", "GmbH & Co. KG", "example"),
        ("Example S.A. de C.V.", "S.A. de C.V.", "example"),
        ("Example SA DE CV", "S.A. de C.V.", "example"),
        ("Example (Pty) Ltd", "(Pty) Ltd", "example"),
        ("Example Pty Ltd", "Pty Ltd", "example"),
        ("Example A/S", "A/S", "example"),
        ("Example AS", "AS", "example"),
        ("Example A.Ş.", "A.Ş", "example"),
        ("Example Sp. z o.o.", "Sp. z o.o.", "example"),
        ("PT. Example", "PT.", "example"),
        ("ООО Пример", "ООО", "пример"),
    ],
)
def test_a_form_is_known_by_its_place_and_spelling(name: str, form: str, rest: str) -> None:
    assert taken(name) == [form]
    assert left(name) == rest


def test_a_spelling_tells_two_forms_apart() -> None:
    """A/S is Danish, AS is Norwegian or Baltic, a.s. is Czech or Slovak."""
    spelled = {form.written: form.countries for form in forms() if form.exact}

    assert spelled["A/S"] == {"DK"}
    assert spelled["AS"] == {"EE", "LV", "NO"}
    assert spelled["a.s"] == {"CZ", "SK"}


def test_a_form_alone_is_a_name() -> None:
    assert left("AG") == "ag"
    assert left("GmbH GmbH") == "gmbh"


def test_an_unmistakable_form_is_found_inside_a_name() -> None:
    name = "Example GmbH Niederlassung Nord"

    assert [found.form.written for found in within(name, split(name))] == ["GmbH"]


def test_a_form_without_a_space_is_taken_off_either_end() -> None:
    assert attached("株式会社サンプル")[0] == "サンプル"
    assert attached("示例有限公司")[0] == "示例"
    assert attached("株式会社")[0] == "株式会社"


def test_a_form_without_a_space_is_never_ascii() -> None:
    """So that nobody looks for one in a name that is."""
    assert not any(form.written.isascii() for form in forms() if form.stands is Stands.ATTACHED)


def test_there_are_at_least_sixty_forms_and_none_twice() -> None:
    keys = [(form.written, form.stands) for form in forms()]

    assert len({form.written for form in forms() if form.countries}) >= 60
    assert len(keys) == len(set(keys))


def test_every_form_is_found_where_it_may_stand() -> None:
    for form in forms():
        match form.stands:
            case Stands.ATTACHED:
                assert attached(f"例{form.written}") == ("例", [form])
            case Stands.START:
                assert form.written in taken(f"{form.written} Example")
            case Stands.END | Stands.ANYWHERE:
                assert form.written in taken(f"Example {form.written}"), form


@given(st.text(max_size=50))
def test_a_name_is_never_left_empty(name: str) -> None:
    words = split(name)
    first, last, _ = core(name, words)

    assert first < last or not words


@given(st.text(max_size=50))
def test_words_stand_where_they_say(text: str) -> None:
    words = split(text)

    assert [word.folded for word in words] == folded_words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("S.p.A.", ["spa"]),
        ("A/S and S. A.", ["as", "&", "sa"]),
        ("Zürich, Łódź", ["zurich", "lodz"]),
        ("Straße", ["strasse"]),
        ("R/GA", ["r", "ga"]),
        ("e\u0301tude", ["etude"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
