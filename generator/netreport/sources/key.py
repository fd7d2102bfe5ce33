"""The workspace's secret, with which pseudonyms are made and ids cannot be guessed."""

import os
import secrets
import stat
from pathlib import Path

from netreport.errors import OutputError, PrivacyError

BYTES = 32


def read(path: Path) -> bytes:
    """Give the secret, or nothing where the workspace has none yet.

    Raises PrivacyError for a key that others may read, or that is none.
    """
    if not path.exists():
        return b""
    refuse_open(path)
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != BYTES:
        raise PrivacyError(
            f"{path.name} is no key of netreport",
            remedy="remove the file to get a new one; pseudonyms will be others then",
        )
    return key


def make(path: Path) -> bytes:
    """Give the secret, made now if there is none. Raises OutputError if it cannot be written."""
    if path.exists():
        return read(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as opened:
            opened.write(secrets.token_hex(BYTES) + "\n")
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror})", remedy="check the folder's permissions"
        ) from error
    return read(path)


def refuse_open(path: Path) -> None:
    """Raise PrivacyError for a file with a secret that other users of this computer may read."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise PrivacyError(
            f"other people on this computer may read {path.name}",
            remedy=f"take that right away with: chmod 600 {path}",
        )
