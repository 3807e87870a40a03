"""Zip files written byte by byte, so that a test decides every header field.

    Member, Member, …  ->  zip_bytes()  ->  bytes

`zipfile` writes only honest archives in its own way; real writers differ (data descriptors,
stored members, comments) and hostile ones lie. Promise: the same members give the same bytes.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ENCRYPTED, DATA_DESCRIPTOR, UTF8_NAME = 0x1, 0x8, 0x800
STORED, DEFLATED = 0, 8
DOS_TIME, DOS_DATE = 0, 0x5A21  # 2025-01-01 00:00, as if every file was made then


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive. The fields after `data` are for writers with other habits, or for lies."""

    name: str
    data: bytes = b""
    stored: bool = False
    data_descriptor: bool = False
    """Sizes and checksum stand behind the data, as streaming writers put them."""
    method: int | None = None
    """The compression method declared, when it is not the true one."""
    flags: int = 0
    crc: int | None = None
    declared_size: int | None = None
    """Unpacked size in both headers, when it is not the true one."""
    directory_size: int | None = None
    """Unpacked size in the central directory only, when the two headers differ."""
    local_name: str | None = None
    """Name in the local header, when the two headers differ."""
    local_extra: bytes = b""
    central_extra: bytes = b""
    external_attributes: int = 0
    create_system: int = 0
    offset: int | None = None
    """Where the central directory says the member begins, when that is a lie (overlapping members)."""
    packed: bytes | None = None
    """The compressed bytes as they are, when `data` would be too large to hold."""
    wide: bool = False
    """Headers hold 0xFFFFFFFF for the sizes: the extra fields (zip64) tell them."""
    central_only: bool = False
    """Listed in the central directory, with no bytes of its own (another member's bytes hold it)."""


def zip_bytes(members: Iterable[Member], comment: bytes = b"", prefix: bytes = b"") -> bytes:
    """The archive; `prefix` stands before it and the offsets count it, as in a self-extracting file."""
    archive = bytearray(prefix)
    directory: list[bytes] = []
    for member in members:
        packed = _packed(member)
        offset = len(archive) if member.offset is None else member.offset
        if not member.central_only:
            archive += local_entry(member)
        directory.append(_central_header(member, packed, offset))
    start = len(archive)
    archive += b"".join(directory)
    archive += _end_record(directory, len(archive) - start, start, comment)
    return bytes(archive)


def local_entry(member: Member) -> bytes:
    """Local header, data, and the data descriptor when the member has one."""
    packed = _packed(member)
    return _local_header(member, packed) + packed + _descriptor(member, packed)


def deflate(data: bytes, level: int = 6) -> bytes:
    """Raw deflate, as zip members hold it."""
    squeezer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return squeezer.compress(data) + squeezer.flush()


def _packed(member: Member) -> bytes:
    if member.packed is not None:
        return member.packed
    return member.data if member.stored else deflate(member.data)


def _local_header(member: Member, packed: bytes) -> bytes:
    name = _name(member.local_name or member.name)
    late = member.data_descriptor
    sizes = (0, 0, 0) if late else (_crc(member), _packed_size(member, packed), _size(member))
    fixed = struct.pack(
        "<4s5H3L2H",
        b"PK\x03\x04",
        20,
        _flags(member),
        _method(member),
        DOS_TIME,
        DOS_DATE,
        *sizes,
        len(name),
        len(member.local_extra),
    )
    return fixed + name + member.local_extra


def _descriptor(member: Member, packed: bytes) -> bytes:
    if not member.data_descriptor:
        return b""
    return struct.pack("<4s3L", b"PK\x07\x08", _crc(member), len(packed), _size(member))


def _central_header(member: Member, packed: bytes, offset: int) -> bytes:
    name = _name(member.name)
    size = _size(member) if member.directory_size is None else member.directory_size
    fixed = struct.pack(
        "<4s2B5H3L5H2L",
        b"PK\x01\x02",
        20,
        member.create_system,
        20,
        _flags(member),
        _method(member),
        DOS_TIME,
        DOS_DATE,
        _crc(member),
        _packed_size(member, packed),
        size,
        len(name),
        len(member.central_extra),
        0,
        0,
        0,
        member.external_attributes,
        offset,
    )
    return fixed + name + member.central_extra


def _end_record(directory: Sequence[bytes], size: int, start: int, comment: bytes) -> bytes:
    count = min(len(directory), 0xFFFF)
    return struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)) + comment


def _name(name: str) -> bytes:
    return name.encode("utf-8")


def _flags(member: Member) -> int:
    late = DATA_DESCRIPTOR if member.data_descriptor else 0
    return member.flags | late | (0 if member.name.isascii() else UTF8_NAME)


def _method(member: Member) -> int:
    if member.method is not None:
        return member.method
    return STORED if member.stored else DEFLATED


def _crc(member: Member) -> int:
    return zlib.crc32(member.data) if member.crc is None else member.crc


def _packed_size(member: Member, packed: bytes) -> int:
    return 0xFFFFFFFF if member.wide else len(packed)


def _size(member: Member) -> int:
    if member.wide:
        return 0xFFFFFFFF
    return len(member.data) if member.declared_size is None else member.declared_size
