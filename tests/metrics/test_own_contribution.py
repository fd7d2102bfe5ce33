"""Words of one's own against reactions, by hand: M28."""

from collections.abc import Iterable

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, table
from netreport.model.results import Reason, Unknown
from netreport.model.tables import Table


def acts(
    posts: Iterable[int] = (), comments: Iterable[int] = (), reactions: Iterable[int] = ()
) -> dict[Table, pl.DataFrame]:
    """Give acts so many days before the export."""
    said = [{"at": days_ago(day), "kind": "post"} for day in posts]
    answered = [{"commented_at": days_ago(day)} for day in comments]
    liked = [{"reacted_at": days_ago(day)} for day in reactions]
    return {
        Table.POSTS: table(Table.POSTS, said),
        Table.COMMENTS: table(Table.COMMENTS, answered),
        Table.REACTIONS: table(Table.REACTIONS, liked),
    }


def test_twenty_words_of_ones_own_and_eighty_reactions_are_a_fifth() -> None:
    """6 posts, 14 comments, 80 reactions: 0.20."""
    result = measured("own_contribution", acts([5] * 6, [6] * 14, [7] * 80))
    assert result.estimate.value == 0.2


@pytest.mark.parametrize(("days", "used"), [(364, 2), (365, 1)])
def test_the_year_ends_after_365_days(days: int, used: int) -> None:
    result = measured("own_contribution", acts([0, days]))
    assert (result.evidence.considered, result.evidence.used) == (2, used)


def test_a_repost_without_a_word_is_neither() -> None:
    tables = acts([1], reactions=[1])
    repost = table(Table.POSTS, [{"at": days_ago(1), "kind": "repost"}])
    tables[Table.POSTS] = pl.concat([tables[Table.POSTS], repost])
    assert measured("own_contribution", tables).evidence.used == 2


@pytest.mark.parametrize(
    ("absent", "named"), [(Table.COMMENTS, "comments"), (Table.POSTS, "posts and articles")]
)
def test_a_file_that_is_absent_opens_the_range_and_is_named(absent: Table, named: str) -> None:
    """A file that is not there may have been empty, or not chosen: nobody can tell."""
    tables = acts([1], [1], [1, 1, 1])
    del tables[absent]
    result = measured("own_contribution", tables)
    assert (result.estimate.low, result.estimate.value, result.estimate.high) == (0.25, 0.25, 1)
    assert f"no file of {named}." in result.remarks[0]


def test_without_reactions_nobody_can_tell() -> None:
    tables = acts([1], [1])
    del tables[Table.REACTIONS]
    result = ask("own_contribution", tables)
    assert isinstance(result, Unknown)
    assert result.reason is Reason.FILE_ABSENT


def test_a_year_without_anything_has_no_share() -> None:
    assert isinstance(ask("own_contribution", acts([400], [500], [600])), Unknown)


def test_months_are_spoken_passive_or_empty() -> None:
    """The export is of 31 October: words in October and August, reactions in both and July."""
    result = measured("own_contribution", acts([0], [80], [0, 80, 100]))
    figures = parts(result, "contribution-figures")
    assert [part.estimate.value for part in figures.values()] == [2, 1, 1, 80, 0]


def test_silence_that_goes_on_counts_as_silence() -> None:
    figures = parts(measured("own_contribution", acts([200], [190], [3])), "contribution-figures")
    assert figures["Longest silence between words of your own"].estimate.value == 190
    assert figures["Days since the last of them"].estimate.value == 190


def test_somebody_who_only_reacts_has_been_silent_all_along() -> None:
    result = measured("own_contribution", acts(reactions=[90, 10]))
    figures = parts(result, "contribution-figures")
    assert result.estimate.value == 0
    assert figures["Longest silence between words of your own"].estimate.value == 90


def test_each_of_the_last_24_months_is_shown_for_each_kind() -> None:
    result = measured("own_contribution", acts([0], [31], [0, 0]))
    months = next(one for one in result.breakdowns if one.id == "contribution-months").parts
    assert len(months) == 72
    assert (months[0].label, months[23].label) == ("2024-11", "2026-10")
    told = {(part.group, part.label): part.n for part in months if part.n}
    assert told == {
        ("Posts and articles", "2026-10"): 1,
        ("Comments", "2026-09"): 1,
        ("Reactions", "2026-10"): 2,
    }
