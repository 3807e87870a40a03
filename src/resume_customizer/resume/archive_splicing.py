"""One member of a ZIP file replaced, every other byte left in its place.

    Archive + member + its new payload  ->  with_payload()  ->  bytes

Order, times, extra fields, data descriptors and comments stay as they are; sizes, CRC-32 and offsets are mended
wherever the original states them.

Promises and tests: those of resume_customizer.resume.archive.
"""

import struct

from resume_customizer.resume.archive import Archive
from resume_customizer.resume.zip_records import (
    CENTRAL_LENGTH,
    DESCRIPTOR,
    FULL,
    LENGTHS,
    LOCAL_LENGTH,
    LOCATOR64,
    OFFSET,
    OFFSETS,
    SIZES,
    WIDE,
    Member,
    wide_places,
)


def with_payload(archive: Archive, member: Member, payload: bytes, content_crc: int, content_size: int) -> bytes:
    """The archive's bytes with this member's payload replaced; it is packed as the member is (stored or deflated)."""
    whole = archive.content
    change = len(payload) - member.packed
    before = (member.crc, member.packed, member.size)
    after = (content_crc, len(payload), content_size)
    data = archive.data_of(member)
    end = _end_of(archive, member)
    header = _mended(whole[member.header : data], before, after, 14, LOCAL_LENGTH)
    descriptor = whole[data + member.packed : end]
    if member.flags & DESCRIPTOR:
        descriptor = _mended_descriptor(descriptor, after)
    directory = bytearray(whole[archive.central :])
    at = member.central - archive.central
    stop = at + CENTRAL_LENGTH + sum(LENGTHS.unpack_from(directory, at + 28))
    directory[at:stop] = _mended(bytes(directory[at:stop]), before, after, 16, CENTRAL_LENGTH)
    for each in archive.members:
        if each.header > member.header:
            _move_offset(directory, each.central - archive.central, each.header, change)
    _move_end_records(archive, directory, change)
    return b"".join((whole[: member.header], header, payload, descriptor, whole[end : archive.central], directory))


def _end_of(archive: Archive, member: Member) -> int:
    """Just behind the member's data and its data descriptor, when it has one."""
    end = archive.data_of(member) + member.packed
    if not member.flags & DESCRIPTOR:
        return end
    limit = min((each.header for each in archive.members if each.header > member.header), default=archive.central)
    expected = (member.crc, member.packed, member.size)
    for layout in ("<4xIII", "<4xIQQ", "<III", "<IQQ"):
        length = struct.calcsize(layout)
        signed = layout.startswith("<4x")
        if end + length > limit or (signed and archive.content[end : end + 4] != b"PK\x07\x08"):
            continue
        if struct.unpack_from(layout, archive.content, end) == expected:
            return end + length
    return end


def _mended(record: bytes, before: tuple[int, ...], after: tuple[int, ...], at: int, length: int) -> bytes:
    """A local or central record with CRC-32 and sizes at `at` replaced, wherever it states the old ones."""
    stated = SIZES.unpack_from(record, at)
    values = [new if said == old else said for said, old, new in zip(stated, before, after, strict=True)]
    mended = bytearray(record)
    SIZES.pack_into(mended, at, *values)
    if FULL in stated[1:]:
        is_local = length == LOCAL_LENGTH
        names, extras = LENGTHS.unpack_from(record, 26 if is_local else 28)
        places = wide_places(record, length + names, extras, (stated[2], stated[1]), both=is_local)
        for (_, place), old, new in zip(places, (before[2], before[1]), (after[2], after[1]), strict=True):
            if place is not None and WIDE.unpack_from(record, place)[0] == old:
                WIDE.pack_into(mended, place, new)
    return bytes(mended)


def _mended_descriptor(descriptor: bytes, after: tuple[int, int, int]) -> bytes:
    """The data descriptor with the new CRC-32 and sizes, in the layout it had."""
    sign = descriptor[:4] if len(descriptor) in (16, 24) else b""
    layout = "<IQQ" if len(descriptor) - len(sign) == 20 else "<III"
    if len(descriptor) - len(sign) != struct.calcsize(layout):
        return descriptor
    return sign + struct.pack(layout, *after)


def _move_offset(directory: bytearray, at: int, header: int, change: int) -> None:
    """Move one central record's local header offset."""
    if OFFSET.unpack_from(directory, at + 42)[0] != FULL:
        OFFSET.pack_into(directory, at + 42, header + change)
        return
    packed, size = OFFSETS.unpack_from(directory, at + 20)
    names, extras = LENGTHS.unpack_from(directory, at + 28)
    place = wide_places(directory, at + CENTRAL_LENGTH + names, extras, (size, packed, FULL))[2][1]
    if place is not None:
        WIDE.pack_into(directory, place, header + change)


def _move_end_records(archive: Archive, directory: bytearray, change: int) -> None:
    """Move the offsets that the end records hold."""
    end = archive.end_record - archive.central
    if OFFSET.unpack_from(directory, end + 16)[0] != FULL:
        OFFSET.pack_into(directory, end + 16, archive.central + change)
    if archive.zip64_record is not None:
        struct.pack_into("<Q", directory, archive.zip64_record - archive.central + 48, archive.central + change)
        struct.pack_into("<Q", directory, end - LOCATOR64.size + 8, archive.zip64_record + change)
