"""The labelled titles and companies: precision of what is said, in both halves."""

import csv

import pytest

from bench.regions import LABELS, found, is_kept, is_right

ROWS = list(csv.DictReader(LABELS.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("half", ["open", "kept"])
def test_what_is_said_of_places_is_right_at_least_19_times_in_20(half: str) -> None:
    rows = [row for row in ROWS if is_kept(row) is (half == "kept")]
    spoken = [(row, place) for row in rows if (place := found(row))]

    assert len(spoken) > 150
    assert sum(is_right(*pair) for pair in spoken) >= 0.95 * len(spoken)
