"""LinkedIn's analytics of every layout say the same; what a file does not say stays unknown."""

from datetime import date
from pathlib import Path

import pytest

from netreport.errors import ExportError
from netreport.model.reach import ReachTotals
from netreport.model.tables import SCHEMAS, Table
from netreport.sources.owner import analytics
from netreport.sources.owner.analytics import Analytics
from owned import told
from workbooks import (
    FIRST,
    LAYOUT_A,
    LAYOUT_B,
    LAYOUT_C,
    PORTUGUESE,
    SECOND,
    SINGLE_POST,
    THIRD,
    Sheets,
    workbook,
)

LAYOUTS = {"A": LAYOUT_A, "B": LAYOUT_B, "C": LAYOUT_C}


def read(folder: Path, sheets: Sheets) -> Analytics:
    found = analytics.read(workbook(folder, sheets))
    for table, frame in found.file.tables.items():
        assert frame.schema == SCHEMAS[table]
    return found


def posts(found: Analytics) -> dict[str, tuple[date | None, int | None, int | None]]:
    rows = found.file.tables[Table.POST_REACH].to_dicts()
    return {row["url"]: (row["posted_on"], row["engagements"], row["impressions"]) for row in rows}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_totals_are_the_same_in_every_layout(tmp_path: Path, layout: str) -> None:
    assert read(tmp_path, LAYOUTS[layout]).totals == ReachTotals(
        since=date(2024, 9, 1),
        until=date(2024, 9, 30),
        impressions=12345,
        members_reached=4321,
        followers=1234,
        followers_on=date(2024, 9, 30),
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_days_join_both_sheets_and_zero_is_not_unknown(tmp_path: Path, layout: str) -> None:
    found = read(tmp_path, LAYOUTS[layout])

    assert found.file.tables[Table.AUDIENCE_DAYS].rows() == [
        (date(2024, 9, 1), 100, 5, 3),
        (date(2024, 9, 13), 200, 0, None),
        (date(2024, 9, 14), None, None, 4),
    ]
    assert told(found.file) == []


@pytest.mark.parametrize("layout", ["A", "B"])
def test_a_post_of_one_ranking_alone_has_no_figure_of_the_other(
    tmp_path: Path, layout: str
) -> None:
    assert posts(read(tmp_path, LAYOUTS[layout])) == {
        FIRST: (date(2024, 9, 2), 40, None),
        SECOND: (date(2024, 9, 13), 30, 900),
        THIRD: (date(2024, 9, 3), None, 800),
    }


def test_the_stray_481_is_no_figure_and_a_real_one_is(tmp_path: Path) -> None:
    top = [list(row) for row in LAYOUT_C["TOP POSTS"]]
    top[3][2] = "481"
    found = read(tmp_path, {**LAYOUT_C, "TOP POSTS": top})

    assert posts(found) == {
        FIRST: (date(2024, 9, 2), 481, None),
        SECOND: (date(2024, 9, 13), 30, 900),
        THIRD: (date(2024, 9, 3), 20, 800),
    }


def test_the_address_gives_the_share_and_the_time(tmp_path: Path) -> None:
    rows = read(tmp_path, LAYOUT_A).file.tables[Table.POST_REACH].to_dicts()
    ids = {row["url"]: (row["share_id"], row["posted_at"].date()) for row in rows}

    assert ids == {
        FIRST: (None, date(2025, 9, 3)),
        SECOND: (7370000000000000000, date(2025, 9, 6)),
        THIRD: (7371000000000000000, date(2025, 9, 9)),
    }


@pytest.mark.parametrize(
    ("layout", "scope", "founders", "acme"),
    [
        ("A", None, (0.1385, 0.1395), (0.0095, 0.0105)),
        ("B", None, (0.135, 0.145), (0.0, 0.01)),
        ("C", "audience", (0.135, 0.145), (0.0, 0.01)),
    ],
)
def test_shares_are_ranges_as_wide_as_they_were_rounded(
    tmp_path: Path,
    layout: str,
    scope: str | None,
    founders: tuple[float, float],
    acme: tuple[float, float],
) -> None:
    rows = read(tmp_path, LAYOUTS[layout]).file.tables[Table.DEMOGRAPHICS].rows()
    shares = {row[:3]: row[3:] for row in rows}

    assert shares[scope, "job title", "Founder"] == founders
    assert shares[scope, "company", "Acme"] == acme
    assert (scope, "location", "Greater Sydney Area") in shares
    assert (scope, "company size", "11-50 employees") in shares
    assert (("content", "seniority", "Senior") in shares) == (layout == "C")


def test_portuguese_days_numbers_and_shares_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, PORTUGUESE)

    assert found.totals == ReachTotals(
        date(2024, 9, 1), date(2024, 9, 30), 12345, 4321, 1234, date(2024, 9, 30)
    )
    assert found.file.tables[Table.AUDIENCE_DAYS].rows() == [
        (date(2024, 9, 1), 100, 5, 3),
        (date(2024, 9, 13), 200, -28, None),
    ]
    assert posts(found) == {
        FIRST: (date(2024, 9, 2), 40, None),
        SECOND: (date(2024, 9, 13), None, 1900),
    }
    assert found.file.tables[Table.DEMOGRAPHICS].rows() == [
        ("audience", "job title", "Founder", 0.0, 0.01),
        ("content", "industry", "Seguros", 0.0245, 0.0255),
    ]


