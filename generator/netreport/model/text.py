"""Text that other people wrote, and how it is made harmless."""

import re
import unicodedata
from functools import cache

LONGEST = 300
_GONE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT = frozenset("‌‍")  # joiners: Persian, Indic scripts and emoji need them
_MARK = re.compile(r"[^ 0-9A-Za-z\x80-\U0010ffff]")


class Untrusted(str):
    """Text from an export, a spreadsheet or a review: shown as text, never as markup."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the text as templates print it, every mark spelled out."""
        return md(self)


def clean(text: str, longest: int = LONGEST) -> str:
    """Give `text` on one line, in NFC, without invisible or direction-changing characters.

    At most `longest` characters; a longer text ends in an ellipsis.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        plain = text.strip()
    else:
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        if not plain.isprintable():  # no sign of _GONE is printable, and this is quicker
            plain = "".join(filter(_shown, plain))
        plain = plain.strip(" ‌‍")
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def md(text: str, longest: int = LONGEST) -> str:
    """Give `text` so that Markdown and HTML both print exactly `clean(text, longest)`."""
    return _MARK.sub(_spelled, clean(text, longest))


@cache
def _shown(letter: str) -> bool:
    return letter in _KEPT or unicodedata.category(letter) not in _GONE


def _spelled(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"
