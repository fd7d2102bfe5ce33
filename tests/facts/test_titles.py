"""A title is read as a function and a seniority, with the words that decided, or is unknown."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.titles import UNREAD, Reading, read, read_all
from netreport.model.taxonomy import FUNCTIONS, SENIORITIES

FACTS = Path(__file__).parent
PARTS = st.sampled_from(
    ["Sales", "Manager", "ex-", " | ", " @ ", " at ", "Leiter", ":in", "Éditrice", "🚀", "и", ", "]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=12).map("".join))


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stands_in(title: str, reading: Reading) -> bool:
    return all(word and word in title for word in reading.decided_by)


@pytest.mark.parametrize(
    ("title", "function", "seniority"),
    [
        ("Senior Account Executive", "Sales", "Senior"),
        ("SDR", "Sales", "Entry"),
        ("SVP Sales", "Sales", "VP"),
        ("Chief of Staff", "Operations", "Director"),
        ("RN", "Healthcare Services", "Entry"),
        ("Key Account Manager bei Siemens", "Sales", "Manager"),
        ("Leiterin Vertriebsinnendienst", "Sales", "Director"),
        ("Geschaeftsfuehrerin", "General Management", "CXO"),
        ("Werkstudent Marketing", "Marketing", "Training"),
        ("Einkäufer:in (m/w/d)", "Purchasing", "Entry"),
        ("Directrice des achats", "Purchasing", "Director"),
        ("Chargée de recrutement", "Human Resources", "Entry"),
        ("Étudiant en droit", "Education", "Training"),
        ("Jefa de compras", "Purchasing", "Manager"),
        ("Socia fundadora", "Entrepreneurship", "Owner"),
        ("Enfermera", "Healthcare Services", "Entry"),
        ("Engenheira de Software", "Information Technology", "Entry"),
        ("Sócio-diretor", "General Management", "Partner"),
        ("Amministratore Delegato", "General Management", "CXO"),
        ("Responsabile acquisti", "Purchasing", "Manager"),
        ("Hoofd inkoop", "Purchasing", "Director"),
        ("Accountmanager buitendienst", "Sales", "Manager"),
        ("Vrijwilliger", "Community and Social Services", "Unpaid"),
    ],
)
def test_titles_are_read_in_seven_languages(title: str, function: str, seniority: str) -> None:
    reading = read(title)
    assert (reading.function, reading.seniority) == (function, seniority)
    assert reading.decided_by
    assert stands_in(title, reading)


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("Account Manager", "Sales"),
        ("Product Owner", "Product Management"),
        ("HR Business Partner", "Human Resources"),
        ("Lead Generation Specialist", "Marketing"),
        ("Executive Assistant to the CFO", "Administrative"),
        ("Attorney at Law", "Legal"),
        ("Fractional CFO", "Finance"),
        ("Head of Revenue Enablement", "Sales"),
    ],
)
def test_a_phrase_is_not_the_sum_of_its_words(title: str, function: str) -> None:
    assert read(title).function == function


@pytest.mark.parametrize(
    ("title", "seniority"),
    [
        ("Senior Director", "Director"),
        ("Vice President", "VP"),
        ("President", "CXO"),
        ("Assistant to the CEO", "Entry"),
        ("Vorstandsassistentin", "Entry"),
        ("Partner Manager", "Manager"),
        ("Product Owner", "Entry"),
        ("Owner", "Owner"),
        ("Managing Partner", "Partner"),
        ("Marketing Manager Intern", "Training"),
        ("Internship Coordinator", "Entry"),
        ("Volunteer Coordinator", "Entry"),
        ("Consultant | CEO", "CXO"),
    ],
)
def test_the_weightiest_word_that_means_a_level_names_it(title: str, seniority: str) -> None:
    assert read(title).seniority == seniority


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("General Manager Sales", "Sales"),
        ("Director General Comercial", "Sales"),
        ("Geschäftsführer Vertrieb", "Sales"),
        ("Country Manager Finance", "Finance"),
        ("General Manager Hotel", "General Management"),
        ("General Manager", "General Management"),
    ],
)
def test_whoever_manages_one_kind_of_work_is_read_as_doing_it(title: str, function: str) -> None:
    assert read(title).function == function


def test_a_company_does_not_decide() -> None:
    assert read("Recruiter at Deutsche Bank").function == "Human Resources"
    assert read("Partner at Nurses & Teachers").function is None


def test_the_first_role_wins_and_a_past_one_loses() -> None:
    assert read("Photographer | Recruiter").function == "Arts and Design"
    assert read("ex-Recruiter | Photographer").function == "Arts and Design"
    assert read("Former CEO, now Nurse").seniority == "Entry"


def test_a_title_that_names_a_level_alone_has_no_function() -> None:
    reading = read("Team Lead")
    assert (reading.function, reading.function2, reading.confidence) == (None, None, 0.0)
    assert reading.seniority == "Manager"
    assert reading.decided_by == ("Team", "Lead")


def test_a_known_function_without_a_level_is_an_individual_contributor() -> None:
    assert read("Recruiter").seniority == "Entry"
    assert read("Ninja") == UNREAD


def test_deciding_words_are_given_as_they_were_written() -> None:
    assert read("🚀 𝗛𝗲𝗮𝗱 𝗼𝗳 𝗦𝗮𝗹𝗲𝘀 🚀").decided_by == ("𝗛𝗲𝗮𝗱", "𝗦𝗮𝗹𝗲𝘀")
    assert read("Vertriebsleiter DACH").decided_by == ("Vertriebsleiter",)


def test_two_functions_are_given_likeliest_first() -> None:
    reading = read("HR Consultant")
    assert (reading.function, reading.function2) == ("Human Resources", "Consulting")


@given(TEXTS)
def test_any_text_is_read_without_an_error_and_explained_by_its_own_words(title: str) -> None:
    reading = read(title)
    assert stands_in(title, reading)
    assert reading.function is None or reading.function in FUNCTIONS
    assert reading.seniority is None or reading.seniority in SENIORITIES
    assert (reading.function is None) == (reading.confidence == 0.0)
    assert (reading.function is None) == (reading.function2 is None)
    assert bool(reading.decided_by) == bool(reading.function or reading.seniority)
    assert reading.function is None or reading.seniority is not None


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Manager " * 1250,
        "a" * 10_000,
        "\u200b\u200d\ufeff",
        "\u202emanager\u202c",
        "مدير المبيعات",
        "営業部長",
        "🤷🏽‍♀️" * 500,
        "\x00\ud800",
        "=cmd|' /C calc'!A0",
        "((((((((((",
    ],
)
def test_hostile_titles_are_read_quietly(title: str) -> None:
    assert stands_in(title, read(title))


@given(st.lists(TEXTS, max_size=8))
def test_many_titles_are_read_like_each_alone(titles: list[str]) -> None:
    assert read_all(titles) == [read(title) for title in titles]


def test_a_title_is_read_the_same_after_others() -> None:
    first = read.__wrapped__("Vertriebsleiterin DACH")
    read_all([row["title"] for row in rows("outside_titles.csv")])
    assert read.__wrapped__("Vertriebsleiterin DACH") == first


def test_profile_titles_are_read_as_labelled() -> None:
    """Of 643 invented titles, 19 in 20 have an accepted function, and as many a seniority."""
    titles = rows("profile_titles.csv")
    functions = [
        (read(row["title"]).function or "unknown") in row["function_accept"].split("|")
        for row in titles
    ]
    seniorities = [
        (read(row["title"]).seniority or "unknown") in row["seniority_accept"].split("|")
        for row in titles
    ]
    assert sum(functions) / len(titles) >= 0.95
    assert sum(seniorities) / len(titles) >= 0.95


def test_lines_that_are_no_job_stay_unknown() -> None:
    """Of 341 lines, 96 in 100 have no function, and as many no seniority."""
    readings = [read(row["title"]) for row in rows("outside_titles.csv")]
    assert sum(reading.function is None for reading in readings) / len(readings) >= 0.96
    assert sum(reading.seniority is None for reading in readings) / len(readings) >= 0.96
