"""Several rates at once: what is told, and what chance alone would have told."""

import pytest

from netreport import stats
from netreport.stats import Finding


def test_one_seller_of_2015_found_two_differences_among_three_channels() -> None:
    """67, 32 and 12 of 100: all three differ; InMail − phone +35 points, p 1.2e-6 before Holm."""
    pairs = stats.pairwise({"InMail": (67, 100), "phone": (32, 100), "e-mail": (12, 100)})
    assert [(one.first, one.second) for one in pairs] == [
        ("InMail", "phone"),
        ("InMail", "e-mail"),
        ("phone", "e-mail"),
    ]
    assert [one.finding for one in pairs] == [Finding.HIGHER] * 3
    assert pairs[0].p == pytest.approx(2 * 1.2e-6, rel=0.1)
    assert "+35.0 points (95 % interval +21.3 to +46.9)" in pairs[0].sentence


def test_a_difference_that_several_comparisons_explain_is_none() -> None:
    """15 of 40 against 6 of 40 alone has p 0.04; among three pairs it is not evidence."""
    alone = stats.pairwise({"a": (15, 40), "b": (6, 40)})
    among = stats.pairwise({"a": (15, 40), "b": (6, 40), "c": (10, 40)})
    assert alone[0].finding is Finding.HIGHER
    assert among[0].comparison.finding is Finding.HIGHER
    assert among[0].finding is Finding.NO_EVIDENCE
    assert stats.told(among) == ("No evidence of a difference in 3 of 3 comparisons.",)


def test_pairs_that_may_not_be_compared_take_no_room() -> None:
    """29 cases are no side of a comparison, and so no reason to be stricter with the others."""
    alone = stats.pairwise({"a": (15, 40), "b": (6, 40)})
    beside = stats.pairwise({"a": (15, 40), "b": (6, 40), "few": (9, 29)})
    assert beside[0].p == alone[0].p
    assert [one.finding for one in beside[1:]] == [Finding.TOO_FEW] * 2
    assert stats.told(beside)[-1] == "Too few cases (30 on each side) in 2 of 3 comparisons."


def test_rates_of_different_families_are_not_compared_but_count_together() -> None:
    """Three pairs in two families allow for three, as three pairs in one."""
    one = {"a": (15, 40), "b": (6, 40)}
    other = {"short": (15, 40), "long": (6, 40), "longer": (10, 29)}
    pairs = stats.pairwise(one, other)
    assert len(pairs) == 4
    assert [pair.first for pair in pairs] == ["a", "short", "short", "long"]
    assert pairs[0].p == pairs[1].p == pytest.approx(2 * stats.pairwise(one)[0].p)


def test_only_the_three_surest_differences_are_told() -> None:
    rates = {"a": (90, 100), "b": (60, 100), "c": (30, 100), "d": (1, 100)}
    sentences = stats.told(stats.pairwise(rates))
    assert sentences[0].startswith("Higher for a than for d")
    assert sentences[3:] == ("A difference shows in 3 of 6 comparisons, too.",)


def test_one_rate_has_nothing_to_be_compared_with() -> None:
    assert stats.pairwise({"a": (1, 40)}) == ()
    assert stats.told(()) == ()


@pytest.mark.parametrize(
    ("share", "printed"),
    [(0, "0 %"), (0.001, "under 1 %"), (0.124, "12 %"), (0.999, "over 99 %"), (1, "100 %")],
)
def test_nothing_and_everything_are_only_printed_where_exactly_so(
    share: float, printed: str
) -> None:
    assert stats.per_cent(share) == printed
