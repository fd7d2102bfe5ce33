"""What this process has taken so far. Windows does not tell the memory of a process in this way."""

import sys
import time


def computing() -> float:
    """Give the seconds of computing, of all threads together."""
    return time.process_time()


def peak() -> int | None:
    """Give the most memory in bytes, or None where the system does not tell."""
    try:
        from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415 - Windows has no such module
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return getrusage(RUSAGE_SELF).ru_maxrss * unit
