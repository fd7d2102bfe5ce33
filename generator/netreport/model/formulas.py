"""Cells that a spreadsheet would run become cells that it shows, and back.

A quote in front of what looks like a formula keeps Excel and its like from running it.
"""

import re

FORMULA = r"[ \u00a0\u3000]*[=+\-@\t\r＝＋－＠]"
"""How a line begins that a spreadsheet might run; means the same to Python and to polars."""

_FORMULA = re.compile(f"^(?={FORMULA})", re.MULTILINE)
_DISARMED = re.compile(f"^'(?={FORMULA})", re.MULTILINE)


def disarmed(cell: str) -> str:
    """Put a quote before each line of a cell that a spreadsheet might run."""
    return _FORMULA.sub("'", cell)


def rearmed(cell: str) -> str:
    """Undo `disarmed`."""
    return _DISARMED.sub("", cell)
