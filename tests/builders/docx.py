r"""Word documents for tests, written by hand into a zip: a resume in five lines, and any oddity when asked.

    heading, line, bullets, table, …  ->  a_docx()  ->  bytes

    a_docx(heading("Experience"), line(bold("Acme"), "\tJan 2021 – Present"), bullets("Built …", "Led …"))

Promises: the same call gives the same bytes; nothing of a library for DOCX is used, so that what is tested
and what it is tested with don't share a fault. All functions for paragraphs are importable from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape, quoteattr

from builders.blocks import (
    Cell,
    blue_square,
    cell,
    content_control,
    image,
    inline_control,
    repeating_section,
    row,
    section_break,
    table,
    text_box,
)
from builders.habits import (
    GOOGLE_DOCS,
    LIBREOFFICE,
    PAGES,
    PLAIN,
    WORD,
    WORD_2007,
    WORD_EDITED,
    WPS,
    Habits,
)
from builders.lists import (
    DASHES,
    DOTS,
    NUMBERS,
    PLAIN_DOTS,
    ROUND,
    SQUARES,
    UNSHOWN,
    Level,
    ListKind,
    glyphs,
    numbering_xml,
)
from builders.namespaces import in_namespaces, root, to_strict
from builders.paragraphs import Setting, blank, bullets, heading, line, typed_bullets
from builders.runs import (
    BREAK,
    COLUMN_BREAK,
    LAST_RENDERED_PAGE_BREAK,
    PAGE_BREAK,
    TAB,
    bold,
    bookmark,
    bookmark_end,
    bookmark_start,
    comment,
    comment_end,
    comment_start,
    deleted,
    field,
    inserted,
    italic,
    link,
    symbol,
    text,
    together,
)
from builders.styles import Style, numbering_style, style, styles_xml
from builders.theme import THEME
from builders.writing import (
    AUTHOR,
    MADE_BY,
    RELATIONSHIPS,
    Blocks,
    Ids,
    Piece,
    Relationship,
    Writing,
    Xml,
    raw,
    write_blocks,
)
from builders.zips import Member, zip_bytes

__all__ = [
    "BREAK", "COLUMN_BREAK", "DASHES", "DOTS", "GOOGLE_DOCS", "LAST_RENDERED_PAGE_BREAK", "LIBREOFFICE", "NUMBERS",
    "PAGES", "PAGE_BREAK", "PLAIN", "PLAIN_DOTS", "ROUND", "SQUARES", "TAB", "UNSHOWN", "WORD", "WORD_2007",
    "WORD_EDITED", "WPS", "Blocks", "Cell", "Habits", "Level", "ListKind", "Member", "Part", "Piece", "Setting",
    "Style", "Xml", "Zipping", "a_docx", "blank", "blue_square", "bold", "bookmark", "bookmark_end", "bookmark_start",
    "bullets", "cell", "comment", "comment_end", "comment_start", "content_control", "deleted", "docx_members",
    "field", "glyphs", "heading", "image", "inline_control", "inserted", "italic", "line", "link", "numbering_style",
    "raw", "repeating_section", "row", "section_break", "style", "symbol", "table", "text", "text_box", "together",
    "typed_bullets", "zip_docx",
]  # fmt: skip

OFFICE = "application/vnd.openxmlformats-officedocument."
WORDML = OFFICE + "wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DOCX_TYPE = WORDML + "document.main+xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A further part of the package: its name, bytes, content type, and how the story part refers to it."""

    name: str
    data: bytes
    content_type: str = "application/xml"
    relationship: str = ""
    """Last word of a usual relationship type, or a full URI; empty when nothing refers to it."""
    of_package: bool = False
    """The package refers to it, not the story part."""


@dataclass(frozen=True, slots=True)
class Zipping:
    """How the archive is written."""

    stored: tuple[str, ...] = ()
    """Names of members that are not compressed; `*` for all."""
    data_descriptors: bool = False
    comment: bytes = b""
    odd_order: bool = False
    """Content types last, the story part after its neighbours."""
    folders: bool = False
    """Entries for the folders themselves."""


