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
    if not os.path.lexists(target):
        new.rename(target)
    elif _swapped(new, target):
        shutil.rmtree(new, ignore_errors=True)
    else:
        aside = _aside(new, target)
        try:
            target.rename(aside)
            new.rename(target)
        except BaseException:
            put_back(new, target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def put_back(new: Path, target: Path) -> None:
    """Undo an exchange that stopped halfway: what stood at `target` stands there again.

    Raises OSError where the system refuses.
    """
    aside = _aside(new, target)
    if aside.is_dir() and not os.path.lexists(target):
        aside.rename(target)


def _aside(new: Path, target: Path) -> Path:
    """Give where the old folder waits while the new one takes its place."""
    return new.with_name(f"{target.name}.old")


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
