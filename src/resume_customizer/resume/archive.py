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

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.deflate import crc32, inflate

_CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")
_LOCAL = struct.Struct("<4s2xHH4xIIIHH")
_END = struct.Struct("<4sHHHHIIH")
_END64 = struct.Struct("<4sQ4xIIQQQQ")
_LOCATOR64 = struct.Struct("<4sIQI")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8
_FULL = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package may weigh; sizes in bytes."""

    file_size: int = 64_000_000
    members: int = 4_000
    unpacked: int = 256_000_000
    member_ratio: int = 400
    """Unpacked to packed, for members above `ratio_from`; deflate itself can reach 1,032."""
    ratio_from: int = 8_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the archive; offsets count from the file's first byte."""

    name: str
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    header: int
    data: int
    central: int
    end: int
    """Just behind its data and data descriptor."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A package's bytes with its entries, in the order of the central directory."""

    content: bytes
    members: tuple[Member, ...]
    central: int
    end_record: int
    zip64_record: int | None = None
    by_name: dict[str, Member] = field(default_factory=dict)

    def payload(self, member: Member) -> bytes:
        """The member's bytes as stored, packed."""
        return self.content[member.data : member.data + member.packed]

    def read(self, member: Member) -> bytes:
        """The member's unpacked bytes; raises UnreadableInput when size or CRC-32 is not as declared."""
        payload = self.payload(member)
        content: bytes | None = payload if member.method == _STORED else inflate(payload, member.size)
        if content is None or len(content) != member.size or crc32(content) != member.crc:
            raise UnreadableInput(
                "damaged-zip", f"The part {member.name} is damaged. Open the file in Word, save it again, and try that."
            )
        return content


