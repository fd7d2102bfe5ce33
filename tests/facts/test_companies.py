"""Companies by their names: normal forms, what is no employer, and matches."""

import csv
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.companies import Match, Method, is_employer, match, matches, normal

PAIRS = list(
    csv.DictReader(
        Path(__file__).with_name("company_pairs.csv").read_text(encoding="utf-8").splitlines()
    )
)
NAMES = st.text(max_size=40) | st.sampled_from(
    ["Example GmbH & Co. KG", "A/S", "AG", "Example, S.A. de C.V.", "½ Pint", "| x", "ﷺ Ltd"]
)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Google LLC", "google"),
        ("Plan A", "plan a"),
        ("Plan A GmbH", "plan a"),
        ("Müller, Schmidt & Co. KG", "muller schmidt"),
        ("Sample | Digital Creatives", "sample"),
        ("| Sample", "sample"),
        ("...Sample", "sample"),
        ('"Sample ""Labs"" Inc."', "sample labs"),
        ("Example - Consulting Group", "example consulting group"),
        ("Rolls-Example plc", "rolls example"),
        ("Marks and Example", "marks & example"),
        ("A.T. Example", "at example"),
        ("McExample's", "mcexamples"),
        ("Example Co., Ltd.", "example"),
        ("Modrá Vlna spol. s r.o.", "modra vlna"),
        ("示例公司", "示例公司"),
        ("株式会社サンプル", "サンプル"),
        ("</Example>", "example"),
        ("Day Spa", "day spa"),
        ("AG", "ag"),
        ("Limited", "limited"),
        ("-", ""),
    ],
)
def test_a_normal_form_is_the_name_without_its_dress(name: str, form: str) -> None:
    assert normal(name) == form


@pytest.mark.parametrize(
    "name",
    [
        "Self-employed", "SELF EMPLOYED", "self employed.", "Freelance", "Confidential", "-", "N/A",
        "n.a.", "", "  ", "Selbstständig", "Freiberuflich", "Indépendante", "À mon compte",
        "Autónomo", "Por cuenta propia", "Autônomo", "Desempregado", "Libero professionista",
        "Riservato", "Zelfstandig", "ZZP'er", "Vertrouwelijk", "Stealth Startup", "フリーランス",
    ],
)  # fmt: skip
def test_no_company_in_seven_languages_is_no_employer(name: str) -> None:
    assert not is_employer(name)


@pytest.mark.parametrize(
    "name", ["Example", "Freelance Example GmbH", "Home Example", "X", "示例公司"]
)
def test_a_company_is_an_employer(name: str) -> None:
    assert is_employer(name)


def test_labelled_pairs_are_told_apart() -> None:
    """None is missed; two that have another word where a slip could be are taken wrongly."""
    wrong = [
        (pair["name"], pair["wanted"])
        for pair in PAIRS
        if (match(pair["name"], [pair["wanted"]]) is not None) is not (pair["same"] == "yes")
    ]

    assert len(PAIRS) >= 120
    assert wrong == [
        ("Carlton Hotels", "Charlton Hotels"),
        ("Interior Example", "Inferior Example"),
    ]


def test_a_match_says_which_how_surely_and_how() -> None:
    wanted = ["Example Telco Pty Ltd", "Accenture"]

    assert match("EXAMPLE TELCO", wanted) == Match("Example Telco Pty Ltd", 100.0, Method.EXACT)
    assert match("Accentrue", wanted) == Match("Accenture", 88.9, Method.FUZZY)


def test_a_part_of_a_name_is_never_a_match() -> None:
    wanted = ["Example Bank", "Google", "Plan"]

    assert matches(["Example Bank of India", "Google Cloud", "ex-Google", "Plan A"], wanted) == {}


def test_no_employer_matches_not_even_itself() -> None:
    assert match("Freelance", ["Freelance"]) is None


def test_the_order_of_wanted_names_makes_no_difference() -> None:
    wanted = ["Example Analytics", "Example Analytic", "EXAMPLE ANALYTICS GmbH", "Other"]
    found = {match("Example Analytcs", order) for order in permutations(wanted)}

    assert len(found) == 1


def test_many_names_give_what_each_gives_alone() -> None:
    names = [pair["name"] for pair in PAIRS]
    wanted = [pair["wanted"] for pair in PAIRS]
    alone = {name: found for name in names if (found := match(name, wanted))}

    assert matches(names, wanted) == alone


@given(NAMES)
def test_a_normal_form_is_its_own_normal_form(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(NAMES, NAMES)
def test_names_with_the_same_normal_form_match_surely(one: str, other: str) -> None:
    if is_employer(one) and normal(one) == normal(other):
        assert match(one, [other]) == Match(other, 100.0, Method.EXACT)


@given(NAMES)
def test_an_employer_matches_itself(name: str) -> None:
    found = match(name, [name])

    assert (found is not None) is is_employer(name)
