"""Numbers as people write them."""

import pytest

from netreport.model.results import Unit
from netreport.pages.wording import Wording

ENGLISH = Wording("en", "AUD")


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [
        (0.011, Unit.SHARE, "+1.1 points"),
        (-0.006, Unit.PERCENTAGE_POINTS, "−0.6 points"),
        (12, Unit.PEOPLE, "+12"),
        (-3, Unit.PEOPLE, "−3"),
        (-0.001, Unit.HOURS, "about 0"),
        (0, Unit.HOURS, "0"),
    ],
)
def test_a_change_has_one_sign_and_never_minus_nothing(
    value: float, unit: Unit, wanted: str
) -> None:
    assert ENGLISH.change(value, unit) == wanted


def test_money_is_in_the_owners_currency() -> None:
    assert ENGLISH.value(4724, Unit.MONEY) == "4,724 AUD"
    assert ENGLISH.noun(Unit.MONEY, 4724) == "AUD"
    assert Wording().noun(Unit.MONEY, 2) == "money"
