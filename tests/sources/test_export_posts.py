"""Posts, comments and what else the owner did, in the quoting of every year."""

from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exported import SAMPLES, TEXTS, connections, fates, read_files, rows_of, somebody, table, told
from netreport.model.network import Fate
from netreport.model.tables import Table
from netreport.sources.export import read

LINK = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7446119369932800001"
POST = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility"
ONE = {"Connections.csv": connections(somebody(1))}


@pytest.mark.parametrize("sample", ["2024-complete", "2026-complete-suffixed"])
def test_line_breaks_of_posts_are_mended_whatever_the_line_end(sample: str) -> None:
    shares = read(SAMPLES / sample).tables[Table.SHARES]

    assert shares["text"].to_list()[:3] == [
        'First paragraph says "hi".\n\nSecond, paragraph.\nThird 🚀',
        None,
        'Line ends with "yes"\nand goes on',
    ]
    assert shares["text"][5] == '"Quoted"\n"Quoted again"'
    old = pl.col("text").str.starts_with("Very old").fill_null(value=False)
    ids = pl.col("link").str.extract(r"(\d{19})$").cast(pl.Int64)
    decoded = shares.filter(~old).select(
        pl.from_epoch(ids // 2**22, time_unit="ms").alias("in_id"), "posted_at"
    )
    assert decoded.height == 7
    assert (decoded["in_id"] - decoded["posted_at"]).dt.total_seconds().abs().max() <= 5


def test_posts_of_2018_are_tabs_in_utf16() -> None:
    shares = read(SAMPLES / "2018-complete").tables[Table.SHARES]

    assert shares.row(0, named=True) == {
        "posted_at": datetime(2018, 10, 20, 8, 15, 30),
        "link": "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A6459326013112320011",
        "text": "Hello wörld, first post",
        "shared_url": None,
        "media_url": None,
        "visibility": "Public",
    }


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS.filter(lambda text: '"\n"' not in text), min_size=1))
def test_posts_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, posts: list[str]
) -> None:
    """Every break of a post is written between two quotes."""
    written = [post.replace("\n", '"\n"') for post in posts]
    content = rows_of(POST, [("2026-03-09 11:37:36", LINK, post, "", "", "X") for post in written])
    shares = table(tmp_path_factory.mktemp("posts"), Table.SHARES, "Shares.csv", content)

    assert shares["text"].to_list() == [post if post.strip() else None for post in posts]


def test_old_comments_are_bare_texts_over_several_lines() -> None:
    comments = read(SAMPLES / "2024-complete").tables[Table.COMMENTS]

    assert comments["text"].to_list() == [
        "Congratulations!",
        "Thanks\nRobin (Example Works)\nrobin@example.org",
        'Great, "really" great\nsecond line',
        "Point one, then \n\n2) point two after a mixed line end",
        "Ends with an empty line",
        'He wrote ="A1"',
        "Back\\slash stays as it is",
    ]


def test_new_comments_put_a_backslash_before_a_quote() -> None:
    comments = read(SAMPLES / "2026-complete-suffixed").tables[Table.COMMENTS]

    assert comments["text"].to_list() == [
        'She wrote "great post", then left.\n\nSecond paragraph',
        "No quotes at all",
        'Ends with a quote "x"',
        'One "two", "three, four" and\nhttps://example.com/path',
        "Comma, but no quote",
        '"Starts" with a quote 🚀',
        "It's plain",
    ]
    assert comments["commented_at"][0] == datetime(2026, 4, 5, 10)


def comments(folder: Path, *texts: str) -> list[str]:
    lines = [f"2026-04-05 10:00:00,{LINK},{text}\n" for text in texts]
    content = "Date,Link,Message\n" + "".join(lines)
    return table(folder, Table.COMMENTS, "Comments.csv", content)["text"].to_list()


def test_a_backslash_before_anything_else_is_kept(tmp_path: Path) -> None:
    assert comments(tmp_path, '"\\"Well\\", ¯\\_(ツ)_/¯"', "a\\b") == [
        '"Well", ¯\\_(ツ)_/¯',
        "a\\b",
    ]


def test_a_backslash_that_is_itself_escaped_is_one_backslash(tmp_path: Path) -> None:
    assert comments(tmp_path, '"one, \\"two\\" \\\\"', "three") == ['one, "two" \\', "three"]


def test_comments_whose_quotes_never_close_are_left_out(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="comments"):
        comments(tmp_path, '"never')


BREAKING = st.text('ab,"\\ \n', max_size=12)


