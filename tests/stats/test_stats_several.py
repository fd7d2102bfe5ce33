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
    assert "+35.0 points (95 % interval +21.3 to +46.9)" in stats.told(pairs)[0]


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
    assert "Too few to compare in 2 of 3 comparisons" in stats.told(beside)[-1]


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
