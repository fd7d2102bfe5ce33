"""A file of the owner's is written anew: whole, or not at all."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from netreport.errors import OutputError

MARK = "\ufeff"  # tells a spreadsheet that the file is UTF-8


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file; nobody ever sees half of it.

    Raises OutputError if that cannot be done; what stood there still stands.
    """
    target = path.resolve()  # a link stays a link
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _refused(path, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(handle)
        if target.exists():
            shutil.copymode(target, name)
        Path(name).replace(target)
    except OSError as error:
        raise _refused(path, error) from None
    finally:
        with suppress(OSError):  # it is where it belongs
            Path(name).unlink()


def new_file(path: Path, text: str) -> None:
    """Write a file that is not there yet; raises OutputError if it is, or cannot be written."""
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        raise OutputError(
            f"{path.name} is there already; nothing was changed",
            remedy="rename it, or name another file with --out",
        ) from None
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{path.name} cannot be written: {error.strerror}",
        remedy="close it in other programs, and check that you may write there",
    )