@settings(max_examples=200, deadline=None)
@given(st.lists(BREAKING, min_size=1, max_size=4))
def test_comments_of_the_old_style_come_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """Quoted only where there is a comma or a quote; blanks at the ends of a text are not kept."""

    def written(text: str) -> str:
        bare = "," not in text and '"' not in text
        return text if bare else '"' + text.replace('"', '""') + '"'

    found = comments(tmp_path_factory.mktemp("old"), *(written(text) for text in texts))

    assert found == [text.strip() or None for text in texts]


def test_votes_keep_their_backslash() -> None:
    for sample in ("2024-complete", "2026-complete-suffixed"):
        votes = read(SAMPLES / sample).tables[Table.VOTES]
        assert votes["option"][2] == ' print("a","\\")'
        assert votes["option"][1] == "No, never"


@pytest.mark.parametrize("header", ["Date,Link", "Date,ShareLink", "Date,Post URL"])
def test_reposts_go_by_three_headers(tmp_path: Path, header: str) -> None:
    content = f"{header}\n2026-03-07 10:00:00,{LINK}\n"
    reposts = table(tmp_path, Table.REPOSTS, "InstantReposts_12.csv", content)

    assert reposts.rows() == [(datetime(2026, 3, 7, 10), LINK)]


def test_of_searches_only_the_time_is_kept() -> None:
    for sample, count in (
        ("2018-complete", 6),
        ("2024-complete", 7),
        ("2026-complete-suffixed", 6),
    ):
        searches = read(SAMPLES / sample).tables[Table.SEARCHES]
        assert searches.columns == ["searched_at"]
        assert searches.height == count


def test_reactions_have_kind_and_time() -> None:
    reactions = read(SAMPLES / "2024-complete").tables[Table.REACTIONS]

    assert reactions["kind"].to_list()[:4] == ["LIKE", "PRAISE", "EMPATHY", "INTEREST"]
    assert reactions["reacted_at"][0] == datetime(2024, 1, 9, 10, 0, 9)


def test_a_reaction_without_a_time_is_left_out_and_told(tmp_path: Path) -> None:
    content = f"Date,Type,Link\nsoon,LIKE,{LINK}\n2024-01-09 10:00:09,LIKE,{LINK}\n"
    network = read_files(tmp_path, {**ONE, "Reactions.csv": content})

    assert network.tables[Table.REACTIONS].height == 1
    assert told(network) == [("Reactions.csv", 2, "the time cannot be read")]


def test_who_is_followed_is_kept_without_a_time(tmp_path: Path) -> None:
    content = "Organization,Followed On\nExample Works,soon\nB,Tue Mar 19 12:34:56 UTC 2024\n"
    network = read_files(tmp_path, {**ONE, "Company Follows.csv": content})

    assert network.tables[Table.COMPANY_FOLLOWS].rows() == [
        ("Example Works", None),
        ("B", datetime(2024, 3, 19, 12, 34, 56)),
    ]
    assert told(network) == [("Company Follows.csv", 2, "the time cannot be read")]


def test_follows_of_members_and_hashtags() -> None:
    tables = read(SAMPLES / "2024-complete").tables

    assert tables[Table.MEMBER_FOLLOWS].row(2) == (
        "Ana Ejemplo",
        datetime(2024, 1, 4, 1, 2, 3),
        "Unfollow",
    )
    assert tables[Table.HASHTAG_FOLLOWS].row(2) == (
        "ærøskøbing",
        datetime(2024, 1, 4, 1, 2, 3),
        "Follow",
    )


def test_hashtags_that_a_spreadsheet_saved_again_keep_their_times() -> None:
    hashtags = read(SAMPLES / "excel-resaved").tables[Table.HASHTAG_FOLLOWS]

    assert hashtags["followed_at"][1] == datetime(2021, 6, 2, 9, 15)


def test_articles_and_drafts() -> None:
    articles = read(SAMPLES / "zips/Complete_LinkedInDataExport_03-20-2024 (1).zip").tables[
        Table.ARTICLES
    ]

    assert articles.rows() == [
        ("Draft", datetime(2024, 2, 3, 10, 30), None, None),
        (
            "An invented article",
            datetime(2023, 5, 4, 15, 55),
            datetime(2023, 5, 4, 16, 21),
            "Body text with ümlaut.",
        ),
    ]
    assert read(SAMPLES / "2024-complete").tables[Table.ARTICLES]["published_at"].null_count() == 1


