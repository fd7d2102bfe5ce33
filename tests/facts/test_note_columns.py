"""A column of texts is read as each text by itself would be."""

import csv
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netreport.facts.notes import asks, automatic, closes
from netreport.facts.notes.columns import (
    asking_texts,
    automatic_texts,
    closing_texts,
    sent_to_many,
)
from netreport.facts.notes.lexicon import lines_of

HERE = Path(__file__).parent
Column = Callable[[pl.Series], pl.Series]
One = Callable[[str], bool]
READERS = ((automatic_texts, automatic), (closing_texts, closes), (asking_texts, asks))
LISTS = ("wishes", "system", "closings", "questions")


def _first_column(name: str) -> list[str]:
    with (HERE / name).open(encoding="utf-8", newline="") as opened:
        return [row[0] for row in csv.reader(opened)]


def _spelt(line: str) -> str:
    words = (step.removesuffix("?").split("|")[0] for step in line.split() if ".." not in step)
    return " ".join(words).replace("*", "").replace("#", "3")


PHRASES = [_spelt(line) for name in LISTS for line in lines_of(name)]


@pytest.mark.parametrize(("column", "one"), READERS)
def test_labelled_texts_and_every_phrase_read_alike(column: Column, one: One) -> None:
    texts = [*_first_column("messages.csv"), *_first_column("notes.csv"), *PHRASES]
    assert column(pl.Series(texts)).to_list() == [one(text) for text in texts]
    assert any(one(text) for text in texts)


@given(
    st.lists(
        st.sampled_from([*PHRASES, "Anna", "!", "👍", "?", ",", "\n", "ß", "É", "the plan"]),
        max_size=4,
    ),
    st.sampled_from([" ", "  ", ", ", ""]),
)
def test_any_mixture_of_phrases_reads_alike(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    for column, one in READERS:
        assert column(pl.Series([text, None], dtype=pl.String)).to_list() == [one(text), False]


def _sent(*rows: tuple[str, str]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "person": [f"p{place}" for place in range(len(rows))],
            "name": [name for name, _ in rows],
            "text": [text for _, text in rows],
        },
        schema=dict.fromkeys(("person", "name", "text"), pl.String),
    )


def test_a_text_with_other_names_and_numbers_is_the_same_text() -> None:
    mass = "I have 3 free places in my course on cold calls, shall I keep one for you"
    sent = _sent(
        ("Anna Beispiel", f"Hi Anna, {mass}?"),
        ("José Muestra", f"Hello José Muestra! {mass}, José?"),
        ("Zoë Example", f"Hi Zoë, {mass.replace('3', '2')}?\n\nKind regards, Robin"),
        ("Mark Sample", "Hi Mark, how was the fair in Perth?"),
    )
    assert sent_to_many(sent, 3).to_list() == [True, True, True, False]
    assert sent_to_many(sent, 4).to_list() == [False] * 4


def test_a_text_sent_often_to_one_person_is_not_sent_to_many() -> None:
    same = _sent(
        ("Anna", "See you on Monday at the usual place"),
    )
    often = pl.concat([same] * 5)
    assert not sent_to_many(often, 2).any()


def test_nothing_sent_is_sent_to_nobody() -> None:
    assert sent_to_many(_sent(), 5).to_list() == []
