"""Whether publishing to everybody is proven, by hand: M36."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pytest

from made import ask, days_ago, measured, parts, table
from netreport.model.results import Measured, Reason, Unknown
from netreport.model.tables import Table


def _posts(count: int, *, days: int = 100) -> Mapping[Table, pl.DataFrame]:
    rows = [{"at": days_ago(days), "kind": "post"} for _ in range(count)]
    return {Table.POSTS: table(Table.POSTS, rows)}


def _reach(comments: Sequence[int | None]) -> Mapping[Table, pl.DataFrame]:
    rows = [{"posted_at": days_ago(50), "comments": count} for count in comments]
    return {Table.POST_REACH: table(Table.POST_REACH, rows)}


def _proof(posts: int, observed: float | None = None, **tables: Any) -> Measured:
    """Eight posts a month and 20 comments are asked for."""
    evidence = {} if observed is None else {"observed_median_comments_per_post": observed}
    given = {**_posts(posts), **{Table(name): frame for name, frame in tables.items()}}
    return measured("broadcaster", given, exception={"evidence": evidence})


def _range(result: Measured) -> tuple[float, float]:
    return result.estimate.low, result.estimate.high


@pytest.mark.parametrize(
    ("posts", "observed", "met", "told"),
    [
        (96, 20.0, (2, 2), "The evidence is there"),
        (96, 19.0, (1, 1), "The evidence is against it"),
        (95, 20.0, (1, 1), "The evidence is against it"),
        (96, None, (1, 2), "Unproven"),
        (95, None, (0, 1), "The evidence is against it"),
    ],
)
def test_96_posts_a_year_with_20_comments_are_proof(
    posts: int, observed: float | None, met: tuple[int, int], told: str
) -> None:
    result = _proof(posts, observed)
    assert _range(result) == met
    assert result.remarks[0].startswith(told)


def test_linkedins_analytics_prove_it_as_well() -> None:
    reach = _reach([3, 25, 25, 25, 100, None])[Table.POST_REACH]
    result = _proof(96, post_reach=reach)
    assert _range(result) == (2, 2)
    part = parts(result, "broadcaster")["Comments on a usual post of yours"]
    assert (part.estimate.value, part.note) == (25, "from the analytics of 5 posts")


def test_four_posts_with_analytics_prove_nothing() -> None:
    assert _range(_proof(96, post_reach=_reach([25] * 4)[Table.POST_REACH])) == (1, 2)


def test_the_owners_own_number_goes_before_the_analytics() -> None:
    assert _range(_proof(96, 5.0, post_reach=_reach([25] * 9)[Table.POST_REACH])) == (1, 1)


def test_posts_of_more_than_a_year_ago_prove_nothing() -> None:
    tables = {Table.POSTS: pl.concat([_posts(90)[Table.POSTS], _posts(9, days=364)[Table.POSTS]])}
    result = measured("broadcaster", tables, exception={})
    assert result.evidence.used == 90


def test_the_base_rate_is_always_printed_with_its_maybe() -> None:
    assert "It works for 5 % of people, maybe." in _proof(96, 20.0).remarks


def test_what_the_strategy_does_while_it_is_unproven_is_said() -> None:
    refused = measured("broadcaster", _posts(96), exception={"if_unproven": "refuse"})
    assert refused.remarks[-1].startswith("Your strategy says to judge you as anybody else")
    assert "warn" in measured("broadcaster", _posts(96), exception={}).remarks[-1]
    assert not any("judge" in remark for remark in _proof(96, 20.0).remarks)


def test_who_does_not_publish_is_not_asked_for_proof() -> None:
    result = ask("broadcaster", _posts(96))
    assert isinstance(result, Unknown)
    assert result.reason is Reason.NOT_ASKED
