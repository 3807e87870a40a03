"""The OPC package: which member is the document, and whether it may be changed at all.

    bytes  ->  open_package()  ->  Package(archive, story part, notices)

Source of the rules: ECMA-376 part 2 (content types 10.1.2, relationships 9.3), part 1 17.15.1.29
(documentProtection). What is only unusual is kept byte for byte and said in a notice.
"""

import re
from posixpath import join, normpath
from typing import NamedTuple, TypeAlias

from resume_customizer.core.errors import RefusedInput, UnreadableInput
from resume_customizer.core.notices import Notice
from resume_customizer.resume.archive import DEFAULT_LIMITS, Archive, Limits, Member, open_archive
from resume_customizer.resume.properties import attributes_of
from resume_customizer.resume.xml import read_elements, read_text, unescaped

_STORY_NAME = re.compile(r"word/document[0-9]*\.xml")
_RELATIONSHIP = re.compile(rb"<(?:[^\s<>/:]++:)?Relationship\s([^<>]*+)>")
STORY_LIMIT = 24_000_000
"""Bytes of a story part that are still read as a resume; about 3,000 pages of text."""
PART_LIMIT = 12_000_000
"""Bytes of any other part that is read: styles, lists, settings."""
_LIST_LIMIT = 2_000_000
"""Bytes of a part that only lists others: relationships, content types."""


class Permissions(NamedTuple):
    """What a person may allow for a file of their own that is refused by default."""

    macros: bool = False
    signature: bool = False


NO_PERMISSIONS = Permissions()


class _Relationship(NamedTuple):
    kind: str
    """The last word of the relationship type."""
    target: str
    external: bool


_Relationships: TypeAlias = list[_Relationship]


class Package(NamedTuple):
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
        return _read_part(self.archive, member, PART_LIMIT) if member else None


def open_package(content: bytes, permissions: Permissions = NO_PERMISSIONS, limits: Limits = DEFAULT_LIMITS) -> Package:
    """Open a DOCX or DOTX; raises UnreadableInput or RefusedInput with the reason and the way out."""
    archive = open_archive(content, limits)
    types = _content_types(archive)
    owned = _relationships_of(archive, "_rels/.rels")
    story = _find_story(archive, owned)
    if story.size > STORY_LIMIT:
        weight, limit = story.size // 1_000_000, STORY_LIMIT // 1_000_000
        raise RefusedInput("story-too-large", f"The document's text weighs {weight} MB; up to {limit} MB is accepted.")
    relationships = _story_relationships(archive, story)
    notices = (
        *_check_macros(archive, types, (*owned, *relationships), permissions),
        *_check_active_content(archive, relationships, permissions),
        *_check_signature(archive, owned, permissions),
        *_foreign_content(archive, relationships),
    )
    package = Package(archive, story, _related_parts(story, relationships), notices)
    _check_protection(package)
    return package


def _read_part(archive: Archive, member: Member, limit: int) -> bytes:
    """A part's bytes, when it is no heavier than such a part can honestly be."""
    if member.size > limit:
        raise RefusedInput("part-too-large", f"The part {member.name} weighs more than {limit // 1_000_000} MB.")
    return archive.read(member)


def _content_types(archive: Archive) -> bytes:
    """The markup of the part that says what the others are (ECMA-376 part 2, 10.1.2)."""
    member = archive.by_name.get("[Content_Types].xml")
    if member is None:
        if "word/document.xml" not in archive.by_name:
            raise _not_word(archive)
        message = "The file lacks its list of content types, so Word can't open it. Get a fresh copy."
        raise UnreadableInput("no-content-types", message)
    return read_text(_read_part(archive, member, _LIST_LIMIT), member.name).utf8


def _find_story(archive: Archive, owned: _Relationships) -> Member:
    """The main document part by the package's own relationship, else by its usual name."""
    for each in owned:
        if each.kind == "officeDocument" and not each.external:
            member = archive.by_name.get(normpath(each.target.lstrip("/")))
            if member is not None:
                return _checked_name(archive, member)
    member = archive.by_name.get("word/document.xml")
    if member is None:
        raise _not_word(archive)
    return member


def _not_word(archive: Archive) -> UnreadableInput:
    return UnreadableInput(
        "no-document-part", f"This is {_what_it_is(archive)}, not a Word document: it has no main text."
    )


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


