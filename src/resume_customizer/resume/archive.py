"""The ZIP container: checked against limits before anything is inflated, then read.

    bytes  ->  open_archive()  ->  Archive  ->  read(), digest();  archive_splicing  ->  bytes

Promises (tests in tests/resume/test_archive.py):

* A bomb, an overlap, a lie about sizes or a name that could escape is refused before anything is inflated.
* A payload replaced and replaced back gives the first bytes again.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.deflate import crc32, inflate, inflate_in_pieces
from resume_customizer.resume.zip_records import (
    CENTRAL_LENGTH,
    DEFLATED,
    ENCRYPTED,
    END,
    END64,
    LENGTHS,
    LOCAL_LENGTH,
    STORED,
    Member,
    damaged,
    find_end_record,
    find_zip64_record,
    read_members,
)

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
        names, extras = LENGTHS.unpack_from(self.content, member.header + 26)
        return member.header + LOCAL_LENGTH + names + extras

    def payload(self, member: Member) -> bytes:
        """The member's bytes as stored, packed."""
        data = self.data_of(member)
        return self.content[data : data + member.packed]

    def read(self, member: Member) -> bytes:
        """The member's unpacked bytes; raises UnreadableInput when size or CRC-32 is not as declared."""
        content: bytes | None = self._unpacked.get(member.name)
        if content is None:
            payload = self.payload(member)
            content = payload if member.method == STORED else inflate(payload, member.size)
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
        for piece in (payload,) if member.method == STORED else inflate_in_pieces(payload):
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
    end = find_end_record(content)
    _, disk, _, _, count, size, central, _ = END.unpack_from(content, end)
    record64 = find_zip64_record(content, end)
    if record64 is not None:
        _, _, disk, _, _, count, size, central = END64.unpack_from(content, record64)
    stop = end if record64 is None else record64
    if central + size != stop:
        raise damaged("its table of contents is not where it should be")
    if disk:
        raise damaged("it is one piece of several")
    if count > limits.members:
        raise RefusedInput("too-many-parts", f"The file has {count:,} parts; {limits.members:,} are accepted.")
    members = read_members(content, central, stop, count)
    return Archive(content, members, central, end, record64, {member.name: member for member in members})


def _damaged_part(member: Member) -> UnreadableInput:
    message = f"The part {member.name} is damaged. Open the file in Word, save it again, and try that."
    return UnreadableInput("damaged-zip", message)


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
        if header + LOCAL_LENGTH > archive.central or whole[header : header + 4] != b"PK\x03\x04":
            raise damaged("a part is not where its table of contents says")
        names, _ = LENGTHS.unpack_from(whole, header + 26)
        stated = whole[member.central + CENTRAL_LENGTH : member.central + CENTRAL_LENGTH + names]
        if whole[header + LOCAL_LENGTH : header + LOCAL_LENGTH + names] != stated:
            raise damaged("a part has two names")
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
        if member.flags & ENCRYPTED:
            raise UnreadableInput("encrypted", "The file is an encrypted ZIP. Remove its password, and try again.")
        if member.method not in (STORED, DEFLATED):
            raise RefusedInput("unknown-compression", f"The part {name} is packed in a way that Word does not read.")
        if member.size > limits.ratio_from and member.size > limits.member_ratio * max(1, member.packed):
            raise RefusedInput("decompression-bomb", f"The part {name} unpacks to far more than it weighs.")
    if sum(member.size for member in archive.members) > limits.unpacked:
        raise RefusedInput("decompression-bomb", f"The file unpacks to more than {limits.unpacked // 1_000_000} MB.")


def _is_special_file(archive: Archive, member: Member) -> bool:
    """Whether a Unix program marked the entry as a link, a device or the like (4.4.15 external file attributes)."""
    made_by, kind = archive.content[member.central + 5], archive.content[member.central + 41] >> 4
    return made_by in _UNIX and kind not in _FILES_AND_FOLDERS
