"""How phrases are written in the language files, and that all files are complete."""

import pytest

from netreport.facts.notes.lexicon import LANGUAGES, language_of, lexicons
from netreport.facts.notes.phrases import Phrases, line_of, quoted, spellings
from netreport.facts.notes.words import words_of


def found(phrase: str, text: str) -> tuple[str, ...]:
    words = words_of(text)
    return quoted(text, words, Phrases([phrase]).find(line_of(words)))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("your post|talk", "Loved YOUR Talk!", ("YOUR Talk",)),
        ("your very? post", "your post, your very post", ("your post", "your very post")),
        ("your .. post", "your quite recent post", ("your quite recent post",)),
        ("your .. post", "your one two three post", ()),
        ("your ... post", "your one two three post", ("your one two three post",)),
        ("your .. post", "I am yours. Post it", ()),
        ("your .. post", "your work? post it", ()),
        ("collab* on", "Collaborating on bees", ("Collaborating on",)),
        ("to *ing", "to fishing", ("to fishing",)),
        ("# minutes", "in 15 minutes", ("15 minutes",)),
        ("# %", "save 30%", ("30%",)),
        ("# %", "save 30 %", ("30 %",)),
        ("like .. us?", "like all of them", ("like",)),
        ("i'd like", "I’d like", ("I’d like",)),
        ("für", "fuer FUR für fu\u0308r", ("fuer", "FUR", "für", "fu\u0308r")),
        ("cœur", "coeur", ("coeur",)),
    ],
)
def test_a_phrase_finds(phrase: str, text: str, expected: tuple[str, ...]) -> None:
    assert found(phrase, text) == expected


def test_one_expression_for_all_keeps_the_order_of_the_list() -> None:
    """The first that fits is taken: an order by hash would change what stands in a template."""
    words = ["morning", "evening", "day", "afternoon", "night", "week", "year"]
    pattern = Phrases([f"good {word}" for word in words]).pattern
    places = [pattern.index(word) for word in words]
    assert places == sorted(places)


@pytest.mark.parametrize("phrase", ["a* b", "ab* c", "very? good", "*ing now"])
def test_a_phrase_that_cannot_be_filed_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="a phrase cannot start with"):
        Phrases([phrase]).find(line_of(()))


def test_a_template_is_written_out_in_all_its_spellings() -> None:
    assert set(spellings("i'd like|love to? join")) == {
        "i d like to join",
        "i d love to join",
        "i d like join",
        "i d love join",
    }


def test_all_languages_have_the_same_lists_and_none_is_empty() -> None:
    names = {frozenset(it.lists) for it in lexicons().values()}

    assert len(names) == 1
    assert all(lines for it in lexicons().values() for lines in it.lists.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [0, -1], ids=["first", "last"])
def test_every_phrase_of_a_language_is_found_where_it_stands(language: str, chosen: int) -> None:
    """A phrase with its first or last words, its stems shortened and its gaps empty finds itself.

    It is looked for among all phrases of its list, which are filed under one word each.
    """
    missed = []
    for lines in lexicons()[language].lists.values():
        phrases = Phrases(lines)
        for line in lines:
            steps = [it.removesuffix("?").split("|") for it in line.split() if set(it) != {"."}]
            text = " ".join(words[chosen] for words in steps).replace("*", "").replace("#", "7")
            if not any(first == 0 for first, _ in phrases.find(line_of(words_of(text)))):
                missed.append(line)

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_language_stands_twice_in_a_list(language: str) -> None:
    twice = [
        line
        for lines in lexicons()[language].lists.values()
        for line in set(lines)
        if lines.count(line) > 1
    ]

    assert twice == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I would like to talk with you", "en"),
        ("Ich freue mich auf die Messe", "de"),
        ("Je suis ravi de vous rencontrer", "fr"),
        ("Me gustaría hablar con usted", "es"),
        ("Gostaria de falar com você", "pt"),
        ("Mi piacerebbe parlare con lei", "it"),
        ("Ik wil graag met je praten", "nl"),
        ("Xyzzy", None),
        ("", None),
    ],
)
def test_the_language_is_that_of_the_everyday_words(text: str, language: str | None) -> None:
    assert language_of(words_of(text)) == language