def a_docx(*body: Blocks, zipping: Zipping = Zipping(), **form: object) -> bytes:
    """A Word document with this body; see `docx_members` for what else can be asked."""
    return zip_docx(docx_members(*body, **form), zipping)  # ty: ignore[invalid-argument-type]


def docx_members(
    *body: Blocks,
    habits: Habits = PLAIN,
    styles: Sequence[Style] = (),
    font: str = "Arial",
    size: float = 10,
    section: Xml | None = None,
    header: Blocks = (),
    footer: Blocks = (),
    settings: str = "",
    title: str = "",
    parts: Sequence[Part] = (),
    relationships: Sequence[Relationship] = (),
    theme: bool = False,
    numbering: str = "",
    strict: bool = False,
    prefix: str = "w",
    encoding: str = "UTF-8",
    story_part: str = "word/document.xml",
    story_type: str = DOCX_TYPE,
    background: str = "",
) -> list[Member]:
    """The members of the package, in Word's order; `zip_docx` makes a file of them.

    `settings` and `numbering` are markup added to those parts, `background` to the front of the document element.
    `prefix` is what the story part writes instead of `w` (empty: a default namespace).
    """
    package = _Package(Ids(), habits, strict, prefix, encoding)
    story = Writing(habits, package.ids, folder=story_part.rpartition("/")[0] + "/")
    inside = write_blocks(body, story)
    references = package.add_header("header", header, story) + package.add_header("footer", footer, story)
    last = (section or section_break("nextPage", references=references)).write(story)
    package.add_common(story, styles, font, size, settings, numbering)
    for part in parts:
        package.add(part, story)
    if theme:
        package.add(Part("word/theme/theme1.xml", _xml(THEME), OFFICE + "theme+xml", "theme"), story)
    story.relationships.extend(relationships)
    document = root("document", f"{background}<w:body>{inside}{last}</w:body>")
    return package.members(document, story, story_part, story_type, title)


def zip_docx(members: Sequence[Member], zipping: Zipping = Zipping()) -> bytes:
    """The members as a file."""
    if zipping.folders:
        names = sorted({member.name.rpartition("/")[0] + "/" for member in members if "/" in member.name})
        members = [Member(name, stored=True) for name in names] + list(members)
    if zipping.odd_order:
        members = sorted(members, key=lambda member: (member.name.startswith("["), member.name[::-1]))
    written = [
        replace(
            m,
            stored=m.stored or m.name in zipping.stored or "*" in zipping.stored,
            data_descriptor=zipping.data_descriptors,
        )
        for m in members
    ]
    return zip_bytes(written, zipping.comment)