@pytest.mark.parametrize(
    ("page", "fate"),
    [
        ("<h1>T</h1><p>Created on 2024-13-40 99:99</p><div>x", Fate.READ),
        ("<h1><b></b></h1>", Fate.READ),
        ("<h1>T", Fate.LEFT_OUT),
        ("<html>Sign in</html>", Fate.LEFT_OUT),
    ],
)
def test_a_page_that_is_no_article_is_reported(tmp_path: Path, page: str, fate: Fate) -> None:
    network = read_files(tmp_path, {**ONE, "Articles/a.html": page})

    assert fates(network)["Articles/a.html"] is fate


def test_endorsements_of_both_directions_with_and_without_addresses() -> None:
    new = read(SAMPLES / "2026-complete-suffixed").tables[Table.ENDORSEMENTS]
    old = read(SAMPLES / "2021-basic").tables[Table.ENDORSEMENTS]

    assert new["received"].to_list() == [False] * 6 + [True] * 6
    assert new.row(7) == (
        "łukasz-przykład-example",
        "Łukasz Przykład, PhD, MBA 🚀",
        True,
        "Sales, B2B",
        datetime(2026, 2, 27, 8, 9, 11),
        "ACCEPTED",
    )
    assert old["person"].null_count() == 6
    assert old["name"][5] == "Solea"


def test_the_twin_of_2022_is_not_counted_twice() -> None:
    folder = SAMPLES / "variants/endorsement-twin-2022"
    network = read(folder)

    assert network.tables[Table.ENDORSEMENTS].height == 6
    assert fates(network) == {
        "Endorsement Received Info.csv": Fate.LEFT_ALONE,
        "Endorsement_Received_Info.csv": Fate.READ,
    }
    assert network.issues == ()


def test_the_twin_alone_is_read(tmp_path: Path) -> None:
    name = "Endorsement Received Info.csv"
    content = (SAMPLES / "variants/endorsement-twin-2022" / name).read_bytes()
    endorsements = table(tmp_path, Table.ENDORSEMENTS, name, content)

    assert endorsements["status"].to_list() == ["ACCEPTED"] * 6 + ["REDACTED"] * 2


def test_recommendations_keep_no_text() -> None:
    recommendations = read(SAMPLES / "2024-complete").tables[Table.RECOMMENDATIONS]

    assert recommendations["received"].to_list() == [False] * 6 + [True] * 6
    assert recommendations.row(6) == (
        "Zoë Beispiel",
        "Example Works GmbH",
        "Head of Sales, EMEA",
        True,
        datetime(2024, 5, 4, 7, 10),
        "VISIBLE",
    )


def test_recommendations_that_were_saved_again_lose_a_name_and_no_row() -> None:
    recommendations = read(SAMPLES / "excel-resaved").tables[Table.RECOMMENDATIONS]

    assert recommendations["name"][0] == "Beispiel"
    assert recommendations["position"][0] == "Geschäftsführer"
    assert recommendations["created_at"][0] == datetime(2021, 5, 4)


def test_the_profile_is_one_row_without_private_columns() -> None:
    for sample in ("2018-complete", "2026-basic-fully-quoted"):
        (row,) = read(SAMPLES / sample).tables[Table.PROFILE].to_dicts()
        assert (row["first_name"], row["last_name"]) == ("Robin", "Sample")
        assert row.keys() == {
            "first_name",
            "last_name",
            "headline",
            "summary",
            "industry",
            "location",
        }


def test_positions_have_days_and_today_has_no_end() -> None:
    positions = read(SAMPLES / "2026-basic-fully-quoted").tables[Table.POSITIONS]

    assert positions.row(0) == ("Example Works", "Founder", "Oslo, Norway", date(2017, 11, 1), None)
    assert positions.row(3)[3:] == (date(2012, 1, 1), date(2013, 1, 1))


def test_a_position_with_an_odd_end_is_not_taken_for_a_present_one(tmp_path: Path) -> None:
    content = (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "A,B,,,soon,\nC,D,,,2012,later\n"
    )
    network = read_files(tmp_path, {**ONE, "Positions.csv": content})

    assert network.tables[Table.POSITIONS].rows() == [("A", "B", None, None, None)]
    assert told(network) == [
        ("Positions.csv", 2, "the start cannot be read"),
        ("Positions.csv", 3, "the end cannot be read"),
    ]


def test_notes_join_to_people() -> None:
    tables = read(SAMPLES / "2026-complete-suffixed").tables

    assert tables[Table.NOTES].row(0) == (
        "kofi-placeholder-example-1188",
        "Kofi Placeholder",
        'Met at design week, likes "chess"',
        datetime(2025, 11, 3, 18, 20),
    )
    joined = tables[Table.NOTES].join(tables[Table.CONNECTIONS], on="person", how="semi")
    assert joined.height == 6
