"""One network as one file: a seal over the rest, what is no table as JSON, the tables as IPC.

The seal is checked before anything is parsed, so that a torn or foreign file is just no entry.
"""

import hashlib
import os
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl
from pydantic import TypeAdapter

from netreport.model.network import Counts, FileReport, Issue, Network, Owner
from netreport.model.tables import Table
from netreport.sources.cache.keys import Key

PATTERNS = ("*.network", "*.network-new")
_MAGIC = b"netreport network 1\n"
_LENGTH = struct.Struct(">Q")
_SEAL = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class _Header:
    """A network without its tables, of which only the sizes in bytes stand here, in order."""

    key: Key
    as_of: date
    owner: Owner
    files: tuple[FileReport, ...]
    issues: tuple[Issue, ...]
    counts: Mapping[Table, Counts]
    fingerprint: str
    source: str
    sizes: Mapping[Table, int]


_HEADER = TypeAdapter(_Header)


def load(folder: Path, key: Key) -> Network | None:
    """Give the network that was stored under this key, or None."""
    path = folder / key.file
    with suppress(OSError, ValueError, struct.error, pl.exceptions.PolarsError):
        if path.is_file():  # a pipe would be waited for
            return _unpacked(path.read_bytes(), key)
    return None


def store(folder: Path, key: Key, network: Network) -> None:
    """Store a network; whoever reads meanwhile sees all of it or nothing.

    Where it cannot be stored there will be no entry, which hurts nobody.
    """
    with suppress(OSError, ValueError, pl.exceptions.PolarsError):
        _make_private(folder)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".network-new")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(_packed(key, network))
            Path(name).replace(folder / key.file)
        finally:
            Path(name).unlink(missing_ok=True)


def _make_private(folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)


def _packed(key: Key, network: Network) -> Iterator[bytes]:
    tables = {table: _ipc(frame) for table, frame in network.tables.items()}
    header = _HEADER.dump_json(
        _Header(
            key=key,
            as_of=network.as_of,
            owner=network.owner,
            files=network.files,
            issues=network.issues,
            counts=network.counts,
            fingerprint=network.fingerprint,
            source=network.source,
            sizes={table: len(content) for table, content in tables.items()},
        )
    )
    parts = (_LENGTH.pack(len(header)), header, *tables.values())
    yield _MAGIC
    yield _seal(parts)
    yield from parts


def _unpacked(content: bytes, key: Key) -> Network | None:
    body = memoryview(content)[len(_MAGIC) + _SEAL :]
    seal = content[len(_MAGIC) : len(_MAGIC) + _SEAL]
    if not content.startswith(_MAGIC) or _seal([body]) != seal:
        return None
    (length,) = _LENGTH.unpack_from(body)
    start = _LENGTH.size + length
    header = _HEADER.validate_json(bytes(body[_LENGTH.size : start]), strict=True)
    return _network(header, body[start:]) if header.key == key else None


def _network(header: _Header, body: memoryview) -> Network:
    tables, start = {}, 0
    for table, size in header.sizes.items():
        tables[table] = pl.read_ipc(BytesIO(body[start : start + size]))
        start += size
    return Network(
        tables=tables,
        as_of=header.as_of,
        owner=header.owner,
        files=header.files,
        issues=header.issues,
        counts=header.counts,
        fingerprint=header.fingerprint,
        source=header.source,
    )


def _ipc(frame: pl.DataFrame) -> bytes:
    stream = BytesIO()
    frame.write_ipc(stream, compression="zstd")
    return stream.getvalue()


def _seal(parts: Iterable[bytes | memoryview]) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.digest()