class _Package:
    """Gathers parts, content types and relationships while they are written."""

    def __init__(self, ids: Ids, habits: Habits, strict: bool, prefix: str, encoding: str) -> None:
        self.ids, self.habits, self.strict, self.prefix, self.encoding = ids, habits, strict, prefix, encoding
        self.parts: list[Part] = []
        self.package_relationships: list[Relationship] = []

    def add(self, part: Part, story: Writing) -> None:
        """Add a part and the relationship to it."""
        self.parts.append(part)
        if not part.relationship:
            return
        if part.of_package:
            owner = Writing(relationships=self.package_relationships)
            owner.relate(part.relationship, part.name)
        else:
            story.relate_part(part.relationship, part.name)

    def add_header(self, kind: str, blocks: Blocks, story: Writing) -> str:
        """A header or footer with its own relationships; gives the reference for the section."""
        if not blocks:
            return ""
        own = Writing(self.habits, self.ids)
        xml = root("hdr" if kind == "header" else "ftr", write_blocks(blocks, own))
        name = f"word/{kind}1.xml"
        self.add(Part(name, self.wordml(xml), f"{WORDML}{kind}+xml", kind), story)
        if own.relationships:
            self.add(Part(f"word/_rels/{kind}1.xml.rels", self.rels(own.relationships), ""), story)
        return f'<w:{kind}Reference w:type="default" r:id="{story.relate_part(kind, name)}"/>'

    def add_common(
        self, story: Writing, styles: Sequence[Style], font: str, size: float, settings: str, numbering: str
    ) -> None:
        """Styles, settings, numbering, comments and pictures."""
        compat = (
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        )
        inside = {
            "settings": f'{settings}<w:defaultTabStop w:val="720"/>{compat}',
            "styles": styles_xml(styles, story, font, size),
        }
        inside["numbering"] = numbering_xml(self.ids.lists, self.ids.number_of) + numbering
        inside["comments"] = "".join(_comment(i, note) for i, note in enumerate(self.ids.comments))
        for kind, xml in inside.items():
            if xml:
                self.add(Part(f"word/{kind}.xml", self.wordml(root(kind, xml)), f"{WORDML}{kind}+xml", kind), story)
        for name, data in self.ids.images.items():
            self.add(Part(f"word/media/{name}", data, "image/png", "image"), story)

    def members(self, document: str, story: Writing, name: str, story_type: str, title: str) -> list[Member]:
        """All members in Word's order: content types, relationships, story, everything else."""
        self.package_relationships.insert(0, Relationship("rId9", RELATIONSHIPS + "officeDocument", name))
        if self.habits.writes_properties:
            self._add_properties(story, title)
        folder, _, short = name.rpartition("/")
        own = f"{folder}/_rels/{short}.rels"
        types = [(part.name, part.content_type) for part in self.parts if part.content_type]
        return [
            Member("[Content_Types].xml", _xml(_content_types([(name, story_type), *types]))),
            Member("_rels/.rels", self.rels(self.package_relationships)),
            Member(name, self.wordml(document, encoding=self.encoding)),
            Member(own, self.rels(story.relationships)),
            *(Member(part.name, part.data, stored=part.name.endswith(".png")) for part in self.parts),
        ]

    def wordml(self, xml: str, encoding: str = "UTF-8") -> bytes:
        """A part's bytes, in the namespaces, with the declaration and in the encoding asked for."""
        named = in_namespaces(xml, prefix=self.prefix, strict=self.strict) if self.prefix != "w" or self.strict else xml
        return _xml(named, encoding, self.habits.newline_after_declaration)

    def rels(self, relationships: Sequence[Relationship]) -> bytes:
        """A `.rels` part."""
        lines = "".join(
            f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.kind)} Target={quoteattr(one.target)}"
            f"{' TargetMode=' + quoteattr('External') if one.external else ''}/>"
            for one in relationships
        )
        xml = f'<Relationships xmlns="{PACKAGE}relationships">{lines}</Relationships>'
        return _xml(to_strict(xml) if self.strict else xml)

    def _add_properties(self, story: Writing, title: str) -> None:
        core = (
            f'<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
            '<dcterms:created xsi:type="dcterms:W3CDTF">2024-05-06T07:08:00Z</dcterms:created></cp:coreProperties>'
        )
        app = (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Application>{escape(self.habits.maker)}</Application></Properties>"
        )
        core_kind = PACKAGE + "relationships/metadata/core-properties"
        core_type = "application/vnd.openxmlformats-package.core-properties+xml"
        self.add(Part("docProps/core.xml", _xml(core), core_type, core_kind, of_package=True), story)
        app_type = OFFICE + "extended-properties+xml"
        self.add(Part("docProps/app.xml", _xml(app), app_type, "extended-properties", of_package=True), story)


def _content_types(types: Sequence[tuple[str, str]]) -> str:
    usual = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    defaults = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in usual.items())
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types if not name.endswith(".png")
    )
    return f'<Types xmlns="{PACKAGE}content-types">{defaults}{overrides}</Types>'


def _comment(number: int, note: str) -> str:
    words = f"<w:p><w:r><w:t>{escape(note)}</w:t></w:r></w:p>"
    about = f'w:id="{number}" {MADE_BY} w:initials="IC"'
    return f"<w:comment {about}>{words}</w:comment>"


def _xml(markup: str, encoding: str = "UTF-8", newline: str = "\r\n") -> bytes:
    """A declaration and the markup, in the encoding; UTF-16 begins with its byte order mark."""
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-BOM")}" standalone="yes"?>{newline}{markup}'
    return declared.encode({"UTF-8": "utf-8", "UTF-8-BOM": "utf-8-sig", "UTF-16": "utf-16"}[encoding])
