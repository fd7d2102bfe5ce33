"""Where people are: from each kind of evidence, weighed, and asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.legal_forms import forms
from netreport.facts.regions import Hints, Place, Source, explain, locate, located, within
from netreport.facts.regions.atlas import EVERYWHERE, NO_OWN, Own, areas, members
from netreport.facts.regions.tables import table
from netreport.model.places import COUNTRIES, MACRO_REGIONS

TEXT = st.text(max_size=60) | st.sampled_from(
    ["Sydney", "APAC", "US", "DE/AT/CH", "Example GmbH", "Bank of Baroda", "ex-Berlin", "SEA"]
)
HINTS = st.builds(Hints, *[st.none() | TEXT] * 6)


def together(people: list[Hints]) -> list[Place | None]:
    found = located([[hints[place] for hints in people] for place in range(6)])
    return [found.places[number] for number in found.numbers]


def title(text: str) -> Place | None:
    return locate(Hints(title=text))


def company(text: str) -> Place | None:
    return locate(Hints(company=text))


def countries(place: Place | None) -> str:
    return " ".join(sorted(place.countries)) if place else "unknown"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Sales Manager, Sydney", "AU"),
        ("Vertriebsleiter Schweiz", "CH"),
        ("Leiter Niederlassung Muenchen", "DE"),
        ("Gerente Regional São Paulo", "BR"),
        ("Sales Manager Nordics (Sweden, Norway)", "NO SE"),
        ("Country Lead, Germany, Austria and Switzerland", "AT CH DE"),
        ("Chef, Paris, Texas", "US"),
        ("Real Estate Agent in Austin, TX", "US"),
        ("Store Manager, New South Wales", "AU"),
        ("Solicitor, Northern Ireland", "GB"),
        ("Customer Service Agent (German Market)", "DE"),
        ("EMEA - Germany", "DE"),
        ("Sales Manager Sydney, APAC", "AU"),
        ("Sales Manager (DE/AT/CH)", "AT CH DE"),
        ("US Sales Manager", "US"),
        ("U.S. Sales Manager", "US"),
    ],
)
def test_a_title_names_countries(text: str, where: str) -> None:
    assert countries(title(text)) == where


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Sales Director, APAC", "APAC"),
        ("Vertriebsleiter DACH", "DACH"),
        ("Head of Sales, SEA", "ASEAN"),
        ("Sales Manager NA", "NA"),
        ("General Manager, UK & Ireland", "UK&I"),
        ("Responsable des ventes Asie-Pacifique", "APAC"),
        ("European Sales Manager", "EMEA"),
    ],
)
def test_a_region_in_a_title_gives_the_region_and_no_country(text: str, region: str) -> None:
    place = title(text)

    assert place
    assert region in place.regions
    assert not place.countries


@pytest.mark.parametrize(
    "text",
    [
        "IT Manager",
        "Sales Manager, IT",
        "SEA Manager",
        "SEO & SEA Specialist",
        "Contact US today",
        "NA",
        "CIO | IT | IN | OUT",
        "German Teacher",
        "Professor of African Studies",
        "Reading Specialist",
        "Nice to meet you",
        "Mobile Developer",
        "Florence Nightingale Scholar",
        "import manager in china and glassware for Example",
        "Former Head of Sales, APAC",
        "ex-Sydney sales leader",
        "Looking for a role in London",
        "Global (ex US)",
        "Guide in the Sierra Nevada",
        "",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert title(text) is None


def test_a_place_that_is_left_out_does_not_count() -> None:
    place = title("Sales Manager, Asia ex Japan")

    assert place
    assert "APAC" in place.regions
    assert place.evidence == "Asia"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Example GmbH", "AT CH DE"),
        ("Example Pty Ltd", "AU"),
        ("Example (Pty) Ltd", "BW LS NA SZ ZA"),
        ("Johannesburg Example Pty Ltd", "ZA"),
        ("Example Ltda", "BR CL CO"),
        ("Ejemplo S.A. de C.V.", "MX"),
        ("Example Sdn Bhd", "MY"),
        ("Example A/S", "DK"),
        ("Example Australia", "AU"),
        ("Zürich Beispiele AG", "CH"),
        ("University of Oxford", "GB"),
        ("Bank of Baroda", "IN"),
        ("British Example Council", "GB"),
        ("株式会社サンプル", "JP"),
    ],
)
def test_a_company_is_where_its_name_says(name: str, where: str) -> None:
    assert countries(company(name)) == where


@pytest.mark.parametrize(
    "name",
    [
        "Example Inc.",
        "Example Ltd",
        "Example LLC",
        "Example S.A.",
        "Boston Consulting Group",
        "American Express",
        "Day Spa",
        "Polish Nail Bar",
        "Franco-British Example",
        "Roma Pizza",
        "PT Solutions",
        "Example | Sydney's best",
    ],
)
def test_a_name_that_stands_for_no_country_gives_none(name: str) -> None:
    assert company(name) is None


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("someone@example.com.au", "AU"),
        ("someone@mail.example.co.uk", "GB"),
        ("someone@example.de", "DE"),
        ("someone@example.com", "unknown"),
        ("someone@example.io", "unknown"),
        ("someone@example.ai", "unknown"),
        ("someone@yahoo.de", "unknown"),
        ("someone@web.de", "unknown"),
        ("urn:li:member:12345", "unknown"),
        ("example.de", "unknown"),
    ],
)
def test_an_address_is_in_the_country_of_its_domain(address: str, where: str) -> None:
    assert countries(locate(Hints(email=address))) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("AU", "AU"),
        ("au", "AU"),
        ("UK", "GB"),
        ("Australia", "AU"),
        ("Greater Sydney Area", "AU"),
        ("Sydney, New South Wales, Australia", "AU"),
        ("Reading, England, United Kingdom", "GB"),
        ("Berlin, DE", "DE"),
        ("Wilmington, Delaware, United States", "US"),
        ("San Francisco, CA", "US"),
        ("Toronto, CA", "CA"),
        ("Atlanta, Georgia", "US"),
        ("Tbilisi, Georgia", "GE"),
        ("Paris et périphérie", "FR"),
        ("Germany and Austria", "AT DE"),
        ("Hanover, New Hampshire, United States", "US"),
        ("NA", "unknown"),
        ("Atlantis", "unknown"),
    ],
)
def test_a_location_is_read_as_one(text: str, where: str) -> None:
    assert countries(locate(Hints(location=text))) == where


def test_the_owner_beats_a_file_and_a_file_beats_what_is_weighed() -> None:
    hints = {"title": "Sales Manager Berlin", "company": "Example GmbH"}
    filed = locate(Hints(**hints, location="Tokyo, Japan"))
    said = locate(Hints(**hints, location="Tokyo, Japan", company_place="AU"))
    of_person = locate(Hints(**hints, company_place="AU", person_place="APAC"))

    assert (countries(filed), filed and filed.source) == ("JP", Source.ENRICHMENT)
    assert (countries(said), said and said.source) == ("AU", Source.OWNER_COMPANY)
    assert of_person
    assert of_person.source is Source.OWNER_PERSON
    assert not of_person.countries


def test_the_surer_clue_decides_in_any_order() -> None:
    """An address and a title are equally sure; the address is the stronger source."""
    place = locate(Hints(title="Sales Manager Berlin", email="someone@example.de"))

    assert place
    assert (place.source, place.evidence) == (Source.EMAIL, ".de")


def test_what_the_owner_says_and_nobody_understands_is_passed_over() -> None:
    assert countries(locate(Hints(title="Sydney", person_place="Atlantis"))) == "AU"


def test_clues_that_agree_make_the_place_narrower() -> None:
    place = locate(Hints(title="Head of Sales, APAC", company="Example Pty Ltd"))

    assert countries(place) == "AU"
    assert place
    assert (place.source, place.evidence) == (Source.LEGAL_FORM, "Pty Ltd")


@pytest.mark.parametrize(
    "hints",
    [
        Hints(title="Sales Director, Sydney", company="Example GmbH"),
        Hints(title="Head of Sales, APAC", company="Example GmbH"),
        Hints(email="someone@example.fr", title="Country Manager Japan"),
        Hints(company="Example Australia GmbH"),
    ],
)
def test_clues_that_contradict_each_other_leave_it_unknown(hints: Hints) -> None:
    reading = explain(hints)

    assert reading.place is None
    assert reading.reason == "the clues contradict each other"
    assert reading.clues


def test_a_weak_clue_contradicts_nothing() -> None:
    assert countries(locate(Hints(title="Sales, Auckland", company="Bank of Baroda"))) == "NZ"
    assert countries(company("Sydney Lanterns GmbH")) == "AT CH DE"


def test_without_any_clue_the_reason_says_so() -> None:
    assert explain(Hints(title="Director", company="Example")).reason == "nothing says where"


def test_all_regions_that_hold_every_country_are_given() -> None:
    place = company("Example GmbH")

    assert place
    assert place.regions == {"DACH", "EMEA"}


@pytest.mark.parametrize(
    ("hints", "wanted", "answer"),
    [
        (Hints(company="Example GmbH"), ["DACH"], True),
        (Hints(company="Example GmbH"), ["DE"], None),
        (Hints(company="Example GmbH"), ["APAC"], False),
        (Hints(company="Example GmbH"), ["DE", "AT", "CH"], True),
        (Hints(title="Sales APAC"), ["AU"], None),
        (Hints(title="Sales APAC"), ["EMEA"], False),
        (Hints(title="Sales APAC"), ["APAC"], True),
        (Hints(title="Sales, Americas"), ["APAC"], False),
        (Hints(title="Sales, Americas"), ["LATAM"], None),
        (Hints(title="Sales, Americas"), ["LATAM", "NA"], True),
        (Hints(company="Example Pty Ltd"), ["ANZ"], True),
        (Hints(company="Example Pty Ltd"), ["EMEA"], None),  # South Africa has the form too
        (Hints(company="Bank of Baroda"), ["IN"], True),
        (Hints(company="Bank of Baroda"), ["EMEA"], None),  # it is only called so
        (Hints(person_place="AU"), [], False),
        (Hints(person_place="NA"), ["US", "CA"], True),  # North America, not Namibia
    ],
)
def test_whether_somebody_is_within_is_yes_no_or_open(
    hints: Hints, wanted: list[str], *, answer: bool | None
) -> None:
    place = locate(hints)

    assert place
    assert within(place, wanted) is answer


def test_the_owners_regions_are_read_answered_and_win() -> None:
    own: Own = {"Home": ["AU", "NZ"], "APAC": ["AU", "JP"]}
    home = locate(Hints(person_place="home"), own)
    pacific = locate(Hints(title="Sales APAC"), own)
    sydney = locate(Hints(title="Sydney"), own)

    assert home
    assert pacific
    assert sydney
    assert home.regions == {"Home", "ANZ", "APJ"}
    assert pacific.area == {"AU", "JP"}
    assert within(sydney, ["Home"], own) is True
    assert within(pacific, ["Home"], own) is None
    assert sydney.regions >= {"Home", "APAC", "ANZ"}


def test_a_region_that_nobody_knows_is_a_bug_and_not_a_no() -> None:
    place = title("Sydney")

    assert place
    with pytest.raises(KeyError):
        within(place, ["Atlantis"])


def test_people_are_placed_in_order_and_as_one_by_one() -> None:
    people = [Hints(title="Sydney"), Hints(), Hints(company="Example GmbH"), Hints(title="Sydney")]

    assert together(people) == [locate(hints) for hints in people]


@given(st.lists(HINTS, max_size=6))
def test_whoever_is_placed_among_others_is_placed_as_alone(people: list[Hints]) -> None:
    assert together(people) == [locate(hints) for hints in people]


@given(HINTS)
def test_evidence_stands_in_the_text_and_nothing_breaks(hints: Hints) -> None:
    place = locate(hints)
    if place:
        texts = (hints.title, hints.company, hints.email, hints.location)
        said = (*texts, hints.company_place, hints.person_place)
        assert any(place.evidence in text for text in said if text)
        assert place.evidence
        assert 0 < place.confidence <= 1
        assert place.countries <= place.area <= EVERYWHERE


@given(HINTS, st.lists(st.sampled_from([*MACRO_REGIONS, "AU", "DE", "US"]), max_size=4))
def test_more_wanted_regions_never_turn_a_yes_into_something_else(
    hints: Hints, wanted: list[str]
) -> None:
    place = locate(hints)
    if place and within(place, wanted) is True:
        assert within(place, [*wanted, "JP"]) is True
    if place and within(place, [*wanted, "JP"]) is False:
        assert within(place, wanted) is False


@given(st.lists(HINTS, max_size=6))
def test_the_order_of_people_makes_no_difference(people: list[Hints]) -> None:
    assert together(people[::-1]) == together(people)[::-1]


def test_the_tables_speak_of_countries_that_exist() -> None:
    rows = [*table("cities.csv"), *table("states.csv"), *table("state_codes.csv")]
    named = {country for row in rows for country in row["countries"].split()}
    of_forms = {country for form in forms() for country in form.countries | form.also}

    assert named | of_forms | {row["country"] for row in table("countries.csv")} <= set(COUNTRIES)
    assert frozenset().union(*areas().values()) <= set(COUNTRIES)
    assert all(row["means"] in areas() or row["means"] in COUNTRIES for row in table("codes.csv"))


def test_every_region_of_the_report_has_its_members() -> None:
    assert set(MACRO_REGIONS) <= set(areas())
    assert members("DACH", NO_OWN) < members("EMEA", NO_OWN)
    assert members("ASEAN", NO_OWN) | members("ANZ", NO_OWN) < members("APAC", NO_OWN)
    assert not members("APAC", NO_OWN) & members("EMEA", NO_OWN)
