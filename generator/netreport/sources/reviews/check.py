"""The check of a review: CRC-32 over everything that it says, as its page worked it out.

It finds a file that was changed by accident or by hand. It is no signature and keeps nobody out.
"""

import zlib
from collections.abc import Iterable, Mapping

HEAD = ("form", "build", "seal", "export", "by", "saved")
ROW = ("id", "seen", "called", "stance", "comment", "at")
_FIELD, _ROW = "\x1f", "\x1e"


def check_of(head: Mapping[str, str], rows: Iterable[Mapping[str, str]]) -> str:
    """Give the check as 8 hexadecimal digits."""
    lines = [_FIELD.join(head[key] for key in HEAD)]
    lines += [_FIELD.join(row[key] for key in ROW) for row in rows]
    return f"{zlib.crc32(_ROW.join(lines).encode()):08x}"
