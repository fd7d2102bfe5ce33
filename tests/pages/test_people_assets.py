"""The files beside the People page: read back as a browser and a spreadsheet would."""

import csv
import io
import json
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crowd import crowd, report
from netreport.model.formulas import disarmed, rearmed
from netreport.model.text import clean
from netreport.pages.people import csv_asset, data_asset, rows
from netreport.pages.spreadsheet import ROWS, spreadsheet

RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def told(frame: pl.DataFrame) -> dict[str, Any]:
    """Read the script's data back, with its columns by key."""
    text = data_asset(frame).decode().removeprefix('NR_DATA("people",').removesuffix(");\n")
    data = json.loads(text)
    columns = {one["key"]: one | {"at": unpacked(one["at"])} for one in data["columns"]}
    return {"count": data["count"], **columns}


def unpacked(text: str) -> list[int]:
    """Read digits to the base 57, as wide as the first letter says."""
    width, digits = int(text[0]), [ord(letter) - 35 for letter in text[1:]]
    groups = [digits[start : start + width] for start in range(0, len(digits), width)]
    return [sum(digit * 57**place for place, digit in enumerate(one[::-1])) for one in groups]


def cells(frame: pl.DataFrame) -> list[list[str]]:
    """Read the CSV back."""
    text = csv_asset(frame).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_every_value_is_found_again() -> None:
    people = report(crowd(60))
    frame = rows(people.network.tables, people.strategy)
    data = told(frame)

    assert data["count"] == 60
    for key in ("name", "employer", "standing", "turns", "touch", "company"):
        column = data[key]
        assert [column["values"][place] for place in column["at"]] == frame[key].to_list()


def test_several_values_are_found_again() -> None:
    frame = pl.DataFrame({"region": [["EMEA", "DACH"], [], ["APAC"]]})
    column = told(frame)["region"]

    assert column["values"] == [None, "APAC", "DACH", "EMEA"]
    assert (column["at"], unpacked(column["lengths"])) == ([3, 2, 0, 1], [2, 1, 1])


@pytest.mark.parametrize("count", [1, 56, 57, 3248, 3249])
def test_places_are_found_again_whatever_their_width(count: int) -> None:
    numbers = list(range(count))

    assert told(pl.DataFrame({"turns": numbers}))["turns"]["at"] == [one + 1 for one in numbers]


def test_places_are_in_sort_order() -> None:
    frame = pl.DataFrame(
        {
            "name": ["Zoë", "ähnlich", "Łukasz", "Mona", "Ahn"],
            "seniority": ["Owner", "Entry", None, "Guru", "VP"],
            "turns": [10, 9, None, 100, 0],
            "connected": [date(2024, 1, day) for day in (5, 4, 3, 2, 1)],
        }
    )
    data = told(frame)

    assert data["name"]["values"] == [None, "Ahn", "ähnlich", "Łukasz", "Mona", "Zoë"]
    assert data["seniority"]["values"][1:4] == ["Unpaid", "Training", "Entry"]
    assert data["seniority"]["values"][-2:] == ["Owner", "Guru"]
    assert data["turns"]["values"] == [None, 0, 9, 10, 100]
    assert data["connected"]["values"][1] == "2024-01-01"


def test_a_column_that_is_not_given_is_not_told() -> None:
    assert set(told(pl.DataFrame({"name": ["Pseudonym 1"]}))) == {"count", "name"}
    assert cells(pl.DataFrame({"name": ["Pseudonym 1"]})) == [["Name"], ["Pseudonym 1"]]


def test_nobody_makes_both_files() -> None:
    people = report(crowd(0))
    frame = rows(people.network.tables, people.strategy)

    assert told(frame)["count"] == 0
    assert len(cells(frame)) == 1


def test_the_spreadsheet_has_addresses_and_words_for_what_is_missing() -> None:
    frame = pl.DataFrame(
        {
            "profile": ["zoë-(x)-example", None],
            "standing": [None, "core"],
            "region": [[], ["DACH", "Germany"]],
            "turns": [None, 0],
            "decision": [None, "keep"],
        },
        schema_overrides={"turns": pl.UInt32},
    )

    assert cells(frame)[1:] == [
        ["https://www.linkedin.com/in/zo%C3%AB-%28x%29-example", "unknown", "unknown", "none", ""],
        ["", "core", "DACH; Germany", "keep", "0"],
    ]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_no_cell_runs_and_every_cell_is_found_again(names: list[str]) -> None:
    shown = [clean(name) for name in names]
    found = [row[0] if row else "" for row in cells(pl.DataFrame({"name": shown}))[1:]]

    assert [rearmed(cell) for cell in found] == [rearmed(disarmed(name)) for name in shown]
    assert not any(cell.lstrip(" \u00a0\u3000").startswith(RUNS) for cell in found)


@pytest.mark.parametrize("count", [0, 1, ROWS, 2 * ROWS + 1])
def test_a_spreadsheet_has_its_header_once_and_each_row_in_order(count: int) -> None:
    said = [f"=1+{n}" if n % 3 else "" for n in range(count)]
    lines = spreadsheet(pl.DataFrame({"n": range(count), "said": said})).split(b"\r\n")

    assert lines.pop() == b""
    assert lines[0] == b"\xef\xbb\xbfn,said"
    assert lines[1:] == [
        f"{n},{disarmed(one) or chr(34) * 2}".encode() for n, one in enumerate(said)
    ]
