"""Profile addresses as each file writes them."""

from urllib.parse import quote

_PROFILES = "https://www.linkedin.com/in/"


def encoded(slug: str) -> str:
    """Give the address as Connections writes it: other letters percent-encoded, upper-case hex."""
    return _PROFILES + quote(slug, safe="")


def raw(slug: str) -> str:
    """Give the address as Invitations, messages and Notes write it; nothing for no slug."""
    return _PROFILES + slug if slug else ""


def without_scheme(slug: str) -> str:
    """Give the address as the endorsement files write it."""
    return f"www.linkedin.com/in/{slug}"
