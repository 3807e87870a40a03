"""The parts of a package and what holds them together: content types, relationships, the usual neighbours.

story markup + Writing  ->  Package.add…()  ->  Package.members()  ->  [Member, …] in Word's order
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from builders.habits import Habits
from builders.lists import numbering_xml
from builders.namespaces import in_namespaces, root, to_strict
from builders.styles import Style, styles_xml
from builders.writing import AUTHOR, MADE_BY, RELATIONSHIPS, Blocks, Ids, Relationship, Writing, write_blocks
from builders.zips import Member

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


class Package:
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
            Member("[Content_Types].xml", xml_part(_content_types([(name, story_type), *types]))),
            Member("_rels/.rels", self.rels(self.package_relationships)),
            Member(name, self.wordml(document, encoding=self.encoding)),
            Member(own, self.rels(story.relationships)),
            *(Member(part.name, part.data, stored=part.name.endswith(".png")) for part in self.parts),
        ]

    def wordml(self, xml: str, encoding: str = "UTF-8") -> bytes:
        """A part's bytes, in the namespaces, with the declaration and in the encoding asked for."""
        named = in_namespaces(xml, prefix=self.prefix, strict=self.strict) if self.prefix != "w" or self.strict else xml
        return xml_part(named, encoding, self.habits.newline_after_declaration)

    def rels(self, relationships: Sequence[Relationship]) -> bytes:
        """A `.rels` part."""
        lines = "".join(
            f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.kind)} Target={quoteattr(one.target)}"
            f"{' TargetMode=' + quoteattr('External') if one.external else ''}/>"
            for one in relationships
        )
        xml = f'<Relationships xmlns="{PACKAGE}relationships">{lines}</Relationships>'
        return xml_part(to_strict(xml) if self.strict else xml)

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
        self.add(Part("docProps/core.xml", xml_part(core), core_type, core_kind, of_package=True), story)
        app_type = OFFICE + "extended-properties+xml"
        self.add(Part("docProps/app.xml", xml_part(app), app_type, "extended-properties", of_package=True), story)


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


def xml_part(markup: str, encoding: str = "UTF-8", newline: str = "\r\n") -> bytes:
    """A declaration and the markup, in the encoding; UTF-16 begins with its byte order mark."""
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-BOM")}" standalone="yes"?>{newline}{markup}'
    return declared.encode({"UTF-8": "utf-8", "UTF-8-BOM": "utf-8-sig", "UTF-16": "utf-16"}[encoding])
