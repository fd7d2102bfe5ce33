"""The country of an e-mail address: takes the address, gives a clue or nothing.

Providers whose boxes anybody may have, and country domains that are sold as something else
(".io", ".ai"), say nothing.
"""

import re
from collections.abc import Sequence
from functools import cache

from netreport.facts.regions.atlas import EVERYWHERE
from netreport.facts.regions.evidence import Clue, Source
from netreport.facts.regions.tables import lines

CONFIDENCE = 0.9

_SECOND_LEVELS = frozenset({"ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org"})
_ADDRESS = re.compile(r"[^@\s]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)


def clue(email: str) -> Clue | None:
    """Give the country under whose letters the address's domain stands."""
    address = _ADDRESS.fullmatch(email.strip())
    if address is None:
        return None
    domain = address[1]
    labels = domain.casefold().split(".")
    country = "GB" if labels[-1] == "uk" else labels[-1].upper()
    if labels[-1] in _generic() or _registered(labels) in _free_mail():
        return None
    if country not in EVERYWHERE:
        return None
    countries = frozenset({country})
    words = domain[domain.rindex(".") :]
    return Clue(countries, countries, True, words, Source.EMAIL, CONFIDENCE)


def _registered(labels: Sequence[str]) -> str:
    """Give the label that somebody registered: "example" in mail.example.co.uk."""
    second = len(labels) > 2 and labels[-2] in _SECOND_LEVELS  # noqa: PLR2004 - name.co.uk
    return labels[-3] if second else labels[-2]


@cache
def _generic() -> frozenset[str]:
    return frozenset(lines("mail_domains.txt"))


@cache
def _free_mail() -> frozenset[str]:
    return frozenset(lines("free_mail.txt"))
