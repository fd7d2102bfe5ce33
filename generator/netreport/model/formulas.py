"""Cells that a spreadsheet would run become cells that it shows, and back.

A quote in front of what looks like a formula keeps Excel and its like from running it.
"""

import re

_FORMULA = re.compile(r"^(?=[ \u00a0\u3000]*[=+\-@\t\r＝＋－＠])", re.MULTILINE)
_DISARMED = re.compile(r"^'(?=[ \u00a0\u3000]*[=+\-@\t\r＝＋－＠])", re.MULTILINE)


def disarmed(cell: str) -> str:
    """Put a quote before each line of a cell that a spreadsheet might run."""
    return _FORMULA.sub("'", cell)


def rearmed(cell: str) -> str:
    """Undo `disarmed`."""
    return _DISARMED.sub("", cell)
