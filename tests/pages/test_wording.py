"""Our sentences, with numbers and days as the reader of the report writes them."""

import pytest

from netreport.pages.wording import Wording

SAID = "Lower by −36.0 points since 2024-02-12: 1,196 of 41,200, and 3 of 2024."


def test_an_english_sentence_keeps_its_numbers_and_gets_its_days() -> None:
    assert Wording("en").told(SAID) == SAID.replace("2024-02-12", "12 Feb 2024")


def test_a_german_sentence_gets_its_points_and_commas() -> None:
    told = Wording("de").told(SAID)
    assert "−36,0 points" in told
    assert "1.196 of 41.200, and 3 of 2024." in told
    assert "12.02.2024" in told


@pytest.mark.parametrize("label", ["2.5", "1,000 and more", "Web 2.0", "2024", "2024-13", "core"])
def test_a_label_that_is_no_day_or_month_stays_as_it_is(label: str) -> None:
    assert Wording("de").when(label) == label


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("2024-02", "Feb 2024"),
        ("2024-02-12", "12 Feb 2024"),
        ("2024-02-12 to 2024-03-17", "12 Feb 2024 to 17 Mar 2024"),
        ("2024-02-31", "2024-02-31"),
    ],
)
def test_a_label_that_is_one_is_written_out(label: str, told: str) -> None:
    assert Wording("en").when(label) == told


@pytest.mark.parametrize("text", ["1.2.3", "v1.5", "192.168.0.1", "1,2", "0.5x"])
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert Wording("de").told(text) == text
