"""What a build's pages carry so that a review made on them is known again.

A seal is made with the workspace's secret: a review of somebody else's report has another one, and
who got the coach's build cannot answer as the owner. Neither tells its reader anything.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from netreport.model.reviews import Role


def seals(secret: bytes) -> Mapping[Role, str]:
    """Give the seal of each role, 16 hexadecimal digits; the same secret, the same seals."""
    return {role: _hashed(f"review\0{role}", secret) for role in Role}


def mark(as_of: date, secret: bytes) -> str:
    """Give what stands for the day of an export, which a coach need not know."""
    return _hashed(f"export\0{as_of.isoformat()}", secret)


def _hashed(text: str, secret: bytes) -> str:
    return blake2b(text.encode(), key=secret, digest_size=8).hexdigest()
