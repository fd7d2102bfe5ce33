"""An export as LinkedIn sends it: names and bytes of the members of a ZIP.

Nothing is extracted. The directory is read by `zipfile`; every member's own header is held
against it, and its bytes are inflated here under counted limits. What does not agree is refused.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from netreport.errors import ExportError, NetreportError
from netreport.sources.export.limits import (
    ARCHIVE_BYTES,
    FRESH,
    MEMBER_BYTES,
    RATIO,
    RATIO_COUNTS_FROM,
    refuse_crowd,
    refuse_repeats,
    safe_name,
    too_large,
)

_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_LONGEST_COMMENT = 0xFFFF
_DIRECTORY_BYTES = 4 * 1024**2  # 2,000 entries need a tenth of it
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800
_IN_EXTRA = 0xFFFFFFFF
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED


class _Header(NamedTuple):
    """What stands in front of a member, field by field."""

    signature: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    packed: int
    size: int
    name_length: int
    extra_length: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One member: what the directory says of it, and where its bytes lie."""

    info: zipfile.ZipInfo
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zipped:
    """The members of an open ZIP, by name, with forward slashes."""

    stream: BinaryIO
    entries: Mapping[str, Entry]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names, sorted."""
        return tuple(self.entries)

    def read(self, name: str, most: int) -> bytes:
        """Give the bytes of a member. Raises ExportError past `most` bytes or a limit."""
        entry = self.entries[name]
        self.stream.seek(entry.start)
        packed = self.stream.read(entry.end - entry.start)
        ratio = max(RATIO_COUNTS_FROM, RATIO * len(packed))
        content = _unpacked(packed, entry.info.compress_type, min(most, MEMBER_BYTES, ratio))
        if len(content) != entry.info.file_size or zlib.crc32(content) != entry.info.CRC:
            raise _damaged()
        return content


def open_zip(path: Path, stream: BinaryIO) -> Zipped:
    """List a ZIP. Raises ExportError for one that is torn, locked, or says two things at once."""
    if path.stat().st_size > ARCHIVE_BYTES:
        raise too_large(path.name)
    try:
        return Zipped(stream, _entries(stream))
    except NetreportError:
        raise
    except Exception as error:
        raise _damaged() from error


def _entries(stream: BinaryIO) -> dict[str, Entry]:
    _check_directory_size(stream)
    archive = zipfile.ZipFile(stream)
    refuse_crowd(len(archive.infolist()))
    entries = [_entry(stream, info) for info in archive.infolist()]
    _refuse_overlap(entries, archive.start_dir)
    named = [(_name(entry.info), entry) for entry in entries]
    files = sorted(((name, entry) for name, entry in named if not entry.info.is_dir()), key=_first)
    refuse_repeats(name for name, _ in files)
    return dict(files)


def _first(pair: tuple[str, Entry]) -> str:
    return pair[0]


def _check_directory_size(stream: BinaryIO) -> None:
    """Refuse a directory too large to be honest before `zipfile` loads all of it."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = stream.read()
    place = tail.rfind(b"PK\5\6")
    if place < 0:
        raise _damaged()
    length = _END.unpack_from(tail, place)[5]
    if length > _DIRECTORY_BYTES:
        raise too_large("the ZIP's list of files")


def _entry(stream: BinaryIO, info: zipfile.ZipInfo) -> Entry:
    """Hold a member's own header against the directory."""
    _refuse_odd(info)
    _refuse_bomb(info)
    stream.seek(info.header_offset)
    header = _Header._make(_LOCAL.unpack(stream.read(_LOCAL.size)))
    if not _agrees(header, stream.read(header.name_length), info):
        raise ExportError("the ZIP's list of files is not what it holds", remedy=FRESH)
    start = info.header_offset + _LOCAL.size + header.name_length + header.extra_length
    return Entry(info, start, start + info.compress_size)


def _refuse_odd(info: zipfile.ZipInfo) -> None:
    """Refuse a member that is locked, packed otherwise than LinkedIn packs, or no file."""
    if info.flag_bits & _ENCRYPTED:
        raise ExportError(
            "the ZIP is locked with a password", remedy="give the ZIP that LinkedIn sent, unlocked"
        )
    if info.compress_type not in (_STORED, _DEFLATED):
        raise ExportError("the ZIP is packed in a way LinkedIn does not use", remedy=FRESH)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ExportError("the ZIP holds a link or a device where files belong", remedy=FRESH)


def _agrees(header: _Header, name: bytes, info: zipfile.ZipInfo) -> bool:
    encoding = "utf-8" if info.flag_bits & _UTF8 else "cp437"
    same = (
        header.signature == b"PK\3\4"
        and header.method == info.compress_type
        and not (header.flags ^ info.flag_bits) & (_ENCRYPTED | _UTF8)
        and name == info.orig_filename.encode(encoding)
    )
    if header.flags & _SIZES_FOLLOW:
        return same
    sizes = ((header.packed, info.compress_size), (header.size, info.file_size))
    return (
        same
        and header.checksum == info.CRC
        and all(own in (told, _IN_EXTRA) for own, told in sizes)
    )


def _refuse_bomb(info: zipfile.ZipInfo) -> None:
    """Refuse by what the directory admits; what it hides is counted while reading."""
    ratio = max(RATIO_COUNTS_FROM, RATIO * info.compress_size)
    if info.file_size > min(MEMBER_BYTES, ratio):
        raise too_large("a file in the ZIP")


def _refuse_overlap(entries: Iterable[Entry], directory: int) -> None:
    """Refuse members that share bytes with each other or with the directory."""
    free = 0
    for entry in sorted(entries, key=lambda entry: entry.info.header_offset):
        if entry.info.header_offset < free:
            raise ExportError("files in the ZIP lie one over the other", remedy=FRESH)
        free = entry.end
    if free > directory:
        raise _damaged()


def _name(info: zipfile.ZipInfo) -> str:
    """Give a member's name; archivers that forget the UTF-8 mark are common."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeDecodeError):  # it was an old code page after all
            name = name.encode("cp437").decode("utf-8")
    return safe_name(name)


def _unpacked(packed: bytes, method: int, most: int) -> bytes:
    content = packed if method == _STORED else _inflated(packed, most)
    if len(content) > most:
        raise too_large("a file in the ZIP")
    return content


def _inflated(packed: bytes, most: int) -> bytes:
    """Inflate until one byte past `most`: nobody believes how long it says it is."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, most + 1)
    except zlib.error as error:
        raise _damaged() from error
    whole = inflater.eof and not inflater.unused_data
    if len(content) <= most and not whole:
        raise _damaged()
    return content


def _damaged() -> ExportError:
    return ExportError("the ZIP is torn or damaged", remedy=f"download it once more, or {FRESH}")
