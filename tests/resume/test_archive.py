"""The ZIP container: the promises of resume_customizer.resume.archive."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import Literal

import pytest

from builders.hostile_archives import ARCHIVE_FILES, BOMBS, NAMES
from builders.hostile_file import HostileFile
from builders.zips import deflate
from resume_customizer.core.errors import InvalidInput, RefusedInput, UnreadableInput
from resume_customizer.resume.archive import Archive, Limits, open_archive, read_directory
from resume_customizer.resume.archive_splicing import with_payload

NAME, FULL = "word/document.xml", 0xFFFFFFFF
TEXTS = [b"x", b"<w:p>Built services.</w:p>" * 40, bytes(range(256)) * 30]


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as some program writes it; `wide` are the values that stand in zip64 extra fields."""

    name: str
    data: bytes = b"one of the others" * 20
    stored: bool = False
    descriptor: Literal["", "signed", "bare", "signed wide", "bare wide"] = ""
    wide_local: bool = False
    wide_central: tuple[Literal["size", "packed", "offset"], ...] = ()
    extra: bytes = b""
    comment: bytes = b""
    gap: bytes = b""
    """Bytes behind the member that belong to none."""


def an_archive(*entries: Entry, comment: bytes = b"", wide_end: bool = False, tail: bytes = b"") -> bytes:
    """A ZIP file, written field by field (APPNOTE 4.3)."""
    body, directory = bytearray(), bytearray()
    for entry in entries:
        offset = len(body)
        body += _local(entry) + entry.gap
        directory += _central(entry, offset)
    start, count = len(body), len(entries)
    body += directory
    if wide_end:
        at = len(body)
        body += struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(directory), start)
        body += struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
        start, count = FULL, 0xFFFF
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, len(comment))
    return bytes(body) + end + comment + tail


def _numbers(entry: Entry) -> tuple[bytes, int, int, int]:
    packed = entry.data if entry.stored else deflate(entry.data)
    return packed, zlib.crc32(entry.data), len(packed), len(entry.data)


def _local(entry: Entry) -> bytes:
    packed, crc, small, size = _numbers(entry)
    late = bool(entry.descriptor)
    wide = struct.pack("<HHQQ", 1, 16, *((0, 0) if late else (size, small))) if entry.wide_local else b""
    stated = (0 if late else crc, *((FULL, FULL) if entry.wide_local else (0, 0) if late else (small, size)))
    extra, name = entry.extra + wide, entry.name.encode()
    header = struct.pack(
        "<4s5H3L2H",
        *(b"PK\x03\x04", 45, 8 if late else 0, 0 if entry.stored else 8, 0, 0x5A21),
        *(*stated, len(name), len(extra)),
    )
    layouts = {"": "", "signed": "<3L", "bare": "<3L", "signed wide": "<L2Q", "bare wide": "<L2Q"}
    behind = struct.pack(layouts[entry.descriptor], crc, small, size) if late else b""
    return header + name + extra + packed + (b"PK\x07\x08" if entry.descriptor.startswith("signed") else b"") + behind


def _central(entry: Entry, offset: int) -> bytes:
    _, crc, small, size = _numbers(entry)
    values = {"size": size, "packed": small, "offset": offset}
    numbers = b"".join(
        struct.pack("<Q", values[name]) for name in ("size", "packed", "offset") if name in entry.wide_central
    )
    wide = struct.pack("<HH", 1, len(numbers)) + numbers if entry.wide_central else b""
    shown = {name: FULL if name in entry.wide_central else value for name, value in values.items()}
    extra, name, flags = entry.extra + wide, entry.name.encode(), 8 if entry.descriptor else 0
    return (
        struct.pack(
            "<4s6H3L5H2L",
            *(b"PK\x01\x02", 45, 45, flags, 0 if entry.stored else 8, 0, 0x5A21),
            *(crc, shown["packed"], shown["size"], len(name), len(extra), len(entry.comment), 0, 0, 0, shown["offset"]),
        )
        + name
        + extra
        + entry.comment
    )