def test_engagements_below_zero_are_kept_and_told(tmp_path: Path) -> None:
    assert told(read(tmp_path, PORTUGUESE).file) == [
        (3, "engagement: a number is below 0, and is kept")
    ]


def test_one_post_has_its_figures_and_an_empty_one_stays_unknown(tmp_path: Path) -> None:
    (row,) = read(tmp_path, SINGLE_POST).file.tables[Table.POST_REACH].to_dicts()

    assert row == {
        "url": SECOND,
        "share_id": 7370000000000000000,
        "posted_on": date(2024, 9, 13),
        "posted_at": row["posted_at"],
        "impressions": 5537,
        "engagements": None,
        "members_reached": 3210,
        "reactions": 49,
        "comments": 5,
        "reposts": None,
        "saves": None,
        "sends": None,
        "profile_viewers": 12,
        "followers_gained": 0,
    }


def test_a_file_about_one_post_has_no_demographics_of_all(tmp_path: Path) -> None:
    assert set(read(tmp_path, SINGLE_POST).file.tables) == {Table.POST_REACH}


def test_a_day_above_twelve_corrects_the_language(tmp_path: Path) -> None:
    days = [["Date", "Impressions"], ["1/9/2024", 100], ["13/9/2024", 200]]
    found = read(tmp_path, {"ENGAGEMENT": days})

    assert [row[0] for row in found.file.tables[Table.AUDIENCE_DAYS].rows()] == [
        date(2024, 9, 1),
        date(2024, 9, 13),
    ]


def test_a_sheet_that_is_not_there_is_no_table(tmp_path: Path) -> None:
    found = read(tmp_path, {"FOLLOWERS": LAYOUT_A["FOLLOWERS"]})

    assert set(found.file.tables) == {Table.AUDIENCE_DAYS}
    assert found.totals == ReachTotals(followers=1234, followers_on=date(2024, 9, 30))


def test_what_cannot_be_read_is_told_with_sheet_and_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "ENGAGEMENT": [["Date", "Impressions"], ["soon", 1], ["9/1/2024", "many"]],
            "TOP POSTS": [["Post URL", "Date", "Engagements"], [FIRST, "soon", "few"]],
            "DEMOGRAPHICS": [
                ["Top Demographics", "Value", "Percentage"],
                ["Shoe size", "44", "2%"],
                ["Company", "Acme", "200%"],
            ],
            "NEW SHEET": [["x"]],
        },
    )

    assert told(found.file) == [
        (0, "sheets that we do not know, not read: 1"),
        (2, "demographics: the category is not known"),
        (2, "engagement: the day cannot be read"),
        (2, "top posts: a number cannot be read"),
        (2, "top posts: the day cannot be read"),
        (3, "demographics: the percentage cannot be read"),
        (3, "engagement: a number cannot be read"),
    ]
    assert posts(found) == {FIRST: (None, None, None)}


def test_overlapping_files_give_each_day_and_post_once_the_newest_first(tmp_path: Path) -> None:
    days = [["Date", "Impressions", "Engagements"], ["9/13/2024", 250, None]]
    newer = read(tmp_path, {"ENGAGEMENT": days}).file.tables[Table.AUDIENCE_DAYS]
    older = read(tmp_path, LAYOUT_A).file.tables[Table.AUDIENCE_DAYS]

    assert analytics.joined(Table.AUDIENCE_DAYS, [newer, older]).rows() == [
        (date(2024, 9, 1), 100, 5, 3),
        (date(2024, 9, 13), 250, 0, None),
        (date(2024, 9, 14), None, None, 4),
    ]


def test_a_workbook_of_something_else_says_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="found: Budget, Notes") as caught:
        read(tmp_path, {"Budget": [["x"]], "Notes": []})

    assert "English or Brazilian Portuguese" in caught.value.remedy
