"""A whole document behind a passphrase; what the file says before is the same for every report.

Inside: the document under gzip, filled up to a round size, sealed with AES-256-GCM under a key
that PBKDF2 makes of the passphrase. The reader's own browser does the same in reverse.
"""

import gzip
import hashlib
import os
from base64 import b64encode
from html import escape
from string import Template
from types import ModuleType

from netreport.delivery.sharing.single import part, policy, script, style
from netreport.errors import UsageError

FORM = "netreport-locked/1"
ROUNDS = 1_000_000  # of PBKDF2-SHA256: a quarter of a second of a computer, for each guess too
SALT, NONCE, KEY = 16, 12, 32  # bytes
STEP = 256 * 1024  # bytes: sizes are told in steps of this only
LENGTH = 4  # bytes that say how much of the rest is the document


def locked(html: str, passphrase: str, rounds: int = ROUNDS) -> str:
    """Give a document that shows `html` in its own place to whoever types the passphrase.

    `html` may run and wear what its elements hold, as its own policy says. Raises UsageError if
    the package `cryptography` is not installed.
    """
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, rounds, KEY)
    sealed = cipher().AESGCM(key).encrypt(nonce, filled(html), FORM.encode())
    look, unlock = style(part("locked.css")), script(part("js/unlock.js"))
    return Template(part("locked.html")).substitute(
        policy=policy(look + unlock + html),
        style=look,
        form=escape(FORM),
        rounds=rounds,
        salt=b64encode(salt).decode(),
        nonce=b64encode(nonce).decode(),
        sealed=b64encode(sealed).decode(),
        script=unlock,
    )


def filled(html: str) -> bytes:
    """Give the length of the packed document, the document, and nothing up to a whole step."""
    packed = gzip.compress(html.encode(), compresslevel=9, mtime=0)
    bare = len(packed).to_bytes(LENGTH, "big") + packed
    return bare + bytes(-len(bare) % STEP)


def cipher() -> ModuleType:
    """Give the part of `cryptography` that seals; it is not part of every installation."""
    try:
        from cryptography.hazmat.primitives.ciphers import aead  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            "a passphrase needs the package cryptography, which is not installed",
            remedy="pip install cryptography, or share the file without a passphrase",
        ) from None
    return aead
