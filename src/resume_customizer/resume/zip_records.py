"""The records that a ZIP file consists of, as they lie in its bytes.

    bytes  ->  find_end_record(), find_zip64_record()  ->  read_members()  ->  Member, one for each entry

Layouts follow PKWARE's APPNOTE 6.3.10: local header 4.3.7, data descriptor 4.3.9, central directory 4.3.12, zip64
records 4.3.14 and 4.3.15, end of central directory 4.3.16, zip64 extra field 4.5.3.

Promises and tests: those of resume_customizer.resume.archive.
"""

import struct
from typing import NamedTuple

from resume_customizer.core.errors import UnreadableInput

_CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")
END = struct.Struct("<4sHHHHIIH")
END64 = struct.Struct("<4sQ4xIIQQQQ")
LOCATOR64 = struct.Struct("<4sIQI")
SIZES = struct.Struct("<III")
LENGTHS = struct.Struct("<HH")
OFFSETS = struct.Struct("<II")
OFFSET = struct.Struct("<I")
WIDE = struct.Struct("<Q")
STORED, DEFLATED = 0, 8
ENCRYPTED, DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
FULL = 0xFFFFFFFF
LOCAL_LENGTH, CENTRAL_LENGTH = 30, 46


class Member(NamedTuple):
    """One entry of the archive; offsets count from the file's first byte."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    """Of its local header."""
    central: int
    """Of its record in the central directory."""


def damaged(how: str) -> UnreadableInput:
    """The error for a container that is not sound."""
    return UnreadableInput("damaged-zip", f"The file is damaged: {how}. Get a fresh copy, or save it again in Word.")


def find_end_record(content: bytes) -> int:
    """Offset of the end record: the last one that tells its own place, since a comment may hold its signature."""
    lowest = max(0, len(content) - 65_557)
    end = content.rfind(b"PK\x05\x06", lowest)
    while end >= 0:
        if end + END.size <= len(content):
            size, central = OFFSETS.unpack_from(content, end + 12)
            if central + size == end or content[max(0, end - LOCATOR64.size) :].startswith(b"PK\x06\x07"):
                return end
        end = content.rfind(b"PK\x05\x06", lowest, end)
    raise damaged("its table of contents is missing")


def find_zip64_record(content: bytes, end: int) -> int | None:
    """Offset of the zip64 end record, when a locator stands right before the end record."""
    at = end - LOCATOR64.size
    if at < 0 or content[at : at + 4] != b"PK\x06\x07":
        return None
    offset: int = LOCATOR64.unpack_from(content, at)[2]
    if offset + END64.size > at or content[offset : offset + 4] != b"PK\x06\x06":
        raise damaged("its table of contents (zip64) is not where it should be")
    return offset


def read_members(content: bytes, at: int, end: int, count: int) -> tuple[Member, ...]:
    """Every record of the central directory."""
    found = []
    for _ in range(count):
        if at + CENTRAL_LENGTH > end:
            raise damaged("its table of contents is cut off")
        sign, flags, method, crc, packed, size, names, extras, comments, header = _CENTRAL.unpack_from(content, at)
        if sign != b"PK\x01\x02":
            raise damaged("its table of contents is broken")
        behind = at + CENTRAL_LENGTH + names
        raw = content[at + CENTRAL_LENGTH : behind]
        if FULL in (packed, size, header):
            size, packed, header = _wide(content, behind, extras, size, packed, header)
        name = raw.decode() if raw.isascii() else raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        found.append(Member(name, flags, method, crc, packed, size, header, at))
        at = behind + extras + comments
    if at != end:
        raise damaged("its table of contents holds more than it counts")
    return tuple(found)


def _wide(whole: bytes, at: int, length: int, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """Sizes and offset with the zip64 extra field (4.5.3) put in where the record says 0xFFFFFFFF."""
    places = wide_places(whole, at, length, (size, packed, header))
    if all(place is None for _, place in places):
        raise damaged("its table of contents lacks sizes")
    values = [value if place is None else WIDE.unpack_from(whole, place)[0] for value, place in places]
    return values[0], values[1], values[2]


def wide_places(
    record: bytes | bytearray, at: int, length: int, stated: tuple[int, ...], *, both: bool = False
) -> list[tuple[int, int | None]]:
    """Each value with the place of its wide form in the zip64 extra field: those that are stated as 0xFFFFFFFF.

    With `both` (a local header, 4.5.3) none is left out of the field.
    """
    stop = min(at + length, len(record))
    while at + 4 <= stop:
        kind, wide = LENGTHS.unpack_from(record, at)
        at += 4
        if kind == 1 and at + wide <= stop:
            found: list[tuple[int, int | None]] = []
            for value in stated:
                is_there = value == FULL and wide >= WIDE.size
                found.append((value, at if is_there else None))
                if is_there or both:
                    at, wide = at + WIDE.size, wide - WIDE.size
            return found
        at += wide
    return [(value, None) for value in stated]
