"""The ZIP container: its records, checked against limits before anything is inflated, and one member replaced.

    bytes  ->  open_archive()  ->  Archive  ->  read() / with_payload()  ->  bytes

Only one member's payload ever changes; everything around it is copied as it stands:
order, times, extra fields, data descriptors, comments. Record layouts follow PKWARE's
APPNOTE 6.3.10: local header 4.3.7, data descriptor 4.3.9, central directory 4.3.12,
zip64 records 4.3.14 and 4.3.15, end of central directory 4.3.16, zip64 extra field 4.5.3.

Promises:

* A bomb, an overlap, a lie about sizes or a name that could escape is refused before anything is inflated.
* A payload replaced and replaced back gives the first bytes again.
"""

import struct
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.deflate import crc32, inflate, inflate_in_pieces

_CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")
_END = struct.Struct("<4sHHHHIIH")
_END64 = struct.Struct("<4sQ4xIIQQQQ")
_LOCATOR64 = struct.Struct("<4sIQI")
_SIZES = struct.Struct("<III")
_LENGTHS = struct.Struct("<HH")
_OFFSETS = struct.Struct("<II")
_OFFSET = struct.Struct("<I")
_WIDE = struct.Struct("<Q")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800
_FULL = 0xFFFFFFFF
_LOCAL_LENGTH, _CENTRAL_LENGTH = 30, 46
_SMALL = 1_000_000
"""Bytes that may be unpacked in one go without a thought."""
_UNIX, _FILES_AND_FOLDERS = (3, 19), (0, 4, 8)


class Limits(NamedTuple):
    """What a package may weigh; sizes in bytes."""

    file_size: int = 64_000_000
    members: int = 4_000
    unpacked: int = 256_000_000
    member_ratio: int = 400
    """Unpacked to packed, for members above `ratio_from`; deflate itself can reach 1,032."""
    ratio_from: int = 8_000_000


DEFAULT_LIMITS = Limits()


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


@dataclass(frozen=True, slots=True)
class Archive:
    """A package's bytes with its entries, in the order of the central directory."""

    content: bytes
    members: tuple[Member, ...]
    central: int
    end_record: int
    zip64_record: int | None
    by_name: dict[str, Member]
    _unpacked: dict[str, bytes] = field(default_factory=dict)

    def data_of(self, member: Member) -> int:
        """Where the member's data begins."""
        names, extras = _LENGTHS.unpack_from(self.content, member.header + 26)
        return member.header + _LOCAL_LENGTH + names + extras

    def payload(self, member: Member) -> bytes:
        """The member's bytes as stored, packed."""
        data = self.data_of(member)
        return self.content[data : data + member.packed]

    def read(self, member: Member) -> bytes:
        """The member's unpacked bytes; raises UnreadableInput when size or CRC-32 is not as declared."""
        content: bytes | None = self._unpacked.get(member.name)
        if content is None:
            payload = self.payload(member)
            content = payload if member.method == _STORED else inflate(payload, member.size)
            if content is None or len(content) != member.size or crc32(content) != member.crc:
                raise _damaged_part(member)
            self._unpacked[member.name] = content
        return content

    def digest(self, member: Member) -> str:
        """The SHA-256 of the member's unpacked bytes, which are not kept; raises UnreadableInput as `read` does."""
        if member.size <= _SMALL or member.name in self._unpacked:
            kept = member.name in self._unpacked
            digest = sha256(self.read(member)).hexdigest()
            if not kept:
                del self._unpacked[member.name]
            return digest
        data = self.data_of(member)
        payload = memoryview(self.content)[data : data + member.packed]
        hashed, crc, size = sha256(), 0, 0
        for piece in (payload,) if member.method == _STORED else inflate_in_pieces(payload):
            hashed.update(piece)
            crc, size = crc32(piece, crc), size + len(piece)
            if size > member.size:
                break
        if (crc, size) != (member.crc, member.size):
            raise _damaged_part(member)
        return hashed.hexdigest()


