"""Bad input below the level of Word: no ZIP, damaged ZIP, bombs, lies in headers, names that escape.

honest resume + one lie  ->  HostileFile
"""

import struct
import zlib

from builders.docx import Zipping, docx_members, heading, zip_docx
from builders.hostile_file import (
    STORY,
    HostileFile,
    accepted,
    altered,
    honest_docx,
    honest_members,
    refused,
    story_of,
    with_member,
    without,
)
from builders.zips import ENCRYPTED, Member, deflate, local_entry, zip_bytes

CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MEGABYTE = 1_000_000


def compound_file(*streams: str) -> bytes:
    """A small Compound File (MS-CFB 2.2): the container of .doc files and of encrypted DOCX files."""
    header = CFB_MAGIC + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<10L", 0, 1, 1, 0, 4096, END, 0, END, 0, 0) + struct.pack("<108L", *([FREE] * 108))
    fat = struct.pack("<128L", FAT, END, *([FREE] * 126))
    entries = [_directory_entry("Root Entry", 5, 1)]
    entries += [_directory_entry(name, 2, FREE) for name in streams]
    return header + fat + b"".join(entries).ljust(512, b"\x00")


def _directory_entry(name: str, kind: int, child: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    fields = struct.pack("<HBB3L", len(encoded), kind, 1, FREE, FREE, child)
    return encoded.ljust(64, b"\x00") + fields + bytes(36) + struct.pack("<LQ", END, 0)


def zeros(megabytes: int) -> bytes:
    """The deflate stream of that many million zero bytes, made in no time and of little size."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = squeezer.compress(bytes(MEGABYTE)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    return one * megabytes + squeezer.flush(zlib.Z_FINISH)


def bomb(megabytes: int, name: str = STORY, declared: int | None = None) -> bytes:
    """A member that unpacks to that much, and says so unless told otherwise."""
    size = megabytes * MEGABYTE if declared is None else declared
    member = Member(name, packed=zeros(megabytes), declared_size=size, crc=0)
    return zip_bytes([member if m.name == name else m for m in honest_members()])


def many_fat_members() -> bytes:
    """Each member is within the limits; all together are not."""
    data = zeros(7)
    fat = [Member(f"word/media/{i}.bin", packed=data, declared_size=7 * MEGABYTE, crc=0) for i in range(60)]
    return zip_bytes([*honest_members(), *fat])


def overlapping() -> bytes:
    """One member's bytes hold another member whole: both unpack the same data."""
    inner = Member("word/media/b.bin", bytes(5000))
    outer = Member("word/media/a.bin", local_entry(inner), stored=True)
    before = len(zip_docx(honest_members())) - _directory_length(honest_members())
    start = before + 30 + len(outer.name)
    return zip_bytes([*honest_members(), outer, _placed(inner, start)])


def _placed(member: Member, offset: int) -> Member:
    return Member(member.name, member.data, offset=offset, central_only=True)


def _directory_length(members: list[Member]) -> int:
    return 22 + sum(46 + len(member.name) for member in members)


def zip64() -> bytes:
    """An honest file with zip64 extra fields and end records, as some libraries always write."""
    data = story_of(honest_members())
    packed = deflate(data)
    sizes = struct.pack("<HHQQ", 1, 16, len(data), len(packed))
    plain = [m for m in honest_members() if m.name != STORY]
    wide = Member(STORY, data, local_extra=sizes, central_extra=sizes, wide=True)
    content = zip_bytes([*plain, wide])
    return _with_zip64_end(content)


def _with_zip64_end(content: bytes, *, lie: int = 0) -> bytes:
    """The archive with a zip64 end record and its locator in front of the end record."""
    end = len(content) - 22
    count, _, size, start = struct.unpack_from("<HHLL", content, end + 8)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end + lie, 1)
    return content[:end] + record + locator + content[end:]


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


