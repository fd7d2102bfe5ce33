"""Files as the texts in them, however they are packed: decompressed, unzipped, read as text.

Takes bytes, gives a `Looked`. What cannot be looked into is said, never passed over; of a picture,
which only its owner can have put there, what is written beside the picture is read.
"""

import bz2
import gzip
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from netreport.delivery.leaks import decoding

DEEPEST = 6  # boxes within boxes
LARGEST = 256 * 2**20  # bytes of one unpacked file
_PACKED = (EOFError, OSError, ValueError, lzma.LZMAError, zipfile.BadZipFile, zlib.error)
_ZLIB = tuple(bytes((0x78, level)) for level in (0x01, 0x5E, 0x9C, 0xDA))
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\0\0\1\0")
_LATE_PICTURES = frozenset({b"ftypavif", b"ftypheic"})
_LEGIBLE = re.compile(rb"(?:[\t\x20-\x7e]|[\xc3-\xcb][\x80-\xbf]){8,}")
_LATIN = frozenset(b"\t\n\r\f" + bytes(range(32, 127)) + bytes(range(160, 256)))
_WIDE = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"))
_MARKS = (*_WIDE, (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file: its texts in every reading, bytes that may be hashes, secrets.

    `opaque`: something in it is no text and nothing that can be unpacked.
    """

    texts: frozenset[str]
    raw: frozenset[bytes] = frozenset()
    opaque: bool = False


def looked(data: bytes, depth: int = DEEPEST) -> Looked:
    """Look into bytes, and into whatever is packed or spelled out within them."""
    if (found := _unpacked(data)) is not None:
        return _together(found, depth)
    if data.startswith(_PICTURES) or data[4:12] in _LATE_PICTURES:
        return read("\n".join(run.decode() for run in _LEGIBLE.findall(data)), depth)
    text = as_text(data)
    return Looked(frozenset(), opaque=True) if text is None else read(text, depth)


def read(text: str, depth: int = DEEPEST) -> Looked:
    """Read a text in every way, and what is spelled out in base64 or hexadecimal within it."""
    readings = decoding.readings(text)
    texts, raw = set(readings), set[bytes]()
    for inner in decoding.spelled(readings):
        found = _inside(inner, depth - 1)
        if found.texts:
            texts |= found.texts
        raw |= found.raw or {inner}
    return Looked(frozenset(texts), frozenset(raw))


def as_text(data: bytes) -> str | None:
    """Give bytes as text, or None where they are none."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    for name in (encoding, *_wide(data)):
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    return data.decode("latin-1") if _LATIN.issuperset(data) else None


def _inside(data: bytes, depth: int) -> Looked:
    """Look into bytes that may be nothing: what is no text then is no secret, but chance."""
    if depth <= 0:
        return Looked(frozenset())
    if (found := _unpacked(data)) is not None:
        return _together(found, depth)
    text = as_text(data)
    if text is None or not decoding.speaks(text):
        return Looked(frozenset())
    return read(text, depth)


def _together(files: Mapping[str, bytes | None], depth: int) -> Looked:
    if depth <= 0:
        return Looked(frozenset(), opaque=True)
    names = [decoding.readings(name) for name in files if name]
    parts = [
        Looked(frozenset(), opaque=True) if data is None else looked(data, depth - 1)
        for data in files.values()
    ]
    return Looked(
        frozenset().union(*names, *(part.texts for part in parts)),
        frozenset().union(*(part.raw for part in parts)),
        any(part.opaque for part in parts),
    )


def _unpacked(data: bytes) -> Mapping[str, bytes | None] | None:
    """Give what is packed in the bytes, by name; None for a file too large or under a password."""
    if data.startswith(b"PK\x03\x04"):
        return _unzipped(data)
    if not data.startswith(_STARTS):
        return None
    for starts, unpack in _UNPACKERS:
        if data.startswith(starts):
            try:
                return {"": unpack(data)}
            except _PACKED:
                return {"": None} if starts is not _ZLIB else None
    return None


def _unzipped(data: bytes) -> Mapping[str, bytes | None]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = {"": archive.comment} if archive.comment else {}
            return told | dict(_members(archive))
    except _PACKED:
        return {"": None}


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes | None]]:
    for one in archive.infolist():
        try:
            with archive.open(one) as opened:
                yield one.filename, _limited(opened.read(LARGEST + 1))
        except (*_PACKED, RuntimeError, NotImplementedError):
            yield one.filename, None


def _limited(data: bytes) -> bytes | None:
    return data if len(data) <= LARGEST else None


def _streamed(opener: Callable[[io.BytesIO], io.BufferedIOBase]) -> Callable[[bytes], bytes | None]:
    def unpack(data: bytes) -> bytes | None:
        with opener(io.BytesIO(data)) as stream:
            return _limited(stream.read(LARGEST + 1))

    return unpack


def _inflated(data: bytes) -> bytes | None:
    return _limited(zlib.decompressobj().decompress(data, LARGEST + 1))


_UNPACKERS: tuple[tuple[tuple[bytes, ...], Callable[[bytes], bytes | None]], ...] = (
    ((b"\x1f\x8b",), _streamed(lambda raw: gzip.GzipFile(fileobj=raw))),
    ((b"BZh",), _streamed(bz2.BZ2File)),
    ((b"\xfd7zXZ\0",), _streamed(lzma.LZMAFile)),
    (_ZLIB, _inflated),
)
_STARTS = tuple(start for starts, _ in _UNPACKERS for start in starts)


def _wide(data: bytes) -> tuple[str, ...]:
    """Guess a wide encoding without a mark: every other byte of Latin text is zero."""
    if not data or b"\0" not in data:
        return ()
    return (
        ("utf-16-le", "utf-16-be")
        if data[1::2].count(0) >= data[::2].count(0)
        else (
            "utf-16-be",
            "utf-16-le",
        )
    )
