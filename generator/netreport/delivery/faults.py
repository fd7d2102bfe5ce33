"""What the system says when a file cannot be written, in words and with a remedy."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from netreport.errors import OutputError


@contextmanager
def explained(name: str, option: str) -> Iterator[None]:
    """Turn what the system refuses into an OutputError; `option` is what names another place.

    An OSError that only a bug can cause passes as it is.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _REASONS:
            raise
        problem, remedy = _REASONS[error.errno]
        raise OutputError(
            f"{name} cannot be written: {problem}", remedy=remedy.format(option)
        ) from error


_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space and run it again"),
    errno.EDQUOT: ("your quota of disk space is used up", "free some space and run it again"),
    errno.EROFS: ("the disk is read-only", "name a place elsewhere with {}"),
    errno.EACCES: ("there is no permission", "name another place with {}"),
    errno.EPERM: ("there is no permission", "name another place with {}"),
    errno.ENOTDIR: ("a folder above it is a file", "name another place with {}"),
    errno.EEXIST: ("a folder above it is a file", "name another place with {}"),
    errno.ENAMETOOLONG: ("its name is too long", "name another place with {}"),
    errno.EIO: ("the disk reports an error", "check the disk, or name a place elsewhere"),
}