def _relationships_of(archive: Archive, name: str) -> _Relationships:
    """The relationships that the part of that name states; none without it."""
    member = archive.by_name.get(name)
    if member is None:
        return []
    markup = read_text(_read_part(archive, member, _LIST_LIMIT), name).utf8
    return [
        _Relationship(
            each.get(b"Type", b"").decode().rpartition("/")[2],
            unescaped(each.get(b"Target", b"").decode()),
            each.get(b"TargetMode") == b"External",
        )
        for each in map(attributes_of, _RELATIONSHIP.findall(markup))
    ]


def _story_relationships(archive: Archive, story: Member) -> _Relationships:
    """What the story refers to."""
    folder, _, name = story.name.rpartition("/")
    return _relationships_of(archive, join(folder, "_rels", f"{name}.rels"))


def _related_parts(story: Member, relationships: _Relationships) -> dict[str, str]:
    """The parts that the story refers to, by kind; the first of each."""
    folder = story.name.rpartition("/")[0]
    found: dict[str, str] = {}
    for kind, target, external in relationships:
        if not external:
            found.setdefault(kind, normpath(target[1:] if target.startswith("/") else join(folder, target)))
    return found


def _check_macros(
    archive: Archive, types: bytes, relationships: tuple[_Relationship, ...], permissions: Permissions
) -> list[Notice]:
    """Macros, and buttons that call them, are refused unless allowed; then their bytes stay as they are."""
    if not (
        b"macroEnabled" in types
        or any(each.kind in ("vbaProject", "wordVbaData") for each in relationships)
        or any(_is_code(name) for name in archive.by_name)
    ):
        return []
    if not permissions.macros:
        raise RefusedInput(
            "macros",
            "The file holds macros. Save it as .docx without them; on the command line --allow-macros keeps them.",
        )
    return [Notice("macros-kept", "The file holds macros; they were kept byte for byte and not run.")]


def _is_code(name: str) -> bool:
    """A part that holds macros, or a ribbon of buttons that call them ([MS-CUSTOMUI] 2.1)."""
    name = name.casefold()
    return name.startswith("customui/") or name.endswith(("/vbaproject.bin", "/vbadata.xml"))


def _check_active_content(archive: Archive, relationships: _Relationships, permissions: Permissions) -> list[Notice]:
    """ActiveX controls are programs, too."""
    if not any(each.kind == "control" for each in relationships) and not any("/activeX/" in n for n in archive.by_name):
        return []
    if not permissions.macros:
        raise RefusedInput(
            "active-content",
            "The file holds ActiveX controls. Remove them in Word; on the command line --allow-macros keeps them.",
        )
    return [Notice("active-content-kept", "The file holds ActiveX controls; they were kept byte for byte and not run.")]


def _check_signature(archive: Archive, owned: _Relationships, permissions: Permissions) -> list[Notice]:
    """A digital signature would no longer hold (ECMA-376 part 2, 12)."""
    is_signed = any(each.kind == "origin" for each in owned)
    if not is_signed and not any(name.startswith("_xmlsignatures/") for name in archive.by_name):
        return []
    if not permissions.signature:
        raise RefusedInput(
            "signed",
            "The file is digitally signed, and any change breaks the signature. "
            "Use an unsigned copy; on the command line --allow-signed accepts that.",
        )
    return [Notice("signature-broken", "The file was digitally signed; the customized one no longer is.")]


def _foreign_content(archive: Archive, relationships: _Relationships) -> list[Notice]:
    """What the person should know is in the file; it is kept, never fetched or run."""
    notices = []
    kinds = sorted({each.kind for each in relationships if each.external and each.kind != "hyperlink"})
    if kinds:
        message = f"The file refers to content outside of it ({', '.join(kinds)}); that was kept and not fetched."
        notices.append(Notice("external-content", message))
    if any("/embeddings/" in name for name in archive.by_name):
        notices.append(Notice("embedded-content", "The file holds embedded objects; they were kept and not opened."))
    if any(each.kind == "aFChunk" for each in relationships):
        message = "The file holds text in another format (altChunk); it was kept and not read."
        notices.append(Notice("unread-content", message))
    return notices


def _check_protection(package: Package) -> None:
    """Refuse a document whose author forbade editing (ECMA-376 part 1, 17.15.1.29)."""
    settings = package.read_related("settings")
    if settings is None or b"documentProtection" not in read_text(settings, "settings").utf8:
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
