"""Addresses behind a hash: whoever has a list of addresses finds out whose it is.

A pseudonym with the workspace's key is no such hash: nobody else can compute it.
"""

import hashlib
from collections.abc import Iterable, Iterator

import polars as pl

from netreport.model.slugs import profile_url

HASHES = (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512, hashlib.blake2b)
CUT = 6  # bytes; a hash that is cut shorter meets another one by chance
_DIGITS = rf"[0-9a-fA-F]{{{2 * CUT},}}"
_MOST = 128  # digits of the longest hash


def hashed(texts: Iterable[str], raw: Iterable[bytes]) -> set[bytes]:
    """Give the first CUT bytes of everything in a file that may be a hash."""
    found = pl.Series(list(texts), dtype=pl.String).str.extract_all(_DIGITS).explode().drop_nulls()
    digits = found.filter(found.str.len_bytes() <= _MOST).str.head(2 * CUT).unique()
    return {bytes.fromhex(token) for token in digits} | {
        data[:CUT] for data in raw if len(data) >= CUT
    }


def of(secrets: Iterable[str]) -> Iterator[tuple[bytes, str]]:
    """Give the first CUT bytes of every usual hash of addresses, and which address it is."""
    for secret in secrets:
        for way in _ways(secret):
            written = way.encode()
            for hashing in HASHES:
                yield hashing(written, usedforsecurity=False).digest()[:CUT], secret


def _ways(secret: str) -> Iterable[str]:
    if "@" in secret:
        return {secret, secret.lower()}
    address = profile_url(secret)
    return (secret, address, f"{address}/")
