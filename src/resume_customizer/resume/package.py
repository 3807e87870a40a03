"""The OPC package: which member is the document, and whether it may be changed at all.

    bytes  ->  open_package()  ->  Package(archive, story part, notices)

Source of the rules: ECMA-376 part 2 (content types 10.1.2, relationships 9.3), part 1 17.15.1.29
(documentProtection). What is only unusual is kept byte for byte and said in a notice.
"""

import re
from dataclasses import dataclass
from posixpath import join, normpath
from typing import NamedTuple

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.core.notices import Notice
from resume_customizer.resume.archive import DEFAULT_LIMITS, Archive, Limits, Member, open_archive
from resume_customizer.resume.properties import attributes_of
from resume_customizer.resume.xml import read_elements, read_text, unescaped

_STORY_NAME = re.compile(r"word/document[0-9]*\.xml")
_RELATIONSHIP = re.compile(rb"<(?:[^\s<>/:]++:)?Relationship\s([^<>]*+)>")
STORY_LIMIT = 24_000_000
"""Bytes of a story part that are still read as a resume; about 3,000 pages of text."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a person may allow for a file of their own that is refused by default."""

    macros: bool = False
    signature: bool = False


NO_PERMISSIONS = Permissions()


class _Relationship(NamedTuple):
    kind: str
    """The last word of the relationship type."""
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A DOCX that may be read and changed."""

    archive: Archive
    story: Member
    """The main document part."""
    related: dict[str, str]
    """Parts that the story refers to, by the last word of the relationship type: `styles` → `word/styles.xml`."""
    notices: tuple[Notice, ...]

    def read_related(self, kind: str) -> bytes | None:
        """The bytes of the story's part of that kind (`styles`, `numbering`, `settings`), or None without one."""
        member = self.archive.by_name.get(self.related.get(kind, ""))
        return self.archive.read(member) if member else None


def open_package(content: bytes, permissions: Permissions = NO_PERMISSIONS, limits: Limits = DEFAULT_LIMITS) -> Package:
    """Open a DOCX or DOTX; raises UnreadableInput or RefusedInput with the reason and the way out."""
    archive = open_archive(content, limits)
    story = _find_story(archive)
    if story.size > STORY_LIMIT:
        weight, limit = story.size // 1_000_000, STORY_LIMIT // 1_000_000
        raise RefusedInput("story-too-large", f"The document's text weighs {weight} MB; up to {limit} MB is accepted.")
    relationships = _story_relationships(archive, story)
    notices = (
        *_check_macros(archive, permissions),
        *_check_signature(archive, permissions),
        *_foreign_content(archive, relationships),
    )
    package = Package(archive, story, _related_parts(story, relationships), notices)
    _check_protection(package)
    return package


def _find_story(archive: Archive) -> Member:
    """The main document part by the package's own relationship, else by its usual name."""
    rels = archive.by_name.get("_rels/.rels")
    for each in _read_relationships(archive, rels) if rels else ():
        if each.kind == "officeDocument":
            member = archive.by_name.get(normpath(each.target.lstrip("/")))
            if member is not None:
                return _checked_name(archive, member)
    member = archive.by_name.get("word/document.xml")
    if member is None:
        raise UnreadableInput(
            "no-document-part", f"This is {_what_it_is(archive)}, not a Word document: it has no main text."
        )
    return member


def _what_it_is(archive: Archive) -> str:
    for folder, kind in (
        ("xl/", "an Excel workbook"),
        ("ppt/", "a PowerPoint presentation"),
        ("META-INF/", "another kind of ZIP"),
    ):
        if any(member.name.startswith(folder) for member in archive.members):
            return kind
    return "a ZIP file"


