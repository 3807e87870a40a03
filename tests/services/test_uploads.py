"""What comes in from a person's disk: the promises of services/library/uploads.py."""

import pytest

from builders.hostile_file import honest_docx
from builders.hostile_packages import DOCM, VBA, external
from builders.pdf import a_pdf
from builders.zips import Member, zip_bytes
from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.resume.package import Permissions
from resume_customizer.services.library.uploads import ATTACHMENTS, PICTURES, FileKind, check_upload, find_kind

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
WORKBOOK = zip_bytes([Member("[Content_Types].xml", b"<Types/>"), Member("xl/workbook.xml", b"<workbook/>")])
KINDS = {
    FileKind.DOCX: honest_docx(),
    FileKind.PDF: a_pdf(["A resume"]),
    FileKind.XLSX: WORKBOOK,
    FileKind.PPTX: zip_bytes([Member("[Content_Types].xml", b"<Types/>"), Member("ppt/presentation.xml", b"<p/>")]),
    FileKind.ZIP: zip_bytes([Member("notes.txt", b"x")]),
    FileKind.PNG: PNG,
    FileKind.JPEG: b"\xff\xd8\xff\xe0" + bytes(40),
    FileKind.GIF: b"GIF89a" + bytes(40),
    FileKind.WEBP: b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    FileKind.RTF: b"{\\rtf1 Hello}",
    FileKind.OLD_OFFICE: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40),
    FileKind.TEXT: "Größe\r\n\tund mehr".encode(),
    FileKind.OTHER: b"\x7fELF\x02\x01\x01\x00" + bytes(40),
}


@pytest.mark.parametrize("kind", FileKind)
def test_a_file_is_what_its_bytes_are(kind: FileKind) -> None:
    assert find_kind(KINDS[kind]) is kind


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.DOCX])
def test_another_kind_than_what_is_asked_for_is_refused_whatever_it_is_called(kind: FileKind) -> None:
    with pytest.raises(UnreadableInput, match="what is taken here") as caught:
        check_upload("resume.docx", KINDS[kind])
    assert caught.value.code == "another-kind"


def test_the_name_is_clean_and_has_the_ending_that_the_file_has() -> None:
    upload = check_upload("../../etc/Petra\u202excod.exe", honest_docx())

    assert upload.file_name == "Petraxcod.docx"
    assert [notice.code for notice in upload.notices] == ["another-ending"]
    assert upload.content == honest_docx()
    for name in ("resume.DOCX", "resume.dotx", "resume.docm"):
        assert check_upload(name, honest_docx()).file_name == name


def test_macros_are_refused_unless_they_are_asked_for() -> None:
    with_macros = honest_docx(story_type=DOCM, parts=[VBA])
    with pytest.raises(RefusedInput) as caught:
        check_upload("resume.docm", with_macros)
    assert caught.value.code == "macros"

    upload = check_upload("resume.docm", with_macros, permissions=Permissions(macros=True))
    assert [notice.code for notice in upload.notices] == ["macros-kept"]
    assert upload.content == with_macros


def test_a_workbook_with_macros_is_refused_and_links_of_one_are_said() -> None:
    parts = [Member("[Content_Types].xml", b"<Types/>"), Member("xl/workbook.xml", b"<workbook/>")]
    with pytest.raises(RefusedInput):
        check_upload("rates.xlsx", zip_bytes([*parts, Member("xl/vbaProject.bin", b"x")]), ATTACHMENTS)

    book = zip_bytes(
        [*parts, Member("xl/externalLinks/externalLink1.xml", b"<x/>"), Member("xl/embeddings/a.bin", b"x")]
    )
    notices = check_upload("rates.xlsx", book, ATTACHMENTS).notices
    assert {notice.code for notice in notices} == {"external-content", "embedded-content"}


def test_links_to_elsewhere_and_scripts_are_said() -> None:
    linked = external("attachedTemplate", "https://elsewhere.example/t.dotx")
    assert "external-content" in {notice.code for notice in check_upload("resume.docx", linked).notices}

    scripted = a_pdf(["A resume"]) + b"<</S/JavaScript/JS(app.alert(1))>> <</S/Launch>> <</EmbeddedFile 1 0 R>>"
    codes = [notice.code for notice in check_upload("a.pdf", scripted, ATTACHMENTS).notices]
    assert codes == ["active-content", "active-content", "embedded-content"]


def test_limits_hold_before_anything_is_unpacked() -> None:
    with pytest.raises(RefusedInput, match="larger than 0 MB"):
        check_upload("a.docx", honest_docx(), limit=100)
    with pytest.raises(UnreadableInput, match="empty"):
        check_upload("a.docx", b"")
    with pytest.raises(UnreadableInput):
        check_upload("a.docx", honest_docx()[:-300])
    assert check_upload("me.png", PNG, PICTURES).kind is FileKind.PNG
