"""What a document says besides its text: who wrote it, with what, what is hidden, commented or tracked.

    bytes  ->  read_metadata()  ->  Metadata, to be seen before a file is sent

Promises (tests in tests/resume/test_metadata.py):

* Authors, programs, revision marks, hidden text, comments and tracked changes are all told; nothing is changed.
"""

import re
from dataclasses import dataclass
from typing import Final

from resume_customizer.resume.archive import Archive
from resume_customizer.resume.package import NO_PERMISSIONS, PART_LIMIT, Permissions, open_package
from resume_customizer.resume.xml import read_text, unescaped

_PROPERTY = re.compile(
    r"<(?:[\w.-]{1,30}:)?(creator|lastModifiedBy|Company|Manager|Application|title|subject|keywords|description"
    r"|category)\b[^<>]{0,300}>([^<]{1,2000})</"
)
_RSID = re.compile(r'\bw:rsid\w{0,10}="([0-9A-Fa-f]{8})"')
_AUTHOR = re.compile(r'<w:(ins|del|moveFrom|moveTo|comment)\b[^<>]{0,500}?\bw:author="([^"]{0,300})"')
_HIDDEN = re.compile(r"<w:vanish\b(?![^<>]{0,60}w:val=\"(?:0|false|off)\")[^<>]{0,60}/?>")
_CUSTOM = re.compile(r'<property\b[^<>]{0,500}?\bname="([^"]{0,300})"')
_TEXT_PARTS: Final = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d{0,4}\.xml")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a receiver could read of a file besides its text."""

    properties: dict[str, str]
    """Author, last change, company, program, title …, where they are filled in."""
    custom_properties: tuple[str, ...]
    revision_marks: int
    """Different rsids: they tell which parts were written in one go, and tie documents together."""
    hidden_texts: int
    comments: int
    tracked_changes: int
    authors: tuple[str, ...]
    """Of comments and tracked changes."""


def read_metadata(content: bytes, permissions: Permissions = NO_PERMISSIONS) -> Metadata:
    """All of it; raises the errors of opening a document."""
    archive = open_package(content, permissions).archive
    properties = {
        name: unescaped(value).strip()
        for part in ("docProps/core.xml", "docProps/app.xml")
        for name, value in _PROPERTY.findall(_part(archive, part))
        if value.strip()
    }
    texts = [_part(archive, name) for name in archive.by_name if _TEXT_PARTS.fullmatch(name)]
    marked = [found for text in texts for found in _AUTHOR.findall(text)]
    rsids = {each for text in texts for each in _RSID.findall(text)}
    return Metadata(
        properties,
        tuple(map(unescaped, _CUSTOM.findall(_part(archive, "docProps/custom.xml")))),
        len(rsids),
        sum(len(_HIDDEN.findall(text)) for text in texts),
        sum(kind == "comment" for kind, _ in marked),
        sum(kind != "comment" for kind, _ in marked),
        tuple(dict.fromkeys(unescaped(author) for _, author in marked)),
    )


def _part(archive: Archive, name: str) -> str:
    member = archive.by_name.get(name)
    if member is None or member.size > PART_LIMIT * 2:
        return ""
    return read_text(archive.read(member), name).utf8.decode("utf-8", "replace")
