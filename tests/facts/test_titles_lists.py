"""The lists and the model that ship with the package are whole and say one thing at a time."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from netreport.facts.titles import model
from netreport.facts.titles.confidence import confidence
from netreport.facts.titles.inflections import uninflected
from netreport.facts.titles.lexicon import matches
from netreport.facts.titles.roles import roles
from netreport.facts.titles.tables import LANGUAGES
from netreport.facts.titles.term_lists import Kind
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES

LISTS = Path(model.__file__).parent / "lexicon"
KINDS: list[tuple[Kind, tuple[str, ...]]] = [
    ("functions", FUNCTIONS),
    ("seniorities", SENIORITIES),
]


def rows(kind: Kind, language: str) -> list[tuple[str, float, list[str]]]:
    with (LISTS / kind / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))[1:]
    return [
        (meaning, float(weight), [term.strip() for term in terms.split(";")])
        for meaning, weight, terms in table
    ]


def found(kind: Kind, text: str, names: tuple[str, ...]) -> list[dict[str, float]]:
    words = roles(text)[0].plain
    return [{names[at]: weight for at, weight in m.scores} for m in matches(kind, words)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "names"), KINDS)
def test_every_row_means_something_of_the_taxonomy(
    kind: Kind, names: tuple[str, ...], language: str
) -> None:
    for meaning, weight, terms in rows(kind, language):
        assert meaning in names if weight else meaning == ""
        assert all(terms)


@pytest.mark.parametrize(("kind", "names"), KINDS)
def test_every_meaning_has_a_term(kind: Kind, names: tuple[str, ...]) -> None:
    meant = {meaning for lang in LANGUAGES for meaning, *_ in rows(kind, lang)}
    assert meant - {""} == set(names)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["functions", "seniorities"])
def test_a_term_stands_once_for_a_meaning(kind: Kind, language: str) -> None:
    meant = defaultdict[str, list[str]](list)
    for meaning, _, terms in rows(kind, language):
        meant[meaning].extend(terms)
    for terms in meant.values():
        assert sorted(terms) == sorted(set(terms))


def test_a_phrase_takes_its_words_with_it() -> None:
    assert found("functions", "Account Manager", FUNCTIONS) == [{"Sales": 5.0}]
    assert found("seniorities", "HR Business Partner", SENIORITIES) == [{}]


def test_the_last_part_of_a_compound_weighs_most() -> None:
    [scores] = found("functions", "Vertriebscontroller", FUNCTIONS)
    assert scores["Finance"] > scores["Sales"] > 0


def test_a_stem_stands_only_where_its_star_lets_it() -> None:
    assert found("seniorities", "Teamleiter", SENIORITIES) == [{"Manager": 4.0}]
    assert found("seniorities", "Leiterplattenbestücker", SENIORITIES) == [{}]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("beraterinnen", "berater"),
        ("ingeniera", "ingeniero"),
        ("directrice", "directeur"),
        ("geschaeftsfuehrer", "geschaftsfuhrer"),
        ("vendeuse", "vendeur"),
        ("managers", "manager"),
        ("teacher", "doctor"),
    ],
)
def test_a_word_is_known_by_another_form(word: str, known: str) -> None:
    assert uninflected(word, {known}) == (word if word == "teacher" else known)


def test_the_model_has_a_row_for_each_feature_and_a_byte_for_each_regression() -> None:
    learned = model.model()
    assert len(learned.weights) == len(learned.rows) * (len(FUNCTIONS) + 1)
    assert len(learned.steps) == len(FUNCTIONS) + 1
    assert len(learned.weights) < 2**20


def test_adding_packed_rows_adds_the_weights_of_each_lane() -> None:
    """One feature: the byte times its step; two the same: twice that, over the root of two."""
    learned = model.model()
    row = learned.rows["sales manager"]
    width = len(FUNCTIONS) + 1
    weights = learned.weights[row * width : (row + 1) * width]
    by_hand = [
        (byte - model.ZERO) * step for byte, step in zip(weights, learned.steps, strict=True)
    ]
    once = model._unpacked(model._pair("sales", "manager"))  # noqa: SLF001
    twice = model._unpacked(2 * model._pair("sales", "manager"))  # noqa: SLF001
    assert once == pytest.approx(by_hand)
    assert twice == pytest.approx([weight * 2**0.5 for weight in by_hand])


def test_no_known_feature_is_no_opinion() -> None:
    assert model.scores(["ಠಠಠಠ"]) is None


def test_confidence_never_falls_as_the_share_grows() -> None:
    sure = [confidence(share / 1000) for share in range(1001)]
    assert sure == sorted(sure)
    assert sure[0] >= 0
    assert sure[-1] <= 1
