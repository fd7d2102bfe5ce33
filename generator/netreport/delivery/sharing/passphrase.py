"""The passphrase of a shared file: made of words, or checked to be worth something.

Anybody who has the file can try passphrases on it for ever, so a short one is refused.
"""

import re
import secrets
import unicodedata
from importlib import resources
from pathlib import Path

from netreport.errors import UsageError
from netreport.sources.key import refuse_open

WORDS = 6  # of 2,048: 66 bits
SHORTEST = 12  # letters
MOST_BYTES = 1024
_BLANKS = re.compile(r"[ \t\r\n]+")


def made() -> str:
    """Give six words, each drawn evenly from 2,048."""
    words = (resources.files(__package__) / "words.txt").read_text("ascii").split()
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def settled(typed: str) -> str:
    """Give a passphrase as both sides take it: however it was typed, and with single blanks.

    Raises UsageError if it is so short that it protects nothing.
    """
    passphrase = _BLANKS.sub(" ", unicodedata.normalize("NFKC", typed)).strip(" ")
    if len(passphrase) < SHORTEST or len(set(passphrase)) < SHORTEST // 2:
        raise UsageError(
            f"a passphrase needs {SHORTEST} letters or more, and not always the same: whoever "
            "has the file can guess for years",
            remedy="take six words that do not belong together, or let netreport make them",
        )
    return passphrase


def read(file: Path) -> str:
    """Read the passphrase from a file of one line.

    Raises UsageError if there is none in it, PrivacyError if others may read the file.
    """
    if not file.is_file():
        raise UsageError(
            f"there is no file {file}", remedy="write the passphrase into it, or use --passphrase"
        )
    refuse_open(file)
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        text = data.decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        text = ""
    if not text or len(text.splitlines()) > 1 or len(data) > MOST_BYTES:
        raise UsageError(
            f"{file.name} holds no passphrase",
            remedy="write the passphrase into it as one line of UTF-8 text",
        )
    return settled(text)
