"""Bytes of a file become UTF-8 text without a byte order mark, or the file is refused.

LinkedIn writes UTF-8, in some years UTF-16 with a mark. Everything else says that another program
saved the file again. Nothing is ever replaced: a file that is no text of a known kind is refused.
"""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netreport.errors import ExportError
from netreport.model.network import Issue

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PIECE = 2**20  # bytes
AS_SENT = "take the file as LinkedIn sent it"


class Unreadable(Exception):  # noqa: N818 - it is a fate of one file, not an error of the run
    """One file cannot be read; the others can. `reason` goes on from the file's name."""

    def __init__(self, reason: str, *, remedy: str = AS_SENT) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


class RuinedError(ExportError):
    """So much of one file is bad that the rest of it cannot be trusted.

    Stops the run where the report rests on that file. `reason` stands without the file's name;
    `issues` are those of its rows. `line`: where it begins; 0 is the whole file.
    """

    def __init__(
        self, name: str, reason: str, *, line: int = 0, issues: tuple[Issue, ...] = ()
    ) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(f"{place}: {reason}", remedy=AS_SENT)
        self.reason = f"line {line}: {reason}" if line else reason
        self.issues = issues


@dataclass(frozen=True, slots=True)
class Text:
    """A file as text. `content` is UTF-8; `resaved`: its encoding shows another program's hand."""

    name: str
    content: bytes
    resaved: bool = False
    issues: tuple[Issue, ...] = ()

    def lines(self) -> Iterator[str]:
        """Give the lines with their ends, which are left as they are."""
        return map(bytes.decode, self.stream())

    def stream(self) -> io.BytesIO:
        """Give the bytes to be read line by line; they are not copied."""
        return io.BytesIO(self.content)


def decoded(name: str, content: bytes) -> Text:
    """Tell the encoding from the bytes. Raises Unreadable for an empty file and for no text."""
    if not content or content.isspace():
        raise Unreadable("is empty")
    if content.startswith(_WORKBOOKS):
        raise Unreadable(
            "is a spreadsheet workbook, not CSV", remedy=f"save it as CSV UTF-8, or {AS_SENT}"
        )
    text = _text(name, content)
    if b"\0" in text.content:
        raise Unreadable("is no text")
    if b"\r" in text.content and b"\n" not in text.content:
        return replace(text, content=text.content.replace(b"\r", b"\n"))
    return text


def _text(name: str, content: bytes) -> Text:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Text(name, _from_utf16(content))
    if content.startswith(codecs.BOM_UTF8):
        content = content[len(codecs.BOM_UTF8) :]
        return Text(name, content, resaved=True) if _is_utf8(content) else _western(name, content)
    return Text(name, content) if _is_utf8(content) else _western(name, content)


def _from_utf16(content: bytes) -> bytes:
    try:
        return content.decode("utf-16").encode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("starts as UTF-16 and is not") from None


def _is_utf8(content: bytes) -> bool:
    """Check piece by piece: an emoji would blow a text of all of it up to four times the size."""
    decoder, whole = codecs.getincrementaldecoder("utf-8")(), memoryview(content)
    try:
        for start in range(0, len(content), _PIECE):
            decoder.decode(whole[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _western(name: str, content: bytes) -> Text:
    """Read a file that is no UTF-8 as Windows-1252, which Excel writes, and say so."""
    line = _first_line_not_utf8(content)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(f"is neither UTF-8 nor Windows-1252 in line {line}") from None
    told = f"is not UTF-8: another program saved it again; read as Windows-1252; {AS_SENT}"
    return Text(name, text.encode("utf-8"), resaved=True, issues=(Issue(name, line, told),))


def _first_line_not_utf8(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 0
