"""The key that joins tables: the profile slug, and its stand-in where there are no addresses.

Takes addresses and names as LinkedIn and other programs write them, gives keys and addresses.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes

_PROFILE = re.compile(
    r"(?:(?:https?:)?//)?(?:[a-z0-9-]+\.)*linkedin\.com(?::\d+)?/in/([^/?#]+)", re.IGNORECASE
)
_NO_SLUG = re.compile(r"[\x00-\x20\x7f/?#\\]|^\.+$")


@lru_cache(maxsize=2**16)
def slug_of(url: str) -> str | None:
    """Give the slug of a profile address: decoded, in NFC, case folded; None for anything else.

    A missing scheme, `http`, other sub-domains, a trailing slash and a query make no difference.
    """
    found = _PROFILE.match(url.strip())
    if found is None:
        return None
    written = found.group(1)
    if written.isascii() and "%" not in written:
        slug = written.lower()
    else:
        slug = _folded(_decoded(written))
    return None if not slug or _NO_SLUG.search(slug) else slug


def profile_url(slug: str) -> str:
    """Give the address of a profile, rebuilt from its slug; nothing else of the slug survives."""
    plain = slug.isascii() and slug.replace("-", "").isalnum()
    return f"https://www.linkedin.com/in/{slug if plain else quote(slug, safe='')}"


def unaddressed(name: str, day: date | None) -> str:
    """Give the key of somebody without a profile address, `name:<folded name>|<day>`.

    It is as unique as name and day are: who keeps a table of them numbers the repeats.
    """
    return f"name:{folded_name(name)}|{day or ''}"


def folded_name(name: str) -> str:
    """Give a name as it is compared: in NFC, case folded, single blanks, none outside."""
    return " ".join(_folded(name).split())


def _decoded(written: str) -> str:
    """Undo percent encoding; an empty text where the bytes are no UTF-8."""
    try:
        return unquote_to_bytes(written).decode("utf-8")
    except UnicodeError:
        return ""


def _folded(text: str) -> str:
    """Case folding can undo NFC, so compose once more."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return unicodedata.normalize("NFC", composed)
