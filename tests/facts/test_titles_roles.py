"""Titles are cut into roles, so that only the words speak that say what somebody does now."""

import pytest

from netreport.facts.titles.roles import Time, roles


def cut(title: str) -> list[tuple[str, Time]]:
    return [(" ".join(word.folded for word in role.words), role.time) for role in roles(title)]


@pytest.mark.parametrize(
    ("title", "speaking"),
    [
        ("Sales Lead at Bakers Inc", "sales lead"),
        ("Sales Lead @Bakers", "sales lead"),
        ("Vertriebsleiter bei Bäcker & Söhne", "vertriebsleiter"),
        ("Acheteuse chez Boulanger", "acheteuse"),
        ("Titolare presso Studio Legale", "titolare"),
        ("Inkoper bij Bakker", "inkoper"),
    ],
)
def test_what_follows_at_is_a_company_and_silent(title: str, speaking: str) -> None:
    assert cut(title) == [(speaking, Time.NOW)]


def test_an_attorney_at_law_works_for_no_company_called_law() -> None:
    assert cut("Attorney at Law") == [("attorney at law", Time.NOW)]


def test_what_follows_ex_is_past_until_the_next_mark() -> None:
    assert cut("ex-Lawyer | Baker") == [("ex lawyer", Time.PAST), ("baker", Time.NOW)]
    assert cut("Former VP Sales, now Coach") == [
        ("former vp sales", Time.PAST),
        ("now coach", Time.NOW),
    ]


def test_the_one_assisted_is_somebody_else() -> None:
    assert cut("Assistant to the CEO") == [("assistant", Time.NOW), ("ceo", Time.ANOTHERS)]


@pytest.mark.parametrize(
    "title",
    ["Leiter:in", "Leiter*in", "Leiter/in", "Leiter(in)", "Leiter_in", "Leiter/-in (m/w/d)"],
)
def test_the_other_half_of_a_gendered_form_is_silent(title: str) -> None:
    assert cut(title) == [("leiter", Time.NOW)]


def test_dashes_within_a_compound_cut_nothing() -> None:
    assert cut("Marketing- und Vertriebsleiter") == [("marketing vertriebsleiter", Time.NOW)]
    assert cut("Baker - Author") == [("baker", Time.NOW), ("author", Time.NOW)]


def test_mathematical_letters_and_emoji_hide_no_word() -> None:
    assert cut("🚀𝗛𝗲𝗮𝗱 𝗼𝗳 𝗦𝗮𝗹𝗲𝘀🚀") == [("head sales", Time.NOW)]


def test_words_stand_where_they_were_written() -> None:
    title = "  Directrice, R&D — Élan  "
    words = [word for role in roles(title) for word in role.words]
    assert [title[word.start : word.end] for word in words] == ["Directrice", "R", "D", "Élan"]


@pytest.mark.parametrize("title", ["", "   ", "🤷", "|||", "— / —", "\u200b\u202e"])
def test_nothing_to_read_is_no_role(title: str) -> None:
    assert roles(title) == ()