def open_archive(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Archive:
    """Read the directory of a ZIP file and check it; raises UnreadableInput or RefusedInput with the reason."""
    if len(content) > limits.file_size:
        raise RefusedInput("file-too-large", f"The file is larger than {limits.file_size // 1_000_000} MB.")
    _check_magic(content)
    archive = read_directory(content, limits)
    _check_spans(archive)
    _check_members(archive, limits)
    return archive


def read_directory(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Archive:
    """The entries of a ZIP file that has been checked before; the directory itself must still be sound."""
    end = _find_end_record(content)
    _, disk, _, _, count, size, central, _ = _END.unpack_from(content, end)
    record64 = _find_zip64_record(content, end)
    if record64 is not None:
        _, _, disk, _, _, count, size, central = _END64.unpack_from(content, record64)
    stop = end if record64 is None else record64
    if central + size != stop:
        raise _damaged("its table of contents is not where it should be")
    if disk:
        raise _damaged("it is one piece of several")
    if count > limits.members:
        raise RefusedInput("too-many-parts", f"The file has {count:,} parts; {limits.members:,} are accepted.")
    members = _read_members(content, central, stop, count)
    return Archive(content, members, central, end, record64, {member.name: member for member in members})


def with_payload(archive: Archive, member: Member, payload: bytes, content_crc: int, content_size: int) -> bytes:
    """The archive's bytes with this member's payload replaced and every other byte in its place.

    The payload is packed as the member is (stored or deflated); sizes, CRC-32 and offsets are mended wherever
    the original states them.
    """
    whole = archive.content
    change = len(payload) - member.packed
    before = (member.crc, member.packed, member.size)
    after = (content_crc, len(payload), content_size)
    data = archive.data_of(member)
    end = _end_of(archive, member)
    header = _mended(whole[member.header : data], before, after, 14, _LOCAL_LENGTH)
    descriptor = whole[data + member.packed : end]
    if member.flags & _DESCRIPTOR:
        descriptor = _mended_descriptor(descriptor, after)
    directory = bytearray(whole[archive.central :])
    at = member.central - archive.central
    stop = at + _CENTRAL_LENGTH + sum(_LENGTHS.unpack_from(directory, at + 28))
    directory[at:stop] = _mended(bytes(directory[at:stop]), before, after, 16, _CENTRAL_LENGTH)
    for each in archive.members:
        if each.header > member.header:
            _move_offset(directory, each.central - archive.central, each.header, change)
    _move_end_records(archive, directory, change)
    return b"".join((whole[: member.header], header, payload, descriptor, whole[end : archive.central], directory))


def _damaged_part(member: Member) -> UnreadableInput:
    message = f"The part {member.name} is damaged. Open the file in Word, save it again, and try that."
    return UnreadableInput("damaged-zip", message)


def _damaged(how: str) -> UnreadableInput:
    return UnreadableInput("damaged-zip", f"The file is damaged: {how}. Get a fresh copy, or save it again in Word.")


def _check_magic(content: bytes) -> None:
    """Tell a stranger's file apart by its first bytes."""
    if not content:
        raise UnreadableInput("empty-file", "The file is empty.")
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            message = "The file is protected with a password. Open it in Word, remove the password, and save it."
            raise UnreadableInput("encrypted", message)
        message = "This is a Word 97–2003 file (.doc). Open it in Word and save it as .docx."
        raise UnreadableInput("legacy-doc", message)
    if content.startswith(b"%PDF"):
        message = (
            "This is a PDF. A PDF can't be customized: it holds where each character stands, and nothing can be put "
            "between. Use the Word file (.docx) it came from. `inspect` can read it."
        )
        raise UnreadableInput("pdf", message)
    if content.startswith(b"{\\rtf"):
        raise UnreadableInput("rtf", "This is a rich text file (.rtf). Open it in Word and save it as .docx.")
    if content.startswith(b"PK\x05\x06"):
        raise UnreadableInput("empty-zip", "The file is an empty ZIP, not a Word document.")
    if not content.startswith(b"PK\x03\x04"):
        raise UnreadableInput("not-a-zip", "This is not a Word document (.docx): it does not begin as one.")


def _find_end_record(content: bytes) -> int:
    """Offset of the end record: the last one that tells its own place, since a comment may hold its signature."""
    lowest = max(0, len(content) - 65_557)
    end = content.rfind(b"PK\x05\x06", lowest)
    while end >= 0:
        if end + _END.size <= len(content):
            size, central = _OFFSETS.unpack_from(content, end + 12)
            if central + size == end or content[max(0, end - _LOCATOR64.size) :].startswith(b"PK\x06\x07"):
                return end
        end = content.rfind(b"PK\x05\x06", lowest, end)
    raise _damaged("its table of contents is missing")


def _find_zip64_record(content: bytes, end: int) -> int | None:
    """Offset of the zip64 end record, when a locator stands right before the end record."""
    at = end - _LOCATOR64.size
    if at < 0 or content[at : at + 4] != b"PK\x06\x07":
        return None
    offset: int = _LOCATOR64.unpack_from(content, at)[2]
    if offset + _END64.size > at or content[offset : offset + 4] != b"PK\x06\x06":
        raise _damaged("its table of contents (zip64) is not where it should be")
    return offset


def _read_members(content: bytes, at: int, end: int, count: int) -> tuple[Member, ...]:
    """Every record of the central directory."""
    found = []
    for _ in range(count):
        if at + _CENTRAL_LENGTH > end:
            raise _damaged("its table of contents is cut off")
        sign, flags, method, crc, packed, size, names, extras, comments, header = _CENTRAL.unpack_from(content, at)
        if sign != b"PK\x01\x02":
            raise _damaged("its table of contents is broken")
        behind = at + _CENTRAL_LENGTH + names
        raw = content[at + _CENTRAL_LENGTH : behind]
        if _FULL in (packed, size, header):
            size, packed, header = _wide(content, behind, extras, size, packed, header)
        name = raw.decode() if raw.isascii() else raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        found.append(Member(name, flags, method, crc, packed, size, header, at))
        at = behind + extras + comments
    if at != end:
        raise _damaged("its table of contents holds more than it counts")
    return tuple(found)


def _wide(whole: bytes, at: int, length: int, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """Sizes and offset with the zip64 extra field (4.5.3) put in where the record says 0xFFFFFFFF."""
    places = _wide_places(whole, at, length, (size, packed, header))
    if all(place is None for _, place in places):
        raise _damaged("its table of contents lacks sizes")
    values = [value if place is None else _WIDE.unpack_from(whole, place)[0] for value, place in places]
    return values[0], values[1], values[2]


def _wide_places(
    record: bytes | bytearray, at: int, length: int, stated: tuple[int, ...], *, both: bool = False
) -> list[tuple[int, int | None]]:
    """Each value with the place of its wide form in the zip64 extra field: those that are stated as 0xFFFFFFFF.

    With `both` (a local header, 4.5.3) none is left out of the field.
    """
    stop = min(at + length, len(record))
    while at + 4 <= stop:
        kind, wide = _LENGTHS.unpack_from(record, at)
        at += 4
        if kind == 1 and at + wide <= stop:
            found: list[tuple[int, int | None]] = []
            for value in stated:
                is_there = value == _FULL and wide >= _WIDE.size
                found.append((value, at if is_there else None))
                if is_there or both:
                    at, wide = at + _WIDE.size, wide - _WIDE.size
            return found
        at += wide
    return [(value, None) for value in stated]


def _check_spans(archive: Archive) -> None:
    """Every member stands where the directory says, under the same name, from byte 0 on, and none in another."""
    whole = archive.content
    order = sorted(archive.members, key=lambda member: member.header)
    if not order:
        raise UnreadableInput("empty-zip", "The file is an empty ZIP, not a Word document.")
    if order[0].header != 0:
        raise UnreadableInput("damaged-zip", "There are foreign bytes in front of the document's first part.")
    for member, following in zip(order, [*(each.header for each in order[1:]), archive.central], strict=True):
        header = member.header
        if header + _LOCAL_LENGTH > archive.central or whole[header : header + 4] != b"PK\x03\x04":
            raise _damaged("a part is not where its table of contents says")
        names, _ = _LENGTHS.unpack_from(whole, header + 26)
        stated = whole[member.central + _CENTRAL_LENGTH : member.central + _CENTRAL_LENGTH + names]
        if whole[header + _LOCAL_LENGTH : header + _LOCAL_LENGTH + names] != stated:
            raise _damaged("a part has two names")
        if archive.data_of(member) + member.packed > following:
            message = "Parts of the file overlap, as they do in a decompression bomb."
            raise RefusedInput("overlapping-parts", message)


def _check_members(archive: Archive, limits: Limits) -> None:
    """Refuse what no honest document has."""
    seen: set[str] = set()
    for member in archive.members:
        name = member.name
        if name.casefold() in seen:
            message = f"The file holds the part {name!r} twice; programs would differ on which one counts."
            raise RefusedInput("duplicate-part", message)
        seen.add(name.casefold())
        steps = name.replace("\\", "/").split("/")
        if not steps[0] or ".." in steps or ":" in name or "\x00" in name or _is_special_file(archive, member):
            raise RefusedInput("unsafe-part-name", f"The file holds a part with an unsafe name: {name[:80]!r}.")
        if member.flags & _ENCRYPTED:
            raise UnreadableInput("encrypted", "The file is an encrypted ZIP. Remove its password, and try again.")
        if member.method not in (_STORED, _DEFLATED):
            raise RefusedInput("unknown-compression", f"The part {name} is packed in a way that Word does not read.")
        if member.size > limits.ratio_from and member.size > limits.member_ratio * max(1, member.packed):
            raise RefusedInput("decompression-bomb", f"The part {name} unpacks to far more than it weighs.")
    if sum(member.size for member in archive.members) > limits.unpacked:
        raise RefusedInput("decompression-bomb", f"The file unpacks to more than {limits.unpacked // 1_000_000} MB.")


def _is_special_file(archive: Archive, member: Member) -> bool:
    """Whether a Unix program marked the entry as a link, a device or the like (4.4.15 external file attributes)."""
    made_by, kind = archive.content[member.central + 5], archive.content[member.central + 41] >> 4
    return made_by in _UNIX and kind not in _FILES_AND_FOLDERS


def _end_of(archive: Archive, member: Member) -> int:
    """Just behind the member's data and its data descriptor, when it has one."""
    end = archive.data_of(member) + member.packed
    if not member.flags & _DESCRIPTOR:
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
    stated = _SIZES.unpack_from(record, at)
    values = [new if said == old else said for said, old, new in zip(stated, before, after, strict=True)]
    mended = bytearray(record)
    _SIZES.pack_into(mended, at, *values)
    if _FULL in stated[1:]:
        is_local = length == _LOCAL_LENGTH
        names, extras = _LENGTHS.unpack_from(record, 26 if is_local else 28)
        places = _wide_places(record, length + names, extras, (stated[2], stated[1]), both=is_local)
        for (_, place), old, new in zip(places, (before[2], before[1]), (after[2], after[1]), strict=True):
            if place is not None and _WIDE.unpack_from(record, place)[0] == old:
                _WIDE.pack_into(mended, place, new)
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
    if _OFFSET.unpack_from(directory, at + 42)[0] != _FULL:
        _OFFSET.pack_into(directory, at + 42, header + change)
        return
    packed, size = _OFFSETS.unpack_from(directory, at + 20)
    names, extras = _LENGTHS.unpack_from(directory, at + 28)
    place = _wide_places(directory, at + _CENTRAL_LENGTH + names, extras, (size, packed, _FULL))[2][1]
    if place is not None:
        _WIDE.pack_into(directory, place, header + change)


def _move_end_records(archive: Archive, directory: bytearray, change: int) -> None:
    """Move the offsets that the end records hold."""
    end = archive.end_record - archive.central
    if _OFFSET.unpack_from(directory, end + 16)[0] != _FULL:
        _OFFSET.pack_into(directory, end + 16, archive.central + change)
    if archive.zip64_record is not None:
        struct.pack_into("<Q", directory, archive.zip64_record - archive.central + 48, archive.central + change)
        struct.pack_into("<Q", directory, end - _LOCATOR64.size + 8, archive.zip64_record + change)
