"""Writes ZIPs byte by byte, also such as no honest program writes."""

import struct
import zlib
from dataclasses import dataclass

STORED, DEFLATED = 0, 8
UTF8, ENCRYPTED, SIZES_FOLLOW = 0x800, 0x1, 0x8
LINK, DEVICE = 0o120777 << 16, 0o020666 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """One member; what is None is written as it ought to be.

    `listed_...` is what the directory says where it does not say what the member does.
    `again`: the directory lists the member of this number once more, under this one's name.
    """

    name: str
    content: bytes = b""
    method: int = DEFLATED
    flags: int = UTF8
    attributes: int = 0
    packed: bytes | None = None
    checksum: int | None = None
    size: int | None = None
    raw_name: bytes | None = None
    listed_name: bytes | None = None
    listed_size: int | None = None
    listed_packed: int | None = None
    listed_checksum: int | None = None
    listed_method: int | None = None
    again: int | None = None


def zipped(*members: Member, after: bytes = b"", directory_size: int | None = None) -> bytes:
    """Give the bytes of a ZIP with these members, and with `after` behind it."""
    body, directory, offsets = b"", b"", []
    for member in members:
        if member.again is None:
            offsets.append(len(body))
            body += _local(member)
            offset = offsets[-1]
        else:
            offset = offsets[member.again]
        directory += _listed(member, offset)
    size = len(directory) if directory_size is None else directory_size
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(members), len(members), size, len(body), 0)
    return body + directory + end + after


def deflated(content: bytes) -> bytes:
    """Give the bytes as a ZIP packs them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _packed(member: Member) -> bytes:
    if member.packed is not None:
        return member.packed
    return deflated(member.content) if member.method == DEFLATED else member.content


def _fields(member: Member) -> tuple[int, int, int]:
    checksum = zlib.crc32(member.content) if member.checksum is None else member.checksum
    size = len(member.content) if member.size is None else member.size
    return checksum, len(_packed(member)), size


def _name(member: Member) -> bytes:
    return member.name.encode() if member.raw_name is None else member.raw_name


def _local(member: Member) -> bytes:
    name, fields = _name(member), _fields(member)
    if member.flags & SIZES_FOLLOW:
        fields = (0, 0, 0)
    head = (20, member.flags, member.method, 0, 0x5AD2, *fields, len(name), 0)
    return struct.pack("<4s5H3I2H", b"PK\3\4", *head) + name + _packed(member)


def _listed(member: Member, offset: int) -> bytes:
    name = _name(member) if member.listed_name is None else member.listed_name
    listed = (member.listed_checksum, member.listed_packed, member.listed_size)
    fields = (
        own if told is None else told for own, told in zip(_fields(member), listed, strict=True)
    )
    method = member.method if member.listed_method is None else member.listed_method
    head = (0x0314, 20, member.flags, method, 0, 0x5AD2, *fields, len(name))
    tail = (0, 0, 0, 0, member.attributes, offset)
    return struct.pack("<4s6H3IH", b"PK\1\2", *head) + struct.pack("<4H2I", *tail) + name