def _damaged_data() -> bytes:
    """One bit field in the packed text is wrong."""
    content = honest_docx()
    return _flipped(content, content.index(STORY.encode()) + len(STORY) + 200)


def _cut_directory() -> bytes:
    content = honest_docx()
    return content[: content.index(b"PK\x01\x02") + 60]


def _several_disks() -> bytes:
    content = honest_docx()
    return content[:-18] + struct.pack("<HH", 1, 1) + content[-14:]


def _missing_members() -> bytes:
    """The end record counts more members than the directory has."""
    content = honest_docx()
    count = struct.unpack_from("<H", content, len(content) - 12)[0] + 3
    return content[:-14] + struct.pack("<HH", count, count) + content[-10:]


def _named(name: str, **fields: int) -> bytes:
    return zip_bytes([*honest_members(), Member(name, b"hello", **fields)])  # ty: ignore[invalid-argument-type]


def _other_office_file(folder: str, part: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{folder}/{part}"/></Relationships>'
    )
    members = [
        Member("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        Member("_rels/.rels", relationships.encode()),
        Member(f"{folder}/{part}", b"<workbook/>"),
    ]
    return zip_bytes(members)


def _open_document() -> bytes:
    mime = Member("mimetype", b"application/vnd.oasis.opendocument.text", stored=True)
    return zip_bytes([mime, Member("content.xml", b"<office/>"), Member("META-INF/manifest.xml", b"<manifest/>")])


NOT_A_ZIP = (
    refused("empty", "empty-file", lambda: b""),
    refused("one-byte", "not-a-zip", lambda: b"P"),
    refused("plain-text", "not-a-zip", lambda: b"Petra Vandersloot\nJava Developer\n"),
    refused("html", "not-a-zip", lambda: b"<html><body><h1>Resume</h1></body></html>"),
    refused("flat-xml", "not-a-zip", lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg/>'),
    refused("rtf", "rtf", lambda: b"{\\rtf1\\ansi Petra Vandersloot}"),
    refused("pdf", "pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
    refused("executable", "not-a-zip", lambda: b"MZ\x90\x00" + bytes(500)),
    refused("legacy-doc", "legacy-doc", lambda: compound_file("WordDocument", "1Table")),
    refused("encrypted-docx", "encrypted", lambda: compound_file("EncryptionInfo", "EncryptedPackage")),
    refused("pdf-and-zip", "pdf", lambda: zip_bytes(honest_members(), prefix=b"%PDF-1.7\n")),
    refused("gif-and-zip", "not-a-zip", lambda: zip_bytes(honest_members(), prefix=b"GIF89a" + bytes(40))),
    refused("script-and-zip", "not-a-zip", lambda: zip_bytes(honest_members(), prefix=b"#!/bin/sh\nexit 0\n")),
    refused("zip-before-zip", "damaged-zip", lambda: zip_bytes(honest_members(), prefix=b"PK\x03\x04" + bytes(40))),
)
DAMAGED = (
    refused("cut-in-half", "damaged-zip", lambda: honest_docx()[: len(honest_docx()) // 2]),
    refused("only-the-magic", "damaged-zip", lambda: b"PK\x03\x04"),
    refused("cut-directory", "damaged-zip", _cut_directory),
    refused("no-end-record", "damaged-zip", lambda: honest_docx()[:-22]),
    refused("counts-more-members", "damaged-zip", _missing_members),
    refused("several-disks", "damaged-zip", _several_disks),
    refused("damaged-data", "damaged-zip", _damaged_data),
    refused("wrong-crc", "damaged-zip", lambda: altered(STORY, crc=0x12345678)),
    refused("two-names", "damaged-zip", lambda: altered(STORY, local_name="word/documenX.xml")),
    refused("offset-beyond-the-end", "damaged-zip", lambda: altered(STORY, offset=0x7FFFFFF0)),
    refused("zip64-nowhere", "damaged-zip", lambda: _with_zip64_end(honest_docx(), lie=99)),
    refused("zip64-without-sizes", "damaged-zip", lambda: altered(STORY, declared_size=0xFFFFFFFF)),
    accepted("zip64", zip64),
    accepted("trailing-bytes", lambda: honest_docx() + bytes(64)),
    accepted(
        "zip-comment-with-signature",
        lambda: zip_docx(honest_members(), Zipping(comment=b"PK\x05\x06 is no end")),
    ),
)
BOMBS = (
    refused("flat-bomb", "decompression-bomb", lambda: bomb(1000)),
    refused("ratio-bomb", "decompression-bomb", lambda: bomb(20)),
    refused("ratio-bomb-in-styles", "decompression-bomb", lambda: bomb(30, "word/styles.xml")),
    refused("many-fat-members", "decompression-bomb", many_fat_members),
    refused("size-lie-small", "damaged-zip", lambda: bomb(60, declared=5000)),
    refused("size-lie-large", "damaged-zip", lambda: altered(STORY, declared_size=90_000)),
    refused("overlapping", "overlapping-parts", overlapping),
    refused(
        "too-many-entries",
        "too-many-parts",
        lambda: zip_bytes([*honest_members(), *(Member(f"word/media/{i}.txt", stored=True) for i in range(6000))]),
    ),
)
NAMES = (
    refused("duplicate-story", "duplicate-part", lambda: _named(STORY)),
    refused("case-variant-story", "duplicate-part", lambda: _named("Word/Document.XML")),
    refused("name-escapes", "unsafe-part-name", lambda: _named("../../evil.txt")),
    refused("name-escapes-inside", "unsafe-part-name", lambda: _named("word/media/../../../evil.txt")),
    refused("name-absolute", "unsafe-part-name", lambda: _named("/etc/cron.d/evil")),
    refused("name-backslashes", "unsafe-part-name", lambda: _named("..\\..\\evil.txt")),
    refused("name-with-drive", "unsafe-part-name", lambda: _named("C:\\evil.txt")),
    refused("name-with-nul", "unsafe-part-name", lambda: _named("word/evil\x00.xml")),
    refused(
        "symlink", "unsafe-part-name", lambda: _named("word/link", external_attributes=0o120777 << 16, create_system=3)
    ),
    refused(
        "device", "unsafe-part-name", lambda: _named("word/null", external_attributes=0o020666 << 16, create_system=3)
    ),
    refused("encrypted-entries", "encrypted", lambda: altered(STORY, flags=ENCRYPTED)),
    refused("method-bzip2", "unknown-compression", lambda: altered(STORY, method=12)),
    refused("method-lzma", "unknown-compression", lambda: altered("word/styles.xml", method=14)),
    refused("method-zstd", "unknown-compression", lambda: altered(STORY, method=93)),
    refused("empty-zip", "empty-zip", lambda: zip_bytes([])),
    refused(
        "only-folders",
        "no-document-part",
        lambda: zip_bytes([Member("word/", stored=True), Member("_rels/", stored=True)]),
    ),
    refused("no-story", "no-document-part", lambda: without(STORY)),
    refused("zip-of-a-docx", "no-document-part", lambda: zip_bytes([Member("resume.docx", honest_docx())])),
    refused("workbook", "no-document-part", lambda: _other_office_file("xl", "workbook.xml")),
    refused("presentation", "no-document-part", lambda: _other_office_file("ppt", "presentation.xml")),
    refused("open-document", "no-document-part", _open_document),
    refused(
        "story-elsewhere",
        "unusual-story-name",
        lambda: zip_docx(docx_members(heading("X"), story_part="content/main.xml")),
    ),
    accepted("nested-zip-in-media", lambda: with_member("word/media/inner.zip", bomb(50))),
)
ARCHIVE_FILES: tuple[HostileFile, ...] = (*NOT_A_ZIP, *DAMAGED, *BOMBS, *NAMES)