def open_archive(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Archive:
    """Read the directory of a ZIP file and check it; raises UnreadableInput or RefusedInput with the reason."""
    if len(content) > limits.file_size:
        raise RefusedInput("file-too-large", f"The file is larger than {limits.file_size // 1_000_000} MB.")
    _check_magic(content)
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if end < 0 or end + _END.size > len(content):
        raise UnreadableInput("damaged-zip", "The file is cut off: its table of contents is missing. Get a fresh copy.")
    _, disk, _, _, count, _, central, _ = _END.unpack_from(content, end)
    record64 = _find_zip64_record(content, end)
    if record64 is not None:
        _, _, disk, _, _, count, _, central = _END64.unpack_from(content, record64)
    if disk:
        raise UnreadableInput("damaged-zip", "The file is one piece of a ZIP split over several disks.")
    if count > limits.members:
        raise RefusedInput("too-many-parts", f"The file has {count:,} parts; {limits.members:,} are accepted.")
    archive = Archive(content, (), central, end, record64)
    members = _read_members(archive, count)
    _check_members(members, limits)
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
    header = _mended(whole[member.header : member.data], before, after, 14, 26)
    descriptor = whole[member.data + member.packed : member.end]
    if member.flags & _DESCRIPTOR:
        descriptor = _mended_descriptor(descriptor, after)
    directory = bytearray(whole[archive.central :])
    for each in archive.members:
        at = each.central - archive.central
        if each is member:
            stop = at + 46 + sum(struct.unpack_from("<HH", directory, at + 28))
            directory[at:stop] = _mended(bytes(directory[at:stop]), before, after, 16, 46)
        elif each.header > member.header:
            _move_offset(directory, at, each.header, change)
    _move_end_records(archive, directory, change)
    return b"".join(
        (whole[: member.header], header, payload, descriptor, whole[member.end : archive.central], directory)
    )


def _check_magic(content: bytes) -> None:
    """Tell a stranger's file apart by its first bytes."""
    if not content:
        raise UnreadableInput("empty-file", "The file is empty.")
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnreadableInput(
                "encrypted", "The file is protected with a password. Open it in Word, remove the password, and save it."
            )
        raise UnreadableInput("legacy-doc", "This is a Word 97–2003 file (.doc). Open it in Word and save it as .docx.")
    if content.startswith(b"%PDF"):
        raise UnreadableInput(
            "pdf", "This is a PDF. A PDF can't be customized: use the Word file (.docx) it came from."
        )
    if content.startswith(b"{\\rtf"):
        raise UnreadableInput("rtf", "This is a rich text file (.rtf). Open it in Word and save it as .docx.")
    if content.startswith(b"PK\x05\x06"):
        raise UnreadableInput("empty-zip", "The file is an empty ZIP, not a Word document.")
    if not content.startswith(b"PK\x03\x04"):
        raise UnreadableInput("not-a-zip", "This is not a Word document (.docx): it does not begin as one.")


def _find_zip64_record(content: bytes, end: int) -> int | None:
    """Offset of the zip64 end record, when a locator stands right before the end record."""
    at = end - _LOCATOR64.size
    if at < 0 or content[at : at + 4] != b"PK\x06\x07":
        return None
    _, _, offset, _ = _LOCATOR64.unpack_from(content, at)
    if offset + _END64.size > at or content[offset : offset + 4] != b"PK\x06\x06":
        raise UnreadableInput("damaged-zip", "The file's table of contents (zip64) is damaged.")
    return offset


def _read_members(archive: Archive, count: int) -> tuple[Member, ...]:
    """Every central record with its local header; the spans must not overlap and must begin at byte 0."""
    whole, at, found = archive.content, archive.central, []
    for _ in range(count):
        if at + 46 > archive.end_record or whole[at : at + 4] != b"PK\x01\x02":
            raise UnreadableInput("damaged-zip", "The file's table of contents is damaged.")
        _, flags, method, crc, packed, size, names, extras, comments, header = _CENTRAL.unpack_from(whole, at)
        name = whole[at + 46 : at + 46 + names]
        if _FULL in (packed, size, header):
            size, packed, header = _wide(whole, at + 46 + names, extras, size, packed, header)
        data = _local_data(whole, header, archive.central, name)
        found.append((name, flags, method, crc, packed, size, header, data, at))
        at += 46 + names + extras + comments
    return tuple(_with_ends(archive, found))


def _wide(whole: bytes, at: int, length: int, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """Sizes and offset with the zip64 extra field (4.5.3) put in where the record says 0xFFFFFFFF."""
    stop = min(at + length, len(whole))
    while at + 4 <= stop:
        kind, wide = struct.unpack_from("<HH", whole, at)
        if kind == 1 and at + 4 + wide <= stop:
            numbers = list(struct.unpack_from(f"<{wide // 8}Q", whole, at + 4))
            values = [numbers.pop(0) if value == _FULL and numbers else value for value in (size, packed, header)]
            return values[0], values[1], values[2]
        at += 4 + wide
    raise UnreadableInput("damaged-zip", "The file's table of contents lacks sizes.")


def _local_data(whole: bytes, header: int, central: int, name: bytes) -> int:
    """Where a member's data begins; its local header must be there and carry the same name."""
    if header + 30 > central or whole[header : header + 4] != b"PK\x03\x04":
        raise UnreadableInput("damaged-zip", "The file is damaged: a part is not where its table of contents says.")
    names, extras = struct.unpack_from("<HH", whole, header + 26)
    if whole[header + 30 : header + 30 + names] != name:
        raise UnreadableInput("damaged-zip", "The file is damaged: a part has two names.")
    return header + 30 + names + extras


def _with_ends(archive: Archive, found: list[tuple[bytes, int, int, int, int, int, int, int, int]]) -> list[Member]:
    """Members with the end of their span: data plus the data descriptor, where there is one."""
    order = sorted(range(len(found)), key=lambda i: found[i][6])
    members: list[Member | None] = [None] * len(found)
    if order and found[order[0]][6] != 0:
        raise UnreadableInput("damaged-zip", "There are foreign bytes in front of the document's first part.")
    for rank, index in enumerate(order):
        name, flags, method, crc, packed, size, header, data, central = found[index]
        limit = found[order[rank + 1]][6] if rank + 1 < len(order) else archive.central
        end = data + packed
        if end > limit:
            raise RefusedInput("overlapping-parts", "Parts of the file overlap, as they do in a decompression bomb.")
        if flags & _DESCRIPTOR:
            end += _descriptor_length(archive.content, end, limit, (crc, packed, size))
        text = name.decode("utf-8" if flags & 0x800 or name.isascii() else "cp437", "replace")
        members[index] = Member(text, method, flags, crc, packed, size, header, data, central, end)
    return [member for member in members if member is not None]


def _descriptor_length(whole: bytes, at: int, limit: int, expected: tuple[int, int, int]) -> int:
    """Length of the data descriptor at `at`: with or without signature, 32 or 64 bit sizes; 0 when there is none."""
    for layout in ("<4xIII", "<4xIQQ", "<III", "<IQQ"):
        length = struct.calcsize(layout)
        signed = layout.startswith("<4x")
        if at + length > limit or (signed and whole[at : at + 4] != b"PK\x07\x08"):
            continue
        if struct.unpack_from(layout, whole, at) == expected:
            return length
    return 0


def _check_members(members: tuple[Member, ...], limits: Limits) -> None:
    """Refuse what no honest document has."""
    seen: set[str] = set()
    for member in members:
        name = member.name
        if name.casefold() in seen:
            raise RefusedInput(
                "duplicate-part", f"The file holds the part {name!r} twice; programs would differ on it."
            )
        seen.add(name.casefold())
        if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\x00" in name:
            raise RefusedInput("unsafe-part-name", f"The file holds a part with an unsafe name: {name[:80]!r}.")
        if member.flags & _ENCRYPTED:
            raise UnreadableInput("encrypted", "The file is an encrypted ZIP. Remove its password, and try again.")
        if member.method not in (_STORED, _DEFLATED):
            raise RefusedInput("unknown-compression", f"The part {name} is packed in a way that Word does not read.")
        if member.size > limits.ratio_from and member.size > limits.member_ratio * max(1, member.packed):
            raise RefusedInput("decompression-bomb", f"The part {name} unpacks to far more than it weighs.")
    if sum(member.size for member in members) > limits.unpacked:
        raise RefusedInput("decompression-bomb", f"The file unpacks to more than {limits.unpacked // 1_000_000} MB.")


def _mended(record: bytes, before: tuple[int, ...], after: tuple[int, ...], at: int, name_from: int) -> bytes:
    """A local or central record with CRC-32 and sizes at `at` replaced, wherever it states the old ones."""
    stated = struct.unpack_from("<III", record, at)
    values = [new if said == old else said for said, old, new in zip(stated, before, after, strict=True)]
    mended = bytearray(record)
    struct.pack_into("<III", mended, at, *values)
    if _FULL in stated[1:]:  # zip64: the sizes stand in the extra field
        names, extras = struct.unpack_from("<HH", record, 26 if name_from == 26 else 28)
        start = (30 if name_from == 26 else 46) + names
        wide_before, wide_after = struct.pack("<QQ", before[2], before[1]), struct.pack("<QQ", after[2], after[1])
        extra = bytes(mended[start : start + extras])
        mended[start : start + extras] = extra.replace(wide_before, wide_after, 1)
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
    if struct.unpack_from("<I", directory, at + 42)[0] != _FULL:
        struct.pack_into("<I", directory, at + 42, header + change)
        return
    names, extras = struct.unpack_from("<HH", directory, at + 28)
    start = at + 46 + names
    extra = bytes(directory[start : start + extras])
    directory[start : start + extras] = extra.replace(struct.pack("<Q", header), struct.pack("<Q", header + change), 1)


def _move_end_records(archive: Archive, directory: bytearray, change: int) -> None:
    """Move the offsets that the end records hold."""
    end = archive.end_record - archive.central
    if struct.unpack_from("<I", directory, end + 16)[0] != _FULL:
        struct.pack_into("<I", directory, end + 16, archive.central + change)
    if archive.zip64_record is not None:
        struct.pack_into("<Q", directory, archive.zip64_record - archive.central + 48, archive.central + change)
        struct.pack_into("<Q", directory, end - _LOCATOR64.size + 8, archive.zip64_record + change)
