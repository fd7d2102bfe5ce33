"""One folder takes another's place in a single step, where the system can do that."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD, _LINUX_EXCHANGE, _MAC_SWAP = -100, 2, 2


def exchange(new: Path, target: Path) -> None:
    """Put the folder `new` where `target` is; what stood at `target` is gone afterwards.

    Raises OSError where the system refuses. On Linux and macOS there is no moment without a
    whole folder at `target`.
    """
    if not target.exists():
        new.rename(target)
    elif _swapped(new, target):
        shutil.rmtree(new)
    else:
        old = new.with_name("old")
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old)


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders atomically; False where the system has no such call."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, _MAC_SWAP)
        else:
            failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _LINUX_EXCHANGE)
    except (AttributeError, OSError, TypeError):
        return False
    return not failed
