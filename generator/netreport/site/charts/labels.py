"""Says how wide text will be and shortens it to fit: text and room in, text out.

Nobody knows the reader's font, so the widths are those of the widest common one (DejaVu Sans);
in Arial, Helvetica and Segoe a line comes out about an eighth shorter than said here.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from math import fsum

from netreport.model.text import clean

SIZE = 13.0  # units of the view box: the size of text on a phone, which is the largest
SMALL = 11.5
BOLD = 1.13  # how much wider bold text runs
ELLIPSIS = "…"
SQUARE = 1.15  # ems of an ideograph, and of whatever is not known to be narrower
MOST_MARKS = 3  # accents on one letter; more would climb over the line above

_ASCII: Mapping[str, float] = {  # ems of those that are narrower or wider than their like
    letter: ems
    for letters, ems in (
        ("'ijlI", 0.3),
        (" ,-./:;\\f|", 0.37),
        ("!()[]rt", 0.42),
        ("`csz", 0.56),
        ("kvxy", 0.6),
        ("%Mmw#&+<=>^~", 0.98),
        ("@W", 1.0),
    )
    for letter in letters
}
_ENORMOUS = ((0x2E3A, 0x2E3B, 3.0), (0xFDF0, 0xFDFF, 12.0), (0x12000, 0x1254F, 8.0))
_BY_CATEGORY = {"Mn": 0.0, "Me": 0.0, "Cf": 0.0, "Ll": 0.75, "Lu": 0.95, "Mc": 0.75, "So": 1.4}


def width(text: str, size: float = SIZE) -> float:
    """Give how wide `text` is at most, in units of the view box."""
    return size * fsum(_ems(letter) for letter in text)  # the same in every version of Python


def widest(texts: Sequence[str], size: float = SIZE) -> float:
    """Give the width of the widest text; 0 for none."""
    return max((width(text, size) for text in texts), default=0.0)


def fit(text: str, room: float, size: float = SIZE) -> str:
    """Give `text`, or as much of its beginning as fits into `room` with an ellipsis behind."""
    calm = _without_towers(clean(text))
    if width(calm, size) <= room:
        return calm
    left, kept = room - width(ELLIPSIS, size), 0
    for letter in calm:
        left -= width(letter, size)
        if left < 0:
            break
        kept += 1
    return calm[:kept].rstrip() + ELLIPSIS


def broken(text: str, room: float, size: float = SIZE) -> tuple[str, str]:
    """Give `text` on two lines, as much on the first as fits, the second shortened if it must be.

    It breaks after a word; a first word without end is cut.
    """
    first, rest = "", clean(text).split(" ")
    while rest and width(f"{first} {rest[0]}".strip(), size) <= room:
        first = f"{first} {rest.pop(0)}".strip()
    if not first:
        return fit(rest[0], room, size), fit(" ".join(rest[1:]), room, size)
    return fit(first, room, size), fit(" ".join(rest), room, size)


def _without_towers(text: str) -> str:
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


@cache
def _ems(letter: str) -> float:
    if letter.isascii():
        return _ascii(letter)
    for first, last, ems in _ENORMOUS:
        if first <= ord(letter) <= last:
            return ems
    if unicodedata.east_asian_width(letter) == "F":
        return SQUARE  # letters as wide as an ideograph, whatever their kind
    category = unicodedata.category(letter)
    return _BY_CATEGORY.get(category, 0.64 if category.startswith(("P", "Z")) else SQUARE)


def _ascii(letter: str) -> float:
    return _ASCII.get(letter, 0.79 if letter.isupper() else 0.65)