STORY = Entry(NAME, b"<w:document>Petra Vandersloot</w:document>" * 9)
BEFORE, AFTER = Entry("[Content_Types].xml"), Entry("word/styles.xml", b"styles" * 50)
LOOKS_LIKE_SIZES = struct.pack("<HHQQQ", 0x7A7A, 24, len(STORY.data), len(deflate(STORY.data)), 0)
FORMS: dict[str, bytes] = {
    "deflated": an_archive(BEFORE, STORY, AFTER),
    "stored": an_archive(BEFORE, replace(STORY, stored=True), AFTER),
    "first": an_archive(STORY, BEFORE, AFTER),
    "last": an_archive(BEFORE, AFTER, STORY),
    "alone": an_archive(STORY),
    **{
        f"descriptor {kind}": an_archive(BEFORE, replace(STORY, descriptor=kind), replace(AFTER, descriptor=kind))
        for kind in ("signed", "bare", "signed wide", "bare wide")
    },
    "descriptor stored": an_archive(BEFORE, replace(STORY, descriptor="signed", stored=True), AFTER),
    "descriptor with wide local header": an_archive(
        BEFORE, replace(STORY, descriptor="signed wide", wide_local=True), AFTER
    ),
    "zip64 sizes": an_archive(BEFORE, replace(STORY, wide_local=True, wide_central=("size", "packed")), AFTER),
    "zip64 size only": an_archive(BEFORE, replace(STORY, wide_central=("size",)), AFTER),
    "zip64 packed only": an_archive(BEFORE, replace(STORY, wide_central=("packed",)), AFTER),
    "zip64 offsets": an_archive(
        BEFORE, replace(STORY, wide_central=("offset",)), replace(AFTER, wide_central=("size", "packed", "offset"))
    ),
    "zip64 everything": an_archive(
        *(replace(e, wide_local=True, wide_central=("size", "packed", "offset")) for e in (BEFORE, STORY, AFTER)),
        wide_end=True,
    ),
    "zip64 end": an_archive(BEFORE, STORY, AFTER, wide_end=True),
    "comment": an_archive(BEFORE, STORY, AFTER, comment=b"a comment"),
    "comment like an end record": an_archive(BEFORE, STORY, AFTER, comment=b"PK\x05\x06" + bytes(40)),
    "member comments": an_archive(BEFORE, replace(STORY, comment=b"the text"), replace(AFTER, comment=b"its look")),
    "extra fields that look like sizes": an_archive(
        BEFORE,
        replace(STORY, extra=LOOKS_LIKE_SIZES, wide_local=True, wide_central=("size", "packed")),
        replace(AFTER, extra=LOOKS_LIKE_SIZES, wide_central=("size", "packed", "offset")),
    ),
    "gaps": an_archive(replace(BEFORE, gap=bytes(7)), replace(STORY, gap=b"PK\x01\x02"), replace(AFTER, gap=bytes(3))),
    "folders": an_archive(Entry("word/", b"", stored=True), BEFORE, STORY, AFTER),
    "tail": an_archive(BEFORE, STORY, AFTER, tail=bytes(64)),
    "umlaut": an_archive(Entry("word/media/Müller.png"), STORY, AFTER),
}  # fmt: skip

MISREAD_BY_PYTHON = {"comment like an end record"}
"""Python's zipfile takes the last signature for the end record, wherever it stands."""


def _replaced(archive: Archive, data: bytes) -> bytes:
    member = archive.by_name[NAME]
    return with_payload(archive, member, data if not member.method else deflate(data), zlib.crc32(data), len(data))


