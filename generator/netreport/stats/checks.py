"""What numbers may come in. Each check raises ValueError, which is a bug of the caller."""

from collections.abc import Sequence
from math import isfinite


def check_part(part: int, whole: int) -> None:
    """Refuse a part that is no part of its whole, and a whole of nothing."""
    if not 0 <= part <= whole or whole == 0:
        raise ValueError(f"no part of a whole: {part} of {whole}")


def check_amounts(amounts: Sequence[float]) -> None:
    """Refuse amounts that are negative, not finite, or nothing altogether."""
    if any(amount < 0 or not isfinite(amount) for amount in amounts):
        raise ValueError("an amount is negative or not finite")
    if sum(amounts) <= 0:
        raise ValueError("the amounts add up to nothing")
