"""What comes in from a person's disk, looked at before it is kept: what it is, its name, and what is odd in it.

    name + bytes  ->  check_upload()  ->  Upload: a clean name, the real kind, notices; or an error with the way out

The kind is told by the bytes alone: a name proves nothing. Limits hold before anything is unpacked.

Promises (tests in tests/services/test_uploads.py):

* A file is what its bytes are, whatever it is called; one that is something else than what is asked for is refused.
* Macros are refused unless they are asked for; links to elsewhere, embedded files and scripts are said in notices.
* Nothing of it is changed, run or fetched.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.core.file_names import clean_file_name, split_ending
from resume_customizer.core.notices import Notice
from resume_customizer.resume.archive import open_archive
from resume_customizer.resume.package import NO_PERMISSIONS, Permissions, open_package
from resume_customizer.resume.pdf import is_pdf

LARGEST: Final = 64_000_000
"""Bytes of one file."""


class FileKind(StrEnum):
    """What a file is, by its bytes."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    PPTX = "pptx"
    ZIP = "zip"
    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"
    WEBP = "webp"
    RTF = "rtf"
    OLD_OFFICE = "doc"
    TEXT = "txt"
    OTHER = "bin"


RESUMES: Final = frozenset({FileKind.DOCX})
"""What a resume can be."""
PICTURES: Final = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.GIF, FileKind.WEBP})
"""What a picture of a person can be."""
ATTACHMENTS: Final = PICTURES | {FileKind.DOCX, FileKind.PDF, FileKind.XLSX, FileKind.PPTX, FileKind.TEXT}
"""What can be kept with a requirement."""
_CALLED: Final = {
    FileKind.DOCX: "a Word document",
    FileKind.PDF: "a PDF",
    FileKind.XLSX: "an Excel workbook",
    FileKind.PPTX: "a PowerPoint presentation",
    FileKind.ZIP: "a ZIP file",
    FileKind.PNG: "a PNG picture",
    FileKind.JPEG: "a JPEG picture",
    FileKind.GIF: "a GIF picture",
    FileKind.WEBP: "a WebP picture",
    FileKind.RTF: "an RTF text",
    FileKind.OLD_OFFICE: "a file of Office 97 to 2003, or one with a password",
    FileKind.TEXT: "a text",
    FileKind.OTHER: "a file of an unknown kind",
}
_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"GIF87a", FileKind.GIF),
    (b"GIF89a", FileKind.GIF),
    (b"{\\rtf", FileKind.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_OFFICE),
)
_ALSO_CALLED: Final = {
    FileKind.DOCX: {".docx", ".dotx", ".docm", ".dotm"},
    FileKind.JPEG: {".jpg", ".jpeg"},
    FileKind.TEXT: {".txt", ".md", ".csv", ".eml", ".html", ".htm", ".json", ".yaml", ".yml", ".log"},
    FileKind.XLSX: {".xlsx", ".xlsm"},
    FileKind.PPTX: {".pptx", ".pptm"},
}
"""Endings that are right for a kind, besides its own."""
_ACTIVE_IN_PDF: Final = (
    (b"/JavaScript", "active-content", "The PDF holds a script; it was kept and not run."),
    (b"/Launch", "active-content", "The PDF can start programs; nothing was started."),
    (b"/EmbeddedFile", "embedded-content", "The PDF holds other files; they were kept and not opened."),
    (b"/Encrypt", "encrypted", "The PDF is encrypted; what it says may not be readable."),
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that may be kept, as it came."""

    file_name: str
    """Clean, and with an ending that fits what it is."""
    kind: FileKind
    content: bytes
    notices: tuple[Notice, ...]


def check_upload(
    file_name: str,
    content: bytes,
    accepted: Collection[FileKind] = RESUMES,
    permissions: Permissions = NO_PERMISSIONS,
    limit: int = LARGEST,
) -> Upload:
    """The file as it may be kept; raises UnreadableInput for another kind, RefusedInput for what is not safe."""
    name = clean_file_name(file_name)
    if not content:
        raise UnreadableInput("empty-file", "The file is empty.", name)
    if len(content) > limit:
        raise RefusedInput("file-too-large", f"The file is larger than {limit // 1_000_000} MB.", name)
    kind = find_kind(content)
    if kind not in accepted:
        wanted = ", ".join(sorted(f".{each}" for each in accepted))
        raise UnreadableInput("another-kind", f"This is {_CALLED[kind]}; what is taken here: {wanted}.", name)
    fitting = _fitting_name(name, kind)
    notices = [*_renamed(name, fitting), *_found_inside(kind, content, permissions)]
    return Upload(fitting, kind, content, tuple(notices))


def find_kind(content: bytes) -> FileKind:
    """What bytes are."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if is_pdf(content):
        return FileKind.PDF
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    return FileKind.TEXT if _is_text(content) else FileKind.OTHER


def _kind_of_zip(content: bytes) -> FileKind:
    """By the parts inside; raises UnreadableInput for a damaged or hostile one."""
    names = open_archive(content).by_name
    if "[Content_Types].xml" not in names and "word/document.xml" not in names:
        return FileKind.ZIP
    folders = {name.partition("/")[0] for name in names if "/" in name}
    for folder, kind in (("word", FileKind.DOCX), ("xl", FileKind.XLSX), ("ppt", FileKind.PPTX)):
        if folder in folders:
            return kind
    return FileKind.ZIP


def _is_text(content: bytes) -> bool:
    """Text in UTF-8, or in an encoding of one byte without control characters."""
    head = content[:4096]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head)


def _fitting_name(name: str, kind: FileKind) -> str:
    """The name, with the ending that its kind has."""
    stem, ending = split_ending(name)
    if kind is FileKind.OTHER or ending.casefold() in {f".{kind}", *_ALSO_CALLED.get(kind, ())}:
        return name
    return clean_file_name(f"{stem}.{kind}")


def _renamed(name: str, fitting: str) -> list[Notice]:
    if name == fitting:
        return []
    return [Notice("another-ending", f"The file is kept as {fitting}: that is what it is.", name)]


def _found_inside(kind: FileKind, content: bytes, permissions: Permissions) -> list[Notice]:
    if kind is FileKind.DOCX:
        return list(open_package(content, permissions).notices)
    if kind is FileKind.PDF:
        return [Notice(code, message) for mark, code, message in _ACTIVE_IN_PDF if mark in content]
    if kind in {FileKind.XLSX, FileKind.PPTX}:
        return _in_office_file(content, permissions)
    return []


def _in_office_file(content: bytes, permissions: Permissions) -> list[Notice]:
    """Macros and embedded files of a workbook or a presentation, which is kept and never opened."""
    names = [name.casefold() for name in open_archive(content).by_name]
    found = []
    if any(name.endswith("/vbaproject.bin") for name in names):
        if not permissions.macros:
            raise RefusedInput("macros", "The file holds macros. Save it without them.")
        found.append(Notice("macros-kept", "The file holds macros; they were kept byte for byte and not run."))
    if any("/embeddings/" in name for name in names):
        found.append(Notice("embedded-content", "The file holds embedded objects; they were kept and not opened."))
    if any("/externallinks/" in name for name in names):
        found.append(Notice("external-content", "The file refers to other files; they were not fetched."))
    return found