def _read_by_others(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# ------------------------------------------------------------------ replacing


@pytest.mark.parametrize("text", TEXTS, ids=len)
@pytest.mark.parametrize("form", FORMS)
def test_a_payload_replaced_and_replaced_back_gives_the_first_bytes_again(form: str, text: bytes) -> None:
    first = open_archive(FORMS[form])
    member = first.by_name[NAME]

    changed = _replaced(first, text)
    again = open_archive(changed)
    back = with_payload(again, again.by_name[NAME], first.payload(member), member.crc, member.size)

    assert again.read(again.by_name[NAME]) == text
    assert back == FORMS[form]


@pytest.mark.parametrize("form", sorted(FORMS.keys() - MISREAD_BY_PYTHON))
def test_another_program_reads_the_new_payload_and_the_old_other_members(form: str) -> None:
    text = b"<w:document>somewhat longer than before</w:document>" * 30

    changed = _read_by_others(_replaced(open_archive(FORMS[form]), text))

    assert changed == _read_by_others(FORMS[form]) | {NAME: text}
    assert list(changed) == list(_read_by_others(FORMS[form]))


@pytest.mark.parametrize("form", FORMS)
def test_everything_around_the_payload_is_copied_as_it_stands(form: str) -> None:
    first = open_archive(FORMS[form])
    again = open_archive(_replaced(first, TEXTS[2]))

    for old, new in zip(first.members, again.members, strict=True):
        if old.name != NAME:
            assert first.content[old.header : first.data_of(old)] == again.content[new.header : again.data_of(new)]
            assert first.payload(old) == again.payload(new)
    shrunk = len(first.content) - first.by_name[NAME].packed
    assert len(again.content) - again.by_name[NAME].packed == shrunk


# ------------------------------------------------------------------ reading


@pytest.mark.parametrize("form", sorted(FORMS.keys() - MISREAD_BY_PYTHON))
def test_members_are_read_as_other_programs_read_them(form: str) -> None:
    archive = open_archive(FORMS[form])

    assert {m.name: archive.read(m) for m in archive.members} == _read_by_others(FORMS[form])


def test_a_digest_is_that_of_the_unpacked_bytes_whatever_the_size_and_keeps_nothing() -> None:
    from hashlib import sha256

    large = bytes(range(251)) * 20_000
    for entry in (Entry("a", large), Entry("a", large, stored=True), Entry("a", b"small")):
        archive = open_archive(an_archive(entry))

        assert archive.digest(archive.members[0]) == sha256(entry.data).hexdigest()
        assert not archive._unpacked


def test_a_member_that_is_not_what_its_record_says_is_named_whichever_way_it_is_read() -> None:
    large = bytes(range(251)) * 20_000
    for data in (b"small " * 30, large):
        content = bytearray(an_archive(Entry("a", data)))
        content[60] ^= 0xFF
        for look in ("read", "digest"):
            archive = open_archive(bytes(content))
            with pytest.raises(UnreadableInput) as error:
                getattr(archive, look)(archive.members[0])
            assert error.value.code == "damaged-zip"
            assert "part a" in error.value.message


def test_a_wrong_checksum_is_found_in_stored_and_packed_members_small_and_large() -> None:
    for data in (b"small " * 30, bytes(range(251)) * 20_000):
        for stored in (False, True):
            content = bytearray(an_archive(Entry("a", data, stored=stored)))
            at = content.index(b"PK\x01\x02") + 16
            content[at] ^= 1
            archive = open_archive(bytes(content))
            for look in (archive.read, archive.digest):
                with pytest.raises(UnreadableInput):
                    look(archive.members[0])


# ------------------------------------------------------------------ refusing


def _refusal(content: bytes) -> str | None:
    try:
        open_archive(content)
    except InvalidInput as refusal:
        return refusal.code
    return None


@pytest.mark.parametrize("hostile", ARCHIVE_FILES, ids=lambda each: each.name)
def test_what_the_archive_refuses_has_the_reason_that_counts(hostile: HostileFile) -> None:
    assert _refusal(hostile.data) in (None, hostile.code)


def test_refusals_need_no_look_at_packed_bytes() -> None:
    refused = 0
    for hostile in (*BOMBS, *NAMES):
        content = bytearray(hostile.data)
        code = _refusal(bytes(content))
        if code in (None, "empty-zip", "too-many-parts", "overlapping-parts"):
            continue
        archive = read_directory(bytes(content))
        for member in archive.members:
            data = archive.data_of(member)
            content[data : data + member.packed] = b"\xff" * member.packed
        assert _refusal(bytes(content)) == code
        refused += 1

    assert refused >= 15


def test_an_archive_that_says_how_much_it_unpacks_to_is_held_to_the_limits() -> None:
    content = an_archive(Entry("a", bytes(90_000)), Entry("b", bytes(90_000)))
    cases = {
        "file-too-large": Limits(file_size=100),
        "too-many-parts": Limits(members=1),
        "decompression-bomb": Limits(unpacked=100_000),
    }
    for code, limits in cases.items():
        with pytest.raises(RefusedInput) as refusal:
            open_archive(content, limits)
        assert refusal.value.code == code
    with pytest.raises(RefusedInput, match="unpacks to far more"):
        open_archive(content, Limits(ratio_from=50_000, member_ratio=100))


def test_members_that_the_table_of_contents_does_not_count_are_no_way_to_hide_something() -> None:
    content = bytearray(an_archive(BEFORE, STORY, AFTER))
    end = content.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", content, end + 8, 2, 2)

    with pytest.raises(UnreadableInput) as refusal:
        open_archive(bytes(content))

    assert refusal.value.code == "damaged-zip"


def test_a_table_of_contents_that_other_programs_would_look_for_elsewhere_is_refused() -> None:
    content = bytearray(an_archive(BEFORE, STORY, AFTER))
    end = content.rindex(b"PK\x05\x06")
    for field, change in ((12, 46), (16, -1), (16, 1)):
        lying = bytearray(content)
        (value,) = struct.unpack_from("<L", lying, end + field)
        struct.pack_into("<L", lying, end + field, value + change)
        with pytest.raises(UnreadableInput):
            open_archive(bytes(lying))


def test_an_archive_without_members_is_refused_even_when_it_begins_like_one_with_members() -> None:
    nothing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0, 0, 0, 30, 0)

    with pytest.raises(UnreadableInput) as refusal:
        open_archive(b"PK\x03\x04" + bytes(26) + nothing)

    assert refusal.value.code == "empty-zip"


@pytest.mark.parametrize("at", range(0, 420, 7))
def test_no_flipped_byte_in_the_directory_gives_anything_but_an_answer_of_ours(at: int) -> None:
    content = bytearray(an_archive(BEFORE, replace(STORY, wide_central=("size", "packed", "offset")), wide_end=True))
    start = content.index(b"PK\x01\x02")
    for bits in (0x01, 0x80, 0xFF):
        lying = bytearray(content)
        lying[start + at % (len(content) - start)] ^= bits
        try:
            archive = open_archive(bytes(lying))
            again = open_archive(_replaced(archive, TEXTS[2])) if NAME in archive.by_name else archive
            [again.read(member) for member in again.members]
        except InvalidInput:
            pass


def test_a_directory_that_was_checked_before_is_read_alike() -> None:
    for content in FORMS.values():
        assert read_directory(content).members == open_archive(content).members
