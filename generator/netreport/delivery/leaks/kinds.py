"""What can leak, and how a leak is told without leaking it again."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is, in the words of a refusal."""

    EMAIL = "e-mail address"
    PROFILE = "profile address"
    PHONE = "phone number"
    NAME = "full name"
    RARE = "rare name"
    COMPANY = "company"
    POSITION = "job title"
    PAIR = "company and job title"
    TEXT = "words of a message or note"
    DIGEST = "hash of an address"
    LINK = "link from a message"
    OPAQUE = "contents that cannot be looked into"


ALWAYS = frozenset({Kind.EMAIL, Kind.PHONE, Kind.LINK, Kind.TEXT, Kind.DIGEST, Kind.OPAQUE})
"""What no reader may see, not even a coach who sees names."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One token in one file of a site; `masked` tells whom it is about only to who knows."""

    file: str
    kind: Kind
    masked: str

    def __str__(self) -> str:
        """Give the line of a refusal."""
        return f"{self.file}: {self.kind} {self.masked}".rstrip()


def masked(text: str) -> str:
    """Give the first letter of every word: "Zoë Beispiel" becomes "Z… B…"."""
    return " ".join(f"{word[0]}…" for word in text.split())


def masked_address(email: str) -> str:
    """Give the first letters before and behind the "@": "z…@e…"."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}…@{domain[:1]}…"


def masked_path(path: str) -> str:
    """Give a path whose own names leak: "people/zoe-beispiel.html" becomes "p…/z….html"."""
    *folders, name = path.split("/")
    ending = name[name.rindex(".") :] if "." in name[1:] else ""
    return "/".join([*(f"{folder[:1]}…" for folder in folders), f"{name[:1]}…{ending[:5]}"])