def _checked_name(archive: Archive, member: Member) -> Member:
    """The main part, when it is where every checker looks for a Word document's text."""
    if member.name.startswith(("xl/", "ppt/")):
        raise UnreadableInput("no-document-part", f"This is {_what_it_is(archive)}, not a Word document.")
    if not _STORY_NAME.fullmatch(member.name):
        raise RefusedInput(
            "unusual-story-name",
            f"The document's text is in a part named {member.name}; independent checks expect word/document.xml. "
            "Open the file in Word and save it again.",
        )
    return member


def _read_relationships(archive: Archive, member: Member) -> list[_Relationship]:
    """The relationships that a part of them states."""
    markup = read_text(archive.read(member), member.name).utf8
    return [
        _Relationship(
            each.get(b"Type", b"").decode().rpartition("/")[2],
            unescaped(each.get(b"Target", b"").decode()),
            each.get(b"TargetMode") == b"External",
        )
        for each in map(attributes_of, _RELATIONSHIP.findall(markup))
    ]


def _story_relationships(archive: Archive, story: Member) -> list[_Relationship]:
    """What the story refers to."""
    folder, _, name = story.name.rpartition("/")
    member = archive.by_name.get(join(folder, "_rels", f"{name}.rels"))
    return _read_relationships(archive, member) if member else []


def _related_parts(story: Member, relationships: list[_Relationship]) -> dict[str, str]:
    """The parts that the story refers to, by kind; the first of each."""
    folder = story.name.rpartition("/")[0]
    found: dict[str, str] = {}
    for kind, target, external in relationships:
        if not external:
            found.setdefault(kind, normpath(target[1:] if target.startswith("/") else join(folder, target)))
    return found


def _check_macros(archive: Archive, permissions: Permissions) -> list[Notice]:
    """Macros are refused unless allowed; then their bytes stay as they are."""
    found = [m.name for m in archive.members if m.name.rsplit("/", 1)[-1].lower() in ("vbaproject.bin", "vbadata.xml")]
    if not found:
        types = archive.by_name.get("[Content_Types].xml")
        if types is None or b"macroEnabled" not in archive.read(types):
            return []
    if not permissions.macros:
        raise RefusedInput(
            "macros",
            "The file holds macros. Save it as .docx without them, or keep them as they are with --allow-macros.",
        )
    return [Notice("macros-kept", "The file holds macros; they were kept byte for byte and not run.")]


def _check_signature(archive: Archive, permissions: Permissions) -> list[Notice]:
    """A digital signature would no longer hold (ECMA-376 part 2, 12)."""
    if not any(name.startswith("_xmlsignatures/") for name in archive.by_name):
        return []
    if not permissions.signature:
        raise RefusedInput(
            "signed",
            "The file is digitally signed, and any change breaks the signature. "
            "Allow that with --allow-signed, or use an unsigned copy.",
        )
    return [Notice("signature-broken", "The file was digitally signed; the customized one no longer is.")]


def _foreign_content(archive: Archive, relationships: list[_Relationship]) -> list[Notice]:
    """What the person should know is in the file; it is kept, never fetched or run."""
    notices = []
    kinds = sorted({each.kind for each in relationships if each.external and each.kind != "hyperlink"})
    if kinds:
        message = f"The file refers to content outside of it ({', '.join(kinds)}); that was kept and not fetched."
        notices.append(Notice("external-content", message))
    if any("/embeddings/" in name or "/activeX/" in name for name in archive.by_name):
        notices.append(Notice("embedded-content", "The file holds embedded objects; they were kept and not opened."))
    return notices


def _check_protection(package: Package) -> None:
    """Refuse a document whose author forbade editing (ECMA-376 part 1, 17.15.1.29)."""
    settings = package.read_related("settings")
    if settings is None or b"documentProtection" not in settings:
        return
    for name, values in read_elements(settings, "settings"):
        if name != "documentProtection" or values.get("enforcement") not in ("1", "true", "on"):
            continue
        if values.get("edit", "none") != "none":
            raise RefusedInput(
                "protected",
                "The document is protected against editing. "
                "In Word: Review, Restrict Editing, Stop Protection; then try again.",
            )
